import { probabilityOf, softmax } from '../learning/calibrate.ts';
import { bestOf } from '../learning/linear.ts';
import { shareOf } from '../learning/odds.ts';
import type { Weights } from '../learning/weights-file.ts';
import {
  contentIndices,
  familyWeights,
  type IntentFeature,
  intentFeatures,
  intentText,
  visitGrams,
} from './intent-features.ts';

/** What is asked, by a message that somebody has labelled. */
export interface IntentExample {
  readonly text: string;
  /** `null`: none of the intents, out of scope. */
  readonly intent: string | null;
}

/** What one message asks, as far as the examples tell. */
export interface IntentReading {
  /** The likeliest of the intents, also where the message is probably out of scope. */
  readonly intent: string;
  /** 0 to 1: of the readings with 0.8 four in five are right. */
  readonly probability: number;
  /** Probably none of the intents. */
  readonly outOfScope: boolean;
  /** 0 to 1. */
  readonly outOfScopeProbability: number;
  /** The words that spoke for the intent rather than for others, the strongest first. */
  readonly evidence: readonly { readonly words: string; readonly weight: number }[];
}

/** Reads messages by weights from `trainIntents`. */
export interface LearnedIntents {
  readonly name: string;
  readonly intents: readonly string[];
  readonly version: string;
  of(text: string): IntentReading;
}

/** What stands in the head of the weights. */
export interface IntentHead {
  /** Without the one for out of scope. */
  readonly intents: readonly string[];
  readonly sharpness: number;
  readonly platt: { readonly slope: number; readonly offset: number };
  readonly gate: Gate;
  /** The rarity of what no example held. */
  readonly unseenRarity: number;
}

/** The judgement "none of these": a logistic regression on a handful of signs, and where it says so. */
export interface Gate {
  readonly weights: readonly number[];
  readonly offset: number;
  readonly threshold: number;
}

/** Scores of one message by the classes, and the share of it that the examples have prepared for. */
export interface IntentScores {
  readonly scores: Float64Array;
  /** 0 (nothing of it was ever seen) to 1. */
  readonly known: number;
  /** The same of the words that say what it is about; 0 where it has none. */
  readonly content: number;
  /** 1 where it has a Chinese character: a house mostly knows one language better. */
  readonly isChinese: number;
}

/** Where every gram is kept, and how rare it is. */
export interface Vocabulary {
  readonly places: ReadonlyMap<number, number>;
  readonly rarity: Float32Array;
  readonly unseenRarity: number;
}

/**
 * The features by their place, every family of length one before its weight, the row of length one. `known` is the
 * share of the squared rarities that the vocabulary holds.
 */
export function placedFeatures(
  features: readonly IntentFeature[],
  { places, rarity, unseenRarity }: Vocabulary,
) {
  const squares = familyWeights.map(() => 0);
  const indices: number[] = [];
  const values: number[] = [];
  const families: number[] = [];
  let seen = 0;
  let all = 0;
  for (const { index, family, value } of features) {
    const place = places.get(index);
    const weight = value * (place === undefined ? unseenRarity : rarity[place]!);
    all += weight * weight;
    squares[family]! += weight * weight;
    if (place === undefined) continue;
    seen += weight * weight;
    indices.push(place);
    values.push(weight);
    families.push(family);
  }
  const total = squares.reduce(
    (sum, square, family) => sum + (square > 0 ? familyWeights[family]! ** 2 : 0),
    0,
  );
  const scaled = values.map(
    (value, n) => (value * familyWeights[families[n]!]!) / Math.sqrt(squares[families[n]!]! * total),
  );
  return {
    row: { indices: Uint32Array.from(indices), values: Float32Array.from(scaled) },
    known: all === 0 ? 0 : seen / all,
  };
}

export const isChineseIn = (text: string): number => (/\p{Script=Han}/u.test(text) ? 1 : 0);

