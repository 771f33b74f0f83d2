import { createRandom } from '../chance/random.ts';
import { shuffle } from '../chance/shuffle.ts';
import type { SparseRow } from './sparse-row.ts';

/** How a ridge regression is trained. */
export interface RidgeOptions {
  /** C: what a squared error costs against the squared length of the weights. */
  readonly cost: number;
  /** Passes over the rows; stops earlier once nothing moves. */
  readonly epochs?: number;
  readonly seed?: number;
}

/** Several numbers told from one row. */
export interface RidgeModel {
  /** Number of indices. */
  readonly features: number;
  /** How many numbers are told. */
  readonly width: number;
  /** `features` × `width`, the numbers of one feature side by side. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const smallestMove = 1e-3;

/**
 * Least squares with a held length of the weights, for several numbers at once, by stochastic dual coordinate ascent:
 * Shalev-Shwartz and Zhang, "Stochastic Dual Coordinate Ascent Methods for Regularized Loss Minimization" (JMLR 14,
 * 2013). The bias is the mean of the targets, so what is learned is the distance from it. `targets[n]` holds `width`
 * numbers. The same input gives the same model.
 */
export function trainRidge(
  rows: readonly SparseRow[],
  targets: readonly ArrayLike<number>[],
  width: number,
  features: number,
  { cost, epochs = 30, seed = 1 }: RidgeOptions,
): RidgeModel {
  const weights = new Float32Array(features * width);
  const bias = meanOf(targets, width);
  const duals = new Float64Array(rows.length * width);
  const slack = 1 / cost;
  const squares = Float64Array.from(rows, ({ values }) =>
    values.reduce((sum, value) => sum + value * value, 0),
  );
  const order = Uint32Array.from(rows, (_, n) => n);
  const { next } = createRandom(seed, 3);
  const steps = new Float64Array(width);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    let largest = 0;
    for (const n of order) {
      const row = rows[n]!;
      for (let place = 0; place < width; place++) steps[place] = targets[n]![place]! - bias[place]!;
      addScores(row, weights, width, steps, -1);
      for (let place = 0; place < width; place++) {
        const step = (steps[place]! - slack * duals[n * width + place]!) / (squares[n]! + slack);
        duals[n * width + place]! += step;
        steps[place] = step;
        largest = Math.max(largest, Math.abs(step) * (squares[n]! + slack));
      }
      move(row, weights, width, steps);
    }
    if (largest < smallestMove) break;
  }
  return { features, width, weights, bias };
}

/** What the model tells of a row: `width` numbers. Indices that the model does not have count for nothing. */
export function ridgeOf({ weights, width, features, bias }: RidgeModel, row: SparseRow): Float64Array {
  const told = Float64Array.from(bias);
  for (let n = 0; n < row.indices.length; n++) {
    const index = row.indices[n]!;
    if (index >= features) continue;
    const value = row.values[n]!;
    for (let place = 0; place < width; place++) told[place]! += value * weights[index * width + place]!;
  }
  return told;
}

function meanOf(targets: readonly ArrayLike<number>[], width: number): Float32Array {
  const sums = new Float64Array(width);
  for (const target of targets) for (let place = 0; place < width; place++) sums[place]! += target[place]!;
  return Float32Array.from(sums, (sum) => (targets.length === 0 ? 0 : sum / targets.length));
}

function addScores(
  { indices, values }: SparseRow,
  weights: Float32Array,
  width: number,
  sums: Float64Array,
  sign: number,
): void {
  for (let n = 0; n < indices.length; n++) {
    const start = indices[n]! * width;
    const value = sign * values[n]!;
    for (let place = 0; place < width; place++) sums[place]! += value * weights[start + place]!;
  }
}

function move({ indices, values }: SparseRow, weights: Float32Array, width: number, by: Float64Array): void {
  for (let n = 0; n < indices.length; n++) {
    const start = indices[n]! * width;
    const value = values[n]!;
    for (let place = 0; place < width; place++) weights[start + place]! += value * by[place]!;
  }
}
