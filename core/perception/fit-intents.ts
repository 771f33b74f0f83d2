import { flattenedBag, trainEmbeddingBag } from '../learning/embedding-bag.ts';
import { type LinearModel, scoresOf, trainLinear } from '../learning/linear.ts';
import type { SparseRow } from '../learning/sparse-row.ts';
import type { IntentFeature } from './intent-features.ts';
import { type IntentScores, knownContent, placedFeatures, type Vocabulary } from './learned-intent.ts';

/** An example as the classifier reads it. */
export interface IntentRow {
  readonly features: readonly IntentFeature[];
  /** See `contentIndices`. */
  readonly content: readonly number[];
  readonly isChinese: number;
  /** Place of its class. */
  readonly label: number;
  /** What it counts beside the others. */
  readonly weight: number;
}

export interface FittedIntents {
  readonly vocabulary: Vocabulary;
  readonly model: LinearModel;
}

const margins = { loss: 'squared-hinge', cost: 4, epochs: 8 } as const;
/** What a score of the bag, a log probability, counts beside a margin. */
const shareOfBag = 0.1;
const bagOptions = { dimensions: 32, rate: 1 } as const;
/** Few rows have to be passed oftener until the vectors have moved far enough. */
const passes = { few: 40, many: 12 } as const;
/** From so many examples on, what stands in only one of them is left out: it helps no other. */
const manyRows = 3_000;

/**
 * One linear classifier for all classes, the sum of two that err differently: one against the rest by margins, which
 * weighs every feature for itself, and an embedding bag, in which features that speak for the same intents come to lie
 * together. A class without rows is never the likeliest.
 */
export function fitIntents(rows: readonly IntentRow[], classes: readonly string[]): FittedIntents {
  const vocabulary = vocabularyOf(rows);
  const placed = rows.map(({ features }) => placedFeatures(features, vocabulary).row);
  const labels = rows.map(({ label }) => label);
  const rowWeights = Float32Array.from(rows, ({ weight }) => weight);
  const features = vocabulary.rarity.length;
  const model = trainLinear(placed, labels, classes, features, { ...margins, rowWeights });
  const bag = flattenedBag(
    trainEmbeddingBag(placed, labels, classes, features, {
      ...bagOptions,
      epochs: rows.length >= manyRows ? passes.many : passes.few,
      mass: meanMass(placed),
      rowWeights,
    }),
  );
  bag.weights.forEach((weight, n) => {
    model.weights[n]! += shareOfBag * weight;
  });
  bag.bias.forEach((bias, n) => {
    model.bias[n]! += shareOfBag * bias;
  });
  return { vocabulary, model };
}

/** The mean of the sums of the rows' values. */
function meanMass(rows: readonly SparseRow[]): number {
  const sum = rows.reduce((all, { values }) => all + values.reduce((own, value) => own + value, 0), 0);
  return sum > 0 ? sum / rows.length : 1;
}

export function scoresIn(
  { vocabulary, model }: FittedIntents,
  { features, content, isChinese }: Pick<IntentRow, 'features' | 'content' | 'isChinese'>,
): IntentScores {
  const { row, known } = placedFeatures(features, vocabulary);
  return { scores: scoresOf(model, row), known, content: knownContent(content, vocabulary), isChinese };
}

/** What the rows hold, and how rare it is: the root of ln(rows ÷ rows that hold it). */
function vocabularyOf(rows: readonly IntentRow[]): Vocabulary {
  const counts = new Map<number, number>();
  for (const { features } of rows)
    for (const { index } of features) counts.set(index, (counts.get(index) ?? 0) + 1);
  const least = rows.length >= manyRows ? 2 : 1;
  const kept = [...counts].filter(([, count]) => count >= least).sort(([one], [other]) => one - other);
  const rarityOf = (count: number) => Math.sqrt(Math.log((1 + rows.length) / Math.min(count, rows.length)));
  return {
    places: new Map(kept.map(([index], at) => [index, at])),
    rarity: Float32Array.from(kept, ([, count]) => rarityOf(count)),
    unseenRarity: rarityOf(1),
  };
}
