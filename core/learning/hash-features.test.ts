import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuMs } from '../../test/kit/cpu-time.ts';
import { featuresOf, hashFeatures } from './hash-features.ts';

const spec = { bits: 16, characters: [1, 3], words: [1, 2] } as const;

test('Chinese runs on, Latin words are read one by one between borders', () => {
  const grams = featuresOf('退货ok吗', { bits: 20, characters: [2, 3] }).map(({ gram }) => gram);
  assert.deepEqual(grams, ['退货', ' o', ' ok', 'ok', 'ok ', 'k ']);
});

test('a word is a Latin word or a Chinese character', () => {
  const grams = featuresOf('my 快递 late', { bits: 20, words: [1, 2] }).map(({ gram }) => gram);
  assert.deepEqual(grams, ['my', 'my 快', '快', '快 递', '递', '递 late', 'late']);
});

test('a row has rising indices below the limit and length one', () => {
  const { indices, values } = hashFeatures('我的快递怎么还没到？ Where is my parcel?', spec);
  assert.ok(indices.every((index, n) => index < 65_536 && (n === 0 || index > indices[n - 1]!)));
  assert.ok(Math.abs(values.reduce((sum, value) => sum + value * value, 0) - 1) < 1e-5);
});

test('every index of a row is explained by an n-gram', () => {
  const text = '退货退货 refund';
  const explained = new Set(featuresOf(text, spec).map(({ index }) => index));
  assert.deepEqual([...hashFeatures(text, spec).indices].sort(), [...explained].sort());
});

test('an empty text gives an empty row, a hostile one ends soon', () => {
  assert.equal(hashFeatures('', spec).indices.length, 0);
  const took = cpuMs(() => {
    hashFeatures('😀a'.repeat(100_000), spec);
    hashFeatures('a'.repeat(100_000), spec);
  });
  assert.ok(took < 300, `${took} ms`);
});
