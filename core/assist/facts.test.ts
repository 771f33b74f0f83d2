import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsFor } from './facts.ts';

const known = {
  attributes: { tier: '金卡', city: '上海', note: '别外传' },
  records: [
    {
      title: '订单 LY20260901-0001',
      facts: [
        { label: '状态', value: '已签收' },
        { label: '商品', value: '云栖2双人帐篷 × 1' },
        { label: '实付', value: '¥899' },
        { label: '物流', value: '顺丰速运 SF1111111111' },
      ],
    },
    {
      title: '订单 LY20261120-0007',
      facts: [
        { label: '状态', value: '已发货' },
        { label: '商品', value: '头灯 × 1' },
        { label: '实付', value: '¥129' },
        { label: '物流', value: '中通快递 ZTO2222222222' },
      ],
    },
  ],
};

test('a named order is the one that is shown', () => {
  const facts = factsFor('LY20260901-0001 到哪了', '', known, 'zh');
  assert.equal(facts[0]?.of, '订单 LY20260901-0001');
  assert.deepEqual(new Set(facts.slice(0, 2).map(({ label }) => label)), new Set(['状态', '物流']));
});

test('「我的包裹」 is of the latest order, by its date', () => {
  const facts = factsFor(
    '我的包裹到哪了',
    '',
    {
      ...known,
      records: known.records.map((record, place) => ({
        ...record,
        facts: [...record.facts, { label: '下单', value: place === 0 ? '2026-09-01' : '2026-11-20' }],
      })),
    },
    'zh',
  );
  assert.equal(facts[0]?.of, '订单 LY20261120-0007');
});

test('a thing that is named leads to the order that holds it', () => {
  assert.equal(factsFor('双人帐篷漏水了', '', known, 'zh')[0]?.of, '订单 LY20260901-0001');
});

test('what does not bear on the question is not shown, nor the note of the host', () => {
  assert.deepEqual(factsFor('你们几点下班', '', known, 'zh'), []);
  assert.deepEqual(
    factsFor('我的会员等级是什么', '', known, 'zh').map(({ label, value }) => [label, value]),
    [['会员等级', '金卡']],
  );
  assert.equal(JSON.stringify(factsFor('备注 note 会员 订单', '', known, 'zh')).includes('别外传'), false);
});

test('there are never more than six', () => {
  const attributes = Object.fromEntries(Array.from({ length: 20 }, (_, place) => [`plan ${place}`, 'x']));
  assert.equal(factsFor('my order and my plan', '', { ...known, attributes }, 'en').length, 6);
});
