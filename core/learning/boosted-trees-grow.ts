import type { Binned } from './boosted-trees-bins.ts';

/** How far a single tree grows. */
export interface GrowthLimits {
  readonly leaves: number;
  /** Rows that a leaf holds at least. */
  readonly leafRows: number;
  /** Sum of the second derivatives that a leaf holds at least. */
  readonly leafWeight: number;
  /** λ: pulls the values of the leaves towards zero. */
  readonly shrinkTowardsZero: number;
}

/** A branch asks whether a column's number is up to the threshold (`below`) or not (`above`); a leaf has no column. */
export interface TreeNode {
  column: number;
  threshold: number;
  below: number;
  above: number;
  /** What the tree would say if it ended here. */
  value: number;
}

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly bin: number;
}

interface Leaf {
  readonly node: number;
  /** Its rows lie in `order` from `start` to `end`. */
  readonly start: number;
  readonly end: number;
  readonly gradient: number;
  readonly curvature: number;
  /** Gradient, curvature and rows of each bin of each column. */
  readonly histogram: Float64Array;
  readonly best: Split | null;
}

const binCells = 256 * 3;

/**
 * Grows one tree by always splitting the leaf that gains most, by histograms, the larger child's being its parent's
 * less the smaller's (Ke et al. 2017, section 2.1). Gain and leaf values are those of a second-order step: Friedman,
 * "Greedy Function Approximation: A Gradient Boosting Machine" (Annals of Statistics 29, 2001), with λ after Chen and
 * Guestrin, "XGBoost" (KDD 2016). `order` holds the rows to learn from and is rearranged. Node 0 is the root.
 */
export function growTree(
  table: Binned,
  gradients: Float64Array,
  curvatures: Float64Array,
  order: Uint32Array,
  columns: readonly number[],
  limits: GrowthLimits,
): TreeNode[] {
  const spare = new Uint32Array(order.length);
  const lambda = limits.shrinkTowardsZero;
  const nodes: TreeNode[] = [];
  const leafOf = (start: number, end: number, histogram: Float64Array): Leaf => {
    let gradient = 0;
    let curvature = 0;
    for (let n = start; n < end; n++) {
      gradient += gradients[order[n]!]!;
      curvature += curvatures[order[n]!]!;
    }
    const node = nodes.length;
    const value = curvature + lambda > 0 ? -gradient / (curvature + lambda) : 0;
    nodes.push({ column: -1, threshold: 0, below: 0, above: 0, value });
    const totals = { gradient, curvature, rows: end - start };
    return {
      node,
      start,
      end,
      gradient,
      curvature,
      histogram,
      best: bestSplit(table, histogram, columns, totals, limits),
    };
  };
  const counted = (start: number, end: number) =>
    histogramOf(table, gradients, curvatures, order, start, end, columns);

  const open: Leaf[] = [leafOf(0, order.length, counted(0, order.length))];
  for (let leaves = 1; leaves < limits.leaves; leaves++) {
    const place = mostGaining(open);
    if (place < 0) break;
    const [leaf] = open.splice(place, 1) as [Leaf];
    const { column, bin } = leaf.best!;
    const middle = partition(order, spare, leaf.start, leaf.end, table.bins[column]!, bin);
    const isLowerSmaller = middle - leaf.start <= leaf.end - middle;
    const smaller = isLowerSmaller ? counted(leaf.start, middle) : counted(middle, leaf.end);
    const larger = leaf.histogram;
    for (let n = 0; n < larger.length; n++) larger[n]! -= smaller[n]!;
    const node = nodes[leaf.node]!;
    node.column = column;
    node.threshold = table.borders[column]![bin]!;
    const below = leafOf(leaf.start, middle, isLowerSmaller ? smaller : larger);
    const above = leafOf(middle, leaf.end, isLowerSmaller ? larger : smaller);
    node.below = below.node;
    node.above = above.node;
    open.push(below, above);
  }
  return nodes;
}

function mostGaining(leaves: readonly Leaf[]): number {
  let place = -1;
  for (let n = 0; n < leaves.length; n++) {
    const best = leaves[n]!.best;
    if (best && (place < 0 || best.gain > leaves[place]!.best!.gain)) place = n;
  }
  return place;
}

function histogramOf(
  { bins }: Binned,
  gradients: Float64Array,
  curvatures: Float64Array,
  order: Uint32Array,
  start: number,
  end: number,
  columns: readonly number[],
): Float64Array {
  const histogram = new Float64Array(columns.length * binCells);
  for (let place = 0; place < columns.length; place++) {
    const column = bins[columns[place]!]!;
    const offset = place * binCells;
    for (let n = start; n < end; n++) {
      const row = order[n]!;
      const cell = offset + column[row]! * 3;
      histogram[cell]! += gradients[row]!;
      histogram[cell + 1]! += curvatures[row]!;
      histogram[cell + 2]! += 1;
    }
  }
  return histogram;
}

/** Smaller gains are noise of adding in another order. */
const leastGain = 1e-9;

function bestSplit(
  { borders }: Binned,
  histogram: Float64Array,
  columns: readonly number[],
  all: { readonly gradient: number; readonly curvature: number; readonly rows: number },
  { leafRows, leafWeight, shrinkTowardsZero: lambda }: GrowthLimits,
): Split | null {
  if (all.rows < 2 * leafRows) return null;
  const before = (all.gradient * all.gradient) / (all.curvature + lambda);
  let best: Split | null = null;
  for (let place = 0; place < columns.length; place++) {
    const column = columns[place]!;
    const count = borders[column]!.length;
    let gradient = 0;
    let curvature = 0;
    let rows = 0;
    for (let bin = 0; bin < count; bin++) {
      const cell = place * binCells + bin * 3;
      gradient += histogram[cell]!;
      curvature += histogram[cell + 1]!;
      rows += histogram[cell + 2]!;
      if (rows < leafRows || curvature < leafWeight) continue;
      const otherCurvature = all.curvature - curvature;
      if (all.rows - rows < leafRows || otherCurvature < leafWeight) break;
      const otherGradient = all.gradient - gradient;
      const gain =
        (gradient * gradient) / (curvature + lambda) +
        (otherGradient * otherGradient) / (otherCurvature + lambda) -
        before;
      if (gain > (best?.gain ?? leastGain)) best = { gain, column, bin };
    }
  }
  return best;
}

/** Moves the rows up to the bin to the front, both sides keeping their order; answers where the second side starts. */
function partition(
  order: Uint32Array,
  spare: Uint32Array,
  start: number,
  end: number,
  bins: Uint8Array,
  bin: number,
): number {
  let middle = start;
  let others = 0;
  for (let n = start; n < end; n++) {
    const row = order[n]!;
    if (bins[row]! <= bin) order[middle++] = row;
    else spare[others++] = row;
  }
  order.set(spare.subarray(0, others), middle);
  return middle;
}
