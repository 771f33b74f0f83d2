import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { summaryWith } from '../../../test/kit/summary.ts';
import { announcementsOf, givenIn, whispersIn } from './announcements.ts';

const queue = { kind: 'queue', queueId: 'q' } as const;
const mine = { kind: 'agent', agentId: 'me' } as const;
const offered = summaryWith({ owner: queue, offer: { agentId: 'me', at: 0, until: 15_000 } });
const kinds = (...of: Parameters<typeof announcementsOf>) => announcementsOf(...of).map(({ kind }) => kind);

test('a conversation that came by itself is announced, one that the agent took is not', () => {
  const assigned = (seq: number, agentId: string, actor: ConversationEvent['actor']): ConversationEvent => ({
    id: `a${seq}`,
    seq,
    conversationId: 'c',
    kind: 'assigned',
    actor,
    at: 0,
    body: { agentId, agentName: agentId, how: 'auto' },
  });
  const system = { kind: 'system' } as const;
  const keys = (...events: ConversationEvent[]) => givenIn(events, 'me').map(({ key }) => key);
  assert.deepEqual(keys(assigned(1, 'me', system)), ['a1']);
  assert.deepEqual(keys(assigned(1, 'me', { kind: 'agent', id: 'me', name: '王敏' })), []);
  assert.deepEqual(keys(assigned(1, 'else', system)), []);
});

test('an offer that ran out is missed; one that was taken back before its time is not', () => {
  const next = summaryWith({ owner: queue, offer: { agentId: 'else', at: 15_000, until: 30_000 } });
  assert.deepEqual(kinds(offered, next, 'me', 15_000, false), ['missed']);
  assert.deepEqual(kinds(offered, { ...next, offer: null }, 'me', 4_000, false), []);
  assert.deepEqual(kinds(offered, summaryWith({ owner: mine }), 'me', 15_000, false), []);
  assert.deepEqual(kinds(offered, { ...next, status: 'resolved' }, 'me', 15_000, false), []);
});

test('the same offer in a newer summary is not missed, a second offer of the same conversation is no first', () => {
  assert.deepEqual(kinds(offered, { ...offered, lastSeq: 3 }, 'me', 15_000, false), []);
  const again = { ...offered, offer: { agentId: 'me', at: 60_000, until: 75_000 } };
  assert.deepEqual(kinds(offered, again, 'me', 60_000, false), ['missed']);
});

test('who is asked to help hears it once', () => {
  const before = summaryWith({ owner: { kind: 'agent', agentId: 'else' } });
  const after = { ...before, helpers: ['me'] };
  assert.deepEqual(kinds(before, after, 'me', 1, false), ['helping']);
  assert.deepEqual(kinds(after, after, 'me', 1, false), []);
});

test('only the owner hears a whisper, never an ordinary note and never their own', () => {
  const note = (whisper: boolean, id: string): ConversationEvent => ({
    id: `${id}${whisper}`,
    seq: 1,
    conversationId: 'c',
    kind: 'note-added',
    actor: { kind: 'agent', id, name: '李主管' },
    at: 0,
    body: { text: '可以退', ...(whisper ? { whisper } : {}) },
  });
  const events = [note(true, 'lead'), note(false, 'lead'), note(true, 'me')];
  assert.deepEqual(
    whispersIn(events, mine, 'me').map(({ key }) => key),
    ['leadtrue'],
  );
  assert.deepEqual(whispersIn(events, { kind: 'agent', agentId: 'else' }, 'me'), []);
});
