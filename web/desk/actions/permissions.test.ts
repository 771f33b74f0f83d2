import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import type { Owner } from '../../../core/terms/owner.ts';
import { permissionsOf } from './permissions.ts';

const agent = { id: 'me', role: 'agent' } as const;
const supervisor = { id: 'boss', role: 'supervisor' } as const;

function held(owner: Owner, status: 'open' | 'resolved' = 'open'): ConversationSummary {
  return {
    id: 'c',
    inboxId: 'i',
    contact: { id: 'k', name: '林夏', verified: true },
    language: 'zh',
    status,
    owner,
    lastSeq: 1,
    openedAt: 0,
    updatedAt: 0,
    preview: null,
    waitingSince: null,
    customerWaitingSince: null,
    deadlineAt: null,
    mood: null,
    reasons: [],
    priority: 0,
    queueId: null,
    offer: null,
    segment: null,
    labels: [],
    complexity: null,
    helpers: [],
    clocks: [],
    leftMessage: null,
    alert: null,
    rating: null,
    disposition: null,
    readSeq: 0,
  };
}

test('only the owner is offered to reply', () => {
  assert.equal(permissionsOf(held({ kind: 'agent', agentId: 'me' }), agent).reply, true);
  assert.equal(permissionsOf(held({ kind: 'agent', agentId: 'else' }), agent).reply, false);
  assert.equal(permissionsOf(held({ kind: 'queue', queueId: 'q' }), agent).reply, false);
  assert.equal(permissionsOf(held({ kind: 'assistant' }), supervisor).reply, false);
});

test('a colleague’s conversation can be taken only by a supervisor', () => {
  const theirs = held({ kind: 'agent', agentId: 'else' });
  assert.equal(permissionsOf(theirs, agent).takeOver, false);
  assert.equal(permissionsOf(theirs, supervisor).takeOver, true);
});

test('nothing can be done with a resolved conversation', () => {
  const permissions = permissionsOf(held({ kind: 'nobody' }, 'resolved'), supervisor);
  assert.ok(Object.values(permissions).every((may) => !may));
});
