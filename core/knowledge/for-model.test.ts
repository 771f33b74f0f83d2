import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forModel, tellsOfHidden } from './for-model.ts';

test('what tells who somebody is stays in the house, and the question goes on', () => {
  assert.equal(
    forModel(
      '我叫王小明，手机13812345678，身份证330106199001011234，退款到6222021234567890123，多久到账',
      'zh',
    ),
    '我叫[姓名]，手机[电话]，身份证[证件号]，退款到[卡号]，多久到账',
  );
  assert.match(
    forModel('My card is 4111 1111 1111 1111, mail me at jane@example.com: when is it refunded?', 'en'),
    /^My card is \[card number\], mail me at \[e-mail\]: when is it refunded\?$/,
  );
});

test('of an address the province stays, by which freight is told', () => {
  assert.match(
    forModel('寄到新疆乌鲁木齐市天山区解放北路12号要多少运费', 'zh'),
    /^寄到新疆\[地址\]要多少运费$/,
  );
  assert.equal(forModel('寄到新疆要多少运费', 'zh'), '寄到新疆要多少运费');
});

test('what is nobody’s own is left as it was', () => {
  for (const text of ['双人帐篷重 2.1 公斤吗', '满 99 元包邮吗？', 'Does the 2024 model fit 4 people?'])
    assert.equal(forModel(text, 'zh'), text);
});

test('a place that was taken out is known again in an answer; a citation is none', () => {
  assert.ok(tellsOfHidden('好的，[姓名]女士，7 天内可以退[1]。'));
  assert.ok(tellsOfHidden('We will call [phone].'));
  assert.equal(tellsOfHidden('7 天内可以退[1]，详见【退货】。'), false);
});
