import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aht } from './aht.ts';
import { conversation, handedOver, minute } from './facts-by-hand.ts';

test('two conversations of four and eight minutes take six on average', () => {
  const two = [handedOver({ id: 'a' }), handedOver({ id: 'b', handledMs: 8 * minute })];
  assert.deepEqual(aht(two), { value: 6 * minute, of: 2 });
});

test('conversations without an agent and those still open are left out', () => {
  const all = [
    handedOver({ id: 'a' }),
    handedOver({ id: 'open', resolution: null, handledMs: 60 * minute }),
    conversation({ id: 'assistant' }),
  ];
  assert.deepEqual(aht(all), { value: 4 * minute, of: 1 });
});

test('nothing handled is null', () => {
  assert.deepEqual(aht([conversation({ id: 'a' })]), { value: null, of: 0 });
});
