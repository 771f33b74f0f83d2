import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { afterFrame, stopWriting } from './after-frame.ts';
import { standingOf } from './standing.ts';

type State = Parameters<typeof afterFrame>[0];

const start: State = {
  events: [],
  standing: standingOf([]),
  pending: [],
  writing: null,
  typing: null,
  position: null,
  stoppedAnswers: [],
};
function play(state: State, ...frames: ServerFrame[]): State {
  const now = { ...state };
  for (const frame of frames) Object.assign(now, afterFrame(now, frame));
  return now;
}

const words = (text: string, answerId = 'answer-1'): ServerFrame => ({
  type: 'writing',
  conversationId: 'x',
  answerId,
  text,
});
const happened = (kind: string, body: object, seq = 1): ServerFrame => ({
  type: 'events',
  conversationId: 'x',
  upTo: seq,
  events: [
    {
      id: `e${seq}`,
      seq,
      kind,
      body,
      at: 0,
      conversationId: 'x',
      actor: { kind: 'assistant' },
    } as ConversationEvent,
  ],
});

test('words of one answer are put together, and the finished message replaces them', () => {
  const writing = play(start, words('云栖 2 '), words('重 1.95 kg'));
  assert.equal(writing.writing?.text, '云栖 2 重 1.95 kg');
  const said = play(writing, happened('message-sent', { text: '完', answerId: 'answer-1' }));
  assert.equal(said.writing, null);
  assert.equal(said.events.length, 1);
});

test('another message does not end an answer that is still being written', () => {
  const state = play(start, words('a'), happened('message-sent', { text: 'b', answerId: 'answer-0' }));
  assert.equal(state.writing?.text, 'a');
});

test('after the writing was stopped its late words are not shown, those of the next answer are', () => {
  const writing = play(start, words('a'));
  const stopped = { ...writing, ...stopWriting(writing) };
  assert.equal(play(stopped, words('b')).writing, null);
  assert.equal(play(stopped, words('c', 'answer-2')).writing?.text, 'c');
  const told = play(writing, { type: 'writing-stopped', conversationId: 'x', answerId: 'answer-1' });
  assert.equal(play(told, words('b')).writing, null);
});

test('once a person is on the way nothing of the assistant is being written any more', () => {
  const queued = happened('queued', { queueId: 'q', priority: 0, reasons: [] });
  const state = play(start, words('a'), queued, words('b'));
  assert.equal(state.writing, null);
});

test('a place in the queue is shown only while the customer waits', () => {
  const place: ServerFrame = {
    type: 'position',
    conversationId: 'x',
    position: 3,
    agentsOnline: 1,
    estimate: null,
    instead: [],
  };
  const waiting = play(start, happened('queued', { queueId: 'q', priority: 0, reasons: [] }), place);
  assert.equal(waiting.position?.position, 3);
  assert.equal(play(waiting, happened('assigned', { agentId: '', agentName: '王敏' }, 2)).position, null);
});

test('a place that overtakes the events of the queue is there when they come, and none outlasts the next event', () => {
  const place = {
    type: 'position',
    conversationId: 'x',
    position: 1,
    agentsOnline: 1,
    estimate: null,
    instead: ['message'],
  } satisfies ServerFrame;
  const queued = happened('queued', { queueId: 'q', priority: 0, reasons: [] });
  assert.deepEqual(play(start, place, queued).position?.instead, ['message']);
  const assigned = happened('assigned', { agentId: '', agentName: '王敏' }, 2);
  const late = play(start, queued, assigned, place);
  assert.equal(play(late, happened('message-sent', { text: '您好', language: 'zh' }, 3)).position, null);
});
