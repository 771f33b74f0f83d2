import { createRandom } from '../chance/random.ts';
import type { SparseRow } from '../learning/sparse-row.ts';
import type { WeightOf } from './pair-features.ts';
import type { PairText } from './pair-text.ts';

/** One vector for each place of hashed words, units and pairs of units; a text lies where their weighed sum points. */
export interface PairVectors {
  readonly dimensions: number;
  /** 2^`vectorBits` × dimensions. */
  readonly vectors: Float32Array;
}

export const vectorBits = 14;
const wordShare = 0.2;
const unitShare = 0.1;
const pairShare = 0.7;

/** Tells the parts of a text as places of the table, with their weights; a place may come twice. */
function eachPart(
  { words, units }: PairText,
  weightOf: WeightOf,
  add: (place: number, value: number) => void,
): void {
  for (let n = 0; n < words.length; n++) add(placeOf(mixed(1, words[n]!)), wordShare * weightOf(words[n]!));
  for (let n = 0; n < units.length; n++) add(placeOf(mixed(2, units[n]!)), unitShare * weightOf(units[n]!));
  for (let n = 0; n + 1 < units.length; n++) add(placeOf(mixed(units[n]!, units[n + 1]!)), pairShare);
}

const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - vectorBits);

/** The parts of a text as places of the table, each once, with their weights. */
export function vectorPartsOf(text: PairText, weightOf: WeightOf): SparseRow {
  const sums = new Map<number, number>();
  eachPart(text, weightOf, (place, value) => sums.set(place, (sums.get(place) ?? 0) + value));
  return { indices: Uint32Array.from(sums.keys()), values: Float32Array.from(sums.values()) };
}

function mixed(one: number, other: number): number {
  let hash = Math.imul(one ^ (other >>> 15), 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return hash ^ (hash >>> 16);
}

/** Where the text lies, of length one, into `out`. Returns the length before. */
export function placeText(table: PairVectors, { indices, values }: SparseRow, out: Float32Array): number {
  out.fill(0);
  for (let n = 0; n < indices.length; n++) addVector(table, indices[n]!, values[n]!, out);
  return scaled(out);
}

/** As `placeText`, from the text itself. */
export function placeTextOf(
  table: PairVectors,
  text: PairText,
  weightOf: WeightOf,
  out: Float32Array,
): number {
  out.fill(0);
  eachPart(text, weightOf, (place, value) => addVector(table, place, value, out));
  return scaled(out);
}

function addVector(
  { dimensions, vectors }: PairVectors,
  place: number,
  value: number,
  out: Float32Array,
): void {
  const start = place * dimensions;
  for (let d = 0; d < dimensions; d++) out[d]! += value * vectors[start + d]!;
}

/** To length one. Returns the length before. */
function scaled(out: Float32Array): number {
  const dimensions = out.length;
  let squares = 1e-9;
  for (let d = 0; d < dimensions; d++) squares += out[d]! * out[d]!;
  const length = Math.sqrt(squares);
  for (let d = 0; d < dimensions; d++) out[d]! /= length;
  return length;
}

/** The cosine between two placed texts. */
export function cosineOf(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < one.length; d++) sum += one[d]! * other[d]!;
  return sum;
}

/** Two texts, by their places in `texts`, and whether they mean the same. */
export interface VectorPair {
  readonly one: number;
  readonly other: number;
  readonly same: boolean;
  readonly weight: number;
}

const dimensions = 32;
const epochs = 8;
const rate = 0.05;
const slowly = 0.02;

/**
 * Siamese training (Bromley et al., "Signature Verification using a Siamese Time Delay Neural Network", NeurIPS 1993): the
 * cosine of two texts is moved until it tells equal pairs from different ones, each place of the table at its own pace
 * (AdaGrad, Duchi et al., JMLR 12, 2011). The same input gives the same table.
 */
export function trainPairVectors(
  texts: readonly SparseRow[],
  pairs: readonly VectorPair[],
  seed = 1,
): PairVectors {
  const { next } = createRandom(seed, 11);
  const size = 1 << vectorBits;
  const vectors = new Float32Array(size * dimensions);
  for (let n = 0; n < vectors.length; n++) vectors[n] = (next() * 2 - 1) / Math.sqrt(dimensions);
  const table = { dimensions, vectors };
  const moved = new Float32Array(size).fill(1e-4);
  const left = new Float32Array(dimensions);
  const right = new Float32Array(dimensions);
  const change = new Float32Array(dimensions);
  let slope = 4;
  let offset = -2;
  const order = Uint32Array.from(pairs, (_, n) => n);
  const steps = epochs * pairs.length;
  for (let step = 0; step < steps; step++) {
    const place = step % pairs.length;
    const swap = place + Math.floor(next() * (pairs.length - place));
    const n = order[swap]!;
    order[swap] = order[place]!;
    order[place] = n;
    const { one, other, same, weight } = pairs[n]!;
    const pace = rate * (1 - step / steps);
    const leftLength = placeText(table, texts[one]!, left);
    const rightLength = placeText(table, texts[other]!, right);
    const cosine = cosineOf(left, right);
    const error = weight * (1 / (1 + Math.exp(-(slope * cosine + offset))) - (same ? 1 : 0));
    const pull = error * slope;
    slope -= pace * slowly * error * cosine;
    offset -= pace * slowly * error;
    for (let d = 0; d < dimensions; d++) change[d] = (pull * (right[d]! - cosine * left[d]!)) / leftLength;
    follow(texts[one]!);
    for (let d = 0; d < dimensions; d++) change[d] = (pull * (left[d]! - cosine * right[d]!)) / rightLength;
    follow(texts[other]!);

    function follow({ indices, values }: SparseRow): void {
      let squares = 0;
      for (let d = 0; d < dimensions; d++) squares += change[d]! * change[d]!;
      squares /= dimensions;
      for (let k = 0; k < indices.length; k++) {
        const index = indices[k]!;
        const value = values[k]!;
        moved[index]! += squares * value * value;
        const by = (pace * value) / Math.sqrt(moved[index]!);
        const start = index * dimensions;
        for (let d = 0; d < dimensions; d++) vectors[start + d]! -= by * change[d]!;
      }
    }
  }
  return table;
}
