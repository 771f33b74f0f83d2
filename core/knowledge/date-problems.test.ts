import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areInOrder, dateProblems } from './date-problems.ts';

const at = 1_000;
const codes = (...given: Parameters<typeof dateProblems>) => dateProblems(...given).map(({ code }) => code);

test('dates that are missing are in order, equal or turned ones are not', () => {
  assert.ok(areInOrder({}));
  assert.ok(areInOrder({ effectiveFrom: 5, expiresAt: null }));
  assert.ok(areInOrder({ effectiveFrom: 5, expiresAt: 6 }));
  assert.ok(!areInOrder({ effectiveFrom: 6, expiresAt: 6 }));
  assert.ok(!areInOrder({ effectiveFrom: 7, expiresAt: 6 }));
});

test('what is over before it is published is an error', () => {
  assert.deepEqual(codes({ expiresAt: at }, [], at), ['over-already']);
  assert.deepEqual(codes({ expiresAt: at + 1 }, [], at), []);
  assert.deepEqual(codes({ effectiveFrom: 3, expiresAt: 2 }, [], at), ['ends-before-it-begins']);
});

test('a time in which nothing answers is told, an end on the very day of the next is none', () => {
  const current = { version: 1, expiresAt: 2_000 };
  assert.deepEqual(dateProblems({ effectiveFrom: 3_000 }, [current], at), [
    { code: 'gap', isError: false, from: 2_000, until: 3_000 },
  ]);
  assert.deepEqual(codes({ effectiveFrom: 2_000 }, [current], at), []);
  assert.deepEqual(codes({ effectiveFrom: 1_500 }, [current], at), []);
});

test('a scheduled version that will never come is told with its day', () => {
  const editions = [{ version: 1 }, { version: 2, effectiveFrom: 5_000 }];
  assert.deepEqual(dateProblems({}, editions, at), [
    { code: 'replaces-scheduled', isError: false, version: 2, from: 5_000 },
  ]);
  assert.deepEqual(codes({ effectiveFrom: 6_000 }, editions, at), []);
  assert.deepEqual(codes({ effectiveFrom: 5_000 }, editions, at), ['replaces-scheduled']);
});
