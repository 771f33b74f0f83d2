import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coveredMs, occupancy } from './occupancy.ts';

test('time with two conversations at once counts once', () => {
  assert.equal(
    coveredMs([
      [0, 10],
      [5, 20],
      [30, 40],
    ]),
    30,
  );
});

test('who handles half of the time online is occupied by a half', () => {
  assert.equal(occupancy([[0, 30]], [[0, 60]]), 0.5);
});

test('handling while busy or away counts as handling', () => {
  assert.equal(occupancy([[50, 100]], [[0, 50]]), 0.5);
});

test('nobody who was not there has an occupancy', () => {
  assert.equal(occupancy([], []), null);
});
