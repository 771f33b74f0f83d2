import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abuseOf, abusiveFrom } from './abuse.ts';

const isAbusive = (text: string) => abuseOf(text).level >= abusiveFrom;

test('attacks on a person are abuse in both languages, spaced out or misspelt too', () => {
  for (const text of [
    '傻逼客服',
    '傻 逼',
    '你们都是废物，去死吧',
    '滚，别再发了',
    '操你妈',
    '你是猪吗',
    'fuck you',
    'You are a bunch of idiots',
    'shut up you stupid bot',
    'you morons',
  ])
    assert.ok(isAbusive(text), text);
});

test('anger about a matter is no abuse, however loud', () => {
  for (const text of [
    '你们就是骗子，我要投诉！！！',
    '什么垃圾质量，气死我了',
    '太过分了，三天了还没发货',
    'This is unacceptable, I want my money back!!',
    'your service is terrible and I am furious',
    'what a scam',
  ])
    assert.ok(!isAbusive(text), text);
});

test('swearing at nobody is less than an attack, and still told', () => {
  const { level, words } = abuseOf('他妈的怎么又坏了');
  assert.ok(level > 0 && level < abusiveFrom);
  assert.deepEqual(words, ['他妈的']);
});

test('words that attack nobody where they stand are left alone', () => {
  for (const text of [
    '傻瓜相机怎么装胶卷',
    '白痴都会用的那种',
    '滚筒洗衣机能放阳台吗',
    '狗粮有几种',
    '收货人写成我妈的名字了',
    '我真是个傻子，下错单了',
    '客服骂我是傻子',
    'is it idiot-proof?',
    'I feel like an idiot, I ordered the wrong size',
    'you are the best',
    '垃圾袋是什么尺寸',
  ])
    assert.equal(abuseOf(text).level, 0, text);
});
