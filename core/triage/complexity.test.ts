import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuMs } from '../../test/kit/cpu-time.ts';
import type { Passage } from '../terms/article.ts';
import type { ComplexityPart } from '../terms/triage.ts';
import { complexityOf, complexityWeights } from './complexity.ts';

const of = (read: string, passages: readonly Passage[] = [], failedAnswers = 0) =>
  complexityOf({ read, passages, failedAnswers });
const countOf = (read: string, part: ComplexityPart, passages: readonly Passage[] = []) =>
  of(read, passages).parts.find((one) => one.part === part)!.count;
const passage = (articleId: string, text: string): Passage => ({
  articleId,
  articleVersion: 1,
  language: 'zh',
  topic: '',
  ordinal: 0,
  title: '',
  headings: [],
  similarQuestions: [],
  text,
});

test('a plain question is simple, in both languages', () => {
  for (const read of [
    '怎么退货',
    '支持花呗吗?',
    '我的订单到哪了',
    '你好',
    '',
    'where is my order',
    'how heavy is the tent?',
  ])
    assert.ok(of(read).score <= 10, `${read}: ${of(read).score}`);
});

test('several requests with numbers and failed attempts are hard, in both languages', () => {
  const zh =
    '我7月3号买的两件冲锋衣,订单号202607031234,一件尺码不对想换,另一件拉链坏了要退,运费谁出?发票怎么办?已经问过三次客服了还是没解决';
  const en =
    'i bought 2 tents on 2026-07-03 (order ly202607031234). one leaks and the other is the wrong size. can i return one and exchange the other, and who pays? i already tried twice.';
  assert.ok(of(zh).score >= 55, String(of(zh).score));
  assert.ok(of(en).score >= 40, String(of(en).score));
});

test('requests are counted once for each matter', () => {
  assert.equal(countOf('怎么退货?', 'requests'), 1);
  assert.equal(countOf('请问怎么退货,退货可以吗?', 'requests'), 1);
  assert.equal(countOf('想退货,运费谁出?发票怎么开?', 'requests'), 3);
  assert.equal(countOf('can i return it? and where is my refund? please cancel the other', 'requests'), 3);
});

test('entities are orders, amounts, dates and models; the same twice is one', () => {
  assert.equal(countOf('订单号 202607031234 和 202607031234', 'entities'), 1);
  assert.equal(countOf('7月3日付了¥1613.1买云栖 2', 'entities'), 3);
  assert.equal(countOf('order ly20260703 for $42.50 on 2026-07-03', 'entities'), 3);
  assert.equal(countOf('怎么退货', 'entities'), 0);
});

test('harmless negations are none', () => {
  assert.equal(countOf('好不好用,能不能退,不好意思,没关系', 'negations'), 0);
  assert.equal(countOf('没有收到,也不能取消', 'negations'), 2);
  assert.equal(countOf("it doesn't work and i cannot cancel", 'negations'), 2);
});

test('failed attempts come from the words and from the conversation', () => {
  assert.equal(countOf('又坏了,已经修过,还是不行', 'failed-attempts'), 3);
  const parts = of('怎么退', [], 2).parts.find(({ part }) => part === 'failed-attempts');
  assert.deepEqual(parts, { part: 'failed-attempts', count: 2, points: 20 });
});

test('an answer full of conditions, and many articles in reach, make a request harder', () => {
  const plain = passage('a', '支持花呗。');
  const deep = passage(
    'b',
    '如果已拆封，需要……\n1. 申请\n2. 寄回\n3. 退款\n若超过 7 天，仅限质量问题，但不支持定制商品。',
  );
  assert.equal(of('怎么退', [plain]).score, 0);
  assert.ok(of('怎么退', [deep]).score > 8);
  assert.ok(of('怎么退', [deep, plain, passage('c', '')]).score > of('怎么退', [deep]).score);
});

test('every part stays under its cap, and all caps make 100', () => {
  const caps = Object.values(complexityWeights).reduce((sum, { most }) => sum + most, 0);
  assert.equal(caps, 100);
  const flood = '没有不行?退货,换货,运费,发票,第3次,ly1234567890,已经试过。'.repeat(40);
  const { score, parts } = of(flood, [passage('d', '如果需要必须'.repeat(50))], 9);
  assert.ok(score <= 100);
  for (const { part, points } of parts) assert.ok(points <= complexityWeights[part].most, part);
});

test('hostile texts are read in linear time', () => {
  for (const piece of ['又', '已经', '第', '1', 'a1-', '不', '7月', '.', '?', 'and ', '￥1,', '退,']) {
    const text = piece.repeat(Math.ceil(2_500 / piece.length));
    const took = cpuMs(() => of(text));
    assert.ok(took < 150, `${piece}: ${took} ms`);
  }
});
