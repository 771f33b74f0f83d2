import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Gathered } from './gathered.ts';

test('the first change is told at once, a burst after it in one word, and nothing is left untold', async () => {
  let state = 0;
  const told: number[] = [];
  const gathered = new Gathered(() => told.push(state), 20);
  for (let one = 1; one <= 200; one += 1) {
    state = one;
    gathered.changed();
  }
  assert.deepEqual(told, [1]);
  await sleep(100);
  assert.deepEqual(told, [1, 200]);
  state = 201;
  gathered.changed();
  assert.deepEqual(told, [1, 200, 201]);
});

test('what somebody else has told is not told again', async () => {
  let told = 0;
  const gathered = new Gathered(() => {
    told += 1;
  }, 20);
  gathered.changed();
  gathered.changed();
  gathered.settled();
  await sleep(60);
  assert.equal(told, 1);
});
