import { z } from 'zod';
import type { SatisfactionView } from '../../../core/protocol/satisfaction.ts';
import type {
  ContactView,
  ConversationSummary,
  HandoffPacket,
  InboxStanding,
  SuggestedReply,
} from '../../../core/protocol/views.ts';
import { conversationEvent } from './events.ts';
import { count, figures, language, list, seq, shapeOf, share, time } from './shape-of.ts';
import {
  audience,
  citation,
  disposition,
  emotion,
  handoffReason,
  insteadOfWaiting,
  owner,
  slaClock,
} from './terms.ts';

/** Conversations as customers and the desk are told of them. */

/** What every command answers. */
export const placed = z.strictObject({
  seq,
  repeated: z.boolean().describe('the same id was there before, or nothing had to change'),
});

export const events = z.strictObject({
  events: list(conversationEvent),
  upTo: count.describe('the cursor to ask with next'),
});

export const inboxStanding = shapeOf<InboxStanding>('InboxStanding')(
  z.strictObject({
    isOpen: z.boolean(),
    opensAt: time.nullable(),
    agentsOnline: count,
    instead: list(insteadOfWaiting),
    callbackSlots: list(z.strictObject({ from: time, to: time })),
  }),
);

export const conversationSummary = shapeOf<ConversationSummary>('ConversationSummary')(
  z.strictObject({
    id: z.uuid(),
    inboxId: z.string(),
    contact: z.strictObject({
      id: z.uuid(),
      name: z.string(),
      verified: z.boolean(),
      tier: z.string().optional(),
    }),
    language,
    status: z.enum(['open', 'resolved']),
    owner,
    agentName: z.string().optional().describe('of the agent who owns it, or owned it last'),
    lastSeq: seq,
    openedAt: time,
    updatedAt: time,
    preview: z
      .strictObject({ text: z.string(), by: z.enum(['contact', 'assistant', 'agent']), at: time })
      .nullable(),
    waitingSince: time.nullable(),
    customerWaitingSince: time.nullable(),
    deadlineAt: time.nullable(),
    mood: z.strictObject({ emotion, intensity: share }).nullable(),
    reasons: list(handoffReason),
    priority: z.number(),
    queueId: z.string().nullable(),
    offer: z.strictObject({ agentId: z.string(), at: time, until: time }).nullable(),
    segment: z.string().nullable(),
    labels: list(z.string()),
    complexity: z.number().nullable(),
    helpers: list(z.string()),
    clocks: list(slaClock),
    leftMessage: z
      .strictObject({ at: time, way: z.enum(['message', 'callback']), slotFrom: time.nullable() })
      .nullable(),
    alert: z
      .strictObject({
        at: time,
        why: z.enum(['agent-silent', 'waiting-long', 'callback-due', 'nobody-left']),
      })
      .nullable(),
    rating: z.int().min(1).max(5).nullable(),
    disposition: disposition.nullable(),
    readSeq: seq.describe('the reader has not seen what comes after it'),
  }),
);

export const conversationList = z.strictObject({
  conversations: list(conversationSummary),
  next: z.string().optional().describe('the `before` of the following page'),
  counts: z.strictObject({ waiting: count, mine: count, assistant: count, open: count }),
});

export const contactView = shapeOf<ContactView>('Contact')(
  z.strictObject({
    id: z.uuid(),
    name: z.string(),
    verified: z.boolean().describe('the host site vouched for who this is'),
    externalId: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    attributes: z.record(z.string(), z.string()),
    createdAt: time,
  }),
);

export const suggestedReply = shapeOf<SuggestedReply>('SuggestedReply')(
  z.strictObject({
    text: z.string(),
    citation: citation.optional(),
    confidence: share,
    audience: audience.optional(),
  }),
);
export const suggestions = z.strictObject({ suggestions: list(suggestedReply) });

export const handoffPacket = shapeOf<HandoffPacket>('HandoffPacket')(
  z.strictObject({
    conversationId: z.uuid(),
    contact: contactView,
    wants: z.strictObject({
      question: z.string(),
      seq,
      others: list(z.strictObject({ text: z.string(), seq })),
    }),
    tried: list(
      z.strictObject({
        seq,
        decision: z.string(),
        summary: z.string(),
        confidence: share,
        citations: list(citation),
      }),
    ),
    mood: z.strictObject({
      course: list(z.strictObject({ seq, at: time, emotion, intensity: share })),
      trend: z.enum(['rising', 'falling', 'steady']),
      now: emotion,
    }),
    why: z
      .strictObject({
        by: z.enum(['contact', 'assistant', 'system']),
        at: time,
        reasons: list(handoffReason),
      })
      .nullable(),
    history: list(
      z.strictObject({
        id: z.uuid(),
        openedAt: time,
        question: z.string(),
        resolvedBy: z.enum(['assistant', 'agent', 'system']).nullable(),
        agentName: z.string().optional(),
        disposition: disposition.nullable(),
        rating: z.int().min(1).max(5).nullable(),
      }),
    ),
    records: list(
      z.strictObject({
        title: z.string(),
        facts: list(z.strictObject({ label: z.string(), value: z.string() })),
      }),
    ),
    suggestions: list(suggestedReply),
  }),
);

export const satisfactionSign = z.enum([
  'rated',
  'agent-says-solved',
  'agent-says-unsolved',
  'says-solved',
  'says-unsolved',
  'thanks',
  'confirms',
  'denies',
  'upset',
  'pleased',
  'calmed',
  'worsened',
  'asked-again',
  'no-progress',
  'same-answer',
  'answered',
  'not-answered',
  'left-waiting',
  'wants-human',
  'words',
]);

export const satisfaction = shapeOf<SatisfactionView>('Satisfaction')(
  z.strictObject({
    conversationId: z.uuid(),
    satisfaction: share,
    solved: share.describe('probability that the matter was solved'),
    by: z.enum(['rules', 'weights']),
    reasons: list(
      z.strictObject({
        sign: satisfactionSign,
        weight: z.number().describe('in log odds of "solved"'),
        figures: figures.optional(),
        evidence: list(z.string()).optional(),
      }),
    ),
    course: list(z.strictObject({ seq, satisfaction: share })).describe('after each message, oldest first'),
  }),
);
