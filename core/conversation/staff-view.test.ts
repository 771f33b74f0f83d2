import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent } from '../terms/event.ts';
import { staffView } from './staff-view.ts';

const whisper: ConversationEvent = {
  conversationId: 'c',
  seq: 7,
  id: 'w',
  kind: 'note-added',
  actor: { kind: 'agent', id: 'lead', name: '李主管' },
  at: 1,
  body: { text: '直接换新', whisper: true, to: 'wang' },
};

test('a whisper is read by the agent whom it is for, its writer and those who lead', () => {
  for (const reader of [
    { id: 'wang', role: 'agent' },
    { id: 'lead', role: 'agent' },
    { id: 'other', role: 'supervisor' },
    { id: 'other', role: 'administrator' },
  ] as const)
    assert.equal(staffView(whisper, reader), whisper);
});

test('to every other agent it keeps its place and nothing else', () => {
  const shown = staffView(whisper, { id: 'chen', role: 'agent' });
  assert.deepEqual([shown.seq, shown.id, shown.kind], [7, 'w', 'note-added']);
  assert.doesNotMatch(JSON.stringify(shown), /换新|主管|lead|wang/);
});

test('one of which nobody knows for whom it was is not for every agent', () => {
  const old = { ...whisper, body: { text: '直接换新', whisper: true } } as ConversationEvent;
  assert.doesNotMatch(JSON.stringify(staffView(old, { id: 'wang', role: 'agent' })), /换新/);
});

test('a note is for all colleagues', () => {
  const note = { ...whisper, body: { text: '已查' } } as ConversationEvent;
  assert.equal(staffView(note, { id: 'chen', role: 'agent' }), note);
});
