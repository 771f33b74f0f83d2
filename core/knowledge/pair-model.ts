import { type TreeModel, treeScores } from '../learning/boosted-trees.ts';
import { treesFrom, treeTensors } from '../learning/boosted-trees-weights.ts';
import type { Columns, Weights } from '../learning/weights-file.ts';
import type { Coverage } from './confidence.ts';
import {
  crossedScoreOf,
  lookAtPair,
  plainFeatures,
  plainFeaturesOf,
  type WeightOf,
} from './pair-features.ts';
import type { PairText } from './pair-text.ts';
import { cosineOf, type PairVectors, placeTextOf } from './pair-vectors.ts';

/** What was learned of pairs of questions. Holds hashes only, no text. */
export interface PairModel {
  /** Rarity by hash, 2^`rarityBits`. */
  readonly rarity: Float32Array;
  /** Which differences keep the meaning and which lose it, by crossed feature, and the constant. */
  readonly crossed: Float32Array;
  readonly constant: number;
  readonly vectors: PairVectors;
  /** Whether two questions mean the same, over the features of `pairFeatures`. */
  readonly same: TreeModel;
  /** Whether a question that was found is the right one, over those of `pairFeatures` and then of `placeFeatures`. */
  readonly found: TreeModel;
}

export const rarityBits = 15;
/** Names of the features of a pair: the plain ones and what two learners say. */
export const pairFeatures: readonly string[] = [...plainFeatures, 'crossed', 'cosine'];
const coverageFeatures = [
  'question',
  'line',
  'passage',
  'article',
  'surface',
  'matters',
  'mattersMissed',
  'mattersAdded',
  'support',
  'lineRank',
  'passageRank',
] as const satisfies readonly (keyof Coverage)[];
/** Names of what the search knows of a question that it found. */
export const placeFeatures: readonly string[] = [
  'relevance',
  'ofBest',
  'behindBest',
  'rank',
  ...coverageFeatures,
];
const lastRank = 10;

/** Where a found question stands in its search. */
export interface FoundPlace {
  readonly relevance: number;
  /** The relevance of the first. */
  readonly best: number;
  /** 0 is the first. */
  readonly rank: number;
  readonly coverage: Coverage;
}

export const rarityFrom =
  (rarity: Float32Array): WeightOf =>
  (hash) =>
    rarity[Math.imul(hash, 0x9e3779b1) >>> (32 - rarityBits)]!;

/** A text that was read and placed once and is compared with many. */
export interface PlacedText {
  readonly text: PairText;
  readonly place: Float32Array;
}

type Learners = Pick<PairModel, 'rarity' | 'crossed' | 'constant' | 'vectors'>;

export function placed(model: Pick<PairModel, 'rarity' | 'vectors'>, text: PairText): PlacedText {
  const place = new Float32Array(model.vectors.dimensions);
  placeTextOf(model.vectors, text, rarityFrom(model.rarity), place);
  return { text, place };
}

/** The features of a pair, with room for those of a place. */
export function featuresOfPair(model: Learners, one: PlacedText, other: PlacedText): Float32Array {
  const out = new Float32Array(pairFeatures.length + placeFeatures.length);
  const look = lookAtPair(one.text, other.text);
  plainFeaturesOf(look, rarityFrom(model.rarity), out);
  out[plainFeatures.length] = model.constant + crossedScoreOf(look, model.crossed);
  out[plainFeatures.length + 1] = cosineOf(one.place, other.place);
  return out;
}

/** Puts what the search knows behind the features of a pair. */
export function withPlace(features: Float32Array, found: FoundPlace): Float32Array {
  const { relevance, best, rank, coverage } = found;
  let at = pairFeatures.length;
  features[at++] = relevance;
  features[at++] = best === 0 ? 0 : relevance / best;
  features[at++] = best - relevance;
  features[at++] = Math.min(rank, lastRank);
  for (const name of coverageFeatures) features[at++] = coverage[name];
  return features;
}

/** Log odds that two questions mean the same. Symmetric. */
export function samenessOf(model: PairModel, one: PlacedText, other: PlacedText): number {
  return treeScores(model.same, featuresOfPair(model, one, other))[0]!;
}

/** Log odds that what a search found is right. */
export function rightnessOf(
  model: PairModel,
  question: PlacedText,
  found: PlacedText,
  place: FoundPlace,
): number {
  return treeScores(model.found, withPlace(featuresOfPair(model, question, found), place))[0]!;
}

/** The model as weights of a file, with the tensors that bear 8 bits. */
export function pairWeights(
  model: PairModel,
  version: string,
): { readonly weights: Weights; readonly columns: Columns } {
  const trees = (name: string, of: TreeModel) =>
    Object.fromEntries(Object.entries(treeTensors(of)).map(([part, values]) => [`${name}.${part}`, values]));
  const { rarity, crossed, constant, vectors } = model;
  return {
    weights: {
      name: 'retrieval',
      version,
      head: { features: pairFeatures.length, places: placeFeatures.length, dimensions: vectors.dimensions },
      tensors: {
        rarity,
        crossed,
        constant: Float32Array.of(constant),
        vectors: vectors.vectors,
        ...trees('same', model.same),
        ...trees('found', model.found),
      },
    },
    columns: { rarity: 1, crossed: 1, vectors: vectors.dimensions },
  };
}

/** Reads what `pairWeights` made. Throws an `Error` where the weights are of something else or of other features. */
export function readPairModel({ name, head, tensors }: Weights): PairModel {
  if (name !== 'retrieval') throw new Error(`These are weights of ${name}, not of retrieval.`);
  if (head.features !== pairFeatures.length || head.places !== placeFeatures.length)
    throw new Error('The weights of retrieval were learned over other features.');
  const tensor = (part: string): Float32Array => {
    const values = tensors[part];
    if (!values) throw new Error(`The weights of retrieval have no ${part}.`);
    return values;
  };
  const trees = (prefix: string) =>
    treesFrom(
      Object.fromEntries(
        Object.entries(tensors)
          .filter(([part]) => part.startsWith(`${prefix}.`))
          .map(([part, values]) => [part.slice(prefix.length + 1), values]),
      ),
    );
  const dimensions = Number(head.dimensions);
  return {
    rarity: tensor('rarity'),
    crossed: tensor('crossed'),
    constant: tensor('constant')[0]!,
    vectors: { dimensions, vectors: tensor('vectors') },
    same: trees('same'),
    found: trees('found'),
  };
}
