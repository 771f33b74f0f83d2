import {
  type HandoffModel,
  recalibrationFrom,
  recalibrationWeights,
} from '../../core/handoff/handoff-model.ts';
import { fitPlatt, probabilityOf } from '../../core/learning/calibrate.ts';
import { isWorse, type Judged, macroF1Of } from '../../core/learning/compare-versions.ts';
import { accuracy, calibrationError } from '../../core/learning/measures.ts';
import { decodeWeights, encodeWeights, type Weights } from '../../core/learning/weights-file.ts';
import { readEmotionCorrection, trainEmotionCorrection } from '../../core/perception/correct-emotion.ts';
import { readIntents } from '../../core/perception/learned-intent.ts';
import { type PerceptionModels, perceive } from '../../core/perception/perceive.ts';
import { trainIntents } from '../../core/perception/train-intents.ts';
import type { ExampleSource, LearnedModel } from '../../core/protocol/understanding.ts';
import { type Emotion, outOfScope } from '../../core/terms/perception.ts';
import { loadPerceptionModels } from '../models.ts';
import { everydayMessages } from './everyday-messages.ts';
import { ownMessages } from './own-messages.ts';
import { type OrderTask, trainOrder } from './train-order.ts';

/** A row as a training gets it. */
export interface Row {
  readonly text: string;
  readonly label: string;
  readonly predicted: number | null;
  readonly source?: ExampleSource;
}

/** One training, as it travels to the thread that does it. */
export interface TrainingTask {
  readonly model: LearnedModel;
  readonly version: string;
  readonly learned: readonly Row[];
  readonly frozen: readonly Row[];
  /** Of the version in force; undefined where nothing is, or what ships. */
  readonly before: Uint8Array | undefined;
  /** Of `retrieval`: what stands beside the rows. */
  readonly order?: Pick<OrderTask, 'learned' | 'frozen' | 'dictionary'>;
}

/** What came of it. Shares are 0..1. */
export type TrainingResult =
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'trained';
      readonly weights: Uint8Array;
      readonly figures: Readonly<Record<string, number>>;
      readonly before: Readonly<Record<string, number>>;
      readonly isWorse: boolean;
    };

const fewest = { intents: 2, intentRows: 10, corrections: 5, handoffs: 40, useful: 30 } as const;
/** What a message that came along counts beside one that an agent put right. */
const anchorWeight = 0.5;

const isKnown = ({ predicted }: Row) => predicted !== null;

/** Whether there are rows enough to learn anything from. */
export function hasEnough(model: LearnedModel, learned: readonly Row[]): boolean {
  if (model === 'retrieval') {
    const useful = learned.filter(({ source }) => source !== 'answer-failed');
    return new Set(useful.map(({ text }) => text)).size >= fewest.useful;
  }
  if (model === 'emotion') return learned.length >= fewest.corrections;
  if (model === 'handoff') {
    const known = learned.filter(isKnown);
    return known.length >= fewest.handoffs && new Set(known.map(({ label }) => label)).size === 2;
  }
  const intents = new Set(learned.map(({ label }) => label).filter((label) => label !== outOfScope));
  return intents.size >= fewest.intents && learned.length >= fewest.intentRows;
}

/** Trains a model from its rows and judges it on the frozen ones, as it would be read back from its bytes. */
export function trainModel(task: TrainingTask): TrainingResult {
  if (!hasEnough(task.model, task.learned)) return { kind: 'too-few' };
  if (task.model === 'retrieval')
    return task.order ? trainOrder({ ...task, ...task.order }) : { kind: 'too-few' };
  if (task.model === 'intent') return trainIntent(task);
  return task.model === 'emotion' ? trainEmotion(task) : trainHandoff(task);
}

interface Measured extends Judged {
  /** Of what was said, where the model tells one. */
  readonly probabilities?: readonly number[];
}

function figuresOf(measured: Measured): Record<string, number> {
  const { right, said, probabilities } = measured;
  if (right.length === 0) return {};
  const labels = [...new Set([...right, ...said])];
  const places = (names: readonly string[]) => names.map((name) => labels.indexOf(name));
  return {
    accuracy: accuracy(places(right), places(said)),
    macroF1: macroF1Of(measured),
    ...(probabilities && {
      calibrationError: calibrationError(
        right.map((label, n) => (label === said[n] ? 1 : 0)),
        probabilities,
      ),
    }),
  };
}

function result(bytes: Uint8Array, before: Measured | undefined, after: Measured): TrainingResult {
  return {
    kind: 'trained',
    weights: bytes,
    figures: figuresOf(after),
    before: before ? figuresOf(before) : {},
    isWorse: before !== undefined && isWorse(before, after),
  };
}

