import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import { createRerank } from '../core/knowledge/rerank.ts';
import { detectLanguage } from '../core/perception/language.ts';
import { loadArticles } from '../demo/load-articles.ts';
import { loadPairModel } from '../server/models.ts';
import { knowledgeInMemory } from './knowledge-in-memory.ts';
import { type Lookup, lookUp } from './look-up.ts';

const segment = createSegmenter();
const pairModel = loadPairModel((_, error) => {
  throw error;
})!;
const index = createKnowledgeIndex(segment, createRerank(pairModel, segment));
for (const article of loadArticles()) index.add({ ...article, status: 'published', version: 1 });
const knowledge = knowledgeInMemory(index, segment, Date.now);

/** Looks up what a customer says one after the other, as if every answer was given; returns the last. */
function last(...turns: readonly string[]): Lookup {
  const questions: string[] = [];
  const answered: string[] = [];
  let lookup: Lookup | undefined;
  for (const text of turns) {
    lookup = lookUp({ questions, answered, choices: [] }, text, detectLanguage(text, 'zh'), knowledge);
    questions.push(text);
    const told = lookup.verdict === 'answer' ? lookup.chosen[0]!.passage : undefined;
    if (told) answered.push(`${told.articleId}#${told.ordinal}`);
  }
  return lookup!;
}

const found = ({ verdict, chosen }: Lookup) => [verdict, chosen[0]?.passage.articleId];

interface FollowUp {
  readonly turns: readonly string[];
  readonly right: readonly string[];
}

test('what follows on an earlier question is mostly answered or among the choices, and seldom answered wrongly', () => {
  const rows = readFileSync(join(import.meta.dirname, '../demo/follow-ups.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const ids = new Set(loadArticles().map(({ id }) => id));
  const count = { right: 0, among: 0, wrong: 0 };
  for (const row of rows) {
    const { turns, right } = JSON.parse(row) as FollowUp;
    assert.ok(
      right.every((id) => ids.has(id)),
      row,
    );
    const { verdict, chosen } = last(...turns);
    const hit = chosen.findIndex(({ passage }) => right.includes(passage.articleId));
    if (verdict === 'answer') count[hit === 0 ? 'right' : 'wrong']++;
    else if (hit >= 0) count.among++;
  }
  assert.ok(count.right + count.among >= 35, JSON.stringify(count));
  assert.ok(count.wrong <= 3, JSON.stringify(count));
});

test('words that name a matter and lead to their own line keep it, whatever was told before', () => {
  assert.deepEqual(found(last('我买的冲锋衣尺码怎么选', '运费谁出')), ['answer', 'return-freight']);
});

test('words without a matter stay with the thing that was spoken of', () => {
  assert.deepEqual(found(last('冲锋衣怎么洗', '能烘干吗')), ['answer', 'jacket-washing']);
});

test('another article that is about both is asked back about where the first knows nothing of the new words', () => {
  assert.deepEqual(found(last('燎原一体炉能上飞机吗', '多少钱')), ['clarify', 'stove-liaoyuan-specs']);
});

test('a few words that are a tenth of what they hit are no answer in the middle of a talk', () => {
  assert.equal(last('怎么退货', '需要什么条件').verdict, 'clarify');
  assert.equal(last('需要什么条件').verdict, 'answer', 'asked first, they are what the customer has');
});

test('two things that were asked about are compared with each other', () => {
  assert.deepEqual(found(last('云栖2多重', '那云栖3呢', '两个差多少钱')), [
    'answer',
    'tent-yunqi2-vs-yunqi3',
  ]);
  assert.deepEqual(
    found(last('how much is the Yunqi 2', 'how much is the Yunqi 3', 'which one is lighter')),
    ['answer', 'tent-yunqi2-vs-yunqi3.en'],
  );
});
