import { createRandom } from '../chance/random.ts';
import { shuffle } from '../chance/shuffle.ts';
import type { LinearModel } from './linear.ts';
import type { SparseRow } from './sparse-row.ts';

/** How a softmax regression is trained. */
export interface SoftmaxOptions {
  /** Passes over the rows. Few are enough, and stopping early is what keeps it from learning rows by heart. */
  readonly epochs: number;
  /** How far the first steps go; Adagrad shortens them, for each weight by what it has moved already. */
  readonly rate: number;
  readonly seed?: number;
  /** Multiplies the step of the rows of a class, by class; 1 where none is given. */
  readonly classWeights?: ArrayLike<number>;
  /** Multiplies the step of a row; 1 where none is given. */
  readonly rowWeights?: Float32Array;
  /** Scores that a row has before anything is learned, by class: what another model said of it. */
  readonly offsets?: readonly ArrayLike<number>[];
}

/** What a weight is said to have moved before it has; makes the first step finite. */
const firstMove = 0.01;

/**
 * Multinomial logistic regression over all classes at once by stochastic descent with Adagrad (Duchi, Hazan and Singer,
 * "Adaptive Subgradient Methods", JMLR 12, 2011). On many rows of few classes it is several times faster than one
 * against the rest by dual descent, and its scores are log probabilities up to a constant. The same input gives the
 * same model.
 */
export function trainSoftmax(
  rows: readonly SparseRow[],
  labels: ArrayLike<number>,
  classes: readonly string[],
  features: number,
  { epochs, rate, seed = 1, classWeights, rowWeights, offsets }: SoftmaxOptions,
): LinearModel {
  const width = classes.length;
  const weights = new Float32Array(features * width);
  const moved = new Float32Array(features * width).fill(firstMove);
  const bias = new Float32Array(width);
  const errors = new Float64Array(width);
  const { next } = createRandom(seed, 3);
  const order = Uint32Array.from(rows, (_, n) => n);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    for (const n of order) {
      const { indices, values } = rows[n]!;
      const label = labels[n]!;
      for (let place = 0; place < width; place++) errors[place] = bias[place]! + (offsets?.[n]?.[place] ?? 0);
      for (let k = 0; k < indices.length; k++) {
        const start = indices[k]! * width;
        const value = values[k]!;
        for (let place = 0; place < width; place++) errors[place]! += value * weights[start + place]!;
      }
      toErrors(errors, label, (classWeights?.[label] ?? 1) * (rowWeights?.[n] ?? 1));
      for (let place = 0; place < width; place++) bias[place]! -= 0.01 * errors[place]!;
      for (let k = 0; k < indices.length; k++) {
        const start = indices[k]! * width;
        const value = values[k]!;
        for (let place = 0; place < width; place++) {
          const gradient = errors[place]! * value;
          const before = moved[start + place]! + gradient * gradient;
          moved[start + place] = before;
          weights[start + place]! -= (rate * gradient) / Math.sqrt(before);
        }
      }
    }
  }
  return { classes, features, weights, bias };
}

/** Scores to (probability − truth) × weight, in place. */
export function toErrors(scores: Float64Array, label: number, weight: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let place = 0; place < scores.length; place++)
    sum += scores[place] = Math.exp(scores[place]! - highest);
  for (let place = 0; place < scores.length; place++)
    scores[place] = (scores[place]! / sum - (place === label ? 1 : 0)) * weight;
}
