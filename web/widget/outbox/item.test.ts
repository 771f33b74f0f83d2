import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOrder, nextOrder, nextToSend, notYetSeen, type OutboxItem } from './item.ts';

const item = (part: Partial<OutboxItem>): OutboxItem => ({
  id: 'a',
  scope: 'demo|visitor',
  order: 1,
  kind: 'message',
  text: '',
  files: [],
  at: 0,
  state: 'waiting',
  ...part,
});

test('what was written first is sent first, whatever order the store returns', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), (orders) => {
      const items = orders.map((order) => item({ id: String(order), order }));
      assert.equal(nextToSend(items)?.order, Math.min(...orders));
    }),
  );
});

test('an item that failed does not hold back what was written after it', () => {
  const items = [item({ id: 'a', state: 'failed' }), item({ id: 'b', order: 2 })];
  assert.equal(nextToSend(items)?.id, 'b');
});

test('the order rises even when the clock goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (clock) => {
      const items: OutboxItem[] = [];
      for (const now of clock) items.push(item({ id: String(items.length), order: nextOrder(items, now) }));
      assert.deepEqual(
        inOrder(items).map(({ id }) => id),
        items.map(({ id }) => id),
      );
      assert.equal(new Set(items.map(({ order }) => order)).size, items.length);
    }),
  );
});

test('an item leaves when its event arrives, and a sent one when the log has passed its place', () => {
  const items = [
    item({ id: 'a' }),
    item({ id: 'b', order: 2, state: 'sent', seq: 4, kind: 'human' }),
    item({ id: 'c', order: 3, state: 'sent', seq: 9 }),
  ];
  const left = notYetSeen(items, new Set(['a']), 5);
  assert.deepEqual(
    left.map(({ id }) => id),
    ['c'],
  );
});
