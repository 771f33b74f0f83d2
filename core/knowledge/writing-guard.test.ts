import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Passage } from '../terms/article.ts';
import { judgeWritten, type Sources } from './judge-written.ts';
import { createWritingGuard } from './writing-guard.ts';

const passage = (articleId: string, text: string): Passage => ({
  articleId,
  articleVersion: 1,
  language: 'zh',
  topic: 'shop',
  ordinal: 0,
  title: '退货',
  headings: [],
  similarQuestions: [],
  text,
});
const sources: Sources = {
  passages: [
    passage(
      'returns',
      '签收后 7 天内可以申请退货。在 https://shop.example/returns 提交，退货的运费由客户承担。',
    ),
    passage('exchange', '换货的运费由商店承担。'),
  ],
  question: '可以退货吗',
  language: 'zh',
  segment: (text) => text.match(/\p{Script=Han}{1,2}|[\p{L}\p{N}]+/gu) ?? [],
};

/** What is shown after each character, and the reason if it was stopped. */
function watch(written: string) {
  const guard = createWritingGuard(sources);
  const steps: string[] = [];
  for (const character of written) {
    const guarded = guard.add(character);
    if (guarded.kind === 'stop') return { steps, shown: steps.join(''), stopped: guarded.reason };
    steps.push(guarded.text);
  }
  return { steps, shown: steps.join(''), stopped: undefined };
}

test('a sound answer is shown whole, without its markers, most of it character by character', () => {
  const { shown, steps, stopped } = watch('可以的，没有使用过的商品可以申请退货[1]。运费由客户承担[1]。');
  assert.equal(stopped, undefined);
  assert.equal(shown, '可以的，没有使用过的商品可以申请退货。运费由客户承担。');
  assert.ok(steps.filter((step) => step.length === 1).length > 8);
});

test('a sentence with a figure waits at the figure until it is complete', () => {
  const { steps } = watch('您好，可以申请退货，签收后 7 天内都行[1]。');
  const upTo = steps.slice(0, -1).join('');
  assert.equal(upTo, '您好，可以申请退货，签收后 ');
  assert.equal(steps.at(-1), '7 天内都行。');
});

test('a figure that the sources state is shown with its clause, and the words after it as they come', () => {
  const { steps } = watch('您好，可以申请退货，签收后 7 天内，没有使用过的商品');
  const atFigure = steps.indexOf('7 天内，没');
  assert.equal(steps.slice(0, atFigure).join(''), '您好，可以申请退货，签收后 ');
  assert.deepEqual(steps.slice(atFigure + 1), ['有', '使', '用', '过', '的', '商', '品']);
});

test('a figure that no source states keeps its sentence back, and so does one that goes on behind a comma', () => {
  for (const unsound of ['30 天内，没有使用过的商品', '7,', '7,000 天内，都行'])
    assert.equal(watch(`您好，可以申请退货，签收后 ${unsound}`).shown, '您好，可以申请退货，签收后 ');
});

test('after an address nothing of the sentence is shown before its end, whatever its clauses', () => {
  const { shown } = watch('可以申请退货，在 https://shop.example/returns 提交，运费由客户承担');
  assert.equal(shown, '可以申请退货，在 ');
});

test('the numbers of a list are no figures', () => {
  const { stopped, shown } = watch('退货的步骤：\n1. 提交申请退货[1]\n2. 寄回商品[1]\n3. 等待退货完成[1]\n');
  assert.equal(stopped, undefined);
  assert.match(shown, /3\. 等待退货完成/);
});

const stops: readonly [text: string, reason: string, neverShown: RegExp][] = [
  ['NO_ANSWER', 'no-answer', /N/],
  ['可以申请退货的，运费由客户承担，NO_ANSWER', 'no-answer', /N/],
  ['可以申请退货的，签收后 30 天内都行[1]。', 'unsupported-figure', /30/],
  ['可以申请退货的，签收后三十天内都行[1]。', 'unsupported-figure', /三十/],
  ['可以申请退货的，请到 https://evil.example/a 提交[1]。', 'foreign-link', /evil/],
  ['可以申请退货的，我这就为您转接人工客服。', 'claimed-action', /转/],
  [`可以申请退货。${'货退'.repeat(200)}`, 'nonsense', /(货退){120}/],
  ['天上有一只大鸟飞过去又飞回来'.repeat(40), 'nonsense', /鸟/],
];
for (const [text, reason, neverShown] of stops) {
  test(`「${text.slice(0, 40)}」 is stopped as ${reason}`, () => {
    const { stopped, shown } = watch(text);
    assert.equal(stopped, reason);
    assert.doesNotMatch(shown, neverShown);
  });
}

test('an address that a source names is shown', () => {
  assert.match(watch('在 https://shop.example/returns 提交申请退货[1]。').shown, /shop\.example/);
});

test('what has nothing to do with the sources is never shown', () => {
  assert.equal(watch('哈哈，船长说今天风大浪急，咱们去寻宝吧[1]！').shown, '');
});

const judged: readonly [text: string, verdict: string][] = [
  ['签收后 7 天内可以申请退货[1]。', 'supported'],
  ['换货的运费由商店承担[2]，退货的由客户承担[1]。', 'supported'],
  ['签收后 7 天内可以申请退货。', 'no-citation'],
  ['签收后 7 天内可以申请退货[3]。', 'unknown-source'],
  ['签收后 9 天内可以申请退货[1]。', 'unsupported-figure'],
  ['签收后 7 天内可以申请退货[1]。见[这里](//evil.example)[1]。', 'foreign-link'],
  ['已经为您提交退货[1]。', 'claimed-action'],
  ['哈哈，船长说今天风大浪急，咱们去寻宝吧[1]！', 'ungrounded'],
  ['`NO_ANSWER`', 'no-answer'],
  ['', 'empty'],
  ['可以申请退货，运费由客户承担[1]。'.repeat(300), 'too-long'],
];
for (const [text, verdict] of judged) {
  test(`「${text.slice(0, 40)}」 is ${verdict}`, () => {
    const result = judgeWritten(text, sources);
    assert.equal(result.kind === 'refused' ? result.reason : result.kind, verdict);
  });
}

test('citations count from 1 in the order in which they are first used', () => {
  const result = judgeWritten('换货的运费由商店承担[2]，退货的由客户承担[1]。', sources);
  assert.ok(result.kind === 'supported');
  assert.equal(result.text, '换货的运费由商店承担[1]，退货的由客户承担[2]。');
  assert.deepEqual(
    result.citations.map(({ articleId }) => articleId),
    ['exchange', 'returns'],
  );
});

test('invisible characters do not reach the customer', () => {
  const result = judgeWritten('签收后 7 天内\u202e可以\u200b申请退货[1]。', sources);
  assert.ok(result.kind === 'supported');
  assert.equal(result.text, '签收后 7 天内可以申请退货[1]。');
});
