import { createRandom, type Random } from '../chance/random.ts';
import { binned, type Table } from './boosted-trees-bins.ts';
import { growTree, type TreeNode } from './boosted-trees-grow.ts';

/** How boosted trees are trained. */
export interface TreeOptions {
  /** `logistic`: targets 0 and 1, one score, log odds. `softmax`: targets are places of classes. `squared`: a number. */
  readonly loss: 'logistic' | 'softmax' | 'squared';
  /** For `softmax`. */
  readonly classes?: number;
  readonly rounds: number;
  /** What each tree adds of what it would say, above 0 up to 1. */
  readonly rate: number;
  readonly leaves?: number;
  readonly leafRows?: number;
  readonly leafWeight?: number;
  readonly shrinkTowardsZero?: number;
  /** The share of the rows that each round sees (Friedman, "Stochastic Gradient Boosting", 2002). */
  readonly rowShare?: number;
  /** The share of the columns that each tree sees. */
  readonly columnShare?: number;
  readonly seed?: number;
  /** Multiplies what a row counts; 1 where none is given. A row that counts 0 teaches nothing. */
  readonly rowWeights?: ArrayLike<number>;
}

/** Trees whose values add up. Tree t says something of class t modulo `outputs`. */
export interface TreeModel {
  readonly columns: number;
  /** 1, or the number of classes. */
  readonly outputs: number;
  /** Where every score begins, one for each output. */
  readonly base: Float32Array;
  /** The place of the first node of each tree. */
  readonly roots: Int32Array;
  /** The column that a branch asks for; -1 in a leaf. */
  readonly column: Int32Array;
  readonly threshold: Float32Array;
  readonly below: Int32Array;
  readonly above: Int32Array;
  readonly value: Float32Array;
}

/**
 * Gradient boosting (Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", Annals of Statistics 29,
 * 2001) over histogram trees (see `growTree`). The same input gives the same model. Throws an `Error` where targets and
 * rows differ in number.
 */
export function trainTrees(table: Table, targets: ArrayLike<number>, options: TreeOptions): TreeModel {
  if (targets.length !== table.rows)
    throw new Error(`${table.rows} rows came with ${targets.length} targets.`);
  const { rounds, rate, rowShare = 1, columnShare = 1, seed = 1 } = options;
  const limits = {
    leaves: options.leaves ?? 31,
    leafRows: options.leafRows ?? 20,
    leafWeight: options.leafWeight ?? 1e-3,
    shrinkTowardsZero: options.shrinkTowardsZero ?? 1,
  };
  const outputs = options.loss === 'softmax' ? (options.classes ?? 2) : 1;
  const weights = Float64Array.from({ length: table.rows }, (_, n) => options.rowWeights?.[n] ?? 1);
  const counting = Uint32Array.from(weights.keys()).filter((n) => weights[n]! > 0);
  const cells = binned(table);
  const random = createRandom(seed, 3);
  const base = baseOf(options.loss, outputs, targets, weights);
  const scores = new Float64Array(table.rows * outputs).map((_, n) => base[n % outputs]!);
  const gradients = new Float64Array(table.rows);
  const curvatures = new Float64Array(table.rows);
  const trees: TreeNode[][] = [];
  for (let round = 0; round < rounds; round++) {
    const chosen = drawn(counting, rowShare, random);
    const before = outputs === 1 ? scores : Float64Array.from(scores);
    for (let output = 0; output < outputs; output++) {
      derive(options.loss, outputs, output, targets, weights, before, gradients, curvatures);
      const columns = [
        ...drawn(
          Uint32Array.from({ length: table.columns }, (_, n) => n),
          columnShare,
          random,
        ),
      ];
      const nodes = growTree(cells, gradients, curvatures, chosen.slice(), columns, limits);
      for (const node of nodes) node.value = Math.fround(node.value * rate);
      trees.push(nodes);
      for (let n = 0; n < table.rows; n++)
        scores[n * outputs + output]! += valueIn(nodes, table.values, n * table.columns);
    }
  }
  return { columns: table.columns, outputs, base, ...flat(trees) };
}

/**
 * One score for each output: log odds, unnormalised log probabilities (see `softmax`), or the number. With `rounds` as
 * if the training had ended after so many.
 */
export function treeScores(
  model: TreeModel,
  row: ArrayLike<number>,
  rounds = Number.POSITIVE_INFINITY,
): Float64Array {
  const scores = Float64Array.from(model.base);
  const trees = Math.min(model.roots.length, rounds * model.outputs);
  for (let tree = 0; tree < trees; tree++) {
    let node = model.roots[tree]!;
    while (model.column[node]! >= 0)
      node = row[model.column[node]!]! > model.threshold[node]! ? model.above[node]! : model.below[node]!;
    scores[tree % model.outputs]! += model.value[node]!;
  }
  return scores;
}

