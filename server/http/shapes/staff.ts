import { z } from 'zod';
import type { DeskPolicy } from '../../../core/protocol/policies.ts';
import type { Board, Colleague } from '../../../core/protocol/views.ts';
import type { Calendar } from '../../../core/terms/calendar.ts';
import { conversationSummary } from './conversations.ts';
import { routingExclusion, routingFactors } from './event-parts.ts';
import { bilingual, count, duration, language, list, shapeOf, share, time } from './shape-of.ts';
import { agentStatus, awayReason, role, skillLevel, waitEstimate } from './terms.ts';

/** The staff, and how the day goes for them. */

const colleagueFields = {
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  disabled: z.boolean(),
  presence: agentStatus,
  awayReason: awayReason.optional(),
  awayNote: z.string().optional(),
  presenceSince: time,
  wrapUpUntil: time.optional(),
  open: count.describe('conversations that the agent owns now'),
  load: z.number().min(0).describe('in units of capacity'),
  profile: z.strictObject({
    skills: z.record(z.string(), skillLevel),
    languages: list(language),
    capacity: z.number(),
    maximumConversations: z.int(),
  }),
};
export const colleague = shapeOf<Colleague>('Colleague')(z.strictObject(colleagueFields));

export const signedIn = z.strictObject({ agent: colleague });
export const colleagues = z.strictObject({ colleagues: list(colleague) });
export const changedColleague = z.strictObject({
  colleague,
  password: z.string().optional().describe('generated; shown this once'),
});

export const board = shapeOf<Board>('Board')(
  z.strictObject({
    at: time,
    queues: list(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        isOpen: z.boolean(),
        opensAt: time.nullable(),
        waiting: count,
        offered: count,
        leftMessages: count,
        longestWaitMs: duration,
        online: count,
        free: count,
        handling: count,
        estimate: waitEstimate.nullable(),
        today: z.strictObject({
          handedOver: count,
          connected: count,
          left: count,
          within30s: share.nullable(),
          medianWaitMs: duration.nullable(),
          breaches: count,
        }),
      }),
    ),
    agents: list(
      z.strictObject({
        ...colleagueFields,
        queueIds: list(z.string()),
        handledToday: count,
        occupancy: share.nullable(),
        longestReplyWaitMs: duration,
      }),
    ),
    conversations: list(conversationSummary),
  }),
);

export const queues = z.strictObject({
  queues: list(
    z.strictObject({
      id: z.string(),
      name: bilingual,
      isOpen: z.boolean(),
      opensAt: time.nullable(),
      waiting: count,
      online: count,
      mode: z.enum(['preview', 'auto', 'pull']),
    }),
  ),
});

export const routingVerdicts = z.strictObject({
  verdicts: list(
    z.strictObject({
      agentId: z.uuid(),
      agentName: z.string(),
      score: z.number().optional(),
      factors: routingFactors.optional(),
      exclusion: routingExclusion.optional().describe('why this agent cannot be given it now'),
    }),
  ),
});

const spans = list(z.strictObject({ from: z.int(), to: z.int() })).describe('minutes after midnight');
const calendar = shapeOf<Calendar>('Calendar')(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    week: list(spans).describe('from Monday to Sunday'),
    holidays: z.enum(['CN', 'none']),
    exceptions: list(
      z.strictObject({ day: z.string(), name: z.string(), spans: z.union([spans, z.literal('as-weekday')]) }),
    ),
  }),
);

export const deskPolicy = shapeOf<DeskPolicy>('DeskPolicy')(
  z.strictObject({
    version: count,
    segments: list(z.strictObject({ id: z.string(), name: bilingual })),
    labels: list(z.string()),
    calendars: list(calendar),
  }),
);
