import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProductVoice } from './product-voice.ts';

const told: readonly (readonly [string, string])[] = [
  ['同事说四点前付款的单当天发。', '四点前付款的单当天发。'],
  ['我问了一下仓库，四点前付款的单当天发。', '四点前付款的单当天发。'],
  ['我刚问了仓库同事，他们说四点前付款的单当天发。', '四点前付款的单当天发。'],
  ['我帮您跟技术确认过了，长按电源键十秒可以重启。', '长按电源键十秒可以重启。'],
  ['技术那边回复：长按电源键十秒可以重启。', '长按电源键十秒可以重启。'],
  ['仓库那边刚告诉我说周末不发货。', '周末不发货。'],
  ['据财务反馈，专票要三个工作日。', '专票要三个工作日。'],
  ['按主管的说法，拆了封也能换一次。', '拆了封也能换一次。'],
  ['我查了下系统，这款支持无线充电。', '这款支持无线充电。'],
  ['专票要三个工作日，我问过财务了。', '专票要三个工作日。'],
  ['专票要三个工作日（同事说的）。', '专票要三个工作日。'],
  ['听我们同事说，雨天胶水要多等一小时。', '雨天胶水要多等一小时。'],
  [
    'My colleague says orders paid before four ship the same day.',
    'Orders paid before four ship the same day.',
  ],
  [
    'I asked the warehouse and they said that orders paid before four ship the same day.',
    'Orders paid before four ship the same day.',
  ],
  ['I just checked with our warehouse team: it ships on Monday.', 'It ships on Monday.'],
  ['According to our engineers, hold the button for ten seconds.', 'Hold the button for ten seconds.'],
  ['The invoice takes three days, my colleague confirmed.', 'The invoice takes three days.'],
];
for (const [sentence, said] of told)
  test(`“${sentence}” says “${said}”`, () => {
    assert.equal(inProductVoice(sentence), said);
  });

for (const sentence of [
  '我问了一下仓库。',
  '我去问一下同事。',
  '好的，我跟主管确认一下。',
  '这是听同事说的。',
  '我跟主管申请了特批，给您多退 20 元。',
  'Let me check with my manager.',
])
  test(`“${sentence}” states nothing`, () => {
    assert.equal(inProductVoice(sentence), '');
  });

for (const sentence of [
  '请联系仓库自提，带上取件码。',
  '如果快递说已签收但没收到，请三天内告诉我们。',
  '系统提示「余额不足」时，先在钱包里充值。',
  '您可以问一下门店，门店同事会帮您量尺寸。',
  '技术支持热线周末也有人接。',
  '后台切到省电模式后亮度会降低。',
  '产品说明书第 3 页有接线图。',
  '查了订单号之后点「申请售后」。',
  '售后部会在一个工作日内联系您。',
  '财务确认到账后第二天开票。',
  'Tell your manager at the store to scan the code.',
  'The team plan includes ten seats.',
  'I see a red light means low battery.',
])
  test(`“${sentence}” stays as it is`, () => {
    assert.equal(inProductVoice(sentence), sentence);
  });

test('a hostile sentence of a hundred thousand characters takes no time', () => {
  const began = performance.now();
  inProductVoice('我刚刚刚刚'.repeat(20_000));
  inProductVoice('同事那边的同事'.repeat(15_000));
  inProductVoice('my colleague '.repeat(8_000));
  assert.ok(performance.now() - began < 500, `${performance.now() - began} ms`);
});
