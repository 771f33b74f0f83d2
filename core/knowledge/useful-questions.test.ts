import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArticleOutcome, usefulQuestions } from './useful-questions.ts';

const question = '耳机怎么退';
const articleId = 'returns';
const of = (...what: readonly ArticleOutcome['what'][]) =>
  usefulQuestions(what.map((one) => ({ question, articleId, what: one })))[0]?.evidence;

test('what an agent sent is useful, what the customer then was not helped by is not', () => {
  assert.deepEqual(of('article-sent'), [{ articleId, isUseful: true, weight: 1 }]);
  assert.deepEqual(of('answer-failed'), [{ articleId, isUseful: false, weight: 0.6 }]);
});

test('an agent’s act outweighs a customer’s, and contradictions cancel', () => {
  assert.equal(of('article-sent', 'answer-failed')?.[0]?.isUseful, true);
  assert.equal(of('answer-helped', 'answer-failed'), undefined);
});

test('an article that was edited first is weaker evidence than one that was sent as it stood', () => {
  assert.ok(of('article-edited')![0]!.weight < of('article-sent')![0]!.weight);
});

test('a pair told a hundred times weighs three at most, and the order of outcomes changes nothing', () => {
  const outcomes: ArticleOutcome[] = [
    ...Array.from({ length: 100 }, () => ({ question, articleId, what: 'article-sent' }) as const),
    { question: '运费谁出', articleId: 'postage', what: 'article-edited' },
    { question, articleId: 'postage', what: 'answer-failed' },
  ];
  const found = usefulQuestions(outcomes);
  assert.equal(found.find((one) => one.question === question)?.evidence.length, 2);
  assert.equal(
    found.flatMap(({ evidence }) => evidence).find((one) => one.articleId === articleId)?.weight,
    3,
  );
  assert.deepEqual(usefulQuestions(outcomes.toReversed()), found);
});

test('outcomes without words or without an article teach nothing', () => {
  assert.deepEqual(usefulQuestions([{ question: ' ', articleId, what: 'article-sent' }]), []);
  assert.deepEqual(usefulQuestions([{ question, articleId: '', what: 'article-sent' }]), []);
});