/**
 * What each column adds to a score: the changes of value along the paths of its row (Saabas, "Interpreting random
 * forests", 2014). With what stands at the roots, the last number, they add up to the score.
 */
export function treeShares(model: TreeModel, row: ArrayLike<number>, output = 0): Float64Array {
  const shares = new Float64Array(model.columns + 1);
  shares[model.columns] = model.base[output]!;
  for (let tree = output; tree < model.roots.length; tree += model.outputs) {
    let node = model.roots[tree]!;
    shares[model.columns]! += model.value[node]!;
    while (model.column[node]! >= 0) {
      const column = model.column[node]!;
      const next = row[column]! > model.threshold[node]! ? model.above[node]! : model.below[node]!;
      shares[column]! += model.value[next]! - model.value[node]!;
      node = next;
    }
  }
  return shares;
}

/** A number that is not known counts as lower than any: `NaN > threshold` is false. */
function valueIn(nodes: readonly TreeNode[], values: Float32Array, start: number): number {
  let node = nodes[0]!;
  while (node.column >= 0)
    node = nodes[values[start + node.column]! > node.threshold ? node.above : node.below]!;
  return node.value;
}

/** The best constant to begin with. */
function baseOf(
  loss: TreeOptions['loss'],
  outputs: number,
  targets: ArrayLike<number>,
  weights: Float64Array,
): Float32Array {
  const sums = new Float64Array(Math.max(2, outputs));
  let all = 0;
  for (let n = 0; n < weights.length; n++) {
    all += weights[n]!;
    if (loss === 'softmax') sums[targets[n]!]! += weights[n]!;
    else sums[1]! += weights[n]! * targets[n]!;
  }
  if (loss === 'squared') return Float32Array.of(all === 0 ? 0 : sums[1]! / all);
  if (loss === 'softmax')
    return Float32Array.from({ length: outputs }, (_, place) =>
      Math.log((sums[place]! + 1) / (all + outputs)),
    );
  return Float32Array.of(Math.log((sums[1]! + 0.5) / (all - sums[1]! + 0.5)));
}

const leastCurvature = 1e-12;

function derive(
  loss: TreeOptions['loss'],
  outputs: number,
  output: number,
  targets: ArrayLike<number>,
  weights: Float64Array,
  scores: Float64Array,
  gradients: Float64Array,
  curvatures: Float64Array,
): void {
  for (let n = 0; n < weights.length; n++) {
    const weight = weights[n]!;
    if (loss === 'squared') {
      gradients[n] = weight * (scores[n]! - targets[n]!);
      curvatures[n] = weight;
      continue;
    }
    const isBinary = loss === 'logistic';
    const share = isBinary ? 1 / (1 + Math.exp(-scores[n]!)) : shareOf(scores, n * outputs, outputs, output);
    const target = isBinary ? targets[n]! : targets[n] === output ? 1 : 0;
    gradients[n] = weight * (share - target);
    // Friedman's factor (K - 1) / K for several classes, as a larger curvature.
    const curvature = share * (1 - share) * (isBinary ? 1 : outputs / (outputs - 1));
    curvatures[n] = weight * Math.max(leastCurvature, curvature);
  }
}

function shareOf(scores: Float64Array, start: number, outputs: number, output: number): number {
  let sum = 0;
  for (let place = 0; place < outputs; place++)
    sum += Math.exp(scores[start + place]! - scores[start + output]!);
  return 1 / sum;
}

/** So large a share of them, at least one, in their order. */
function drawn(all: Uint32Array, share: number, { next }: Random): Uint32Array {
  if (share >= 1) return all;
  let wanted = Math.max(1, Math.round(all.length * share));
  let left = all.length;
  return all.filter(() => {
    const isTaken = next() * left < wanted;
    left--;
    if (isTaken) wanted--;
    return isTaken;
  });
}

function flat(trees: readonly (readonly TreeNode[])[]): Omit<TreeModel, 'columns' | 'outputs' | 'base'> {
  const roots = new Int32Array(trees.length);
  let size = 0;
  trees.forEach((nodes, tree) => {
    roots[tree] = size;
    size += nodes.length;
  });
  const nodes = trees.flatMap((tree, place) =>
    tree.map((node) => ({ ...node, below: node.below + roots[place]!, above: node.above + roots[place]! })),
  );
  return {
    roots,
    column: Int32Array.from(nodes, ({ column }) => column),
    threshold: Float32Array.from(nodes, ({ threshold }) => threshold),
    below: Int32Array.from(nodes, ({ below }) => below),
    above: Int32Array.from(nodes, ({ above }) => above),
    value: Float32Array.from(nodes, ({ value }) => value),
  };
}
