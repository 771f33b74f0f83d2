import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cpuMs } from '../../test/kit/cpu-time.ts';
import { hasCheckDigit, hasLuhnDigit } from './personal-data/numbers.ts';
import {
  personalDataIn,
  removePersonalData,
  sumOfRemoved,
  withoutPersonalData,
} from './remove-personal-data.ts';

test('numbers, addresses and names give way to a neutral word', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['手机13812345678', '手机[电话]'],
    ['打 +86 138-1234-5678 找我', '打 [电话] 找我'],
    ['座机 0571-88886666', '座机 [电话]'],
    ['邮箱是 zhang.wei+a@mail.example.com', '邮箱是 [邮箱]'],
    ['订单号：LY20261120-0913 没到', '订单号：[订单号] 没到'],
    ['LY20261120-0913 到哪了', '[订单号] 到哪了'],
    ['身份证 330106199001011234', '身份证 [证件号]'],
    ['卡号 6222 0212 3456 7890 123', '卡号 [卡号]'],
    ['我叫张伟，想退货', '我叫[姓名]，想退货'],
    ['王先生您好', '[姓名]您好'],
    ['收货地址是浙江省杭州市西湖区文一路66号3幢402室，谢谢', '收货地址是[地址]，谢谢'],
    ['我住朝阳区远山路7号', '我住[地址]'],
    ['寄到上海市徐汇区听松路209号', '寄到[地址]'],
    ['车牌京A·12345，新能源的是粤B D12345', '车牌[车牌]，新能源的是[车牌]'],
    ['护照号 E12345678', '护照号 [护照号]'],
    ['加微信 wx_lily2020', '加微信 [账号]'],
    ['电话一三八 零零一三 八零零零', '电话[电话]'],
    ['手机１３８００１３８０００', '手机[电话]'],
    ['我是阿依古丽·买买提，叫我小张就行', '我是[姓名]，叫我[姓名]就行'],
  ];
  for (const [text, expected] of rows) assert.equal(removePersonalData(text, 'zh'), expected);
  assert.equal(
    removePersonalData('My name is John Smith, call (555) 123-4567, my address is 12 Long Road, Leeds', 'en'),
    'My name is [name], call [phone], my address is [address]',
  );
});

test('what every customer may know stays', () => {
  const rows = [
    '客服电话 400-000-0617',
    '地址填错了怎么改',
    '收货人写错了',
    '满 1,000 元减 150，12月12日 23:59 结束',
    '订单什么时候发货',
    '我是金卡会员',
    '保修 18 个月，重 1.95 kg',
    'iPhone15 和 K380 都能用',
  ];
  for (const text of rows) assert.equal(removePersonalData(text, 'zh'), text);
});

test('no phone number survives, whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      (before, phone, after) =>
        !removePersonalData(`${before} ${phone} ${after}`, 'zh').includes(String(phone)),
    ),
  );
});

test('hostile text of 10,000 characters is cleaned in linear time', () => {
  for (const piece of hostile) {
    const text = piece.repeat(10_000 / piece.length);
    assert.ok(cpuMs(() => removePersonalData(text, 'zh')) < 1_500, JSON.stringify(piece));
  }
});

test('what was taken out is told by kind', () => {
  const { removed } = withoutPersonalData('我是王小明，电话 13812345678 或 13912345678', 'zh');
  assert.deepEqual(removed, { name: 1, phone: 2 });
  assert.deepEqual(sumOfRemoved([removed, { phone: 1, card: 1 }, {}]), { name: 1, phone: 3, card: 1 });
  assert.deepEqual(withoutPersonalData('怎么退货', 'zh').removed, {});
});

test('check digits are those of the standards', () => {
  assert.ok(hasCheckDigit('11010519491231002X'));
  assert.ok(!hasCheckDigit('110105194912310021'));
  assert.ok(hasLuhnDigit('4111 1111 1111 1111'));
  assert.ok(!hasLuhnDigit('4111 1111 1111 1112'));
});

test('what is found never overlaps and stands in order, whatever the text', () => {
  const piece = fc.constantFrom(
    '我是',
    '王小明',
    '，',
    '13812345678',
    '路12号',
    '杭州市',
    ' ',
    'A1',
    '单号',
    '·',
    '一三八',
    '@x.cn',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const { from, to } of personalDataIn(text)) {
        assert.ok(from >= end && to > from && to <= text.length, text);
        end = to;
      }
    }),
  );
});

const hostile = [
  '1',
  'a@',
  'a.',
  '地址',
  '省',
  '市区',
  '我叫',
  '+1 ',
  '订单',
  'LY',
  'A1-',
  '王',
  'Mr ',
  '1 ',
  '杭州市西湖区',
  '·',
  '扎西',
  '路1号',
  '园1',
  '小区',
  '一',
  '幺 ',
  '微信',
  '京A',
  'A ',
  'Mr. A',
  '1 Aa ',
  '订单号是',
  '卡 1-',
  '我老婆王',
];

for (const [text, clean] of [
  ['住杭州市西湖区文三路 478 号 3 幢 502', '住[地址]'],
  ['寄到世纪大道 100 号 88 楼 8801 室', '寄到[地址]'],
  ['寄到文三路478号 3 天能到吗', '寄到[地址] 3 天能到吗'],
  ['我们仓库在文三路 478 号 3 幢', '我们仓库在文三路 478 号 3 幢'],
  ['中山路 2 号口怎么走', '中山路 2 号口怎么走'],
] as const)
  test(`an address is one however it is spaced, and nothing else: “${text}”`, () => {
    assert.equal(removePersonalData(text, 'zh'), clean);
  });

for (const text of ['那请先把电源拔掉', '那可以退吗', '那重新下单', '那明白了谢谢', '那建议您换一个'])
  test(`“${text}” begins with a connecting word, not with a surname`, () => {
    assert.equal(removePersonalData(text, 'zh'), text);
  });

test('who is called 那 is still taken out', () => {
  assert.equal(removePersonalData('那英说她要退货', 'zh'), '[姓名]说她要退货');
  assert.equal(removePersonalData('我是那明辉', 'zh'), '我是[姓名]');
});
