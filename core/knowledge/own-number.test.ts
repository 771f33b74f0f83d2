import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwnNumber } from './own-number.ts';

test('a number of the customer’s with hardly a word besides is one; a question about it, or a product, is none', () => {
  for (const text of [
    'LY20261102001',
    '我的订单号是 LY20261102001',
    '13800138000',
    'my order number is LY20261102001',
  ])
    assert.ok(isOwnNumber(text), text);
  for (const text of [
    'LY20261102001 到哪了？',
    '云栖2',
    '满500减60',
    '',
    '我买的帐篷坏了，订单号是 LY20261102001，拉链和杆子都有问题，请帮忙看看',
  ])
    assert.ok(!isOwnNumber(text), text);
});
