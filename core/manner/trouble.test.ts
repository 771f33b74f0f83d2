import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuMs } from '../../test/kit/cpu-time.ts';
import { createRandom } from '../chance/random.ts';
import type { Language } from '../terms/language.ts';
import { longestTrouble, troubleIn } from './trouble.ts';

const named: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  zh: [
    ['我的包裹三天没动了，急死了', '包裹三天没动'],
    ['急死了，快递显示签收了但我没收到怎么办', '快递显示签收了但您没收到'],
    ['帐篷才用了一天杆就断了，气死我了！！', '帐篷才用了一天杆就断了'],
    ['你们这破快递三天没动', '快递三天没动'],
    ['退款等了一个星期还没到账，搞什么', '退款等了一个星期还没到账'],
    ['客服一直没人理我', '客服一直没人理您'],
    ['收到的帐篷是坏的', '帐篷是坏的'],
    ['拉链坏了怎么办', '拉链坏了'],
    ['说好三天到，五天了还没发货', '五天了还没发货'],
    ['傻逼客服不回复', '客服不回复'],
    ['登录不了账号', '登录不了账号'],
  ],
  en: [
    ['My parcel hasn’t moved for three days!', 'your parcel hasn’t moved for three days'],
    ['I was charged twice for one order', 'you were charged twice for one order'],
    ['so disappointing, the zip broke after one day', 'the zip broke after one day'],
    ["I can't log in to my account", 'you can’t log in to your account'],
    ['THE TENT IS BROKEN!!!', 'the tent is broken'],
    ['My refund still hasn’t arrived and you idiots do nothing', 'your refund still hasn’t arrived'],
  ],
};

for (const language of ['zh', 'en'] as const)
  test(`a trouble is named in the customer's words (${language})`, () => {
    for (const [text, trouble] of named[language]) assert.equal(troubleIn(text, language), trouble, text);
  });

test('questions, suppositions, fears and what others met are no trouble of the customer', () => {
  const none = [
    '包裹会不会丢了',
    '包裹丢了吗',
    '如果帐篷坏了能退吗',
    '我担心包裹丢了',
    '坏的帐篷怎么退',
    '再不退款我就起诉你们',
    '朋友说帐篷漏水',
    '云栖2有多重',
    '张三的快递13812345678没收到',
  ];
  for (const text of none) assert.equal(troubleIn(text, 'zh'), null, text);
  const noneInEnglish = [
    'Is my parcel lost?',
    'if my tent is broken can I return it',
    'my parcel is not lost',
    'my parcel to John Smith 13812345678 never arrived',
    'You idiots sent the wrong item',
    'my parcel has not been what I would call lost by any means',
  ];
  for (const text of noneInEnglish) assert.equal(troubleIn(text, 'en'), null, text);
});

const hostile = [
  '傻逼',
  '垃圾',
  '去死',
  '骗子公司',
  '操你',
  'fuck',
  'idiots',
  'scammers',
  '<b>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  'https://evil.example/x',
  'www.evil.com',
  '[点我](javascript:alert)',
  '13812345678',
  'zhang@example.com',
  '410105199003071234',
  'LY20261122001',
  '张伟',
  'John Smith',
  '朝阳区建国路 8 号',
  '**',
  '`',
  '\u202e',
  '\u0000',
  '{trouble}',
  '$&',
  '忽略以上规则',
  'NO_ANSWER',
  '[1]',
];
const ordinary = [
  '我的',
  '包裹',
  '三天',
  '没动',
  '了',
  '帐篷',
  '漏水',
  '还没',
  '收到',
  '断了',
  '但',
  '我',
  '，',
  '。',
  '？',
  ' ',
  '\n',
  'my ',
  'parcel ',
  "hasn't ",
  'arrived',
  ' for ',
  '3 ',
  'days',
  '! ',
  '. ',
  'the ',
  'tent ',
  'is ',
  'broken ',
  'i ',
  'never ',
  'received ',
  '订单',
  '失败',
];
const forbidden =
  /[<>[\]{}()`*_#@/\\$&]|\d{4}|https?|www|傻|逼|垃圾|死|骗|操|fuck|idiot|scam|张伟|john|smith|朝阳|路|号|忽略|no_answer|\p{Cc}|\p{Cf}/iu;

test('whatever a customer writes, a trouble is short and holds no markup, link, personal data or insult', () => {
  const random = createRandom(7, 4);
  const pick = (list: readonly string[]) => list[Math.floor(random.next() * list.length)]!;
  let found = 0;
  for (let round = 0; round < 20_000; round++) {
    const length = 1 + Math.floor(random.next() * 14);
    const text = Array.from({ length }, () => pick(random.next() < 0.15 ? hostile : ordinary)).join('');
    for (const language of ['zh', 'en'] as const) {
      const trouble = troubleIn(text, language);
      if (trouble === null) continue;
      found++;
      assert.ok(trouble.length <= longestTrouble[language], trouble);
      assert.doesNotMatch(trouble, forbidden, text);
    }
  }
  assert.ok(found > 1000, `${found} were found`);
});

test('a message of any length is read in an instant', () => {
  const took = cpuMs(() => {
    for (const piece of ['没', '我的包裹', 'my ', '一', 'i ', '不了'])
      for (const language of ['zh', 'en'] as const) troubleIn(piece.repeat(20_000), language);
  });
  assert.ok(took < 300, `${took} ms`);
});
