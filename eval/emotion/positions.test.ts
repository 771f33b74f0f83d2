import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionsOf } from './positions.ts';
import type { Positions } from './text-convolution.ts';

const at = ({ features, starts }: Positions, n: number) => [...features.subarray(starts[n], starts[n + 1])];

test('a feeling word shares its kind with others of it, and a rare word its characters', () => {
  const text = positionsOf(['伤心', '啊', '痛哭', '心里'], '伤心啊痛哭心里');
  const [sad, , weeping, inside] = [0, 1, 2, 3].map((n) => at(text, n));
  assert.equal(sad!.filter((feature) => weeping!.includes(feature)).length, 1);
  assert.equal(sad!.filter((feature) => inside!.includes(feature)).length, 1);
});

test('a negation before a word makes it another kind', () => {
  const plain = at(positionsOf(['生气'], '生气'), 0);
  const negated = at(positionsOf(['没有', '生气'], '没有生气'), 1);
  assert.equal(plain.length, negated.length);
  assert.equal(plain.filter((feature) => negated.includes(feature)).length, plain.length - 1);
});

test('words keep their places though spaces between them are left out', () => {
  const text = positionsOf(['好', '难过'], '好 难过');
  assert.equal(text.starts.length, 3);
  assert.ok(at(text, 1).length > at(positionsOf(['桌子'], '桌子'), 0).length);
});

test('a text that goes on for ever is read up to a length', () => {
  const words = Array.from({ length: 500 }, () => '桌子');
  assert.equal(positionsOf(words, words.join('')).starts.length, 101);
});
