import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AssistUse, ConversationEvent, EventOf } from '../core/terms/event.ts';
import { mayTellUseful, usefulArticles } from './useful-articles.ts';

const base = { conversationId: 'c', at: 1 };
const received = (seq: number, text: string) =>
  ({
    ...base,
    id: `m${seq}`,
    seq,
    kind: 'message-received',
    actor: { kind: 'contact', id: 'k' },
    body: { text },
  }) as unknown as ConversationEvent;
const replied = (assist: AssistUse | undefined, kind = 'agent') =>
  ({
    ...base,
    id: 'r',
    seq: 9,
    kind: 'message-sent',
    actor: { kind, id: 'a', name: '林坐席' },
    body: { text: '好的', ...(assist && { assist }) },
  }) as unknown as EventOf<'message-sent'>;
const use = (taken: AssistUse['taken'], edited: number | null = 0): AssistUse => ({
  shown: taken,
  taken,
  edited,
});
const passage = { kind: 'passage', ref: 'returns#2' } as const;

test('each article of what was taken is a row, whichever kind of help it came by', () => {
  const rows = usefulArticles(
    replied(
      use([
        passage,
        { kind: 'reply', ref: 'article:returns#0' },
        { kind: 'step', ref: 'step:faq/pole#1/3' },
        { kind: 'reply', ref: 'team:4711' },
        { kind: 'solved', ref: 'abc' },
      ]),
    ),
    [received(1, '帐篷怎么退')],
  );
  assert.deepEqual(
    rows.map(({ id, label, text, source }) => [id, label, text, source]),
    [
      ['useful/c/9/returns', 'returns', '帐篷怎么退', 'article-sent'],
      ['useful/c/9/faq/pole', 'faq/pole', '帐篷怎么退', 'article-sent'],
    ],
  );
});

test('what was edited says less, and what was rewritten nothing', () => {
  const of = (edited: number) =>
    usefulArticles(replied(use([passage], edited)), [received(1, '怎么退')]).map(({ source }) => source);
  assert.deepEqual(of(0.1), ['article-sent']);
  assert.deepEqual(of(0.4), ['article-edited']);
  assert.deepEqual(of(0.61), []);
});

test('the words are those before the reply, without personal data', () => {
  const [row] = usefulArticles(replied(use([passage])), [
    received(1, '我的电话13812345678，怎么退'),
    received(10, '谢谢'),
  ]);
  assert.match(row!.text, /怎么退/);
  assert.doesNotMatch(row!.text, /138|谢谢/);
});

test('a reply without help, one of the assistant, and one to nobody’s question teach nothing', () => {
  assert.equal(mayTellUseful(replied(undefined)), false);
  assert.equal(mayTellUseful(replied(use([]))), false);
  assert.equal(mayTellUseful(replied(use([passage]), 'assistant')), false);
  assert.deepEqual(usefulArticles(replied(use([passage])), [received(1, '？！')]), []);
});
