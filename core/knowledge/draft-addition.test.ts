import assert from 'node:assert/strict';
import { test } from 'node:test';
import { additionTo, bringsNothing, mergedBody } from './draft-addition.ts';
import { similarityOf } from './similarity.ts';
import { segmentPairs } from './test-articles.ts';

const alike = (one: string, other: string) => similarityOf(one, other, segmentPairs);
const article = { body: '# 头灯闪红灯\n\n用干布擦一擦电池两端的触点。\n\n充电用 5V 充电头。' };

test('what the article says already is left out of the addition', () => {
  const addition = additionTo(
    article,
    {
      steps: ['用干布擦一下电池两端的触点。', '长按开关 10 秒复位。'],
      conditions: [],
      avoid: ['不要用快充头。'],
    },
    alike,
  );
  assert.deepEqual(addition.parts, {
    steps: ['长按开关 10 秒复位。'],
    conditions: [],
    avoid: ['不要用快充头。'],
  });
  assert.equal(addition.known[0]?.drafted, '用干布擦一下电池两端的触点。');
});

test('the same sentence with another figure is not known', () => {
  const addition = additionTo(article, { steps: ['充电用 9V 充电头。'], conditions: [], avoid: [] }, alike);
  assert.deepEqual(addition.parts.steps, ['充电用 9V 充电头。']);
});

test('an addition of nothing new brings nothing, and leaves the text as it was', () => {
  const addition = additionTo(article, { steps: ['充电用 5V 充电头。'], conditions: [], avoid: [] }, alike);
  assert.ok(bringsNothing(addition));
  assert.equal(mergedBody('甲', addition.parts, 'zh'), '甲');
  assert.equal(
    mergedBody('甲\n', { steps: ['乙。'], conditions: [], avoid: ['别丙。'] }, 'zh'),
    '甲\n\n乙。\n\n## 注意\n\n- 别丙。',
  );
});

test('what one clause of a longer sentence says is known', () => {
  const published = { body: '发货后 10 天系统自动确认收货，可以在到期前 2 天内申请延长一次，延长 7 天。' };
  const parts = {
    steps: ['发货后 10 天自动确认收货。', '发货后 12 天自动确认收货。'],
    conditions: [],
    avoid: [],
  };
  assert.deepEqual(additionTo(published, parts, alike).parts.steps, ['发货后 12 天自动确认收货。']);
});
