import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignData } from './foreign-data.ts';

const known = '客户：我的订单 LY20261120-0007，电话 138 1234 5678 facts: SF1111111111 热线 400-800-1234';

test('what belongs to this conversation is no warning, however it is written', () => {
  assert.deepEqual(
    foreignData('您的订单LY20261120-0007已发出，单号 SF1111111111，会打 13812345678 联系您', known),
    [],
  );
  assert.deepEqual(foreignData('热线 4008001234', known), []);
});

test('a number or address from elsewhere is', () => {
  assert.deepEqual(foreignData('您的订单 LY20260901-0001 已发出', known), ['LY20260901-0001']);
  assert.deepEqual(foreignData('我们会打 139 8765 4321', known), ['139 8765 4321']);
  assert.deepEqual(foreignData('发到 li@example.com 了', known), ['li@example.com']);
});

test('prices, dates, sizes and sentences with several small figures are none', () => {
  assert.deepEqual(
    foreignData(
      '¥1299 或 1599 元，2026-11-23 前，尺寸 210x130，within 30 days or 15 business days of 2026',
      known,
    ),
    [],
  );
});

test('hostile text costs little', () => {
  const text = '1 1-'.repeat(5_000);
  const before = performance.now();
  foreignData(text, known);
  assert.ok(performance.now() - before < 500);
});
