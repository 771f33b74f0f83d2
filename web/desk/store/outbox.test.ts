import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { type Outgoing, settledBy, storedOutbox, storeOutbox, withOutgoing } from './outbox.ts';

const reply: Outgoing = {
  id: 'r1',
  conversationId: 'c',
  kind: 'reply',
  text: '您好',
  attachments: [],
  at: 5,
  state: 'sending',
};

test('a reply that reached the log leaves the outbox even when its answer got lost', () => {
  const event = {
    id: 'r1',
    seq: 3,
    conversationId: 'c',
    kind: 'message-sent',
    actor: { kind: 'agent', id: 'a', name: '王敏' },
    at: 6,
    body: { text: '您好' },
  } satisfies ConversationEvent;
  assert.deepEqual(settledBy([reply], [event]), []);
});

test('sending again with the same id keeps one entry', () => {
  const failed = withOutgoing([reply], { ...reply, state: 'failed' });
  assert.equal(failed.length, 1);
  assert.equal(failed[0]?.state, 'failed');
});

test('what was on its way when the page closed comes back as failed', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  storeOutbox(storage, 'a', [reply]);
  assert.equal(storedOutbox(storage, 'a')[0]?.state, 'failed');
  assert.deepEqual(storedOutbox(storage, 'b'), [], 'another agent got it');
  storeOutbox(storage, 'a', []);
  assert.equal(kept.size, 0);
});

test('a damaged storage is an empty outbox', () => {
  assert.deepEqual(storedOutbox({ getItem: () => '{' }, 'a'), []);
});
