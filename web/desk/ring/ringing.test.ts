import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryWith } from '../../../test/kit/summary.ts';
import { ringingOf } from './ringing.ts';

const me = { id: 'me', isOnline: true };
const waits = (id: string, change = {}) =>
  summaryWith({ id, queueId: 'q', owner: { kind: 'queue', queueId: 'q' }, waitingSince: 1, ...change });
const offer = (agentId: string, until: number) => ({ offer: { agentId, at: until - 15_000, until } });
const ids = (...of: Parameters<typeof ringingOf>) => ringingOf(...of).map(({ summary }) => summary.id);

test('only what is offered to this agent rings, what runs out first on top', () => {
  const rows = [waits('a'), waits('b', offer('me', 30_000)), waits('c', offer('else', 30_000))];
  const later = waits('d', offer('me', 20_000));
  assert.deepEqual(ids([...rows, later], me, new Set(), 10_000), ['d', 'b']);
});

test('an offer that has run out is silent before the server takes it back', () => {
  assert.deepEqual(ids([waits('a', offer('me', 15_000))], me, new Set(), 15_000), []);
});

test('what waits in a queue to be taken rings for everybody online, unless the customer has left', () => {
  const left = { leftMessage: { at: 1, way: 'message', slotFrom: null } };
  const rows = [waits('a'), waits('b', left), waits('c', offer('else', 9))];
  assert.deepEqual(ids(rows, me, new Set(['q']), 5), ['a']);
  const call = waits('d', { leftMessage: { at: 1, way: 'callback', slotFrom: 4 } });
  assert.deepEqual(ids([call], me, new Set(['q']), 3), [], 'a call has its time');
  assert.deepEqual(ids([call], me, new Set(['q']), 4), ['d']);
  assert.deepEqual(ids(rows, { ...me, isOnline: false }, new Set(['q']), 5), []);
});

test('a second offer of the same conversation is another ring', () => {
  const [first] = ringingOf([waits('a', offer('me', 15_000))], me, new Set(), 0);
  const [second] = ringingOf([waits('a', offer('me', 60_000))], me, new Set(), 0);
  assert.notEqual(first?.key, second?.key);
});
