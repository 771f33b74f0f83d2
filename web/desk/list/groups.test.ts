import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryWith } from '../../../test/kit/summary.ts';
import { groupsOf } from './groups.ts';

const now = 1_000_000;
const waits = (id: string, queueId: string, change = {}) =>
  summaryWith({ id, queueId, owner: { kind: 'queue', queueId }, waitingSince: now - 60_000, ...change });
const left = (at: number, slotFrom: number | null) => ({
  leftMessage: { at, way: slotFrom === null ? ('message' as const) : ('callback' as const), slotFrom },
});
const shape = (...of: Parameters<typeof groupsOf>) =>
  groupsOf(...of).map(({ key, rows }) => [key, rows.map(({ id }) => id).join('')]);

test('alerts stand on top, then the queues in their order, one that nobody knows last', () => {
  const rows = [
    waits('a', 'returns'),
    waits('b', 'gone'),
    waits('c', 'vip'),
    waits('d', 'vip', { alert: { at: 1, why: 'waiting-long' } }),
  ];
  assert.deepEqual(shape(rows, ['vip', 'returns', 'empty'], 'all', now), [
    ['alerts', 'd'],
    ['vip', 'c'],
    ['returns', 'a'],
    ['gone', 'b'],
  ]);
});

test('who waits at the screen comes before callbacks by their time and messages by their age', () => {
  const rows = [
    waits('m', 'q', left(now - 10, null)),
    waits('l', 'q', left(now - 500_000, now + 90_000)),
    waits('k', 'q', left(now - 500_000, now + 30_000)),
    waits('a', 'q'),
  ];
  assert.deepEqual(shape(rows, ['q'], 'all', now), [['q', 'amkl']]);
  assert.deepEqual(groupsOf(rows, ['q'], 'all', now)[0]?.longestSince, now - 60_000);
});

test('a callback whose time has come waits like anybody else', () => {
  const rows = [waits('a', 'q', { waitingSince: now }), waits('k', 'q', left(now - 500_000, now - 1))];
  assert.deepEqual(shape(rows, ['q'], 'all', now), [['q', 'ak']]);
  assert.deepEqual(groupsOf(rows, ['q'], 'all', now)[0]?.longestSince, now - 60_000);
});

test('the list can show one queue, or what customers left behind', () => {
  const rows = [waits('a', 'q'), waits('b', 'p'), waits('m', 'p', left(1, null))];
  assert.deepEqual(shape(rows, ['q', 'p'], { queueId: 'p' }, now), [['p', 'bm']]);
  assert.deepEqual(shape(rows, ['q', 'p'], 'left', now), [['p', 'm']]);
});
