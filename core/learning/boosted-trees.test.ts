import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { trainTrees, treeScores, treeShares } from './boosted-trees.ts';
import { binned, tableOf } from './boosted-trees-bins.ts';
import { treesFrom, treeTensors } from './boosted-trees-weights.ts';
import { bestOf } from './linear.ts';
import { accuracy, areaUnderCurve, pearson } from './measures.ts';
import { decodeWeights, encodeWeights } from './weights-file.ts';

/** Exclusive or of two numbers' signs, which no line can tell apart, beside a column of noise. */
function checkerboard(count: number, seed: number) {
  const { next } = createRandom(seed, 1);
  const rows = Array.from({ length: count }, () => [next() - 0.5, next() - 0.5, next()]);
  return { rows, right: rows.map(([x, y]) => (x! > 0 !== y! > 0 ? 1 : 0)) };
}

const small = { rounds: 40, rate: 0.2, leaves: 8 } as const;

test('a checkerboard is learned, and its noise is not', () => {
  const { rows, right } = checkerboard(2_000, 1);
  const model = trainTrees(tableOf(rows), right, { loss: 'logistic', ...small });
  const unseen = checkerboard(1_000, 2);
  const scores = unseen.rows.map((row) => treeScores(model, row)[0]!);
  assert.ok(areaUnderCurve(unseen.right, scores) > 0.97, `${areaUnderCurve(unseen.right, scores)}`);
});

test('the same rows give the same trees, another seed gives others', () => {
  const { rows, right } = checkerboard(500, 3);
  const train = (seed: number) =>
    trainTrees(tableOf(rows), right, { loss: 'logistic', ...small, rowShare: 0.7, columnShare: 0.7, seed });
  assert.deepEqual(train(1), train(1));
  assert.notDeepEqual(train(1).value, train(2).value);
});

test('a single round with one split is the step worked out by hand', () => {
  const model = trainTrees(tableOf([[1], [2], [3], [4]]), [0, 0, 10, 20], {
    loss: 'squared',
    rounds: 1,
    rate: 0.5,
    leaves: 2,
    leafRows: 1,
    shrinkTowardsZero: 1,
  });
  // The mean is 7.5; the best border lies below 3, where the residuals are -7.5, -7.5 and 2.5, 12.5.
  assert.equal(model.base[0], 7.5);
  assert.equal(model.threshold[0], 2.5);
  assert.equal(treeScores(model, [1])[0], 7.5 + 0.5 * (-15 / 3));
  assert.equal(treeScores(model, [9])[0], 7.5 + 0.5 * (15 / 3));
});

test('a number is learned', () => {
  const { next } = createRandom(4, 1);
  const rows = Array.from({ length: 2_000 }, () => [next() * 6, next()]);
  const targets = rows.map(([x]) => Math.sin(x!) * 3 + 10);
  const model = trainTrees(tableOf(rows), targets, { loss: 'squared', ...small });
  const said = rows.map((row) => treeScores(model, row)[0]!);
  assert.ok(pearson(targets, said) > 0.99);
});

test('several classes are told apart, and the trees of a round do not see each other', () => {
  const { next } = createRandom(6, 1);
  const rows = Array.from({ length: 1_500 }, () => [next() * 3, next()]);
  const right = rows.map(([x]) => [2, 0, 1][Math.floor(x!)]!);
  const model = trainTrees(tableOf(rows), right, { loss: 'softmax', classes: 3, ...small });
  assert.equal(model.roots.length, 3 * small.rounds);
  assert.ok(
    accuracy(
      right,
      rows.map((row) => bestOf(treeScores(model, row))),
    ) > 0.99,
  );
});

test('a row that counts nothing teaches nothing, and one that counts twice is like two', () => {
  const rows = checkerboard(300, 8);
  const wrong = checkerboard(300, 9);
  const options = { loss: 'logistic', ...small, leafRows: 5 } as const;
  const clean = trainTrees(tableOf(rows.rows), rows.right, options);
  const mixed = trainTrees(
    tableOf([...rows.rows, ...wrong.rows.map(([x, y, z]) => [y!, z!, x!])]),
    [...rows.right, ...wrong.right],
    { ...options, rowWeights: [...rows.right.map(() => 1), ...wrong.right.map(() => 0)] },
  );
  const said = (model: typeof clean) => rows.rows.map((row) => treeScores(model, row)[0]! > 0);
  assert.ok(accuracy(said(clean).map(Number), said(mixed).map(Number)) > 0.97);
  const base = (rowWeights: number[]) =>
    trainTrees(tableOf([[0], [1]]), [0, 3], { loss: 'squared', rounds: 0, rate: 1, rowWeights }).base[0];
  assert.equal(base([1, 2]), 2);
});

test('what is not known is a side of its own', () => {
  const rows = Array.from({ length: 400 }, (_, n) => [n % 2 === 0 ? Number.NaN : n]);
  const right = rows.map((_, n) => (n % 2 === 0 ? 1 : 0));
  const model = trainTrees(tableOf(rows), right, { loss: 'logistic', ...small });
  assert.ok(treeScores(model, [Number.NaN])[0]! > 2);
  assert.ok(treeScores(model, [1])[0]! < -2);
});

test('columns with many different numbers get at most 255 bins, and equal numbers share one', () => {
  const rows = Array.from({ length: 5_000 }, (_, n) => [n < 2_000 ? 7 : n, n % 3]);
  const { bins, borders } = binned(tableOf(rows));
  assert.ok(borders[0]!.length <= 254);
  assert.equal(borders[1]!.length, 2);
  assert.equal(new Set(bins[0]!.subarray(0, 2_000)).size, 1);
  assert.equal(Math.max(...bins[0]!), borders[0]!.length);
});

test('the shares of the columns add up to the score', () => {
  const { rows, right } = checkerboard(800, 5);
  const model = trainTrees(tableOf(rows), right, { loss: 'logistic', ...small });
  for (const row of rows.slice(0, 20)) {
    const sum = treeShares(model, row).reduce((one, other) => one + other, 0);
    assert.ok(Math.abs(sum - treeScores(model, row)[0]!) < 1e-6);
  }
});

test('fewer rounds are the trees of a shorter training', () => {
  const { rows, right } = checkerboard(400, 7);
  const train = (rounds: number) => trainTrees(tableOf(rows), right, { loss: 'logistic', ...small, rounds });
  assert.deepEqual(treeScores(train(20), rows[0]!, 5), treeScores(train(5), rows[0]!));
});

test('trees survive the file, and a file that goes in circles is refused', () => {
  const { rows, right } = checkerboard(400, 10);
  const model = trainTrees(tableOf(rows), right, { loss: 'logistic', ...small });
  const bytes = encodeWeights({ name: 'trees', version: '1', head: {}, tensors: treeTensors(model) });
  assert.deepEqual(treesFrom(decodeWeights(bytes).tensors), model);
  const circle = { ...treeTensors(model), below: new Float32Array(model.below.length) };
  assert.throws(() => treesFrom(circle), /leads nowhere/);
});
