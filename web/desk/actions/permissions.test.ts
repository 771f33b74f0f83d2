import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Owner } from '../../../core/terms/owner.ts';
import { summaryWith } from '../../../test/kit/summary.ts';
import { permissionsOf } from './permissions.ts';

const agent = { id: 'me', role: 'agent' } as const;
const supervisor = { id: 'boss', role: 'supervisor' } as const;

const held = (owner: Owner, status: 'open' | 'resolved' = 'open') => summaryWith({ owner, status });

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

test('everybody may take what waits, and only who is asked may pass it on', () => {
  const waiting = held({ kind: 'queue', queueId: 'q' });
  const offered = { ...waiting, offer: { agentId: 'else', at: 0, until: 15_000 } };
  for (const one of [waiting, offered]) {
    const { accept, decline } = permissionsOf(one, agent);
    assert.deepEqual([accept, decline], [true, false]);
  }
  assert.equal(permissionsOf(offered, { id: 'else', role: 'agent' }).decline, true);
});

test('only a supervisor whispers, and never to themselves', () => {
  const theirs = held({ kind: 'agent', agentId: 'else' });
  assert.equal(permissionsOf(theirs, agent).whisper, false);
  assert.equal(permissionsOf(theirs, supervisor).whisper, true);
  assert.equal(permissionsOf(held({ kind: 'agent', agentId: 'boss' }), supervisor).whisper, false);
});

test('labels are changed by the owner, by who helps and by who leads', () => {
  const theirs = held({ kind: 'agent', agentId: 'else' });
  assert.equal(permissionsOf(theirs, agent).label, false);
  assert.equal(permissionsOf(theirs, supervisor).label, true);
  assert.equal(permissionsOf({ ...theirs, helpers: ['me'] }, agent).label, true);
  assert.equal(permissionsOf(held({ kind: 'agent', agentId: 'me' }), agent).label, true);
  assert.equal(permissionsOf(held({ kind: 'queue', queueId: 'q' }), agent).label, false);
});

test('who helps may stop helping, and neither replies nor resolves', () => {
  const helped = { ...held({ kind: 'agent', agentId: 'else' }), helpers: ['me'] };
  const may = permissionsOf(helped, agent);
  assert.deepEqual([may.leave, may.reply, may.resolve, may.invite], [true, false, false, false]);
});
