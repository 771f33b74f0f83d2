import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quantile } from './quantile.ts';

test('quantiles of one to five are what a spreadsheet says', () => {
  const values = [5, 3, 1, 2, 4];
  assert.deepEqual(
    [0, 0.25, 0.5, 0.9, 1].map((q) => quantile(values, q)),
    [1, 2, 3, 4.6, 5],
  );
});

test('the values are left in their order', () => {
  const values = [3, 1, 2];
  quantile(values, 0.5);
  assert.deepEqual(values, [3, 1, 2]);
});

test('a quantile lies between the least and the greatest value and rises with q', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q))!, quantile(values, Math.max(p, q))!];
        assert.ok(low >= Math.min(...values) && high <= Math.max(...values) && low <= high + 1e-6);
      },
    ),
  );
});
