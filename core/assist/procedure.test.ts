import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent } from '../terms/event.ts';
import { standingIn, stepsOf } from './procedure.ts';

const steps = [
  '长按路由器背面的重置键十秒',
  '等指示灯变成蓝色',
  '打开手机应用添加设备',
  '输入无线网络的密码',
];

type Turn = readonly ['customer' | 'staff', string];

function said(turns: readonly Turn[]): ConversationEvent[] {
  return turns.map(
    ([by, text], place) =>
      ({
        conversationId: 'c',
        seq: place + 1,
        id: String(place),
        at: 0,
        kind: by === 'staff' ? 'message-sent' : 'message-received',
        actor: by === 'staff' ? { kind: 'agent', id: 'a', name: '王敏' } : { kind: 'contact', id: 'x' },
        body: { text },
      }) as ConversationEvent,
  );
}
const done = (...turns: readonly Turn[]) => standingIn(steps, said(turns)).steps.map((step) => step.done);
const next = (...turns: readonly Turn[]) => standingIn(steps, said(turns)).next;

test('a numbered list is a procedure, bullets and a single number are none', () => {
  assert.deepEqual(stepsOf('先看这里：\n\n1. **打开**设置\n2、点[网络](x)\n3) 重启\n\n注意：别断电'), [
    '打开设置',
    '点网络',
    '重启',
  ]);
  assert.equal(stepsOf('- 打开\n- 关闭'), null);
  assert.equal(stepsOf('1. 只有一步'), null);
  assert.equal(stepsOf('2. 从二开始\n3. 然后三'), null);
});

test('nothing done yet: the first step is next', () => {
  assert.equal(next(['customer', '路由器连不上了']), 0);
});

test('a step that was asked for and answered is done', () => {
  const turns = [
    ['staff', '请长按路由器背面的重置键十秒'],
    ['customer', '按好了'],
  ] as const satisfies readonly Turn[];
  assert.deepEqual(done(...turns), [true, false, false, false]);
  assert.equal(next(...turns), 1);
});

test('a step that was asked for and failed is not', () => {
  assert.equal(next(['staff', '请长按路由器背面的重置键十秒'], ['customer', '不行，没有反应']), 0);
});

test('telling the whole way does none of it', () => {
  assert.equal(next(['staff', steps.join('；')], ['customer', '好的']), 0);
});

test('what the customer did before is done', () => {
  assert.equal(next(['customer', '我已经长按路由器背面的重置键十秒了，指示灯变成蓝色了']), 2);
});

test('whoever is stuck at a numbered step has those before it behind them', () => {
  assert.equal(next(['staff', steps.join('；')], ['customer', '第三步卡住了']), 2);
  assert.equal(next(['customer', 'step 2 is done']), 2);
});

test('after the last step there is none', () => {
  assert.equal(next(['customer', '第四步也做了']), null);
});
