import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../../../core/terms/actor.ts';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { usedMessages } from './used-messages.ts';

const agent: Actor = { kind: 'agent', id: 'a', name: '王敏' };
const said = (seq: number, text: string, actor: Actor = agent): ConversationEvent => ({
  conversationId: 'c',
  id: String(seq),
  seq,
  at: seq,
  actor,
  kind: 'message-sent',
  body: { text },
});

test('a message whose sentences stand in the draft is found, whatever the punctuation', () => {
  const events = [
    said(1, '您好！'),
    said(2, '先长按电源键 10 秒，指示灯变红后松开。'),
    said(3, '稍等，我帮您看一下订单。'),
  ];
  const draft = '## 重启\n\n- 先**长按电源键10秒**\n- 指示灯变红后松开';
  assert.deepEqual([...usedMessages(events, draft)], [2]);
});

test('short courtesies are never marked', () => {
  assert.equal(usedMessages([said(1, '好的'), said(2, 'Thanks')], '好的 thanks 好的').size, 0);
});

test('a message of which less than half was used is not marked', () => {
  const events = [
    said(1, 'Hold the power button. My colleague will also call you about the delivery tomorrow.'),
  ];
  assert.equal(usedMessages(events, 'Hold the power button').size, 0);
});

test('events that are no messages are passed over', () => {
  const note = { ...said(1, ''), kind: 'note-added', body: { text: 'a note that is in the draft' } } as const;
  assert.equal(usedMessages([note], 'a note that is in the draft').size, 0);
});
