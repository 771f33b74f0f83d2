import { createRandom } from '../chance/random.ts';
import type { LinearModel } from './linear.ts';
import { toErrors } from './softmax-regression.ts';
import type { SparseRow } from './sparse-row.ts';

/** How an embedding bag is trained. */
export interface EmbeddingBagOptions {
  /** Numbers that stand for one feature. */
  readonly dimensions: number;
  readonly epochs: number;
  /** The first step; it falls to nothing along the way. */
  readonly rate: number;
  readonly seed?: number;
  readonly rowWeights?: Float32Array;
  /**
   * What the sum of a row's vectors is divided by; where none is given, the sum of its values. With one number for all
   * rows a bag is a linear model whose weights have few dimensions (`flattenedBag`).
   */
  readonly mass?: number;
}

/** A text is the mean of the vectors of its features; a score for every class is read off that mean. */
export interface EmbeddingBag {
  readonly classes: readonly string[];
  readonly dimensions: number;
  /** features × dimensions. */
  readonly vectors: Float32Array;
  /** classes × dimensions. */
  readonly readout: Float32Array;
  readonly bias: Float32Array;
  /** As in the options. */
  readonly mass?: number;
}

/**
 * The classifier of fastText (Joulin et al., "Bag of Tricks for Efficient Text Classification", EACL 2017). Features that
 * mean alike come to lie together, so that rare ones learn from common ones: it errs elsewhere than a linear model
 * does, and the two together are better than either. Wants rows of counts, not of unit length.
 */
export function trainEmbeddingBag(
  rows: readonly SparseRow[],
  labels: ArrayLike<number>,
  classes: readonly string[],
  features: number,
  { dimensions, epochs, rate, seed = 1, rowWeights, mass: fixedMass }: EmbeddingBagOptions,
): EmbeddingBag {
  const { next } = createRandom(seed, 4);
  const vectors = new Float32Array(features * dimensions);
  for (let n = 0; n < vectors.length; n++) vectors[n] = (next() * 2 - 1) / dimensions;
  const readout = new Float32Array(classes.length * dimensions);
  const bag: EmbeddingBag = {
    classes,
    dimensions,
    vectors,
    readout,
    bias: new Float32Array(classes.length),
    ...(fixedMass === undefined ? {} : { mass: fixedMass }),
  };
  const mean = new Float64Array(dimensions);
  const change = new Float64Array(dimensions);
  const errors = new Float64Array(classes.length);
  const order = Uint32Array.from(rows, (_, n) => n);
  const steps = epochs * rows.length;
  for (let step = 0; step < steps; step++) {
    const place = step % rows.length;
    // Fisher and Yates, one draw a step: every pass sees every row once.
    const other = place + Math.floor(next() * (rows.length - place));
    const n = order[other]!;
    order[other] = order[place]!;
    order[place] = n;
    const row = rows[n]!;
    const mass = meanOf(bag, row, mean);
    if (mass === 0) continue;
    readScores(bag, mean, errors);
    toErrors(errors, labels[n]!, rowWeights?.[n] ?? 1);
    const pace = rate * (1 - step / steps);
    change.fill(0);
    for (let label = 0; label < classes.length; label++) {
      const error = errors[label]!;
      const start = label * dimensions;
      bag.bias[label]! -= pace * error;
      for (let d = 0; d < dimensions; d++) {
        change[d]! += error * readout[start + d]!;
        readout[start + d]! -= pace * error * mean[d]!;
      }
    }
    for (let k = 0; k < row.indices.length; k++) {
      const start = row.indices[k]! * dimensions;
      const share = (pace * row.values[k]!) / mass;
      for (let d = 0; d < dimensions; d++) vectors[start + d]! -= share * change[d]!;
    }
  }
  return bag;
}

/** The score of every class, in the order of `classes`; log probabilities up to a constant. */
export function bagScoresOf(bag: EmbeddingBag, row: SparseRow): Float64Array {
  const mean = new Float64Array(bag.dimensions);
  meanOf(bag, row, mean);
  const scores = new Float64Array(bag.classes.length);
  readScores(bag, mean, scores);
  return scores;
}

/** The same scores as a linear model: every feature's vector read off. Only of a bag with a `mass` of its own. */
export function flattenedBag(bag: EmbeddingBag): LinearModel {
  const { classes, dimensions, vectors, readout, bias, mass } = bag;
  if (mass === undefined) throw new Error('A bag that divides by each row’s own sum is no linear model.');
  const width = classes.length;
  const features = vectors.length / dimensions;
  const weights = new Float32Array(features * width);
  for (let index = 0; index < features; index++)
    for (let label = 0; label < width; label++) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++)
        sum += vectors[index * dimensions + d]! * readout[label * dimensions + d]!;
      weights[index * width + label] = sum / mass;
    }
  return { classes, features, weights, bias };
}

/** Returns what the sum was divided by. */
function meanOf(
  { vectors, dimensions, mass: fixedMass }: EmbeddingBag,
  { indices, values }: SparseRow,
  mean: Float64Array,
) {
  mean.fill(0);
  let sum = 0;
  for (let k = 0; k < indices.length; k++) {
    const start = indices[k]! * dimensions;
    const value = values[k]!;
    sum += value;
    for (let d = 0; d < dimensions; d++) mean[d]! += value * vectors[start + d]!;
  }
  const mass = fixedMass ?? sum;
  if (mass !== 0) for (let d = 0; d < dimensions; d++) mean[d]! /= mass;
  return mass;
}

function readScores({ readout, bias, dimensions }: EmbeddingBag, mean: Float64Array, scores: Float64Array) {
  for (let label = 0; label < scores.length; label++) {
    let score = bias[label]!;
    const start = label * dimensions;
    for (let d = 0; d < dimensions; d++) score += readout[start + d]! * mean[d]!;
    scores[label] = score;
  }
}
