import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWorse, macroF1Of, signTest } from './compare-versions.ts';
import { isFrozen } from './frozen-set.ts';

const times = (count: number, label: string) => Array.from({ length: count }, () => label);
/** `hits` of `rows` right, the others taken for the other label. */
const judged = (rows: number, hits: number) => {
  const right = Array.from({ length: rows }, (_, n) => (n % 2 ? 'a' : 'b'));
  return { right, said: right.map((label, n) => (n < hits ? label : label === 'a' ? 'b' : 'a')) };
};

test('the sign test agrees with cases worked out by hand', () => {
  assert.ok(Math.abs(signTest(5, 0) - 1 / 32) < 1e-12);
  assert.ok(Math.abs(signTest(4, 1) - 6 / 32) < 1e-12);
  assert.equal(signTest(0, 0), 1);
});

test('a loss within the noise is none, a loss beyond it is', () => {
  assert.equal(isWorse(judged(100, 90), judged(100, 88)), false);
  assert.equal(isWorse(judged(100, 90), judged(100, 80)), true);
  assert.equal(isWorse(judged(100, 90), judged(100, 95)), false);
});

test('with few rows any loss counts, and none is no loss', () => {
  assert.equal(isWorse(judged(6, 6), judged(6, 5)), true);
  assert.equal(isWorse(judged(6, 5), judged(6, 5)), false);
  const none = { right: [], said: [] };
  assert.equal(isWorse(none, none), false);
});

test('the mean F1 counts labels that are right somewhere, each alike', () => {
  assert.equal(macroF1Of({ right: times(4, 'a'), said: times(4, 'a') }), 1);
  // a: 2·3/(3+4), b: 0.
  assert.ok(Math.abs(macroF1Of({ right: ['a', 'a', 'a', 'b'], said: times(4, 'a') }) - 3 / 7) < 1e-12);
});

test('about a fifth of texts is frozen, and signs, blanks and capitals change no side', () => {
  const texts = Array.from({ length: 2000 }, (_, n) => `第${n}个问题 question ${n * 7}`);
  const share = texts.filter(isFrozen).length / texts.length;
  assert.ok(share > 0.17 && share < 0.23, String(share));
  for (const text of texts.slice(0, 200))
    assert.equal(isFrozen(`  ${text.toUpperCase().replaceAll(' ', '  ')}？！`), isFrozen(text), text);
});