/** Of the squared rarities of what a message is about, the share that the vocabulary holds; 0 where that is nothing. */
export function knownContent(
  indices: readonly number[],
  { places, rarity, unseenRarity }: Vocabulary,
): number {
  let seen = 0;
  let all = 0;
  for (const index of indices) {
    const place = places.get(index);
    const weight = (place === undefined ? unseenRarity : rarity[place]!) ** 2;
    all += weight;
    if (place !== undefined) seen += weight;
  }
  return all === 0 ? 0 : seen / all;
}

/** The signs that the gate weighs. `scores` as the model gives them, the out-of-scope class last where it is known. */
export function gateSigns(
  { scores, known, content, isChinese }: IntentScores,
  head: Pick<IntentHead, 'intents' | 'sharpness'>,
): number[] {
  const own = scores.subarray(0, head.intents.length);
  const best = bestOf(own);
  const chances = softmax(own, head.sharpness);
  const others = own.map((score, n) => (n === best ? Number.NEGATIVE_INFINITY : score));
  const second = head.intents.length > 1 ? others[bestOf(others)]! : -1;
  const outside = scores.length > head.intents.length ? scores[scores.length - 1]! : 0;
  const chance = Math.min(1 - 1e-6, Math.max(1e-6, chances[best]!));
  return [
    own[best]!,
    own[best]! - second,
    Math.log(chance / (1 - chance)),
    known,
    outside,
    content,
    isChinese,
  ];
}

export const gateProbability = ({ weights, offset }: Gate, signs: readonly number[]): number =>
  shareOf(signs.reduce((sum, sign, n) => sum + sign * (weights[n] ?? 0), offset));

const mostEvidence = 5;

/** Throws an `Error` where the weights are not those of intents. */
export function readIntents(weights: Weights): LearnedIntents {
  const { indices, rarity, weights: matrix, bias } = weights.tensors;
  if (weights.name !== 'intents' || !indices || !rarity || !matrix || !bias)
    throw new Error('These weights are not those of intents.');
  const head = weights.head as unknown as IntentHead;
  const vocabulary: Vocabulary = {
    places: new Map(Array.from(indices, (index, place) => [index, place])),
    rarity,
    unseenRarity: head.unseenRarity,
  };
  const width = bias.length;
  const means = new Float32Array(rarity.length);
  for (let place = 0, n = 0; place < means.length; place++) {
    let sum = 0;
    for (const end = n + width; n < end; n++) sum += matrix[n]!;
    means[place] = sum / width;
  }

  const scoresOfText = (text: string): IntentScores => {
    const { row, known } = placedFeatures(intentFeatures(text), vocabulary);
    const content = knownContent(contentIndices(text), vocabulary);
    const scores = Float64Array.from(bias);
    row.indices.forEach((place, n) => {
      const start = place * width;
      const value = row.values[n]!;
      for (let at = 0; at < width; at++) scores[at]! += value * matrix[start + at]!;
    });
    return { scores, known, content, isChinese: isChineseIn(text) };
  };

  /** The words whose weight for the intent is above what they weigh for the others on average. */
  const evidenceOf = (text: string, intent: number): IntentReading['evidence'] => {
    const found = new Map<string, number>();
    visitGrams(intentText(text), (_, gram, index) => {
      if (!/^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?$/u.test(gram)) return;
      const place = vocabulary.places.get(index());
      if (place === undefined) return;
      const start = place * width;
      const gain = (matrix[start + intent]! - means[place]!) * rarity[place]!;
      if (gain > 0) found.set(gram, Math.max(found.get(gram) ?? 0, gain));
    });
    return [...found]
      .sort((one, other) => other[1] - one[1])
      .slice(0, mostEvidence)
      .map(([words, weight]) => ({ words, weight }));
  };

  return {
    name: weights.name,
    intents: head.intents,
    version: weights.version,
    of: (text) => {
      const seen = scoresOfText(text);
      const signs = gateSigns(seen, head);
      const best = bestOf(seen.scores.subarray(0, head.intents.length));
      const outside = gateProbability(head.gate, signs);
      return {
        intent: head.intents[best]!,
        probability: probabilityOf(head.platt, signs[2]!),
        outOfScope: outside > head.gate.threshold,
        outOfScopeProbability: outside,
        evidence: evidenceOf(text, best),
      };
    },
  };
}
