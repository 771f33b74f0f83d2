import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { confidenceInDoubt } from './in-doubt.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('more doubt never makes surer, and the order of what was found stays', () => {
  fc.assert(
    fc.property(share, share, share, (confidence, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      assert.ok(confidenceInDoubt(confidence, more) <= confidenceInDoubt(confidence, less));
      const lower = confidence * 0.9;
      assert.ok(confidenceInDoubt(lower, one) <= confidenceInDoubt(confidence, one));
    }),
  );
});

test('a question that is surely foreign is no longer answered at 0.8, one of the house gains little', () => {
  assert.ok(confidenceInDoubt(0.8, 0.9) < 0.7);
  assert.ok(confidenceInDoubt(0.68, 0.01) < 0.71);
  assert.ok(Math.abs(confidenceInDoubt(0.8, 0.4) - 0.8) < 1e-9);
});

test('the own words of an article are never doubted', () => {
  assert.equal(confidenceInDoubt(1, 0.999), 1);
});
