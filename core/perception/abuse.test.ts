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

test('an insult is known by what it says of a person, without a word of abuse in it', () => {
  for (const text of [
    '你脑子进水了吧',
    '你们良心被狗吃了',
    '就你这样也配做客服',
    '让你爸妈好好教教你',
    '信不信我抽你',
    'did your parents drop you as a child, or is it just brain dead support',
    'a goldfish could do better, you utter muppet',
    'hope you all get fired',
  ])
    assert.ok(isAbusive(text), text);
  for (const text of [
    '我脑子进水了才买错尺码，能换吗',
    '这个接头不配这款炉子吗',
    '有饭桶和锅的套装吗',
    '吸血鬼牙套有儿童款吗',
    '这家店太缺德了，我要退款',
    'I hope you get well soon',
    'Could a child use the stove? Can it do 200 degrees?',
    'the worm gear is worn, do you sell it',
  ])
    assert.equal(isAbusive(text), false, text);
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
