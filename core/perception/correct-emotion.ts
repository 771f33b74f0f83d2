import { softmax } from '../learning/calibrate.ts';
import { type FeatureSpec, featuresOf, hashFeatures } from '../learning/hash-features.ts';
import { bestOf, type LinearModel, scoresOf } from '../learning/linear.ts';
import { trainSoftmax } from '../learning/softmax-regression.ts';
import type { Weights } from '../learning/weights-file.ts';
import { type Emotion, emotions } from '../terms/perception.ts';
import type { Mood } from './emotion.ts';
import { readText } from './read-text.ts';

/** A message, what was perceived without any correction, and what is right. */
export interface CorrectedRow {
  readonly text: string;
  readonly perceived: Emotion;
  readonly right: Emotion;
  /** 1 where none is given. */
  readonly weight?: number;
}

/** What an installation's corrections teach beside what ships. */
export interface EmotionCorrection {
  readonly name: 'emotion-correction';
  readonly version: string;
  /** The mood with what the corrections say of such words; the same mood where they say nothing. */
  correct(text: string, mood: Mood): Mood;
  /** The pieces that speak for and against an emotion, strongest first. */
  partsFor(text: string, emotion: Emotion): readonly { readonly words: string; readonly weight: number }[];
}

const name = 'emotion-correction';
const spec: FeatureSpec = { bits: 12, characters: [2, 4], words: [1, 2] };
/** The log odds with which what was perceived stands before any correction: right about nine times in ten. */
export const trustInPerceived = 3;
/** What only corrections tell makes no customer furious, as with what was learned elsewhere. */
const intensities = { least: 0.3, most: 0.5 };
const mostParts = 8;
const offsetsFor = (perceived: Emotion) =>
  emotions.map((emotion) => (emotion === perceived ? trustInPerceived : 0));

/**
 * A softmax regression over hashed pieces of words on top of what was perceived: each row starts at the log odds of
 * that, so that only words of corrected messages move anything. The same rows give the same weights.
 */
export function trainEmotionCorrection(rows: readonly CorrectedRow[], version: string): Weights {
  const model = trainSoftmax(
    rows.map(({ text }) => hashFeatures(readText(text), spec)),
    rows.map(({ right }) => emotions.indexOf(right)),
    emotions,
    2 ** spec.bits,
    {
      epochs: 12,
      rate: 0.3,
      offsets: rows.map(({ perceived }) => offsetsFor(perceived)),
      rowWeights: Float32Array.from(rows, ({ weight = 1 }) => weight),
    },
  );
  return { name, version, head: {}, tensors: { weights: model.weights } };
}

/** Throws an `Error` where the weights are of something else. */
export function readEmotionCorrection(weights: Weights): EmotionCorrection {
  const matrix = weights.tensors.weights;
  const features = 2 ** spec.bits;
  if (weights.name !== name || matrix?.length !== features * emotions.length)
    throw new Error(`The weights of ${weights.name} are no correction of emotions.`);
  if (!matrix.every(Number.isFinite)) throw new Error('The weights hold what is no number.');
  const bias = new Float32Array(emotions.length);
  const model: LinearModel = { classes: emotions, features, weights: matrix, bias };
  const partsFor = (text: string, emotion: Emotion) => {
    const place = emotions.indexOf(emotion);
    const found = new Map<string, number>();
    for (const { index, gram } of featuresOf(readText(text), spec)) {
      const row = matrix.subarray(index * emotions.length, (index + 1) * emotions.length);
      const mean = row.reduce((sum, weight) => sum + weight, 0) / emotions.length;
      if (/[\p{L}\p{N}]/u.test(gram)) found.set(gram.trim(), row[place]! - mean);
    }
    return [...found]
      .map(([words, weight]) => ({ words, weight }))
      .filter(({ weight }) => Math.abs(weight) > 0.05)
      .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
      .slice(0, mostParts);
  };
  return {
    name,
    version: weights.version,
    partsFor,
    correct(text, mood) {
      const offsets = offsetsFor(mood.emotion);
      const scores = scoresOf(model, hashFeatures(readText(text), spec)).map(
        (score, place) => score + offsets[place]!,
      );
      const place = bestOf(scores);
      const emotion = emotions[place]!;
      if (emotion === mood.emotion) return mood;
      if (emotion === 'neutral') return { emotion, intensity: 0, words: [] };
      const share = softmax(scores)[place]!;
      const intensity = intensities.least + (intensities.most - intensities.least) * share;
      const words = partsFor(text, emotion)
        .filter(({ weight }) => weight > 0)
        .slice(0, 3)
        .map((part) => part.words);
      return { emotion, intensity: Math.round(intensity * 100) / 100, words };
    },
  };
}
