import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import type { AskedQuestion } from '../core/insights/question-outcome.ts';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import { cleanWords, keptQuestion } from './asked-questions.ts';
import { knowledgeInMemory } from './knowledge-in-memory.ts';

const segment = createSegmenter();
const index = createKnowledgeIndex(segment);
for (const [id, title, body] of [
  ['invoice', '怎么开发票', '订单完成后在「我的订单」里点「开发票」，支持电子发票。'],
  ['payment', '支持哪些支付方式', '可以用微信支付、支付宝和银行卡付款。'],
] as const)
  index.add({
    id,
    version: 1,
    language: 'zh',
    topic: 'test',
    title,
    body,
    similarQuestions: [],
    status: 'published',
  });
const knowledge = knowledgeInMemory(index, segment, () => 0);

function wantedIn(text: string): string | null {
  const question: AskedQuestion = {
    seq: 2,
    at: 0,
    text,
    language: 'zh',
    outcome: 'unanswered',
    causes: ['unknown'],
    articleId: null,
    rivalId: null,
    agentMs: 0,
  };
  return keptQuestion(question, 'c', cleanWords(question), knowledge)?.wanted ?? null;
}

test('what is asked for and stands in no article is a wish', () => {
  assert.equal(wantedIn('有充电宝吗'), '充电宝');
  assert.equal(wantedIn('支持比特币支付吗'), '比特币支付');
});

test('what an article offers is no wish, asked for in the same way', () => {
  assert.equal(wantedIn('有发票吗'), null);
  assert.equal(wantedIn('有电子发票吗'), null);
  assert.equal(wantedIn('支持微信支付吗'), null);
});
