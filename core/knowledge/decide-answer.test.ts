import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingCovered } from './confidence.ts';
import { decideAnswer } from './decide-answer.ts';
import type { Candidate } from './index.ts';
import { cutIntoPassages } from './passages.ts';
import { anArticle } from './test-articles.ts';

const thresholds = { answer: 0.6, clarify: 0.3 };

function candidate(id: string, confidence: number): Candidate {
  const [passage] = cutIntoPassages(anArticle({ id, title: `问题 ${id}` }));
  return {
    passage: passage!,
    score: confidence,
    confidence,
    coverage: nothingCovered,
    nearestQuestion: passage!.title,
  };
}
const decide = (...candidates: Candidate[]) => decideAnswer({ candidates, thresholds });

test('a confident candidate is the answer', () => {
  const decision = decide(candidate('a', 0.7), candidate('b', 0.4));
  assert.equal(decision.kind, 'answer');
  assert.deepEqual(decision.figures, { confidence: 0.7, runnerUp: 0.4, answerFrom: 0.6, clarifyFrom: 0.3 });
});

test('a clarification names at most three different articles, most likely first', () => {
  const decision = decide(
    ...[0.5, 0.5, 0.45, 0.4, 0.35].map((confidence, at) => candidate('aabcd'[at]!, confidence)),
  );
  assert.equal(decision.kind, 'clarify');
  assert.deepEqual(
    decision.kind === 'clarify' && decision.candidates.map(({ passage }) => passage.articleId),
    ['a', 'b', 'c'],
  );
});

test('two passages of one article do not compete with each other', () => {
  assert.equal(decide(candidate('a', 0.7), candidate('a', 0.7), candidate('b', 0.4)).kind, 'answer');
});

test('nothing found, or nothing likely, is unknown', () => {
  assert.equal(decide().kind, 'unknown');
  assert.equal(decide(candidate('a', 0.29)).kind, 'unknown');
});

test('a bare word that several articles hold whole is asked back, however unsure each of them is', () => {
  const held = (id: string, article: number): Candidate => ({
    ...candidate(id, 0.02),
    coverage: { ...nothingCovered, article },
  });
  const decision = decide(held('a', 1), held('b', 1), held('c', 0.6));
  assert.deepEqual(
    decision.kind === 'clarify' && decision.candidates.map(({ passage }) => passage.articleId),
    ['a', 'b'],
  );
  assert.equal(decide(held('c', 0.6)).kind, 'unknown');
});
