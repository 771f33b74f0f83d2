import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateOf } from './apply-event.ts';
import { listLine } from './list-line.ts';
import type { ConversationState } from './state.ts';

const opened = stateOf([
  {
    conversationId: 'c',
    seq: 1,
    id: 'open',
    kind: 'conversation-opened',
    actor: { kind: 'contact', id: 'k' },
    at: 1,
    body: { inboxId: 'web', contactId: 'k', language: 'zh' },
  },
]) as ConversationState;
const announced = { text: '好的，正在为您转接人工客服。', by: 'assistant', at: 5 } as const;
const waiting: ConversationState = {
  ...opened,
  owner: { kind: 'queue', queueId: 'q' } as ConversationState['owner'],
  preview: announced,
  questions: ['运费多少', '帐篷漏水怎么办'],
};

test('who waits stands in the list with what they asked, not with the words that hand everybody over', () => {
  assert.deepEqual(listLine(waiting), { text: '帐篷漏水怎么办', by: 'contact', at: 5 });
  assert.equal(listLine({ ...waiting, questions: ['长'.repeat(500)] })?.text.length, 120);
});

test('elsewhere the last words stand there, whoever said them', () => {
  const wrote = { text: '还在吗', by: 'contact', at: 6 } as const;
  assert.equal(listLine({ ...waiting, preview: wrote }), wrote);
  assert.equal(listLine({ ...waiting, owner: { kind: 'assistant' } }), announced);
  assert.equal(listLine({ ...waiting, questions: [] }), announced);
});
