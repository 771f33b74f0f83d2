import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { draftArticle, type Turn } from './draft-article.ts';
import { segmentPairs } from './test-articles.ts';

const speakers = { 客: 'contact', 机: 'assistant', 人: 'agent' } as const;
const turnsOf = (script: string): Turn[] =>
  script
    .trim()
    .split('\n')
    .map((line, at) => ({
      speaker: speakers[line[0] as keyof typeof speakers],
      text: line.slice(2).trim(),
      at,
    }));
const draft = (script: string, language: 'zh' | 'en' = 'zh') =>
  draftArticle({ turns: turnsOf(script), language, segment: segmentPairs });

test('the question that started the trouble and the steps of the agent become an article', () => {
  const drafted = draft(`
客 你好
机 您好，我是 AI 助手。
客 头灯充不进电，指示灯一直闪红灯怎么办？
机 抱歉，这个问题我没有找到资料。
客 就是头灯充电闪红灯啊
客 转人工
人 您好，工号 102 为您服务，请问有什么可以帮您？
人 请稍等，我帮您看一下
人 您用的是快充头吗？
客 是的
人 闪红灯是电池接触不良，不是坏了。
人 首先拧开后盖取出电池。
人 然后用干布擦一下两端的触点。
人 最后装回去，用 5V 的普通充电头充。
客 好了，谢谢！
人 不客气，还有其他问题吗？
客 没有了`);
  assert.deepEqual(drafted, {
    kind: 'drafted',
    title: '头灯充不进电，指示灯一直闪红灯怎么办？',
    similarQuestions: ['就是头灯充电闪红灯啊'],
    parts: {
      steps: [
        '闪红灯是电池接触不良，不是坏了。',
        '首先拧开后盖取出电池。',
        '然后用干布擦一下两端的触点。',
        '最后装回去，用 5V 的普通充电头充。',
      ],
      conditions: [],
      avoid: [],
    },
    removed: {},
    body: '闪红灯是电池接触不良，不是坏了。\n\n1. 拧开后盖取出电池。\n2. 用干布擦一下两端的触点。\n3. 装回去，用 5V 的普通充电头充。',
  });
});

test('an English conversation is drafted in the same way', () => {
  const drafted = draft(
    `
客 hi
客 My stove does not ignite above 4000 metres, what can I do?
客 talk to a human
人 Hello, my name is Amy, how can I help?
人 Let me check that for you.
人 Above 4000 metres the piezo igniter often fails. Light the stove with a lighter or matches instead.
客 thanks a lot
人 You're welcome!`,
    'en',
  );
  assert.ok(drafted.kind === 'drafted');
  assert.equal(drafted.title, 'My stove does not ignite above 4000 metres, what can I do?');
  assert.equal(
    drafted.body,
    'Above 4000 metres the piezo igniter often fails.\n\nLight the stove with a lighter or matches instead.',
  );
});

test('of several matters the one that the agent answered is drafted', () => {
  const drafted = draft(`
客 运费多少钱
机 满 99 元包邮。
客 帐篷的防雨罩能单独买吗
客 转人工
人 防雨罩可以单独买，在配件页搜“防雨罩”下单即可。`);
  assert.ok(drafted.kind === 'drafted');
  assert.equal(drafted.title, '帐篷的防雨罩能单独买吗');
});

test('what tells who the customer is does not reach the article', () => {
  const drafted = draft(`
客 我叫张伟，手机 13812345678，头灯进水了还能修吗？
人 可以修。请把头灯寄回并附上联系方式，例如 13812345678，一般七天修好。`);
  assert.ok(drafted.kind === 'drafted');
  assert.doesNotMatch(JSON.stringify(drafted), /张伟|1381234/);
});

test('a matter that begins with what does not work is a question, and a try that failed is none', () => {
  const drafted = draft(`
客 50 元的优惠码输进去没反应
人 请先清空购物车再输入一次试试。
客 还是没反应
人 券码的有效期设置错了，请在结账页改用券码 WINTER51，金额和门槛都一样。`);
  assert.equal(drafted.kind, 'drafted');
  if (drafted.kind !== 'drafted') return;
  assert.equal(drafted.title, '50 元的优惠码输进去没反应');
  assert.deepEqual(drafted.similarQuestions, []);
  assert.match(drafted.body, /WINTER51/);
  assert.doesNotMatch(drafted.body, /清空/);
});

test('a conversation without an agent, a question or a solution gives its reason', () => {
  const reason = (script: string) => {
    const drafted = draft(script);
    return drafted.kind === 'nothing' ? drafted.reason : drafted.kind;
  };
  assert.equal(reason('客 怎么退货\n机 七天内可退。'), 'no-agent');
  assert.equal(reason('客 你好\n人 可以在配件页面单独购买防雨罩。'), 'no-question');
  assert.equal(reason('客 头灯进水了还能修吗\n人 您好\n人 请稍等'), 'no-solution');
  assert.equal(reason('客 退款怎么还没到账\n人 已经帮您催了，您的退款今天到。'), 'only-this-case');
});

test('no conversation makes drafting throw', () => {
  const turn = fc.record({
    speaker: fc.constantFrom('contact' as const, 'assistant' as const, 'agent' as const),
    text: fc.string({ unit: 'grapheme', maxLength: 80 }),
    at: fc.integer(),
  });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 20 }), (turns) =>
      ['drafted', 'nothing'].includes(draftArticle({ turns, language: 'zh', segment: segmentPairs }).kind),
    ),
  );
});

test('what a colleague told the agent is said as the product says it', () => {
  const drafted = draft(`
客 羽绒睡袋可以寄到香港吗
人 我去问一下同事。
人 我问了一下仓库，他们说香港走顺丰国际，三到五天到。
人 同事说关税由收件人付。
客 好的谢谢`);
  assert.deepEqual(drafted.kind === 'drafted' && drafted.parts.steps, [
    '香港走顺丰国际，三到五天到。',
    '关税由收件人付。',
  ]);
});

test('an English draft names no colleague either', () => {
  const drafted = draft(
    `
客 Can you ship the down sleeping bag to Hong Kong?
人 I asked our warehouse and they said it goes by SF International within five days.
客 thanks`,
    'en',
  );
  assert.deepEqual(drafted.kind === 'drafted' && drafted.parts.steps, [
    'It goes by SF International within five days.',
  ]);
});
