import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, daysBetween } from './days.ts';

const noonUtc = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;

test('a day turns over at the local midnight', () => {
  assert.equal(dayOf(Date.UTC(2026, 10, 22, 15, 59, 59, 999), 480), '2026-11-22');
  assert.equal(dayOf(Date.UTC(2026, 10, 22, 16), 480), '2026-11-23');
  assert.equal(dayOf(Date.UTC(2026, 10, 22, 3), -480), '2026-11-21');
});

test('a period touches every day between its ends, over the end of a month and a leap day', () => {
  assert.deepEqual(daysBetween(Date.UTC(2028, 1, 28), Date.UTC(2028, 2, 1) + 1, 0), [
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
  ]);
});

test('the end is excluded', () => {
  const midnight = Date.UTC(2026, 10, 22, 16);
  assert.deepEqual(daysBetween(midnight - 24 * hour, midnight, 480), ['2026-11-22']);
});

test('half-hour zones work and an empty period has no days', () => {
  assert.equal(dayOf(Date.UTC(2026, 10, 22, 18, 30), 330), '2026-11-23');
  assert.equal(dayOf(Date.UTC(2026, 10, 22, 18, 29), 330), '2026-11-22');
  assert.deepEqual(daysBetween(noonUtc, noonUtc, 0), []);
  assert.deepEqual(daysBetween(noonUtc, noonUtc - 1, 0), []);
});
