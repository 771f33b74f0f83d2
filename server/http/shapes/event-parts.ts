import { z } from 'zod';
import type { Deadline } from '../../../core/terms/deadline.ts';
import type { AssistUse, PreviousConversation } from '../../../core/terms/event.ts';
import type { Disagreement, Opinion } from '../../../core/terms/perception.ts';
import type { RoutingExplanation, RoutingFactors, RoutingScore } from '../../../core/terms/routing.ts';
import type { KeptEstimate } from '../../../core/terms/satisfaction.ts';
import type { Complexity, TriageVerdict } from '../../../core/terms/triage.ts';
import { count, duration, language, list, shapeOf, share, time } from './shape-of.ts';
import { assistKind, disagreementMatter, disposition, emotion, risk, skillNeed } from './terms.ts';

/** What the bodies of events are made of, beside the glossary's small things. */

export const deadline = shapeOf<Deadline>('Deadline')(
  z.strictObject({
    kind: z.enum(['answer', 'queue-patience', 'offer', 'agent-reply', 'callback']),
    at: time,
  }),
);

export const previousConversation = shapeOf<PreviousConversation>('PreviousConversation')(
  z.strictObject({
    conversationId: z.uuid(),
    resolvedAt: time,
    disposition,
    by: z.enum(['assistant', 'agent', 'system']),
    agentId: z.string().nullable(),
    question: z.string(),
  }),
);

const assistItem = z.strictObject({ kind: assistKind, ref: z.string() });
export const assistUse = shapeOf<AssistUse>('AssistUse')(
  z.strictObject({
    shown: list(assistItem),
    taken: list(assistItem),
    edited: share.nullable().describe('how far the reply is from what was taken, 0 as it was'),
  }),
);

export const opinion = shapeOf<Opinion>('Opinion')(
  z
    .strictObject({
      model: z.string(),
      wantsHuman: share,
      needsHuman: share,
      emotion,
      intensity: share,
      risks: list(risk),
      intent: z.string().optional(),
    })
    .describe('what a configured model made of a message, beside the rules'),
);

const side = z.union([z.string(), z.number()]);
export const disagreement = shapeOf<Disagreement>()(
  z.strictObject({ on: disagreementMatter, rules: side, model: side }),
);

export const keptEstimate = shapeOf<KeptEstimate>()(
  z.strictObject({ satisfaction: share, solved: share, by: z.enum(['rules', 'weights']) }),
);

export const complexity = shapeOf<Complexity>('Complexity')(
  z.strictObject({
    score: z.number().min(0).max(100),
    parts: list(
      z.strictObject({
        part: z.enum(['requests', 'entities', 'negations', 'failed-attempts', 'policy-depth', 'length']),
        count,
        points: z.number(),
      }),
    ),
  }),
);

export const triageVerdict = shapeOf<TriageVerdict>('TriageVerdict')(
  z.strictObject({
    policyVersion: count,
    serves: z.enum(['assistant', 'human']).optional().describe('absent: the handoff thresholds decide'),
    queueId: z.string(),
    priority: z.number(),
    skills: list(skillNeed),
    labels: list(z.string()),
    segment: z.string().nullable(),
    risks: list(risk),
    complexity,
    ruleIds: list(z.string()).describe('the rules that held, in order'),
  }),
);

export const routingFactors = shapeOf<RoutingFactors>('RoutingFactors')(
  z.strictObject({ fit: share, load: share, history: share, idle: share, spare: share }),
);

const routingScore = shapeOf<RoutingScore>('RoutingScore')(
  z.strictObject({ agentId: z.string(), score: z.number(), factors: routingFactors }),
);

export const routingExclusion = z.enum([
  'offline',
  'busy',
  'away',
  'wrap-up',
  'full',
  'kept',
  'not-in-queue',
  'skill',
  'language',
  'declined',
]);

export const routingExplanation = shapeOf<RoutingExplanation>('RoutingExplanation')(
  z
    .strictObject({
      policyVersion: count,
      waitedMs: duration,
      stage: count,
      chosen: routingScore,
      others: list(routingScore).describe('the next best'),
      unspoken: language.optional(),
      excluded: z.partialRecord(routingExclusion, count).describe('how many agents could not, by reason'),
    })
    .describe('why a conversation is whose it is'),
);
