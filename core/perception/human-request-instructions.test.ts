import assert from 'node:assert/strict';
import { test } from 'node:test';
import { humanRequestWords } from './human-request.ts';

const isHeard = (text: string) => humanRequestWords(text).length > 0;

test('who tells a courier when to call asks for nobody', () => {
  for (const text of [
    '送货前请电话联系我',
    '派件前能给我打个电话吗',
    '让骑手到楼下打我电话',
    '速遞會唔會打畀我',
    'tell the driver to call me at the gate',
    'courier 会 call me 吗',
    'did you call me',
  ])
    assert.equal(isHeard(text), false, text);
  for (const text of ['让你们的人打我电话', '让派件员回我电话', 'please have someone call me', '你们打过来'])
    assert.equal(isHeard(text), true, text);
});

test('who asks what a transfer costs or when it happens asks for nobody, who cannot wait for one does', () => {
  for (const text of [
    '转人工要收费吗',
    '转人工会不会丢失聊天记录',
    '什么情况会转人工',
    '这种需要找人工吗',
    'what happens when I ask for a human',
    'does it cost extra to talk to an agent',
  ])
    assert.equal(isHeard(text), false, text);
  for (const text of ['转人工要等到什么时候', '真人什么时候才来', '人工什么时候能接', '什么时候能有人联系我'])
    assert.equal(isHeard(text), true, text);
});

test('a person who has answered, was nearly called for, or belongs to a membership is not asked for', () => {
  for (const text of [
    '人工回复我了',
    '昨天转了人工，那边说今天会发货，发了没',
    '差点要找人工了',
    '刚想转人工你就答上来了',
    '没打算找人工',
    '谁说我要人工了',
    '金卡有专属客户经理吗',
    '营地有管理员吗',
    'do you have representatives in Germany',
    '有人冒充你们客服打电话给我，说要退款',
    '客服你好，请问什么时候发货',
  ])
    assert.equal(isHeard(text), false, text);
});

test('the machine refused, left or said to be of no use is a wish, and so is whoever else can do it', () => {
  for (const text of [
    '把我从这个机器人转走',
    '请把我从机器人那里转出去',
    '让我离开机器人',
    '机器人解决不了我的问题',
    'turn off the bot',
    "I'm not talking to a computer",
    '我不跟你说了',
    '你处理不了让能处理的来',
    '这个谁管？叫他来',
    '谁负责这块的？让他跟我说',
    '还是让上次那位小姐姐来吧',
    '换别人来',
    '算了，转吧',
    'ok transfer',
    "hand me over to somebody who knows what they're doing",
    'any agents free to help',
  ])
    assert.equal(isHeard(text), true, text);
});
