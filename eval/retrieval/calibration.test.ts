import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unseenQuestions } from '../../demo/load-questions.ts';
import { errorOf, type Judged, measureRetrieval } from '../retrieval.ts';

const { judged } = measureRetrieval(unseenQuestions);
/** With 170 questions a perfectly calibrated confidence errs by about 0.05 over ten bins. */
const mostError = 0.1;
/** Four in five, give or take two standard errors of the questions in the bin. */
const isFourInFive = (rows: readonly Judged[]): boolean => {
  const around = rows.filter(({ confidence }) => confidence >= 0.7 && confidence < 0.9);
  const right = around.filter(({ isRight }) => isRight).length / around.length;
  return around.length >= 20 && Math.abs(right - 0.8) <= 2 * Math.sqrt((0.8 * 0.2) / around.length);
};

test('a confidence around 0.8 is right four times in five on questions that nothing was fitted on', () => {
  assert.ok(isFourInFive(judged), JSON.stringify(judged.filter(({ confidence }) => confidence >= 0.7)));
});

test('confidence and truth are near each other over all questions that nothing was fitted on', () => {
  assert.ok(errorOf(judged) <= mostError, String(errorOf(judged)));
});

test('a confidence that is too sure of itself, or not sure enough, fails both checks', () => {
  const bent = (bend: (confidence: number) => number) =>
    judged.map(({ confidence, isRight }) => ({ confidence: bend(confidence), isRight }));
  const sure = bent((confidence) => 0.8 + 0.2 * confidence);
  const shy = bent((confidence) => confidence * 0.6);
  for (const rows of [sure, shy]) assert.ok(errorOf(rows) > mostError);
  assert.ok(!isFourInFive(bent((confidence) => 0.7 + 0.19 * confidence)));
});
