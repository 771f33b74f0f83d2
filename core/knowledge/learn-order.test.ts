import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKnowledgeIndex } from './index.ts';
import { isWorseOrder, type JudgedOrder, judgeOrder } from './judge-order.ts';
import { type JudgedSearch, learnAdjustment } from './learn-order.ts';
import { adjustmentWeights, readAdjustment } from './order-adjustment.ts';
import { trainPairModel } from './pair-training.ts';
import { createRerank } from './rerank.ts';

const segment = (text: string): string[] => text.match(/.{1,2}/gsu) ?? [];
const things = ['帐篷', '睡袋', '炉子', '头灯', '背包', '雨衣', '水壶', '手套'];
const said = (thing: string) => [
  `${thing}咋保养`,
  `${thing}要怎么弄干净`,
  `请问${thing}脏了怎么洗`,
  `${thing}洗的方法`,
];
const pairs = things.flatMap((thing, n) =>
  said(thing).flatMap((question) => [
    { question, text: `${thing}怎么清洗`, same: true },
    { question, text: `${things[(n + 1) % things.length]}怎么清洗`, same: false },
  ]),
);
const model = trainPairModel({ pairs, searches: [], segment });
const index = createKnowledgeIndex(segment, createRerank(model, segment));
things.forEach((thing, n) => {
  for (const [kind, title] of [
    ['wash', `${thing}怎么清洗`],
    ['store', `${thing}怎么收纳保存`],
  ] as const)
    index.add({
      id: `${kind}${n}`,
      title,
      body: title,
      similarQuestions: [],
      language: 'zh',
      topic: '',
      status: 'published',
      version: 1,
    });
});
const asked = (thing: string, n: number, kind: string): JudgedSearch[] =>
  [`${thing}怎么保养`, `请问${thing}怎么保养`, `${thing}怎么保养呀`, `你好${thing}怎么保养`].map(
    (question) => ({
      question,
      ...index.find(question),
      evidence: [{ articleId: `${kind}${n}`, isUseful: true, weight: 1 }],
    }),
  );
const learnedFrom = (searches: readonly JudgedSearch[]) => {
  const { table, remembered } = learnAdjustment(searches, model, segment);
  return readAdjustment(adjustmentWeights(table, remembered, 'v').weights);
};
const right = (searches: readonly JudgedSearch[], adjustment?: ReturnType<typeof learnedFrom>) =>
  judgeOrder(searches, model, segment, adjustment).hits.filter(Boolean).length;

test('what agents sent puts the same article first for other wordings of the question', () => {
  const searches = things.flatMap((thing, n) => asked(thing, n, n % 2 === 0 ? 'store' : 'wash'));
  const taught = searches.filter((_, n) => n % 4 !== 3);
  const others = searches.filter((_, n) => n % 4 === 3);
  const before = right(others);
  const after = right(others, learnedFrom(taught));
  assert.ok(before < others.length && after === others.length, `${before} ${after} of ${others.length}`);
});

test('the same outcomes give the same weights', () => {
  const searches = things.flatMap((thing, n) => asked(thing, n, 'wash'));
  assert.deepEqual(learnAdjustment(searches, model, segment), learnAdjustment(searches, model, segment));
});

test('without outcomes nothing is learned and nothing moves', () => {
  const { table } = learnAdjustment([], model, segment);
  assert.ok(table.every((value) => value === 0));
});

test('questions of which no useful article is known judge nothing', () => {
  const [one] = asked('帐篷', 0, 'wash');
  const judged = judgeOrder(
    [{ ...one!, evidence: [{ articleId: 'wash0', isUseful: false, weight: 1 }] }],
    model,
    segment,
    undefined,
  );
  assert.deepEqual(judged, { hits: [], confidences: [] });
});

const judged = (hits: number, of: number, confidence: number): JudgedOrder => ({
  hits: Array.from({ length: of }, (_, n) => n < hits),
  confidences: Array.from({ length: of }, () => confidence),
});

test('an order is worse where fewer first articles are right, or where it is surer than it may be', () => {
  assert.equal(isWorseOrder(judged(12, 20, 0.6), judged(11, 20, 0.6)), true);
  assert.equal(isWorseOrder(judged(12, 20, 0.6), judged(12, 20, 0.6)), false);
  assert.equal(isWorseOrder(judged(12, 20, 0.6), judged(12, 20, 0.99)), true);
  assert.equal(isWorseOrder(judged(2, 20, 0.5), judged(20, 20, 0.5)), false, 'right more often than it says');
  assert.equal(isWorseOrder(judged(0, 0, 0), judged(0, 0, 0)), false);
});
