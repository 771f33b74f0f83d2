import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../terms/language.ts';
import { wishIn } from './latent-demand.ts';

const asked: readonly (readonly [Language, string, string])[] = [
  ['zh', '有没有儿童睡袋', '儿童睡袋'],
  ['zh', '请问你们有没有卖宠物帐篷的呀', '宠物帐篷'],
  ['zh', '能不能租帐篷？', '租帐篷'],
  ['zh', '希望以后能出一款折叠桌', '折叠桌'],
  ['zh', '你们卖登山靴吗', '登山靴'],
  ['zh', '可以提供上门安装服务吗', '上门安装服务'],
  ['zh', '支不支持以旧换新', '以旧换新'],
  ['zh', '想买雪地车', '雪地车'],
  ['zh', '有雪地车租吗', '雪地车'],
  ['zh', '滑翔伞有卖吗？', '滑翔伞'],
  ['zh', '请问有卖雪地车的吗', '雪地车'],
  ['zh', '什么时候出雪地车', '雪地车'],
  ['zh', '求上架粉色云栖', '粉色云栖'],
  ['zh', '有充电宝吗', '充电宝'],
  ['zh', '请问你们店里有充电宝吗？', '充电宝'],
  ['zh', '你好，有婴儿车没有', '婴儿车'],
  ['zh', '支持比特币支付吗', '比特币支付'],
  ['zh', '你们支持上门取件吗', '上门取件'],
  ['zh', '接受外币现金吗', '外币现金'],
  ['zh', '可以用比特币付款吗', '比特币付款'],
  ['zh', '有发票吗', '发票'],
  ['en', 'do you accept bitcoin?', 'bitcoin'],
  ['en', 'Do you have kids sleeping bags?', 'kids sleeping bags'],
  ['en', 'can I rent a tent for the weekend', 'tent'],
  ['en', 'I wish you had a folding table', 'folding table'],
  ['en', 'do you offer gift wrapping?', 'gift wrapping'],
];

for (const [language, text, object] of asked)
  test(`“${text}” asks for ${object}`, () => {
    assert.equal(wishIn(text, language)?.object, object);
  });

const notAsked: readonly (readonly [Language, string])[] = [
  ['zh', '请问有没有人'],
  ['zh', '能不能快一点'],
  ['zh', '我的快递到哪了'],
  ['zh', '退款多久到账'],
  ['zh', '能不能给个说法'],
  ['zh', '我的包裹什么时候出库'],
  ['zh', '想买帐篷送人哪款好'],
  ['zh', '检测什么时候出结果'],
  ['zh', '我有发票可以退吗'],
  ['zh', '有色差吗'],
  ['zh', '有现货吗'],
  ['zh', '还有货吗'],
  ['zh', '有黑色吗'],
  ['zh', '有大一点的吗'],
  ['zh', '这款有充电宝吗'],
  ['zh', '有人在吗'],
  ['zh', '有优惠活动吗'],
  ['zh', '有什么区别吗'],
  ['zh', '有结果了吗'],
  ['zh', '支持退货吗'],
  ['zh', '有没有问题'],
  ['zh', '对皮肤有副作用吗'],
  ['en', 'where is my order'],
  ['en', 'Is there a way to cancel'],
  ['en', 'do you have my order'],
];

for (const [language, text] of notAsked)
  test(`“${text}” asks for nothing that could be offered`, () => {
    assert.equal(wishIn(text, language), null);
  });

test('the same thing in other letters and spaces has one key', () => {
  assert.equal(wishIn('Do you sell Gift  Cards?', 'en')?.key, wishIn('do you have gift cards', 'en')?.key);
});

test('a hostile text of a hundred thousand characters takes no time', () => {
  const began = performance.now();
  wishIn('有没有'.repeat(33_000), 'zh');
  wishIn('do you have a '.repeat(7_000), 'en');
  assert.ok(performance.now() - began < 200);
});
