import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal, Unreachable } from '../api.ts';
import type { OutboxItem } from './item.ts';
import { Outbox } from './outbox.ts';
import { type Store, storeInMemory } from './store.ts';

const message = (id: string) => ({ id, kind: 'message' as const, text: id, files: [] });

interface Server {
  readonly received: string[];
  readonly conversations: (string | undefined)[];
  /** Thrown once each, before anything is taken in. */
  readonly failures: Error[];
  readonly troubles: (string | null)[];
}

function outboxOn(store: Store, server: Server, scope = 'demo|visitor'): Outbox {
  return new Outbox({
    scope,
    store,
    deliver: async (item, update) => {
      await pause(1);
      const failure = server.failures.shift();
      server.conversations.push(item.conversationId);
      await update({ ...item, conversationId: item.conversationId ?? 'conversation-1' });
      if (failure) throw failure;
      server.received.push(item.id);
      return { seq: server.received.length, conversationId: 'conversation-1' };
    },
    onChange: () => undefined,
    onTrouble: (trouble) => server.troubles.push(trouble),
  });
}

const aServer = (): Server => ({ received: [], conversations: [], failures: [], troubles: [] });

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 400) throw new Error('it did not happen');
    await pause(10);
  }
}

test('messages arrive once each, in the order in which they were written', async () => {
  const server = aServer();
  const outbox = outboxOn(storeInMemory(), server);
  await Promise.all(['a', 'b', 'c', 'd'].map((id) => outbox.add(message(id))));
  await until(() => server.received.length === 4);
  assert.deepEqual(server.received, ['a', 'b', 'c', 'd']);
  assert.ok(outbox.items.every(({ state }) => state === 'sent'));
  outbox.close();
});

test('a message is stored before it is sent, and a new page sends what the last one could not', async () => {
  const store = storeInMemory();
  const dead = aServer();
  dead.failures.push(...Array.from({ length: 50 }, () => new Unreachable('offline')));
  const first = outboxOn(store, dead);
  await first.add(message('a'));
  await first.add(message('b'));
  await until(() => dead.troubles.includes('unreachable'));
  first.close();

  const server = aServer();
  const second = outboxOn(store, server);
  await second.load();
  second.drain();
  await until(() => server.received.length === 2);
  assert.deepEqual(server.received, ['a', 'b']);
  assert.equal(
    server.conversations[0],
    'conversation-1',
    'a repeat goes to the conversation of the first try',
  );
  assert.deepEqual(await store.items('demo|visitor'), []);
  second.close();
});

test('after a passing refusal the same message is tried again by itself and nothing overtakes it', async () => {
  const server = aServer();
  server.failures.push(new Refusal('too-many-requests', 429, '', 20), new Refusal('overloaded', 503, '', 20));
  const outbox = outboxOn(storeInMemory(), server);
  await outbox.add(message('a'));
  await outbox.add(message('b'));
  await until(() => server.received.length === 2);
  assert.deepEqual(server.received, ['a', 'b']);
  assert.equal(server.troubles[0], 'slow-down');
  assert.equal(server.troubles.at(-1), null);
  outbox.close();
});

test('a final refusal marks the message, lets the next one pass, and one click sends it again', async () => {
  const server = aServer();
  server.failures.push(new Refusal('too-large', 413, ''));
  const outbox = outboxOn(storeInMemory(), server);
  await outbox.add(message('a'));
  await outbox.add(message('b'));
  await until(() => server.received.length === 1);
  const failed = outbox.items.find(({ id }) => id === 'a') as OutboxItem;
  assert.equal(failed.state, 'failed');
  assert.equal(failed.code, 'too-large');
  await outbox.resend('a');
  await until(() => server.received.length === 2);
  assert.deepEqual(server.received, ['b', 'a']);
  outbox.close();
});

test('what another tab has sent meanwhile is not sent again', async () => {
  const store = storeInMemory();
  const server = aServer();
  server.failures.push(new Refusal('overloaded', 503, '', 60));
  const outbox = outboxOn(store, server);
  await outbox.add(message('a'));
  await until(() => server.troubles.length === 1);
  await store.remove('a');
  await pause(120);
  assert.deepEqual(server.received, []);
  assert.deepEqual(outbox.items, []);
  outbox.close();
});

test('one person never sends what another one left in this browser', async () => {
  const store = storeInMemory();
  const dead = aServer();
  dead.failures.push(new Unreachable('offline'));
  const first = outboxOn(store, dead, 'demo|contact:1');
  await first.add(message('a'));
  await until(() => dead.troubles.length === 1);
  first.close();
  const server = aServer();
  const second = outboxOn(store, server, 'demo|contact:2');
  await second.load();
  second.drain();
  await pause(30);
  assert.deepEqual(server.received, []);
  second.close();
});