/** A version in force that cannot be read says nothing: whatever can is better. */
function readOr<T>(bytes: Uint8Array | undefined, read: (weights: Weights) => T): T | undefined {
  if (!bytes) return undefined;
  try {
    return read(decodeWeights(bytes));
  } catch {
    return undefined;
  }
}

function trainIntent({ learned, frozen, version, before }: TrainingTask): TrainingResult {
  const weights = trainIntents(
    learned.map(({ text, label }) => ({ text, intent: label === outOfScope ? null : label })),
    { version, everyday: everydayMessages() },
  );
  const bytes = encodeWeights(weights, { weights: weights.tensors.bias!.length });
  const measure = (one: Weights): Measured => {
    const read = readIntents(one);
    const said = frozen.map(({ text }) => read.of(text));
    return {
      right: frozen.map(({ label }) => label),
      said: said.map((reading) => (reading.outOfScope ? outOfScope : reading.intent)),
      probabilities: said.map((reading) =>
        reading.outOfScope ? reading.outOfScopeProbability : reading.probability,
      ),
    };
  };
  return result(bytes, readOr(before, measure), measure(decodeWeights(bytes)));
}

/** Messages that come along, of which the installation's corrections must not spoil the understanding. */
const ownRows = (half: 'dev' | 'frozen'): Row[] =>
  ownMessages(half).map(({ text, emotion }) => ({ text, label: emotion, predicted: null }));

function trainEmotion({ learned, frozen, version, before }: TrainingTask): TrainingResult {
  const shipped = loadPerceptionModels(() => undefined);
  const emotionOf = (text: string, models: PerceptionModels) =>
    perceive(text, { fallbackLanguage: 'zh', models }).emotion;
  const weights = trainEmotionCorrection(
    [
      ...learned.map((row) => ({ ...row, weight: 1 })),
      ...ownRows('dev').map((row) => ({ ...row, weight: anchorWeight })),
    ].map(({ text, label, weight }) => ({
      text,
      perceived: emotionOf(text, shipped),
      right: label as Emotion,
      weight,
    })),
    version,
  );
  const bytes = encodeWeights(weights);
  const models = (one: Weights | undefined): PerceptionModels =>
    one ? { ...shipped, emotionCorrection: readEmotionCorrection(one) } : shipped;
  const judge = (rows: readonly Row[], asked: PerceptionModels): Measured => ({
    right: rows.map(({ label }) => label),
    said: rows.map(({ text }) => emotionOf(text, asked)),
  });
  const inForce = readOr(before, models) ?? shipped;
  const fresh = models(decodeWeights(bytes));
  const trained = result(bytes, judge(frozen, inForce), judge(frozen, fresh));
  if (trained.kind !== 'trained') return trained;
  const own = ownRows('frozen');
  const ownBefore = judge(own, inForce);
  const ownAfter = judge(own, fresh);
  const common = (judged: Measured): Record<string, number> =>
    own.length === 0 ? {} : { commonMacroF1: macroF1Of(judged) };
  return {
    ...trained,
    figures: { ...trained.figures, ...common(ownAfter) },
    before: { ...trained.before, ...common(ownBefore) },
    isWorse: trained.isWorse || isWorse(ownBefore, ownAfter),
  };
}

const human = 'human';
const logOdds = (share: number) => {
  const inside = Math.min(0.999, Math.max(0.001, share));
  return Math.log(inside / (1 - inside));
};

function trainHandoff({ learned, frozen, version, before }: TrainingTask): TrainingResult {
  const known = learned.filter(isKnown);
  const platt = fitPlatt(
    known.map(({ predicted }) => logOdds(predicted!)),
    known.map(({ label }) => (label === human ? 1 : 0)),
  );
  const rows = frozen.filter(isKnown);
  const measure = (recalibration: NonNullable<HandoffModel['recalibration']>): Measured => {
    const chances = rows.map(({ predicted }) => probabilityOf(recalibration, logOdds(predicted!)));
    return {
      right: rows.map(({ label }) => label),
      said: chances.map((chance) => (chance >= 0.5 ? human : 'assistant')),
      probabilities: chances.map((chance) => Math.max(chance, 1 - chance)),
    };
  };
  const inForce = readOr(before, recalibrationFrom) ?? { slope: 1, offset: 0 };
  const trained = result(
    encodeWeights(recalibrationWeights(platt, version)),
    measure(inForce),
    measure(platt),
  );
  // A slope below nothing turns the order around: the rows and the prediction do not speak of the same.
  return trained.kind === 'trained' && platt.slope <= 0 ? { ...trained, isWorse: true } : trained;
}
