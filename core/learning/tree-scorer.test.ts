import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { type TreeModel, trainTrees, treeScores } from './boosted-trees.ts';
import { tableOf } from './boosted-trees-bins.ts';
import { createTreeScorer } from './tree-scorer.ts';

const { next } = createRandom(5, 1);
const rows = Array.from({ length: 600 }, () => [next(), Math.floor(next() * 4), next() - 0.5]);
const right = rows.map(([x, y, z]) => (x! * y! + z! > 1 ? 1 : 0));
const options = { loss: 'logistic', rounds: 30, rate: 0.2, leaves: 24, leafRows: 3 } as const;

test('all trees asked at once say what they say one after the other', () => {
  const model = trainTrees(tableOf(rows), right, options);
  const score = createTreeScorer(model);
  const asked = [...rows, [Number.NaN, Number.NaN, Number.NaN], [-9, 99, 0], ...thresholdsOf(model)];
  for (const row of asked) {
    const numbers = Float32Array.from(row);
    assert.equal(score(numbers), treeScores(model, numbers)[0], `${row}`);
  }
});

test('a tree that is nothing but a leaf says its value', () => {
  const model = trainTrees(tableOf([[1], [1]]), [1, 1], { ...options, rounds: 2 });
  assert.equal(createTreeScorer(model)(Float32Array.of(3)), treeScores(model, [3])[0]);
});

test('several outputs and trees of more than 32 leaves are refused', () => {
  const classes = trainTrees(tableOf(rows), right, { ...options, loss: 'softmax', rounds: 1 });
  assert.throws(() => createTreeScorer(classes), /no single score/);
  assert.doesNotThrow(() => createTreeScorer(chain(32)));
  assert.throws(() => createTreeScorer(chain(33)), /more than 32 leaves/);
});

/** One tree that asks for one threshold after the other: branches in the even places, leaves in the odd ones. */
function chain(leaves: number): TreeModel {
  const nodes = Array.from({ length: 2 * leaves - 1 }, (_, node) => node);
  const isBranch = (node: number) => node % 2 === 0 && node < 2 * leaves - 2;
  return {
    columns: 1,
    outputs: 1,
    base: Float32Array.of(0),
    roots: Int32Array.of(0),
    column: Int32Array.from(nodes, (node) => (isBranch(node) ? 0 : -1)),
    threshold: Float32Array.from(nodes),
    below: Int32Array.from(nodes, (node) => (isBranch(node) ? node + 1 : -1)),
    above: Int32Array.from(nodes, (node) => (isBranch(node) ? node + 2 : -1)),
    value: Float32Array.from(nodes),
  };
}

/** Rows that stand on a threshold: not above it. */
function thresholdsOf(model: ReturnType<typeof trainTrees>): number[][] {
  return [...model.column].flatMap((column, node) =>
    column < 0 ? [] : [[0, 1, 2].map((place) => (place === column ? model.threshold[node]! : 0.5))],
  );
}
