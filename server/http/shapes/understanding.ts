import { z } from 'zod';
import type {
  DisputedList,
  DisputedMessage,
  ExampleMatter,
  ExampleSource,
  ExplainedSignal,
  Explanation,
  IntentSummary,
  ModelOverview,
  ModelVersion,
  TrainingExample,
} from '../../../core/protocol/understanding.ts';
import { satisfactionSign } from './conversations.ts';
import { count, duration, figures, language, list, shapeOf, share, time } from './shape-of.ts';
import { handoffFactor } from './terms.ts';

/** What an installation learns from its own conversations, and how a message is understood. */

const text = z.string();
const learnedModel = z.enum(['intent', 'emotion', 'handoff', 'retrieval']);
const matter = shapeOf<ExampleMatter>()(z.enum([...learnedModel.options, 'wish', 'risk']));
const source = shapeOf<ExampleSource>()(
  z.enum([
    'console',
    'knowledge',
    'correction',
    'rating',
    'needless-handoff',
    'judged',
    'article-sent',
    'article-edited',
    'answer-helped',
    'answer-failed',
  ]),
);

const example = shapeOf<TrainingExample>('TrainingExample')(
  z.strictObject({
    id: text,
    model: matter,
    text: text.describe('personal data removed'),
    label: text,
    title: text.optional(),
    source,
    conversationId: z.uuid().nullable(),
    seq: count.nullable(),
    author: text,
    at: time,
    isFrozen: z.boolean().describe('versions are measured by it, and none learns from it'),
    ruling: z
      .strictObject({ builtIn: z.enum(['agrees', 'misses', 'false-alarm']), holds: z.boolean() })
      .optional(),
  }),
);
export const exampleList = z.strictObject({
  examples: list(example),
  counts: list(z.strictObject({ label: text, examples: count }))
    .optional()
    .describe('of a wish or a risk, by label'),
  next: text.nullable().describe('the `after` of the following page'),
});
export const addedExamples = z.strictObject({ changed: count, examples: list(example) });
export const removedExamples = z.strictObject({ removed: count });
export const restoredExamples = z.strictObject({ restored: count });

const modelVersion = shapeOf<ModelVersion>('ModelVersion')(
  z.strictObject({
    model: learnedModel,
    version: count,
    trainedAt: time,
    author: text.nullable(),
    examples: count,
    frozen: count,
    figures,
    before: figures,
    standing: z.enum(['in-force', 'earlier', 'refused']),
  }),
);
const model = shapeOf<ModelOverview>('ModelOverview')(
  z.strictObject({
    model: learnedModel,
    inForce: count.describe('0 is what ships'),
    isTraining: z.boolean(),
    changedSince: count,
    examples: count,
    frozen: count,
    versions: list(modelVersion),
  }),
);
export const models = z.strictObject({ models: list(model) });
export const training = z.strictObject({ isTraining: z.literal(true) });
export const modelInForce = z.strictObject({ inForce: count });

const intent = shapeOf<IntentSummary>()(
  z.strictObject({ name: text, examples: count, fromKnowledge: count }),
);
export const intents = z.strictObject({ intents: list(intent) });

const judgement = { label: text, share: share.nullable() };
const disputedMessage = shapeOf<DisputedMessage>('DisputedMessage')(
  z.strictObject({
    id: text,
    model: matter.exclude(['retrieval']),
    text,
    tandem: z.strictObject(judgement),
    opinion: z.strictObject({ ...judgement, by: text }),
    conversationId: z.uuid(),
    seq: count,
    at: time,
  }),
);
export const disputedList = shapeOf<DisputedList>()(
  z.strictObject({
    disputed: list(disputedMessage),
    next: text.nullable(),
    waiting: count,
    asksOpinion: z.boolean(),
  }),
);
export const judgedDispute = z.strictObject({ judged: z.boolean(), waiting: count });

const signal = shapeOf<ExplainedSignal>('ExplainedSignal')(
  z.strictObject({
    signal: z.enum([
      'language',
      'act',
      'human-request',
      'emotion',
      'abuse',
      'risk',
      'matter',
      'intent',
      'out-of-scope',
      'handoff',
      'satisfaction',
    ]),
    value: text,
    probability: share.nullable(),
    by: z.enum(['rules', 'learned', 'both', 'taught']),
    parts: list(z.strictObject({ words: text, weight: z.number() })),
    factors: list(
      z.strictObject({ factor: z.union([handoffFactor, satisfactionSign]), weight: z.number() }),
    ).optional(),
  }),
);
export const explanation = shapeOf<Explanation>('Explanation')(
  z.strictObject({
    text,
    language,
    signals: list(signal),
    versions: z.partialRecord(learnedModel, count),
    tookMs: duration,
  }),
);
