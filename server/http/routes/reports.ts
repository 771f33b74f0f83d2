import { z } from 'zod';
import type { ConversationState } from '../../../core/conversation/state.ts';
import type { ConversationFacts } from '../../../core/metrics/conversation-facts.ts';
import { overview } from '../../../core/metrics/overview.ts';
import type { Overview } from '../../../core/protocol/views.ts';
import { Refusal } from '../refusal.ts';
import type { App, RouteNeeds } from '../route.ts';
import * as shapes from '../shapes/reports.ts';

const day = 24 * 3600_000;
const fcrWindowMs = 7 * day;

/** The dashboard's figures, computed from what the log says of each conversation. */
export function reportRoutes(app: App, { plugs }: RouteNeeds): void {
  app.get(
    '/api/reports/overview',
    {
      config: { action: 'report.read' },
      schema: {
        tags: ['Reports'],
        summary: 'Containment, time to human, AHT, CSAT and how they moved',
        querystring: z.object({
          from: z.coerce.number().int().min(0),
          to: z.coerce.number().int().min(0),
          utcOffsetMinutes: z.coerce.number().int().min(-840).max(840).default(480),
        }),
        response: { 200: shapes.overview },
      },
    },
    async (request): Promise<Overview> => {
      const { from, to, utcOffsetMinutes } = request.query;
      if (to <= from || to - from > 400 * day)
        throw new Refusal('bad-input', [
          { at: 'querystring', problem: 'from must be before to, at most 400 days' },
        ]);
      const states = await plugs.conversations.between(from - (to - from), to + fcrWindowMs);
      return overview(states.map(factsOf), { from, to, utcOffsetMinutes });
    },
  );
}

function factsOf(state: ConversationState): ConversationFacts {
  return {
    id: state.id,
    contactId: state.contactId,
    openedAt: state.openedAt,
    // The article that the assistant answered with first stands for what it was about.
    issue: state.topic,
    resolution: state.resolution,
    handoff: state.firstHandoff && {
      at: state.firstHandoff.at,
      reasons: state.firstHandoff.reasons.map(({ code }) => code),
    },
    firstHumanReplyAt: state.firstHumanReplyAt,
    handledMs: state.handledMs,
    lastDecision: state.lastDecision,
    rating: state.rating,
    estimatedSolved: state.resolution?.estimate?.solved ?? null,
    reopenings: state.reopenings,
  };
}
