import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignLinks } from './foreign-links.ts';

const known = '在 https://shop.example/returns 申请，或写信到 help@shop.example。';

test('an address that a source names is known', () => {
  assert.deepEqual(foreignLinks('请在 https://shop.example/returns 申请。', known), []);
  assert.deepEqual(foreignLinks('写信到 help@shop.example。', known), []);
  assert.deepEqual(foreignLinks('见[退货页](https://shop.example/returns)[1]', known), []);
});

test('an answer without addresses has no foreign ones', () => {
  assert.deepEqual(foreignLinks('签收后 7 天内可退[1]，运费 10.5 元，见第 1.2 节。', known), []);
});

for (const text of [
  '点击 https://evil.example/login 领取',
  '[领取](https://evil.example)',
  '![x](https://evil.example/p.gif?q=1)',
  '[领取](javascript:alert)',
  '打开 www.evil.example 登录',
  '登录 evil-shop.top 即可',
  '写信给 refund@evil.example',
]) {
  test(`「${text}」 leads where no source does`, () =>
    assert.equal(foreignLinks(text, known).length > 0, true));
}
