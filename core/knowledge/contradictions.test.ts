import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cpuMs } from '../../test/kit/cpu-time.ts';

import { contradictionsOf } from './contradictions.ts';
import { quantitiesIn } from './quantities.ts';
import { segmentPairs } from './test-articles.ts';

const against = (claim: string, text: string, title = '') =>
  contradictionsOf(claim, [{ title, text }], segmentPairs);

test('another figure about the same matter contradicts, with the clause that says otherwise', () => {
  const [found, ...others] = against(
    '您好，签收后15天内可以退货。还有什么可以帮您？',
    '签收后 7 天内可以退货。退款在 3 天内到账。',
    '怎么退货',
  );
  assert.deepEqual(others, []);
  assert.deepEqual(found, {
    kind: 'figure',
    words: '签收后15天内可以退货',
    clause: '签收后 7 天内可以退货',
    differing: { words: '15天', clause: '7 天' },
    passage: 0,
  });
});

test('figures are compared by what they mean', () => {
  assert.deepEqual(against('保修一年', '保修 12 个月', '保修'), []);
  assert.deepEqual(against('运费¥20', '运费 20 元', '运费'), []);
  assert.deepEqual(against('运费二十块', '运费 20 元', '运费'), []);
  assert.equal(against('运费 30 元', '运费 20 元', '运费').length, 1);
});

test('yes for no, another day and another payer contradict', () => {
  assert.equal(against('帐篷可以机洗', '帐篷不可以机洗')[0]?.kind, 'polarity');
  assert.deepEqual(against('帐篷不能机洗', '帐篷禁止机洗'), []);
  assert.equal(against('活动12月20日结束', '活动 12月12日结束')[0]?.kind, 'date');
  assert.equal(against('退货运费由您承担', '退货运费由我们承担')[0]?.kind, 'payer');
});

test('a special case that only one side names is no contradiction', () => {
  assert.deepEqual(against('新疆运费 25 元', '运费 12 元', '运费'), []);
  assert.deepEqual(against('金卡会员 30 天内可以退货', '签收后 7 天内可以退货'), []);
  assert.deepEqual(against('云栖 2 重 1.8 公斤', '云栖 3 重 2.4 公斤'), []);
});

test('a question, another matter and an empty claim contradict nothing', () => {
  assert.deepEqual(against('15天内可以退货吗？', '签收后 7 天内可以退货'), []);
  assert.deepEqual(against('电池能用 500 小时', '签收后 7 天内可以退货'), []);
  assert.deepEqual(against('', '签收后 7 天内可以退货'), []);
});

test('where one clause of a passage says the very same, another does not contradict', () => {
  assert.deepEqual(against('运费 12 元', '普通运费 12 元。运费最高 30 元。', '运费'), []);
});

test('quantities carry their measure, their role and their range', () => {
  assert.deepEqual(
    quantitiesIn('满200元减30，3-5天发货').quantities.map(({ dimension, role, low, high }) => [
      dimension,
      role,
      low,
      high,
    ]),
    [
      ['cny', 'threshold', 200, 200],
      ['cny', 'reduction', 30, 30],
      ['hours', 'amount', 72, 120],
    ],
  );
  assert.deepEqual(quantitiesIn('零下十度').quantities[0]?.low, -10);
  assert.deepEqual(
    quantitiesIn('12月1日至12月12日').quantities.map(({ role, low }) => [role, low]),
    [
      ['start', 1201],
      ['end', 1212],
    ],
  );
});

test('no text makes it throw, and a rule agrees with itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) =>
      against(text, `${text} 7 天内可以退货`).every(({ passage }) => passage === 0),
    ),
  );
  for (const text of ['运费 12 元，最高 30 元', '7 天内可退，15 天内可换', '不支持退货']) {
    assert.deepEqual(against(text, text, '规则'), []);
  }
});

test('hostile text costs little', () => {
  for (const piece of ['7天', '1', '不', '一', '12月', '满1减', '¥1-', 'a ', '别']) {
    const long = piece.repeat(20_000 / piece.length);
    assert.ok(cpuMs(() => against(long, long)) < 3_000, piece);
  }
});

test('a heading claims nothing, and says what the clauses below it are about', () => {
  const article = { title: '背包可以洗吗', text: '可以手洗，不能机洗。\n\n## 注意\n\n- 不要暴晒。' };
  assert.deepEqual(contradictionsOf('## 注意\n\n- 注意不要机洗。', [article], segmentPairs), []);
  const refunds = {
    title: '退款多久到账',
    text: '## 借记卡\n\n3 个工作日到账。\n\n## 信用卡\n\n7 个工作日到账。',
  };
  const [found] = contradictionsOf('信用卡退款 9 个工作日到账。', [refunds], segmentPairs);
  assert.equal(found?.clause, '7 个工作日到账');
});
