import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { ridgeOf, trainRidge } from './ridge.ts';
import { rowOf } from './sparse-row.ts';

const { next } = createRandom(7, 1);
const points = Array.from({ length: 300 }, () => [next() - 0.5, next() - 0.5, next() - 0.5] as const);
const rows = points.map((point) => rowOf(point.map((value, n) => [n, value] as const)));
const targets = points.map(([first, second, third]) => [3 * first - second, 2 - third]);

test('it finds two linear relations at once', () => {
  const model = trainRidge(rows, targets, 2, 4, { cost: 1000, epochs: 200 });
  for (const n of [0, 50, 299])
    ridgeOf(model, rows[n]!).forEach((told, place) => {
      assert.ok(Math.abs(told - targets[n]![place]!) < 0.15);
    });
});

test('the solution is the closed form of one feature', () => {
  // Targets ±1 on a feature of ±1: w = C·Σxy ÷ (1 + C·Σx²) = 0.5·4 ÷ (1 + 0.5·4).
  const signs = [1, -1, 1, -1];
  const model = trainRidge(
    signs.map((sign) => rowOf([[0, sign]])),
    signs.map((sign) => [sign]),
    1,
    1,
    { cost: 0.5, epochs: 200 },
  );
  assert.ok(Math.abs(model.weights[0]! - 2 / 3) < 1e-3);
  assert.equal(model.bias[0], 0);
});

test('the same rows give the same weights, and a low cost keeps to the mean', () => {
  const one = trainRidge(rows, targets, 2, 4, { cost: 1 });
  const other = trainRidge(rows, targets, 2, 4, { cost: 1 });
  assert.deepEqual(one.weights, other.weights);
  const held = trainRidge(rows, targets, 2, 4, { cost: 1e-6 });
  assert.ok(held.weights.every((weight) => Math.abs(weight) < 1e-3));
});

test('without rows nothing is told but zero', () => {
  assert.deepEqual([...ridgeOf(trainRidge([], [], 2, 3, { cost: 1 }), rowOf([[1, 1]]))], [0, 0]);
});
