import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeWeights, encodeWeights } from '../learning/weights-file.ts';
import {
  adjustmentFeatures,
  adjustmentRows,
  adjustmentWeights,
  mostAdjusted,
  mostRemembered,
  readAdjustment,
  rememberedOf,
} from './order-adjustment.ts';

const east = Float32Array.of(1, 0);
const nearEast = Float32Array.of(0.98, Math.sqrt(1 - 0.98 ** 2));
const north = Float32Array.of(0, 1);
const remembered = rememberedOf([
  { articleId: 'returns', place: east },
  { articleId: 'postage', place: north },
]);
/** Likeness to an article's own speaks for it, likeness to another's against it. */
const table = Float32Array.from({ length: adjustmentFeatures }, (_, n) =>
  n < adjustmentFeatures / 2 ? 1 : -1,
);

function readBack(weights = adjustmentWeights(table, remembered, 'v1')) {
  return readAdjustment(decodeWeights(encodeWeights(weights.weights, weights.columns)));
}

test('an article of which a like question is remembered rises, its rivals fall, and an unlike question moves nothing', () => {
  const adjustment = readBack();
  const [returns, postage] = adjustment.of(nearEast, ['returns', 'postage']);
  assert.ok(returns! > 2 && postage! < -2, `${returns} ${postage}`);
  assert.deepEqual(adjustment.of(Float32Array.of(-1, 0), ['returns', 'postage']), [0, 0]);
  assert.deepEqual(adjustment.of(nearEast, []), []);
});

test('nothing that was learned moves the odds further than its bound', () => {
  const wild = readBack(
    adjustmentWeights(
      table.map((one) => one * 1_000),
      remembered,
      'v1',
    ),
  );
  assert.deepEqual(wild.of(east, ['returns', 'postage']), [mostAdjusted, -mostAdjusted]);
});

test('while it learns, a question does not remember itself', () => {
  const [row] = adjustmentRows(remembered, east, ['returns'], { forgotten: [] });
  assert.ok(row!.every((value) => value === 0));
  const [asked] = adjustmentRows(remembered, east, ['returns']);
  assert.ok(asked!.some((value) => value > 0));
});

test('an article that is forgotten while it learns is remembered by nothing', () => {
  const [row] = adjustmentRows(remembered, nearEast, ['returns'], { forgotten: ['returns'] });
  assert.ok(row!.every((value) => value === 0));
});

test('only the newest questions are remembered', () => {
  const many = Array.from({ length: mostRemembered + 5 }, (_, n) => ({ articleId: String(n), place: east }));
  assert.equal(rememberedOf(many).articles.length, mostRemembered);
});

test('nothing remembered adjusts nothing, and places of another model say nothing', () => {
  const empty = readBack(adjustmentWeights(table, rememberedOf([]), 'v1'));
  assert.deepEqual(empty.of(east, ['returns']), [0]);
  assert.deepEqual(readBack().of(Float32Array.of(1, 0, 0), ['returns']), [0]);
});

test('weights of something else are refused, and so are those that hold what is no number', () => {
  const { weights } = adjustmentWeights(table, remembered, 'v1');
  const { places, ...fewer } = weights.tensors;
  for (const wrong of [
    { ...weights, name: 'intents' },
    { ...weights, tensors: fewer },
    { ...weights, head: {} },
    { ...weights, head: { dimensions: 3 } },
    { ...weights, tensors: { ...weights.tensors, table: table.fill(Number.NaN, 0, 1) } },
  ])
    assert.throws(() => readAdjustment(wrong), Error);
  assert.equal(places?.length, 4);
});
