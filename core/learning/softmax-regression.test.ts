import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { bestWith, fitOffsets } from './class-offsets.ts';
import { bagScoresOf, trainEmbeddingBag } from './embedding-bag.ts';
import { bestOf, scoresOf } from './linear.ts';
import { macroF1 } from './measures.ts';
import { trainSoftmax } from './softmax-regression.ts';
import { rowOf, type SparseRow } from './sparse-row.ts';

const classes = ['a', 'b', 'c'];
/** Every class has ten words of its own; a row holds three of them and three of nobody's. */
function examples(count: number, seed: number): { rows: SparseRow[]; labels: number[] } {
  const { next } = createRandom(seed, 9);
  const rows: SparseRow[] = [];
  const labels: number[] = [];
  for (let n = 0; n < count; n++) {
    const label = Math.floor(next() * 3);
    const own = Array.from({ length: 3 }, () => [label * 10 + Math.floor(next() * 10), 1] as const);
    const noise = Array.from({ length: 3 }, () => [30 + Math.floor(next() * 34), 1] as const);
    rows.push(rowOf([...own, ...noise]));
    labels.push(label);
  }
  return { rows, labels };
}
const train = examples(300, 1);
const test_ = examples(200, 2);

test('a softmax regression tells classes apart that have words of their own, also where noise is as loud', () => {
  const model = trainSoftmax(train.rows, train.labels, classes, 64, { epochs: 5, rate: 0.3 });
  const hits = test_.rows.filter((row, n) => bestOf(scoresOf(model, row)) === test_.labels[n]).length;
  assert.ok(hits >= 196, `${hits} of 200`);
});

test('an embedding bag does as well', () => {
  const options = { dimensions: 8, epochs: 15, rate: 0.5 };
  const bag = trainEmbeddingBag(train.rows, train.labels, classes, 64, options);
  const hits = test_.rows.filter((row, n) => bestOf(bagScoresOf(bag, row)) === test_.labels[n]).length;
  assert.ok(hits >= 190, `${hits} of 200`);
});

test('the same rows give the same weights, and another seed gives others', () => {
  const once = trainSoftmax(train.rows, train.labels, classes, 64, { epochs: 2, rate: 0.3 });
  const again = trainSoftmax(train.rows, train.labels, classes, 64, { epochs: 2, rate: 0.3 });
  const other = trainSoftmax(train.rows, train.labels, classes, 64, { epochs: 2, rate: 0.3, seed: 5 });
  assert.deepEqual(once.weights, again.weights);
  assert.notDeepEqual(once.weights, other.weights);
});

test('a row of weight nought teaches nothing', () => {
  const wrong = train.labels.map((label) => (label + 1) % 3);
  const model = trainSoftmax([...train.rows, ...train.rows], [...train.labels, ...wrong], classes, 64, {
    epochs: 5,
    rate: 0.3,
    rowWeights: Float32Array.from({ length: 600 }, (_, n) => (n < 300 ? 1 : 0)),
  });
  const hits = test_.rows.filter((row, n) => bestOf(scoresOf(model, row)) === test_.labels[n]).length;
  assert.ok(hits >= 196, `${hits} of 200`);
});

test('offsets lift the macro-F1 of scores that never say the rare class', () => {
  const { next } = createRandom(3, 9);
  const right = Array.from({ length: 400 }, (_, n) => (n % 10 === 0 ? 1 : 0));
  const scores = right.map((label) => [0.5, (label === 1 ? 0.3 : 0) + next() * 0.15]);
  const plain = macroF1(right, scores.map(bestOf), 2);
  const offsets = fitOffsets(scores, right);
  const lifted = macroF1(
    right,
    scores.map((row) => bestWith(row, offsets)),
    2,
  );
  assert.ok(plain < 0.5 && lifted > 0.95, `${plain} → ${lifted}`);
});
