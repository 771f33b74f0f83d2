import { createRandom } from '../chance/random.ts';
import { shuffle } from '../chance/shuffle.ts';
import type { SparseRow } from './sparse-row.ts';

/** How a linear model is trained. */
export interface LinearOptions {
  /** `logistic` gives scores that are log odds; `squared-hinge` (a support vector machine) is often a little sharper. */
  readonly loss: 'squared-hinge' | 'logistic';
  /** C: what one mistake costs against the length of the weights. */
  readonly cost: number;
  /** Passes over the rows; stops earlier once nothing moves. */
  readonly epochs?: number;
  readonly seed?: number;
  /** Multiplies the cost of the rows of a class, by class; 1 where none is given. */
  readonly classWeights?: Float64Array | readonly number[];
  /** Multiplies the cost of a row; 1 where none is given. */
  readonly rowWeights?: Float32Array;
}

/** One score for every class: the higher the likelier. */
export interface LinearModel {
  readonly classes: readonly string[];
  /** Number of indices. */
  readonly features: number;
  /** `features` × classes, the classes of one feature side by side. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** How strongly the constant feature is held. */
const biasValue = 1;
const smallestMove = 0.01;

/**
 * One against the rest for every class, by dual coordinate descent: squared hinge after Hsieh et al., "A Dual
 * Coordinate Descent Method for Large-scale Linear SVM" (ICML 2008), logistic after Yu, Huang and Lin, "Dual coordinate
 * descent methods for logistic regression and maximum entropy models" (Machine Learning 85, 2011), with a regularised
 * constant. Two classes are trained once, the first one's weights being the second's with the other sign. `labels` are
 * places in `classes`. The same input gives the same model.
 */
export function trainLinear(
  rows: readonly SparseRow[],
  labels: ArrayLike<number>,
  classes: readonly string[],
  features: number,
  options: LinearOptions,
): LinearModel {
  const width = classes.length;
  const weights = new Float32Array(features * width);
  const bias = new Float32Array(width);
  const single = new Float32Array(features + 1);
  const targets = new Int8Array(rows.length);
  const costs = new Float64Array(rows.length);
  const squares = Float64Array.from(rows, squaredLength);
  const train = options.loss === 'logistic' ? descendLogistic : descendHinge;
  for (let place = width === 2 ? 1 : 0; place < width; place++) {
    for (let n = 0; n < rows.length; n++) {
      targets[n] = labels[n] === place ? 1 : -1;
      costs[n] = options.cost * (options.classWeights?.[labels[n]!] ?? 1) * (options.rowWeights?.[n] ?? 1);
    }
    single.fill(0);
    train({ rows, targets, costs, squares, weights: single, features }, options);
    for (let index = 0; index < features; index++) weights[index * width + place] = single[index]!;
    bias[place] = single[features]! * biasValue;
  }
  if (width === 2) {
    for (let index = 0; index < features; index++) weights[index * 2] = -weights[index * 2 + 1]!;
    bias[0] = -bias[1]!;
  }
  return { classes, features, weights, bias };
}

/** The score of every class, in the order of `classes`. Indices that the model does not have count for nothing. */
export function scoresOf(model: LinearModel, { indices, values }: SparseRow): Float64Array {
  const width = model.classes.length;
  const scores = Float64Array.from(model.bias);
  for (let n = 0; n < indices.length; n++) {
    const index = indices[n]!;
    if (index >= model.features) continue;
    const value = values[n]!;
    const start = index * width;
    for (let place = 0; place < width; place++) scores[place]! += value * model.weights[start + place]!;
  }
  return scores;
}

/** The place of the highest score; of equals the first. */
export function bestOf(scores: ArrayLike<number>): number {
  let best = 0;
  for (let place = 1; place < scores.length; place++) if (scores[place]! > scores[best]!) best = place;
  return best;
}

interface Problem {
  readonly rows: readonly SparseRow[];
  readonly targets: Int8Array;
  readonly costs: Float64Array;
  readonly squares: Float64Array;
  /** One more than `features`: the last is the constant's. */
  readonly weights: Float32Array;
  readonly features: number;
}

function squaredLength({ values }: SparseRow): number {
  let squares = biasValue * biasValue;
  for (const value of values) squares += value * value;
  return squares;
}

function dot({ indices, values }: SparseRow, weights: Float32Array, features: number): number {
  let sum = weights[features]! * biasValue;
  for (let n = 0; n < indices.length; n++) sum += values[n]! * weights[indices[n]!]!;
  return sum;
}

function move({ indices, values }: SparseRow, weights: Float32Array, features: number, by: number): void {
  for (let n = 0; n < indices.length; n++) weights[indices[n]!]! += by * values[n]!;
  weights[features]! += by * biasValue;
}

function descendHinge(problem: Problem, { epochs = 30, seed = 1 }: LinearOptions): void {
  const { rows, targets, costs, squares, weights, features } = problem;
  const { next } = createRandom(seed, 1);
  const alphas = new Float64Array(rows.length);
  const order = Uint32Array.from(rows, (_, n) => n);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    let largest = 0;
    for (const n of order) {
      const cost = costs[n]!;
      if (cost === 0) continue;
      const target = targets[n]!;
      const diagonal = 0.5 / cost;
      const alpha = alphas[n]!;
      const gradient = target * dot(rows[n]!, weights, features) - 1 + diagonal * alpha;
      if (alpha === 0 && gradient >= 0) continue;
      const moved = Math.max(alpha - gradient / (squares[n]! + diagonal), 0);
      largest = Math.max(largest, Math.abs(gradient));
      if (moved === alpha) continue;
      alphas[n] = moved;
      move(rows[n]!, weights, features, (moved - alpha) * target);
    }
    if (largest < smallestMove) return;
  }
}

