import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mattersAsked } from './several-matters.ts';

test('a message is cut where it begins to ask something else', () => {
  assert.deepEqual(mattersAsked('冲锋衣怎么洗，另外怎么开发票'), ['冲锋衣怎么洗', '怎么开发票']);
  assert.deepEqual(mattersAsked('头灯能充电吗？退款多久到账'), ['头灯能充电吗', '退款多久到账']);
  assert.deepEqual(mattersAsked('what do gold members get and how do I get an invoice'), [
    'what do gold members get',
    'how do I get an invoice',
  ]);
});

test('one question stays one, whatever stands before it', () => {
  for (const text of [
    '你好，请问七天无理由怎么退',
    '我的快递签收了但是没收到。怎么办',
    '帐篷和睡袋怎么洗',
    'how do I wash the tent and the bag',
    'I bought a tent. How do I return it?',
  ])
    assert.ok(mattersAsked(text).length < 2, text);
});
