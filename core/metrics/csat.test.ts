import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csat, csatResponse } from './csat.ts';
import { conversation } from './facts-by-hand.ts';

const rated = (...ratings: (number | null)[]) =>
  ratings.map((rating, index) => conversation({ id: `c${index}`, rating }));

test('four and five are satisfied, three is not', () => {
  assert.deepEqual(csat(rated(5, 4, 3, 1)), { value: 0.5, of: 4 });
});

test('conversations without a rating count for the response rate only', () => {
  assert.deepEqual(csat(rated(5, null, null, null)), { value: 1, of: 1 });
  assert.deepEqual(csatResponse(rated(5, null, null, null)), { value: 0.25, of: 4 });
});

test('open conversations were not asked yet', () => {
  assert.deepEqual(csatResponse([...rated(5), conversation({ id: 'open', resolution: null })]), {
    value: 1,
    of: 1,
  });
});

test('no rating is no satisfaction rate, and nobody asked is no response rate', () => {
  assert.deepEqual(csat(rated(null, null)), { value: null, of: 0 });
  assert.deepEqual(csatResponse(rated(null, null)), { value: 0, of: 2 });
  assert.deepEqual(csatResponse([]), { value: null, of: 0 });
});
