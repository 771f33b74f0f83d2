import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashFeatures } from './hash-features.ts';
import { trainSoftmax } from './softmax-regression.ts';
import { readTextModel, textModelWeights } from './text-model.ts';
import { decodeWeights, encodeWeights } from './weights-file.ts';

const spec = { bits: 12, characters: [1, 2] } as const;
const rows: readonly (readonly [string, number])[] = [
  ['今天真倒霉', 0],
  ['太倒霉了吧', 0],
  ['倒霉的一天', 0],
  ['今天真走运', 1],
  ['太走运了吧', 1],
  ['走运的一天', 1],
];
const trained = trainSoftmax(
  rows.map(([text]) => hashFeatures(text, spec)),
  rows.map(([, label]) => label),
  ['bad', 'good'],
  2 ** spec.bits,
  { epochs: 10, rate: 0.3 },
);
const head = { spec, sharpness: 1, offsets: [0, 0] };
const { weights, columns } = textModelWeights('luck', '1-test', trained, head);

test('a text model says after its file what it said before, and which pieces spoke for it', () => {
  const before = readTextModel(weights);
  const after = readTextModel(decodeWeights(encodeWeights(weights, columns)));
  const text = '昨天倒霉，今天也倒霉';
  const [bad, good] = after.probabilities(text);
  assert.ok(bad! > 0.7 && Math.abs(bad! + good! - 1) < 1e-9, `${bad}`);
  assert.ok(Math.abs(bad! - before.probabilities(text)[0]!) < 0.02);
  assert.deepEqual(after.piecesFor(text, 0, 1), ['倒霉']);
  assert.deepEqual([after.name, after.version], ['luck', '1-test']);
});

test('weights that do not fit their head are refused', () => {
  const short = { ...weights, tensors: { ...weights.tensors, weights: new Float32Array(8) } };
  assert.throws(() => readTextModel(short), /luck do not fit/);
});
