import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actOf } from './act.ts';

test('a message that says nothing but that the answer was none is no question', () => {
  const told = [
    '这个我看过了',
    '我看过了没用',
    '答非所问',
    '你没听懂',
    '你没有回答我的问题',
    '我问的不是这个',
    '试过了不行',
    '我试了没用',
    '又是这套',
    '还是一样',
    '说了等于没说',
    '不管用',
    '没帮助',
    '都试过了',
    "that's not an answer",
    "you're repeating yourself",
    'same thing again',
    'I tried that',
    'I already tried that',
    'already did that',
    "you don't understand",
    "that's not helpful",
    'not working',
    'still not working',
    '不对',
    '没用',
  ];
  assert.deepEqual(
    told.filter((text) => actOf(text) !== 'denial'),
    [],
  );
});

test('a question that holds the same words stays one', () => {
  const questions = [
    '订单能取消吗',
    '我看过了那款帐篷多少钱',
    '试过了还是漏水怎么办',
    '一样的帐篷有蓝色吗',
    '退货要多久',
    '重复下单了怎么取消',
    'it does not fit',
    'I tried the tent and it leaks',
    'same size in blue?',
    '没有收到货',
    '没有发票怎么办',
    '我没有回执单',
    '不能解决充电吗',
    '已经做过清洁了还是有味道',
  ];
  assert.deepEqual(
    questions.filter((text) => actOf(text) !== 'question'),
    [],
  );
});
