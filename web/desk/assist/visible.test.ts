import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSeen } from './visible.ts';

const frame = { top: 100, bottom: 500 };

test('what stands wholly in view was shown', () => {
  assert.equal(isSeen({ top: 200, bottom: 260 }, frame), true);
});

test('half of it is enough, less is not', () => {
  assert.equal(isSeen({ top: 470, bottom: 530 }, frame), true);
  assert.equal(isSeen({ top: 480, bottom: 540 }, frame), false);
});

test('three lines of a long one are enough', () => {
  assert.equal(isSeen({ top: 430, bottom: 1400 }, frame), true);
  assert.equal(isSeen({ top: 450, bottom: 1400 }, frame), false);
});

test('what is scrolled away or folded to nothing was not shown', () => {
  assert.equal(isSeen({ top: 0, bottom: 90 }, frame), false);
  assert.equal(isSeen({ top: 200, bottom: 200 }, frame), false);
});
