import { fnvOf } from '../chance/fnv.ts';
import { type TreeModel, type TreeOptions, trainTrees } from '../learning/boosted-trees.ts';
import { trainLinear } from '../learning/linear.ts';
import type { Coverage } from './confidence.ts';
import { crossedBits, crossedFeaturesOf, lookAtPair } from './pair-features.ts';
import {
  featuresOfPair,
  type PairModel,
  type PlacedText,
  pairFeatures,
  placed,
  placeFeatures,
  rarityBits,
  rarityFrom,
  withPlace,
} from './pair-model.ts';
import { type PairText, readPairText } from './pair-text.ts';
import { trainPairVectors, vectorPartsOf } from './pair-vectors.ts';
import type { Segment } from './terms-of-text.ts';

/** Two texts that mean the same, or do not. */
export interface TrainingPair {
  readonly question: string;
  readonly text: string;
  readonly same: boolean;
  /** How much it counts; 1 where none is given. */
  readonly weight?: number;
}

/** What a search found for a question, best first. */
export interface TrainingSearch {
  readonly question: string;
  readonly found: readonly {
    readonly text: string;
    readonly relevance: number;
    readonly coverage: Coverage;
    readonly right: boolean;
  }[];
  /** How much it counts; 1 where none is given. */
  readonly weight?: number;
}

export interface PairTraining {
  readonly pairs: readonly TrainingPair[];
  readonly searches: readonly TrainingSearch[];
  readonly segment: Segment;
}

/** The trees learn from what the other learners say of rows that those did not see: from so many parts in turn. */
const folds = 3;
/** The first so many wrong ones of a search count as pairs that differ, for the learners below the trees. */
const hardest = 3;
const crossing = { loss: 'logistic', cost: 2, epochs: 15 } as const;
const treesOfPairs: TreeOptions = {
  loss: 'logistic',
  rounds: 200,
  rate: 0.08,
  leaves: 24,
  leafRows: 20,
  rowShare: 0.7,
  columnShare: 0.6,
};
const treesOfSearches: TreeOptions = {
  loss: 'logistic',
  rounds: 150,
  rate: 0.1,
  leaves: 24,
  leafRows: 30,
  rowShare: 0.6,
  columnShare: 0.5,
};

type Learners = Pick<PairModel, 'rarity' | 'crossed' | 'constant' | 'vectors'>;

/** Trains all of it. The same input gives the same model. Without searches `found` knows only its constant. */
export function trainPairModel(training: PairTraining): PairModel {
  return trainPairModels(training, [[]])[0]!;
}

/** One model for each list of features (their names) that the trees do without: what each of them brings. */
export function trainPairModels(
  { pairs, searches, segment }: PairTraining,
  without: readonly (readonly string[])[],
): PairModel[] {
  const read = new Map<string, PairText>();
  const textOf = (text: string): PairText => {
    let known = read.get(text);
    if (!known) {
      known = readPairText(text, segment);
      read.set(text, known);
    }
    return known;
  };
  for (const { question, text } of pairs) {
    textOf(question);
    textOf(text);
  }
  for (const { question, found } of searches) {
    textOf(question);
    for (const { text } of found) textOf(text);
  }
  const rarity = rarityOf([...read.values()]);
  const hard = searches.flatMap(({ question, found }): TrainingPair[] =>
    found
      .slice(0, hardest)
      .filter(({ right }) => !right)
      .map(({ text }) => ({ question, text, same: false })),
  );
  const everything = [...pairs, ...hard];
  const whole = learn(everything, textOf, rarity);
  const parts = Array.from({ length: folds }, (_, fold) => {
    const learners = learn(
      everything.filter(({ question }) => foldOf(question) !== fold),
      textOf,
      rarity,
    );
    return { learners, placedText: remembered((text) => placed(learners, textOf(text))) };
  });
  const unseen = (question: string, text: string): Float32Array => {
    const { learners, placedText } = parts[foldOf(question)]!;
    return featuresOfPair(learners, placedText(question), placedText(text));
  };
  const pairRows = pairs.map(({ question, text }) => unseen(question, text));
  const foundRows: Float32Array[] = [];
  const rights: number[] = [];
  const rowWeights: number[] = [];
  for (const { question, found, weight } of searches)
    found.forEach(({ text, relevance, coverage, right }, rank) => {
      const place = { relevance, best: found[0]!.relevance, rank, coverage };
      foundRows.push(withPlace(unseen(question, text), place));
      rights.push(right ? 1 : 0);
      rowWeights.push(weight ?? 1);
    });
  return without.map((names) => ({
    ...whole,
    same: grow(
      pairRows,
      pairFeatures,
      names,
      pairs.map(({ same }) => (same ? 1 : 0)),
      { ...treesOfPairs, rowWeights: pairs.map(({ weight }) => weight ?? 1) },
    ),
    found: grow(foundRows, [...pairFeatures, ...placeFeatures], names, rights, {
      ...treesOfSearches,
      rowWeights,
    }),
  }));
}

