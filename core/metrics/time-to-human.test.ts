import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversation, handedOver, minute } from './facts-by-hand.ts';
import { timeToHuman, waitForHuman } from './time-to-human.ts';

const waiting = (...minutes: number[]) =>
  minutes.map((wait, index) => handedOver({ id: `c${index}` }, wait * minute));

test('the median of an odd number of waits is the middle one', () => {
  assert.deepEqual(timeToHuman(waiting(9, 1, 2)), { median: 2 * minute, p90: 7.6 * minute, of: 3 });
});

test('the median of an even number of waits lies between the middle two', () => {
  assert.equal(timeToHuman(waiting(1, 2, 4, 60)).median, 3 * minute);
});

test('the 90th percentile of eleven waits is the tenth', () => {
  assert.equal(timeToHuman(waiting(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100)).p90, 9 * minute);
});

test('one wait is its own median and percentile', () => {
  assert.deepEqual(timeToHuman(waiting(3)), { median: 3 * minute, p90: 3 * minute, of: 1 });
});

test('who still waits or never asked is left out', () => {
  const all = [conversation({ id: 'a' }), handedOver({ id: 'b', firstHumanReplyAt: null }), ...waiting(2)];
  assert.deepEqual(timeToHuman(all), { median: 2 * minute, p90: 2 * minute, of: 1 });
});

test('an agent who had answered before anybody was asked for kept nobody waiting', () => {
  assert.equal(
    waitForHuman(handedOver({ id: 'a', handoff: { at: 1000, reasons: ['anger'] }, firstHumanReplyAt: 400 })),
    0,
  );
});

test('nobody answered is null', () => {
  assert.deepEqual(timeToHuman([]), { median: null, p90: null, of: 0 });
});
