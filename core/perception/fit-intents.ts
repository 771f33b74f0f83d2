import { type LinearModel, scoresOf, trainLinear } from '../learning/linear.ts';
import type { IntentFeature } from './intent-features.ts';
import { type IntentScores, placedFeatures, type Vocabulary } from './learned-intent.ts';

/** An example as the classifier reads it. */
export interface IntentRow {
  readonly features: readonly IntentFeature[];
  /** Place of its class. */
  readonly label: number;
  /** What it counts beside the others. */
  readonly weight: number;
}

export interface FittedIntents {
  readonly vocabulary: Vocabulary;
  readonly model: LinearModel;
}

const cost = 4;
const epochs = 8;
/** From so many examples on, what stands in only one of them is left out: it helps no other. */
const manyRows = 3_000;

/** One linear classifier for all classes; a class without rows is never the likeliest. */
export function fitIntents(rows: readonly IntentRow[], classes: readonly string[]): FittedIntents {
  const vocabulary = vocabularyOf(rows);
  const model = trainLinear(
    rows.map(({ features }) => placedFeatures(features, vocabulary).row),
    rows.map(({ label }) => label),
    classes,
    vocabulary.rarity.length,
    { loss: 'squared-hinge', cost, epochs, rowWeights: Float32Array.from(rows, ({ weight }) => weight) },
  );
  return { vocabulary, model };
}

export function scoresIn(
  { vocabulary, model }: FittedIntents,
  features: readonly IntentFeature[],
): IntentScores {
  const { row, known } = placedFeatures(features, vocabulary);
  return { scores: scoresOf(model, row), known };
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
