import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { cautiousScale, measuredScale, oddsAt } from './meaning-scale.ts';

/** Lines of a model whose unrelated texts are at `unrelated`. */
function pairs(count: number, unrelated: number, related: number, spread: number) {
  const random = createRandom(3, count);
  const around = (middle: number) => middle + spread * (random.next() + random.next() - 1);
  return Array.from({ length: count }, () => ({ own: around(related), other: around(unrelated) }));
}

test('the same cosine says what it says in this knowledge base', () => {
  const far = measuredScale(pairs(300, 0.2, 0.6, 0.15));
  const close = measuredScale(pairs(300, 0.8, 0.9, 0.04));
  assert.deepEqual([far.basis, close.basis], ['measured', 'measured']);
  assert.ok(oddsAt(far, 0.6) > 1.5 && oddsAt(close, 0.6) === -3);
  assert.ok(Math.abs(oddsAt(far, 0.4)) < 0.5 && Math.abs(oddsAt(close, 0.85)) < 0.5);
});

test('where lines of one article are often no nearer than others, nothing is sure', () => {
  const scale = measuredScale(pairs(300, 0.6, 0.65, 0.3));
  for (const cosine of [0.4, 0.6, 0.8]) assert.ok(Math.abs(oddsAt(scale, cosine)) < 1.5);
});

test('few lines leave the cautious guess, and a model that has it the wrong way round is of no use', () => {
  assert.equal(measuredScale(pairs(39, 0.2, 0.6, 0.1)), cautiousScale);
  assert.equal(measuredScale(pairs(300, 0.7, 0.5, 0.1)).basis, 'useless');
  assert.ok(oddsAt(cautiousScale, 0.75) < -1 && oddsAt(cautiousScale, 0.95) > 1);
});

test('no cosine is believed beyond a bound', () => {
  assert.deepEqual([oddsAt(cautiousScale, -1), oddsAt(cautiousScale, 1000)], [-3, 3]);
});
