import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perceive } from '../core/perception/perceive.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import { loadSatisfactionModel } from '../server/models.ts';
import { heardOf, judgeSatisfaction } from './judge-satisfaction.ts';

/** Events of one conversation in their order, with what every event has filled in. */
function logOf(...events: readonly { kind: string; actor?: object; body: object }[]): ConversationEvent[] {
  return events.map((event, n) => ({
    id: String(n),
    conversationId: 'c',
    seq: n + 1,
    at: n * 1000,
    actor: { kind: 'contact', id: 'lin' },
    ...event,
  })) as ConversationEvent[];
}
const opened = {
  kind: 'conversation-opened',
  body: { inboxId: 'demo', contactId: 'lin', language: 'zh' },
};
const assistant = { kind: 'assistant' };
const says = (text: string) => ({ kind: 'message-received', body: { text } });
const perceived = (text: string, of: number) => ({
  kind: 'perceived',
  actor: { kind: 'system' },
  body: { ...perceive(text, { fallbackLanguage: 'zh' }), of },
});
const decided = (of: number, more: object = {}) => ({
  kind: 'decided',
  actor: assistant,
  body: { of, decision: 'answer', noProgress: false, repeated: false, ...more },
});
const answers = (text: string) => ({ kind: 'message-sent', actor: assistant, body: { text } });

const good = logOf(
  opened,
  says('睡袋可以机洗吗'),
  perceived('睡袋可以机洗吗', 2),
  decided(2),
  answers('可以。'),
  says('好的谢谢'),
  perceived('好的谢谢', 6),
);

test('what was perceived and decided is heard with the message that it belongs to', () => {
  const { messages, seqs } = heardOf(good);
  assert.deepEqual(seqs, [2, 5, 6]);
  assert.equal(messages[0]!.decision, 'answer');
  assert.equal(messages[2]!.perception?.act, 'thanks');
});

test('only what came after the last reopening counts, and a note to a colleague never', () => {
  const again = logOf(
    opened,
    says('垃圾'),
    { kind: 'resolved', actor: { kind: 'agent', id: 'a' }, body: { disposition: 'not-solved', note: '' } },
    { kind: 'rated', body: { score: 1, comment: '' } },
    { kind: 'reopened', body: {} },
    { kind: 'note-added', actor: { kind: 'agent', id: 'a' }, body: { text: '小心' } },
    says('你好'),
  );
  const { messages, rating, disposition } = heardOf(again);
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['你好'],
  );
  assert.equal(rating, null);
  assert.equal(disposition, null);
});

test('the view has the estimate, its reasons and a course by the customer’s messages', async () => {
  const view = await judgeSatisfaction({ log: { read: async () => good } }, 'c');
  assert.ok(view!.solved > 0.8);
  assert.equal(view!.reasons[0]!.sign, 'thanks');
  assert.deepEqual(
    view!.course.map(({ seq }) => seq),
    [2, 6],
  );
  assert.ok(view!.course[1]!.satisfaction > view!.course[0]!.satisfaction);
  assert.equal(await judgeSatisfaction({ log: { read: async () => [] } }, 'c'), undefined);
});

test('what was learned has its say, and is never louder than the plain signs', async () => {
  const satisfactionModel = loadSatisfactionModel((file) => assert.fail(file));
  const log = { read: async () => good };
  const learned = await judgeSatisfaction({ log, satisfactionModel }, 'c');
  const ruled = await judgeSatisfaction({ log }, 'c');
  assert.deepEqual([ruled!.by, learned!.by], ['rules', 'weights']);
  assert.ok(learned!.reasons.some(({ sign }) => sign === 'words'));
  for (const { sign, weight } of learned!.reasons) if (sign === 'words') assert.ok(Math.abs(weight) <= 0.8);
  assert.ok(learned!.solved > 0.8);
});
