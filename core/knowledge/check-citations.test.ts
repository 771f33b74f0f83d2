import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCitations } from './check-citations.ts';
import { cutIntoPassages } from './passages.ts';
import { anArticle, segmentPairs } from './test-articles.ts';

const passages = [
  anArticle({
    id: 'a',
    title: '七天无理由退货',
    body: '签收次日起七天内可退，运费 ¥8 由买家承担，12月12日前有效。',
  }),
  anArticle({
    id: 'b',
    title: '退款多久到账',
    body: '微信 1–3 个工作日，会员满 ¥1,000 免运费，电话 400-000-0617。',
  }),
].flatMap(cutIntoPassages);

const check = (text: string, language: 'zh' | 'en' = 'zh', question = '') =>
  checkCitations({ text, passages, question, language, segment: segmentPairs });
const reasonOf = (text: string, language: 'zh' | 'en' = 'zh', question = '') => {
  const checked = check(text, language, question);
  return checked.kind === 'refused' ? checked.reason : 'supported';
};

test('citations are renumbered in the order of the answer and mapped to their articles', () => {
  const checked = check('微信退款 1–3 个工作日到账[2]。签收次日起 7 天内可以退[1][2]。');
  assert.ok(checked.kind === 'supported');
  assert.equal(checked.text, '微信退款 1–3 个工作日到账[1]。签收次日起 7 天内可以退[2][1]。');
  assert.equal(checked.plainText, '微信退款 1–3 个工作日到账。签收次日起 7 天内可以退。');
  assert.deepEqual(
    checked.citations.map(({ articleId }) => articleId),
    ['b', 'a'],
  );
  assert.ok(checked.groundedness > 0.5);
});

test('markers of other shapes are understood and a link is none', () => {
  assert.equal(reasonOf('七天内可退【1】。'), 'supported');
  assert.equal(reasonOf('七天内可退[1，2]。'), 'supported');
  assert.equal(reasonOf('七天内可退[^1]。'), 'supported');
  assert.equal(reasonOf('七天内可退 [1](https://example.com)。'), 'no-citation');
});

test('an answer without a source, or with one that was not given, is refused', () => {
  assert.equal(reasonOf('七天内可以退货。'), 'no-citation');
  assert.equal(reasonOf('七天内可以退货[3]。'), 'unknown-source');
  assert.equal(reasonOf('七天内可以退货[0][1]。'), 'unknown-source');
});

test('a price, a time or a telephone number that stands nowhere is refused', () => {
  assert.deepEqual(check('运费是 12.5 元[1]。'), {
    kind: 'refused',
    reason: 'unsupported-figure',
    details: ['12.5'],
  });
  assert.equal(reasonOf('十五天内可退[1]。'), 'unsupported-figure');
  assert.equal(reasonOf('请拨打 400-800-1234[2]。'), 'unsupported-figure');
  assert.equal(reasonOf('You can return it within 14 days [1].', 'en'), 'unsupported-figure');
});

test('the same figure in other words is supported', () => {
  assert.equal(reasonOf('7天内可退，运费8元[1]。'), 'supported');
  assert.equal(
    reasonOf('Refunds take 1 to 3 working days, free delivery from ¥1000 [2].', 'en'),
    'supported',
  );
  assert.equal(reasonOf('Valid until December 12, within 7 days [1].', 'en'), 'supported');
  assert.equal(reasonOf('电话 400-000-0617[2]。'), 'supported');
});

test('figures of the customer and the numbers of a list claim nothing', () => {
  assert.equal(reasonOf('您买的 36 件可以退[1]。', 'zh', '我买了36件能退吗'), 'supported');
  assert.equal(reasonOf('有 2 种办法：\n1. 七天内退货[1]\n2. 微信退款[2]'), 'supported');
});

test('nothing, garbage, endless repetition and a foreign script are refused', () => {
  assert.equal(reasonOf(''), 'empty');
  assert.equal(reasonOf(' [1] … '), 'empty');
  assert.equal(reasonOf('\ufffd\ufffd\u0000可以退[1]'), 'nonsense');
  assert.equal(reasonOf(`${'好的好的'.repeat(40)}[1]`), 'nonsense');
  assert.equal(reasonOf(`${'哈'.repeat(20)}[1]`), 'nonsense');
  assert.equal(reasonOf('Возврат возможен в течение недели [1]'), 'nonsense');
  assert.equal(reasonOf('You may return it within a week of delivery [1].', 'zh'), 'nonsense');
  assert.equal(reasonOf('签收次日起七天内可以退货的哦亲爱的客户[1]', 'en'), 'nonsense');
});

test('groundedness falls when the words do not stand in the cited passage', () => {
  const near = check('签收次日起七天内可退[1]。');
  const far = check('我们的月球基地欢迎您来参观游玩[1]。');
  assert.ok(near.kind === 'supported' && far.kind === 'supported');
  assert.ok(near.groundedness > 0.8);
  assert.ok(far.groundedness < 0.3);
});

test('no text makes the check throw, and long hostile text is checked quickly', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (text) => check(`${text}[1]`).kind !== undefined,
    ),
  );
  for (const piece of ['[', '[1', '【', ' ', '1,', '一', '[1,', '. ', 'a', '9']) {
    const started = performance.now();
    check(piece.repeat(10_000 / piece.length));
    assert.ok(performance.now() - started < 250, JSON.stringify(piece));
  }
});
