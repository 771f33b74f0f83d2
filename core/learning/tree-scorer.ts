import type { TreeModel } from './boosted-trees.ts';

/** The score of a row, as `treeScores` gives it for a model with one output. */
export type TreeScorer = (row: Float32Array) => number;

const mostLeaves = 32;
const mostTrees = 0x1_0000;

/**
 * Asks all trees at once, as QuickScorer does (Lucchese et al., "QuickScorer: a Fast Algorithm to Rank Documents with
 * Additive Ensembles of Regression Trees", SIGIR 2015): column by column, from the lowest threshold up to the number of
 * the row, each branch takes the leaves below it from those that its tree may still end in. The first left is
 * the leaf. No way through a tree is followed, so no processor guesses wrongly where it goes. Throws an `Error`
 * where the model has several outputs, a tree has more than 32 leaves, or there are more than 65,536 trees.
 */
export function createTreeScorer(model: TreeModel): TreeScorer {
  const { columns, outputs, base, roots } = model;
  if (outputs !== 1) throw new Error('Trees of several outputs have no single score.');
  if (roots.length > mostTrees) throw new Error(`There are more than ${mostTrees} trees.`);
  const values = new Float32Array(roots.length * mostLeaves);
  const branches: { column: number; threshold: number; tree: number; kept: number }[] = [];
  for (let tree = 0; tree < roots.length; tree++) {
    let leaves = 0;
    const walk = (node: number): number => {
      const column = model.column[node]!;
      if (column < 0) {
        if (leaves === mostLeaves) throw new Error(`A tree has more than ${mostLeaves} leaves.`);
        values[tree * mostLeaves + leaves] = model.value[node]!;
        return 1 << leaves++;
      }
      const below = walk(model.below[node]!);
      branches.push({ column, threshold: model.threshold[node]!, tree, kept: ~below });
      return below | walk(model.above[node]!);
    };
    walk(roots[tree]!);
  }
  branches.sort((one, other) => one.column - other.column || one.threshold - other.threshold);
  const thresholds = Float32Array.from(branches, ({ threshold }) => threshold);
  const trees = Uint16Array.from(branches, ({ tree }) => tree);
  const kept = Int32Array.from(branches, (branch) => branch.kept);
  const ends = new Int32Array(columns);
  for (const { column } of branches) ends[column]!++;
  for (let column = 1; column < columns; column++) ends[column]! += ends[column - 1]!;
  const left = new Int32Array(roots.length);
  return (row) => {
    left.fill(-1);
    let at = 0;
    for (let column = 0; column < columns; column++) {
      const end = ends[column]!;
      const number = row[column]!;
      for (; at < end && number > thresholds[at]!; at++) left[trees[at]!]! &= kept[at]!;
      at = end;
    }
    let score = base[0]!;
    for (let tree = 0; tree < left.length; tree++) {
      const open = left[tree]!;
      score += values[tree * mostLeaves + 31 - Math.clz32(open & -open)]!;
    }
    return score;
  };
}
