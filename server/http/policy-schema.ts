import { z } from 'zod';
import type { Policy } from '../../core/terms/policy.ts';
import { skillPattern } from '../../core/terms/skill.ts';
import { clean, filledText, language } from './inputs.ts';

const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1–64 letters, digits, . _ -');
const bilingual = z.strictObject({ zh: filledText(80), en: filledText(80) });
const value = z.string().min(1).max(200).transform(clean);
const values = z.array(value).min(1).max(200);
/** Milliseconds; a year at most, so that sums of them stay times. */
const ms = z
  .int()
  .min(0)
  .max(366 * 24 * 3_600_000);
const priority = z.int().min(-100).max(100);
const count = z.number().min(-1_000_000_000).max(1_000_000_000);

const need = z.strictObject({
  skill: z.string().regex(skillPattern, 'must be 1–64 letters of any script, digits, . _ -'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
});
const risk = z.enum(['complaint', 'refund-dispute', 'legal-threat', 'self-harm', 'safety', 'press', 'abuse']);
const emotion = z.enum(['angry', 'anxious', 'sad', 'surprised', 'pleased', 'neutral']);

const condition = z.discriminatedUnion('on', [
  z.strictObject({ on: z.enum(['topic', 'channel', 'segment', 'label', 'intent']), is: values }),
  z.strictObject({ on: z.literal('language'), is: z.array(language).min(1).max(2) }),
  z.strictObject({ on: z.literal('risk'), is: z.array(risk).min(1).max(7) }),
  z.strictObject({
    on: z.literal('emotion'),
    is: z.array(emotion).min(1).max(6),
    minimumIntensity: z.number().min(0).max(1).optional(),
  }),
  z.strictObject({ on: z.literal('words'), is: values }),
  z.strictObject({ on: z.literal('attribute'), name: value, is: values }),
  z.strictObject({ on: z.literal('verified'), is: z.boolean() }),
  z.strictObject({ on: z.literal('open'), calendarId: id, is: z.boolean() }),
  z.strictObject({
    on: z.enum(['orderValue', 'complexity', 'failedAnswers', 'turns', 'confidence', 'reopenings']),
    atLeast: count.optional(),
    atMost: count.optional(),
  }),
]);

const action = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assistant') }),
  z.strictObject({ do: z.literal('human') }),
  z.strictObject({ do: z.literal('queue'), queueId: id }),
  z.strictObject({ do: z.literal('priority'), priority }),
  z.strictObject({ do: z.literal('skill'), need }),
  z.strictObject({ do: z.literal('label'), label: filledText(40) }),
]);

const span = z.strictObject({ from: z.int().min(0).max(1440), to: z.int().min(0).max(1440) });
const spans = z.array(span).max(12);
const nobodyHere = z.enum(['wait', 'message', 'callback', 'assistant']);

const queue = z.strictObject({
  id,
  name: bilingual,
  agentIds: z.array(z.uuid()).max(10_000).nullable(),
  requires: z.array(need).max(20),
  prefers: z.array(need).max(20),
  mode: z.enum(['preview', 'auto', 'pull']),
  offerMs: ms,
  order: z.enum(['priority', 'longest-waiting']),
  ageingMs: ms,
  overflow: z
    .array(z.strictObject({ afterMs: ms, toQueueId: id.optional(), relaxLevels: z.int().min(0).max(5) }))
    .max(10),
  calendarId: id.optional(),
  whenClosed: nobodyHere,
  whenNobody: nobodyHere,
  patienceMs: ms.optional(),
  firstWordMs: ms.optional(),
  replyMs: ms.optional(),
  whenSilent: z.enum(['requeue', 'alert-supervisor']),
  wrapUpMs: ms,
});

const exponent = z.number().min(0).max(10);

/** The shape of a policy as it comes from outside. What it means is checked by `checkPolicy`. */
export const policySchema = z.strictObject({
  handoff: z.strictObject({
    turnsWithoutProgress: z.int().min(1).max(100),
    repeatedQuestions: z.int().min(1).max(100),
    angerIntensity: z.number().min(0).max(1),
    angryMessages: z.int().min(1).max(20),
    turns: z.int().min(1).max(1000),
    minutes: z
      .number()
      .min(1)
      .max(7 * 24 * 60),
    prediction: z.strictObject({ enabled: z.boolean(), lateCost: z.number().min(0.01).max(100) }).optional(),
  }),
  segments: z
    .array(z.strictObject({ id, name: bilingual, when: z.array(condition).max(20), priority }))
    .max(100),
  triage: z
    .array(
      z.strictObject({
        id,
        name: bilingual,
        enabled: z.boolean(),
        when: z.array(condition).max(20),
        then: z.array(action).max(20),
      }),
    )
    .max(500),
  queues: z.array(queue).min(1).max(500),
  calendars: z
    .array(
      z.strictObject({
        id,
        name: filledText(80),
        timeZone: z.string().max(64),
        week: z.array(spans).length(7),
        holidays: z.enum(['CN', 'none']),
        exceptions: z
          .array(
            z.strictObject({
              day: z.iso.date(),
              name: filledText(80),
              spans: z.union([spans, z.literal('as-weekday')]),
            }),
          )
          .max(2000),
      }),
    )
    .max(100),
  sla: z
    .array(
      z.strictObject({
        id,
        target: z.enum(['first-response', 'next-response', 'resolution']),
        limitMs: ms,
        calendarId: id.optional(),
        queueIds: z.array(id).max(500).optional(),
        segments: z.array(id).max(100).optional(),
        minimumPriority: priority.optional(),
        warnAt: z.number().min(0).max(1),
      }),
    )
    .max(200),
  routing: z.strictObject({
    weights: z.strictObject({
      fit: exponent,
      load: exponent,
      history: exponent,
      idle: exponent,
      spare: exponent,
    }),
    patienceOfFitMs: ms,
    channelWeights: z.record(z.string().min(1).max(40), z.number().min(0).max(100)),
    declinedForMs: ms,
    returnToAgentMs: ms,
    missedOffersToAway: z.int().min(0).max(100),
  }),
}) satisfies z.ZodType<Policy>;
