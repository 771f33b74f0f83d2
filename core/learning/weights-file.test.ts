import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeWeights, encodeWeights } from './weights-file.ts';

const weights = {
  name: 'emotion',
  version: '1',
  head: { classes: ['平静', 'angry'], bits: 2 },
  tensors: { weights: Float32Array.of(1, -200, 0.5, 100, -1, 0, 0.25, 50), bias: Float32Array.of(0.1, 7) },
};

test('floats come back as they were, small numbers within half a step of their column', () => {
  const read = decodeWeights(encodeWeights(weights, { weights: 2 }));
  assert.deepEqual({ ...read, tensors: {} }, { ...weights, tensors: {} });
  assert.deepEqual(read.tensors.bias, weights.tensors.bias);
  read.tensors.weights!.forEach((value, n) => {
    const step = n % 2 === 0 ? 1 / 127 : 200 / 127;
    assert.ok(Math.abs(value - weights.tensors.weights[n]!) <= step / 2 + 1e-6);
  });
});

test('a column of zeros stays a column of zeros', () => {
  const zeros = { ...weights, tensors: { weights: Float32Array.of(0, 1, 0, 2) } };
  const read = decodeWeights(encodeWeights(zeros, { weights: 2 })).tensors.weights!;
  assert.equal(read[0], 0);
  assert.equal(read[2], 0);
});

test('cut, foreign and swollen bytes are refused by name', () => {
  const bytes = encodeWeights(weights);
  assert.throws(() => decodeWeights(new Uint8Array()), /no weights of Tandem/);
  assert.throws(() => decodeWeights(new TextEncoder().encode('GIF89a, not this')), /no weights of Tandem/);
  assert.throws(() => decodeWeights(bytes.subarray(0, 20)), /before their head/);
  assert.throws(() => decodeWeights(bytes.subarray(0, bytes.length - 1)), /end inside bias/);
  assert.throws(() => decodeWeights(Uint8Array.from([...bytes, 0])), /more in the weights/);
});
