import { fnvOf } from '../chance/fnv.ts';
import type { SparseRow } from '../learning/sparse-row.ts';
import type { Columns, Weights } from '../learning/weights-file.ts';
import { crossedBits, crossedFeaturesOf, crossedScoreOf, lookAtPair } from './pair-features.ts';
import type { PairText } from './pair-text.ts';

/**
 * What one installation learned of its own customers' words, on top of the order that ships. Holds hashes only: no text,
 * no article.
 */
export interface OrderAdjustment {
  readonly version: string;
  /** To be added to the log odds that the line of the article is right, at most `mostAdjusted` either way. */
  of(question: PairText, line: PairText, articleId: string): number;
}

/** As much as anything that was learned here moves the log odds: what ships keeps its say. */
export const mostAdjusted = 3;

const name = 'order-adjustment';
const wordBits = 14;
const crossedSize = 1 << crossedBits;
const wordSize = 1 << wordBits;
/** Places of the table: differences between question and line first, then a customer's words with an article. */
export const adjustmentFeatures = crossedSize + wordSize;

/** Beside the differences, which are of length one, too. */
const wordShare = 1;

/** What an adjustment is learned over: how question and line differ, and which words of the question meet which article. */
export function adjustmentRow(question: PairText, line: PairText, articleId: string): SparseRow {
  const crossed = crossedFeaturesOf(lookAtPair(question, line));
  const words = wordPlaces(question, articleId).sort();
  const value = words.length === 0 ? 0 : wordShare / Math.sqrt(words.length);
  const indices = new Uint32Array(crossed.indices.length + words.length);
  const values = new Float32Array(indices.length).fill(value);
  indices.set(crossed.indices);
  values.set(crossed.values);
  indices.set(
    words.map((place) => crossedSize + place),
    crossed.indices.length,
  );
  return { indices, values };
}

/** Words of the question, and its neighbouring characters, each with the article. */
function wordPlaces({ words, units }: PairText, articleId: string): Int32Array {
  const article = fnvOf(articleId);
  const places = new Set<number>();
  for (const word of words) places.add(placeOf(mixed(article, word)));
  for (let n = 0; n + 1 < units.length; n++) places.add(placeOf(mixed(article, mixed(units[n]!, units[n + 1]!))));
  return Int32Array.from(places);
}

/** `table` is of `adjustmentFeatures`. Kept in 8 bits. */
export function adjustmentWeights(
  table: Float32Array,
  version: string,
): { readonly weights: Weights; readonly columns: Columns } {
  return {
    weights: {
      name,
      version,
      head: {},
      tensors: { crossed: table.slice(0, crossedSize), words: table.slice(crossedSize) },
    },
    columns: { crossed: 1, words: 1 },
  };
}

/** Throws an `Error` where the weights are of something else. */
export function readAdjustment({ name: told, version, tensors }: Weights): OrderAdjustment {
  const { crossed, words } = tensors;
  if (told !== name || crossed?.length !== crossedSize || words?.length !== wordSize)
    throw new Error(`The weights of ${told} are no order of an installation.`);
  if (!crossed.every(Number.isFinite) || !words.every(Number.isFinite))
    throw new Error('The weights hold what is no number.');
  return {
    version,
    of(question, line, articleId) {
      const places = wordPlaces(question, articleId);
      let sum = 0;
      for (const place of places) sum += words[place]!;
      const own = places.length === 0 ? 0 : (wordShare * sum) / Math.sqrt(places.length);
      const score = own + crossedScoreOf(lookAtPair(question, line), crossed);
      return Math.max(-mostAdjusted, Math.min(mostAdjusted, score));
    },
  };
}

function mixed(one: number, other: number): number {
  let hash = Math.imul(one ^ (other >>> 15), 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return hash ^ (hash >>> 16);
}

const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - wordBits);
