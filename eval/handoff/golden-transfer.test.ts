import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goldenTransfer } from './golden-transfer.ts';

const near = (found: number, expected: number) =>
  assert.ok(Math.abs(found - expected) < 1e-9, `${found} for ${expected}`);

test('a transfer at the golden place earns everything, one beside it what the tolerance leaves', () => {
  const golden = [0, 0, 1, 0, 0];
  near(goldenTransfer(golden, [0, 0, 1, 0, 0], 1), 1);
  near(goldenTransfer(golden, [0, 0, 0, 1, 0], 1), Math.exp(-1 / 2));
  near(goldenTransfer(golden, [0, 0, 0, 1, 0], 2), Math.exp(-1 / 8));
  near(goldenTransfer(golden, [1, 0, 0, 0, 0], 3), Math.exp(-4 / 18));
});

test('every prediction is held against the nearest golden place, and their mean counts', () => {
  near(goldenTransfer([1, 0, 0, 0, 1], [1, 0, 0, 1, 0], 1), (1 + Math.exp(-1 / 2)) / 2);
  // A golden place that nobody predicted costs nothing here: F1 is there for it.
  near(goldenTransfer([1, 0, 0, 0, 1], [1, 0, 0, 0, 0], 1), 1);
});

test('silence is right where no transfer was needed, and worth nothing where one was', () => {
  assert.equal(goldenTransfer([0, 0], [0, 0], 1), 1);
  assert.equal(goldenTransfer([0, 0], [0, 1], 1), 0);
  assert.equal(goldenTransfer([0, 1], [0, 0], 1), 0);
});

test('λ above zero makes a late transfer dearer and an early one cheaper', () => {
  const golden = [0, 1, 0];
  near(goldenTransfer(golden, [0, 0, 1], 1, 0.5), Math.exp(-1 / (0.5 * 2)));
  near(goldenTransfer(golden, [1, 0, 0], 1, 0.5), Math.exp(-1 / (1.5 * 2)));
});
