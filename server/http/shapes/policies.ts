import { z } from 'zod';
import type { PolicyChange } from '../../../core/policy/diff-policy.ts';
import type { PolicyProblemCode } from '../../../core/policy/policy-problem.ts';
import type { PolicyReplay, PolicyTrial, ReplayOutcome } from '../../../core/protocol/policies.ts';
import type { Policy } from '../../../core/terms/policy.ts';
import type { TriageAction, TriageCondition } from '../../../core/terms/triage.ts';
import type { ConditionTrial, RuleTrial, SegmentTrial } from '../../../core/terms/triage-trial.ts';
import { policySchema } from '../policy-schema.ts';
import { complexity, triageVerdict } from './event-parts.ts';
import { bilingual, count, duration, language, list, shapeOf, share, time } from './shape-of.ts';
import { decision, emotion, handoffReason, perception, risk, skillNeed } from './terms.ts';

/** Policies: their versions, what is wrong with one, and what one makes of messages. */

const text = z.string();
const texts = list(text);

const version = { version: z.int().min(1), note: text, author: text, createdAt: time };
export const policyVersions = z.strictObject({
  active: count,
  versions: list(z.strictObject(version)),
});
/** What may be published is what comes back. */
const policy: z.ZodType<Policy> = policySchema;
export const policyVersion = z.strictObject({ ...version, policy });
export const publishedPolicy = z.strictObject({ version: z.int().min(1) });

const change = shapeOf<PolicyChange>('PolicyChange')(
  z.strictObject({
    path: text,
    kind: z.enum(['added', 'removed', 'changed', 'moved']),
    section: z.enum(['handoff', 'segments', 'triage', 'queues', 'calendars', 'sla', 'routing']),
    name: z.union([bilingual, text]).optional(),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
    afterId: text.nullable().optional(),
  }),
);
export const policyChanges = z.strictObject({ since: count, changes: list(change) });

const problemCode = shapeOf<PolicyProblemCode>()(
  z.enum([
    'shape',
    'duplicate-id',
    'unknown-queue',
    'unknown-calendar',
    'unknown-segment',
    'unknown-agent',
    'unknown-time-zone',
    'overflow-cycle',
    'overflow-to-itself',
    'overflow-order',
    'overflow-without-effect',
    'span-reversed',
    'spans-overlap',
    'never-open',
    'rule-without-action',
    'rule-unreachable',
    'actions-contradict',
    'condition-without-limit',
    'limits-reversed',
    'limit-out-of-range',
    'condition-in-segment',
    'weights-all-zero',
    'hands-over-nearly-all',
    'duplicate-day',
  ]),
);
export const policyCheck = z.strictObject({
  problems: list(
    z.strictObject({
      path: text,
      code: problemCode,
      severity: z.enum(['error', 'warning']),
      message: text,
    }),
  ),
  changes: list(change),
});

const condition = shapeOf<TriageCondition>('TriageCondition')(
  z.discriminatedUnion('on', [
    z.strictObject({ on: z.enum(['topic', 'channel', 'segment', 'label', 'intent']), is: texts }),
    z.strictObject({ on: z.literal('language'), is: list(language) }),
    z.strictObject({ on: z.literal('risk'), is: list(risk) }),
    z.strictObject({
      on: z.literal('emotion'),
      is: list(emotion),
      minimumIntensity: share.optional(),
    }),
    z.strictObject({ on: z.literal('words'), is: texts }),
    z.strictObject({ on: z.literal('attribute'), name: text, is: texts }),
    z.strictObject({ on: z.literal('verified'), is: z.boolean() }),
    z.strictObject({ on: z.literal('open'), calendarId: text, is: z.boolean() }),
    z.strictObject({
      on: z.enum(['orderValue', 'complexity', 'failedAnswers', 'turns', 'confidence', 'reopenings']),
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
    }),
  ]),
);

const action = shapeOf<TriageAction>('TriageAction')(
  z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('assistant') }),
    z.strictObject({ do: z.literal('human') }),
    z.strictObject({ do: z.literal('queue'), queueId: text }),
    z.strictObject({ do: z.literal('priority'), priority: z.number() }),
    z.strictObject({ do: z.literal('skill'), need: skillNeed }),
    z.strictObject({ do: z.literal('label'), label: text }),
  ]),
);

const conditionTrial = shapeOf<ConditionTrial>('ConditionTrial')(
  z.strictObject({
    condition,
    holds: z.boolean(),
    actual: z.union([text, z.number(), z.boolean(), texts]).nullable().describe('what it looked at'),
  }),
);
const segmentTrial = shapeOf<SegmentTrial>('SegmentTrial')(
  z.strictObject({
    id: text,
    name: bilingual,
    holds: z.boolean(),
    counts: z.boolean(),
    conditions: list(conditionTrial),
  }),
);
const ruleTrial = shapeOf<RuleTrial>('RuleTrial')(
  z.strictObject({
    id: text,
    name: bilingual,
    enabled: z.boolean(),
    holds: z.boolean(),
    conditions: list(conditionTrial),
    actions: list(z.strictObject({ action, counts: z.boolean() })),
  }),
);

export const policyTrial = shapeOf<PolicyTrial>('PolicyTrial')(
  z.strictObject({
    policyVersion: count.nullable().describe('null: a draft that was never published'),
    perception,
    complexity,
    intents: texts,
    lookup: z.strictObject({
      verdict: z.enum(['answer', 'clarify', 'unknown']).nullable(),
      confidence: share,
      candidates: list(z.strictObject({ articleId: text, title: text, topic: text, confidence: share })),
    }),
    segments: list(segmentTrial),
    rules: list(ruleTrial),
    verdict: triageVerdict,
    decision,
    reasons: list(handoffReason),
    says: text.describe('what the customer would read'),
    queue: z.strictObject({ id: text, name: bilingual, isOpen: z.boolean() }),
  }),
);

const outcome = shapeOf<ReplayOutcome>('ReplayOutcome')(
  z.strictObject({
    handedOff: z.boolean(),
    turn: z.int().min(1).nullable(),
    at: time.nullable(),
    queueId: text.nullable(),
    priority: z.number().nullable(),
    reasons: list(handoffReason),
  }),
);
const totals = z.strictObject({ handoffs: count, byQueue: z.record(text, count) });

export const policyReplay = shapeOf<PolicyReplay>('PolicyReplay')(
  z.strictObject({
    conversations: count,
    turns: count,
    before: totals,
    after: totals,
    more: count,
    fewer: count,
    otherwise: count,
    changed: list(
      z.strictObject({
        conversationId: z.uuid(),
        openedAt: time,
        preview: text,
        before: outcome,
        after: outcome,
      }),
    ),
    isCut: z.boolean(),
    unknownMeanings: count
      .nullable()
      .describe('turns looked up by their words alone; null where no meaning is asked'),
    tookMs: duration,
  }),
);
