import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PreviewedAnswer } from '../terms/preview.ts';
import { byConcern, compareAnswers, isRight } from './compare-answers.ts';

const answer = (articleId: string, text = articleId): PreviewedAnswer => ({
  kind: 'answer',
  articleId,
  title: articleId,
  confidence: 0.9,
  text,
});
const clarify: PreviewedAnswer = {
  kind: 'clarify',
  articleId: 'a',
  title: 'a',
  confidence: 0.4,
  text: 'a / b',
};
const unknown: PreviewedAnswer = { kind: 'unknown', articleId: null, title: null, confidence: 0, text: '' };
const compare = (
  before: PreviewedAnswer,
  after: PreviewedAnswer,
  went: 'well' | 'badly' | null = null,
  judged?: { articleId: string | null },
) => compareAnswers(before, after, { went, edited: 'a', ...(judged && { judged }) });

test('what the customer would not notice is no change', () => {
  assert.equal(compare(answer('a'), { ...answer('a'), confidence: 0.7 }), null);
  assert.equal(compare(unknown, unknown), null);
  assert.equal(compare(clarify, { ...clarify, text: 'a / c' }), null);
});

test('each way of changing has its name', () => {
  assert.equal(compare(unknown, answer('a'))?.change, 'gained');
  assert.equal(compare(clarify, answer('a'))?.change, 'gained');
  assert.equal(compare(answer('a'), unknown)?.change, 'lost');
  assert.equal(compare(answer('a'), clarify)?.change, 'lost');
  assert.equal(compare(answer('a'), answer('b'))?.change, 'other-article');
  assert.equal(compare(answer('a', 'x'), answer('a', 'y'))?.change, 'reworded');
  assert.equal(compare(unknown, clarify)?.change, 'clarified');
  assert.equal(compare(clarify, unknown)?.change, 'clarified');
});

test('a person’s judgement settles whether it is better, whatever happened then', () => {
  for (const went of ['well', 'badly', null] as const) {
    assert.equal(compare(answer('a'), answer('b'), went, { articleId: 'b' })?.verdict, 'better');
    assert.equal(compare(answer('b'), answer('a'), went, { articleId: 'b' })?.verdict, 'worse');
    assert.equal(compare(unknown, answer('a'), went, { articleId: null })?.verdict, 'worse');
    assert.equal(compare(answer('a'), unknown, went, { articleId: null })?.verdict, 'better');
    assert.equal(compare(answer('a', 'x'), answer('a', 'y'), went, { articleId: 'a' })?.verdict, 'unclear');
  }
});

test('without a judgement, how it went then speaks', () => {
  assert.equal(compare(unknown, answer('a'))?.verdict, 'likely-better');
  assert.equal(compare(answer('a'), unknown)?.verdict, 'likely-worse');
  assert.equal(compare(answer('a'), unknown, 'badly')?.verdict, 'unclear');
  assert.equal(compare(answer('a'), answer('b'), 'badly')?.verdict, 'likely-better');
  assert.equal(compare(answer('a'), answer('b'), 'well')?.verdict, 'likely-worse');
  assert.equal(compare(answer('a'), answer('b'))?.verdict, 'unclear');
});

test('to ask back about the right article is not to answer right, and not to answer is right where nothing answers', () => {
  assert.equal(isRight(clarify, { articleId: 'a' }), false);
  assert.equal(isRight(clarify, { articleId: null }), true);
  assert.equal(isRight(unknown, { articleId: null }), true);
});

test('what gets worse stands first, and of that what most asked', () => {
  const list = [
    { verdict: 'better', times: 9 },
    { verdict: 'worse', times: 1 },
    { verdict: 'likely-worse', times: 5 },
    { verdict: 'worse', times: 3 },
    { verdict: 'unclear', times: 7 },
  ] as const;
  assert.deepEqual(
    [...list].sort(byConcern).map(({ verdict, times }) => `${verdict} ${times}`),
    ['worse 3', 'worse 1', 'likely-worse 5', 'unclear 7', 'better 9'],
  );
});

test('other words of an article that nobody edits are neither better nor worse', () => {
  for (const went of ['well', 'badly'] as const)
    assert.equal(compare(answer('b', 'x'), answer('b', 'y'), went)?.verdict, 'unclear');
  assert.equal(compare(answer('a', 'x'), answer('a', 'y'), 'badly')?.verdict, 'likely-better');
});