/** Inner Newton steps on one dual variable; three are nearly always enough. */
const newtonSteps = 8;

function descendLogistic(problem: Problem, { epochs = 30, seed = 1 }: LinearOptions): void {
  const { rows, targets, costs, squares, weights, features } = problem;
  const { next } = createRandom(seed, 2);
  const alphas = Float64Array.from(costs, (cost) => Math.min(0.001 * cost, 1e-8));
  rows.forEach((row, n) => {
    move(row, weights, features, targets[n]! * alphas[n]!);
  });
  const order = Uint32Array.from(rows, (_, n) => n);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    let largest = 0;
    for (const n of order) {
      const cost = costs[n]!;
      if (cost === 0) continue;
      const target = targets[n]!;
      const length = squares[n]!;
      const alpha = alphas[n]!;
      const slope = target * dot(rows[n]!, weights, features);
      const other = cost - alpha;
      // The nearer end of the interval is the variable, so that its logarithm keeps its digits.
      const isLow = length * (cost / 2 - alpha) + slope >= 0;
      const start = isLow ? alpha : other;
      const sign = isLow ? 1 : -1;
      let z = start;
      if (cost - z < 0.5 * cost) z = 0.1 * z;
      for (let inner = 0; inner < newtonSteps; inner++) {
        const gradient = length * (z - start) + sign * slope + Math.log(z / (cost - z));
        if (inner === 0) largest = Math.max(largest, Math.abs(gradient));
        if (Math.abs(gradient) < 1e-3) break;
        const curvature = length + cost / z / (cost - z);
        const stepped = z - gradient / curvature;
        z = stepped > 0 && stepped < cost ? stepped : stepped <= 0 ? 0.1 * z : (z + cost) / 2;
      }
      const moved = isLow ? z : cost - z;
      if (moved === alpha) continue;
      alphas[n] = moved;
      move(rows[n]!, weights, features, (moved - alpha) * target);
    }
    if (largest < smallestMove) return;
  }
}
