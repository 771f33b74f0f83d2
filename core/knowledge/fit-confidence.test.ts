import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { fewestJudged, fitConfidence, type JudgedConfidence, refitted } from './fit-confidence.ts';

/** Confidences that say more than is right: 0.9 is right seven times in ten. */
function tooSure(count: number, seed: number): JudgedConfidence[] {
  const { next } = createRandom(seed, 1);
  return Array.from({ length: count }, (_, n) => {
    const confidence = 0.05 + 0.9 * next();
    return { confidence, isRight: next() < confidence * 0.78, isFrozen: n % 4 === 0 };
  });
}

test('confidences that say more than is right are read lower, in the same order, and come nearer to the truth', () => {
  const { fitted } = fitConfidence(tooSure(800, 3), undefined);
  assert.ok(fitted && !fitted.isWorse);
  assert.ok(fitted.after.calibrationError < fitted.before.calibrationError - 0.03, JSON.stringify(fitted));
  const read = [0.1, 0.3, 0.5, 0.7, 0.9].map((one) => refitted(fitted.platt, one));
  assert.ok(read.every((one, n) => n === 0 || one > read[n - 1]!));
  assert.ok(read[4]! < 0.85);
});

test('a question that is the article’s own stays as sure as it was', () => {
  const { fitted } = fitConfidence(tooSure(800, 3), undefined);
  assert.equal(refitted(fitted?.platt, 1), 1);
});

test('what is further from the truth on the frozen questions than what is in force is worse', () => {
  const rows = tooSure(800, 3);
  const { platt } = fitConfidence(rows, undefined).fitted!;
  const turned = rows.map((row) => (row.isFrozen ? row : { ...row, isRight: !row.isRight }));
  assert.ok(fitConfidence(turned, platt).fitted!.isWorse);
});

test('with few questions, or such as all say the same, nothing is fitted', () => {
  assert.equal(fitConfidence(tooSure(fewestJudged.learned, 1), undefined).fitted, undefined);
  const right = tooSure(400, 1).map((row) => ({ ...row, isRight: true }));
  assert.equal(fitConfidence(right, undefined).fitted, undefined);
});
