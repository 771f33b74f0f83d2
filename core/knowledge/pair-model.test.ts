import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeWeights, encodeWeights } from '../learning/weights-file.ts';
import { nothingCovered } from './confidence.ts';
import { lookAtPair, plainFeatures, plainFeaturesOf } from './pair-features.ts';
import { pairWeights, placed, readPairModel, rightnessOf, samenessOf } from './pair-model.ts';
import { readPairText } from './pair-text.ts';
import { type TrainingPair, trainPairModel } from './pair-training.ts';
import { createRerank } from './rerank.ts';

const segment = (text: string) => text.match(/.{1,2}/gu) ?? [];
const things = [
  ...'鞋帽衣裤袜表灯锅碗杯伞包球琴笔书床椅桌柜门窗盒箱袋瓶刀叉盘壶扇镜梳巾毯枕被垫帘架轮链带绳针线布纸卡票牌旗鼓棋车船筒罐盆桶',
];

/** Asking what it costs is the same in two words; asking how long it takes is another matter. */
const pairs: TrainingPair[] = things.flatMap((thing) => [
  { question: `${thing}子多少钱`, text: `${thing}子什么价`, same: true },
  { question: `${thing}子什么价`, text: `${thing}子多少钱`, same: true },
  { question: `${thing}子多少钱`, text: `${thing}子送多久`, same: false },
  { question: `${thing}子什么价`, text: `${thing}子送多久`, same: false },
]);
const searches = things.flatMap((thing) =>
  [
    [`${thing}子多少钱`, `${thing}子什么价`],
    [`${thing}子什么价`, `${thing}子多少钱`],
  ].map(([question, right]) => ({
    question: question!,
    found: [`${thing}子送多久`, right!].map((text, rank) => ({
      text,
      relevance: 1 - rank / 10,
      coverage: nothingCovered,
      right: rank === 1,
    })),
  })),
);
const model = trainPairModel({ pairs, searches, segment });
const read = (text: string) => placed(model, readPairText(text, segment));

test('what was learned of some things holds for one that was not among them', () => {
  assert.ok(samenessOf(model, read('梯子多少钱'), read('梯子什么价')) > 0);
  assert.ok(samenessOf(model, read('梯子多少钱'), read('梯子送多久')) < 0);
});

test('sameness does not depend on which text comes first', () => {
  for (const { question, text } of pairs.slice(0, 8))
    assert.equal(
      samenessOf(model, read(question), read(text)),
      samenessOf(model, read(text), read(question)),
    );
});

test('the learned order puts the right line before one that the search preferred', () => {
  const rerank = createRerank(model, segment);
  const found = [
    { articleId: 'a', line: '梯子送多久', relevance: 1, coverage: nothingCovered },
    { articleId: 'b', line: '梯子什么价', relevance: 0.9, coverage: nothingCovered },
  ];
  const added = rerank('梯子多少钱', found).map(({ added }) => added);
  assert.ok(0.9 + added[1]! > 1 + added[0]!);
});

test('a line that is the question itself comes first, whatever was learned', () => {
  const rerank = createRerank(model, segment);
  const line = (text: string, relevance: number) => ({
    articleId: text,
    line: text,
    relevance,
    coverage: nothingCovered,
  });
  const itself = line('梯子多少钱？', 1);
  const other = line('梯子什么价', 0.9);
  assert.deepEqual(rerank('梯子多少钱', [itself, other]).length, 1, 'no other needs a look');
  const [first, second] = rerank('梯子多少钱', [
    { ...other, relevance: 1 },
    { ...itself, relevance: 0.95 },
  ]);
  assert.ok(first!.odds <= second!.odds);
  assert.ok(second!.added >= first!.added);
  const signs = rerank('？！', [line('！', 1), line('……', 0.9)]);
  assert.equal(signs.length, 2, 'texts of nothing but signs are not the same question');
});

test('lines behind those that were looked at stay behind them', () => {
  const rerank = createRerank(model, segment, { depth: 2 });
  const found = ['梯子送多久', '梯子什么价', '梯子多少钱'].map((line, rank) => ({
    articleId: line,
    line,
    relevance: 1 - rank / 100,
    coverage: nothingCovered,
  }));
  const looked = rerank('梯子多少钱', found);
  assert.equal(looked.length, 2);
  assert.ok(looked.every(({ added }) => added >= 0));
  assert.deepEqual(rerank('梯子多少钱', []), []);
});

test('the same pairs give the same bytes, and the file gives nearly the same odds', () => {
  const bytes = () => {
    const { weights, columns } = pairWeights(
      trainPairModel({ pairs: pairs.slice(0, 40), searches: [], segment }),
      '1',
    );
    return encodeWeights(weights, columns);
  };
  const once = bytes();
  assert.deepEqual(once, bytes());
  const all = pairWeights(model, '1');
  const kept = readPairModel(decodeWeights(encodeWeights(all.weights, all.columns)));
  const place = { relevance: 1, best: 1, rank: 0, coverage: nothingCovered };
  for (const { question, text } of pairs.slice(0, 8)) {
    const odds = rightnessOf(model, read(question), read(text), place);
    const keptRead = (one: string) => placed(kept, readPairText(one, segment));
    assert.ok(Math.abs(odds - rightnessOf(kept, keptRead(question), keptRead(text), place)) < 1);
  }
});

test('weights of something else are refused with what is wrong', () => {
  const { weights } = pairWeights(model, '1');
  assert.throws(() => readPairModel({ ...weights, name: 'emotion' }), /weights of emotion/);
  assert.throws(
    () => readPairModel({ ...weights, head: { ...weights.head, features: 3 } }),
    /other features/,
  );
  const { vectors: _, ...tensors } = weights.tensors;
  assert.throws(() => readPairModel({ ...weights, tensors }), /no vectors/);
});

test('plain features tell a turned meaning, another number, another model and another order', () => {
  const features = (one: string, other: string) => {
    const out = new Float32Array(plainFeatures.length);
    plainFeaturesOf(lookAtPair(readPairText(one, segment), readPairText(other, segment)), () => 1, out);
    return Object.fromEntries(plainFeatures.map((name, place) => [name, out[place]!]));
  };
  assert.equal(features('可以退货吗', '不可以退货吗').negationParity, 1);
  assert.equal(features('满99包邮吗', '满59包邮吗').figuresApart, 2);
  assert.equal(features('K380怎么配对', 'k380 怎么配对？').namesApart, 0);
  assert.equal(features('K380怎么配对', 'MX380怎么配对').namesApart, 2);
  assert.ok(features('电脑传手机', '手机传电脑').moved! > 0);
  assert.equal(features('电脑传手机', '手机传电脑').sameUnits, 1);
  for (const value of Object.values(features('', ''))) assert.ok(Number.isFinite(value));
});
