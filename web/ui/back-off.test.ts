import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { backOff } from './back-off.ts';

test('the wait grows from under half a second to half a minute and never beyond', () => {
  assert.equal(backOff(1, 1), 500);
  assert.equal(backOff(2, 1), 1_000);
  assert.equal(backOff(7, 1), 30_000);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, chance) => {
        const wait = backOff(failures, chance);
        assert.ok(wait >= 250 && wait <= 30_000);
      },
    ),
  );
});

test('half of the wait is chance, so that browsers do not come back together', () => {
  assert.equal(backOff(20, 0), 15_000);
  assert.equal(backOff(20, 1), 30_000);
});