/** By the question alone, so that all that is known of it falls on one side. */
const foldOf = (question: string): number => (Math.imul(fnvOf(question), 0x9e3779b1) >>> 16) % folds;

function remembered(make: (text: string) => PlacedText): (text: string) => PlacedText {
  const known = new Map<string, PlacedText>();
  return (text) => {
    let one = known.get(text);
    if (!one) {
      one = make(text);
      known.set(text, one);
    }
    return one;
  };
}

function learn(
  pairs: readonly TrainingPair[],
  textOf: (text: string) => PairText,
  rarity: Float32Array,
): Learners {
  const labels = pairs.map(({ same }) => (same ? 1 : 0));
  const rowWeights = Float32Array.from(pairs, ({ weight }) => weight ?? 1);
  const linear = trainLinear(
    pairs.map(({ question, text }) => crossedFeaturesOf(lookAtPair(textOf(question), textOf(text)))),
    labels,
    ['different', 'same'],
    1 << crossedBits,
    { ...crossing, rowWeights },
  );
  const places = new Map<string, number>();
  for (const { question, text } of pairs)
    for (const one of [question, text]) if (!places.has(one)) places.set(one, places.size);
  const vectors = trainPairVectors(
    [...places.keys()].map((text) => vectorPartsOf(textOf(text), rarityFrom(rarity))),
    pairs.map(({ question, text, same, weight }) => ({
      one: places.get(question)!,
      other: places.get(text)!,
      same,
      weight: weight ?? 1,
    })),
  );
  return {
    rarity,
    crossed: Float32Array.from({ length: 1 << crossedBits }, (_, n) => linear.weights[n * 2 + 1]!),
    constant: linear.bias[1]!,
    vectors,
  };
}

/** How rare each unit and word is: the logarithm of one over the share of texts that hold it. */
function rarityOf(texts: readonly PairText[]): Float32Array {
  const counts = new Float32Array(1 << rarityBits);
  for (const { units, words } of texts)
    for (const hash of new Set([...units, ...words]))
      counts[Math.imul(hash, 0x9e3779b1) >>> (32 - rarityBits)]! += 1;
  return counts.map((count) => Math.log(1 + texts.length / (count + 1)));
}

function grow(
  rows: readonly Float32Array[],
  features: readonly string[],
  without: readonly string[],
  targets: readonly number[],
  options: TreeOptions,
): TreeModel {
  const columns = features.length;
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, n) => {
    values.set(row.subarray(0, columns), n * columns);
  });
  // A column that never changes is never asked for.
  for (const name of without) {
    const column = features.indexOf(name);
    if (column >= 0) for (let n = 0; n < rows.length; n++) values[n * columns + column] = 0;
  }
  return trainTrees({ rows: rows.length, columns, values }, targets, options);
}
