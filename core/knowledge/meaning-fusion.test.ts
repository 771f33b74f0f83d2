import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Candidate } from './candidates.ts';
import { nothingCovered } from './confidence.ts';
import { defaultAnswerThresholds } from './decide-answer.ts';
import { withMeaning } from './meaning-fusion.ts';
import type { MeaningScale } from './meaning-scale.ts';
import { cutIntoPassages } from './passages.ts';
import { anArticle } from './test-articles.ts';

const scale = { platt: { slope: 10, offset: -6 }, basis: 'measured' } as const;
const guess = { ...scale, basis: 'guess' } as const;

function candidate(id: string, confidence: number): Candidate {
  const [passage] = cutIntoPassages(anArticle({ id }));
  return { passage: passage!, score: confidence, confidence, coverage: nothingCovered, nearestQuestion: '' };
}
const fused = (
  byWords: readonly Candidate[],
  cosines: Readonly<Record<string, number>>,
  by: MeaningScale = scale,
) =>
  withMeaning(byWords, by, (id) => cosines[id]).map(({ passage, confidence }) => [
    passage.articleId,
    Math.round(confidence * 100) / 100,
  ]);

test('meaning that agrees makes words surer, and meaning that does not takes it back', () => {
  assert.deepEqual(fused([candidate('a', 0.6)], { a: 0.85 }), [['a', 0.84]]);
  assert.deepEqual(fused([candidate('a', 0.8)], { a: 0.4 }), [['a', 0.6]]);
});

test('what meaning alone speaks for is asked back about, and stands first', () => {
  assert.deepEqual(
    fused([candidate('words', 0.1), candidate('meaning', 0.001)], { words: 0.3, meaning: 0.9 }),
    [
      ['meaning', 0.44],
      ['words', 0.07],
    ],
  );
});

test('an article whose meaning is not known yet is as likely as its words make it', () => {
  assert.deepEqual(fused([candidate('a', 0.65), candidate('b', 0.05)], { b: 0.9 }), [
    ['a', 0.65],
    ['b', 0.51],
  ]);
});

test('a scale that is a guess takes back nothing', () => {
  assert.deepEqual(fused([candidate('a', 0.8)], { a: 0.1 }, guess), [['a', 0.8]]);
  assert.deepEqual(fused([candidate('a', 0.03)], { a: 0.9 }, guess), [['a', 0.44]]);
});

test('what words say nothing of is never answered, whatever the model and its scale', () => {
  fc.assert(
    fc.property(
      fc.float({ min: 0, max: Math.fround(0.2499), noNaN: true }),
      fc.float({ min: -1, max: 1, noNaN: true }),
      fc.record({
        slope: fc.float({ min: 0, max: 1000, noNaN: true }),
        offset: fc.float({ min: -50, max: 50, noNaN: true }),
      }),
      fc.constantFrom('measured', 'guess'),
      (confidence, cosine, platt, basis) => {
        const [only] = withMeaning([candidate('a', confidence)], { platt, basis }, () => cosine);
        assert.ok(only!.confidence < defaultAnswerThresholds.answer);
      },
    ),
  );
});
