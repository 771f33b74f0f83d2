import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moodPoints } from './mood-points.ts';

const mood = (emotion: 'angry' | 'pleased', intensity: number, seq = 1) => ({
  seq,
  at: 0,
  emotion,
  intensity,
});

test('the furious stand at the top and the calm at the bottom', () => {
  const [low, high] = moodPoints([mood('angry', 0), mood('angry', 1)], 100, 40, 5);
  assert.deepEqual([low?.y, high?.y], [35, 5]);
  assert.deepEqual([low?.x, high?.x], [5, 95]);
});

test('a very pleased customer is not drawn as a heated one', () => {
  assert.equal(moodPoints([mood('pleased', 1)], 100, 40, 5)[0]?.y, 35);
});

test('a single mood stands in the middle', () => {
  assert.equal(moodPoints([mood('angry', 0.5)], 100, 40, 5)[0]?.x, 50);
});
