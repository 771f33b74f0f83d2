import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellingWeights, weighedRow } from './telling-weights.ts';

const row = (...indices: number[]) => ({
  indices: Uint32Array.from(indices),
  values: new Float32Array(indices.length).fill(1),
});
/** 0 stands in every row, 1 in all of the first class, 2 in one of it, 3 in none. */
const rows = [row(0, 1, 2), row(0, 1), row(0, 1), row(0), row(0), row(0)];
const weights = tellingWeights(rows, [0, 0, 0, 1, 1, 1], 2, 4);

test('a feature that stands in every row, or in none, weighs the least', () => {
  assert.ok(Math.abs(weights[0]! - 0.3) < 1e-6);
  assert.ok(Math.abs(weights[3]! - 0.3) < 1e-6);
});

test('the weight is what was worked out by hand, and more rows make it surer', () => {
  assert.ok(Math.abs(weights[1]! - (0.3 + Math.log(4))) < 1e-6);
  assert.ok(Math.abs(weights[2]! - (0.3 + Math.log(2))) < 1e-6);
});

test('a weighed row has length one, and what tells more has the larger part of it', () => {
  const { values } = weighedRow(rows[0]!, weights);
  assert.ok(Math.abs(Math.hypot(...values) - 1) < 1e-6);
  assert.ok(values[1]! > values[2]! && values[2]! > values[0]!);
});
