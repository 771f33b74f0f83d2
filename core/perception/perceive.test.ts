import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cpuMs } from '../../test/kit/cpu-time.ts';
import type { Emotion, Perception } from '../terms/perception.ts';
import { actOf } from './act.ts';
import { moodOf } from './emotion.ts';
import { detectLanguage } from './language.ts';
import { perceive } from './perceive.ts';

test('the act of a message is known by the whole of it', () => {
  const rows: readonly (readonly [string, Perception['act']])[] = [
    ['你好', 'greeting'],
    ['在吗？', 'greeting'],
    ['您好，在吗', 'greeting'],
    ['hi there!', 'greeting'],
    ['Good morning', 'greeting'],
    ['你好，怎么退货', 'question'],
    ['谢谢！', 'thanks'],
    ['好的，谢谢你', 'thanks'],
    ['非常感谢', 'thanks'],
    ['Thank you so much', 'thanks'],
    ['谢谢，那运费谁出', 'question'],
    ['好的', 'confirmation'],
    ['嗯嗯', 'confirmation'],
    ['哈哈哈哈好的', 'confirmation'],
    ['OK', 'confirmation'],
    ['yes, that worked', 'confirmation'],
    ['解决了', 'confirmation'],
    ['没有解决', 'denial'],
    ['不是这个', 'denial'],
    ['还是不行', 'denial'],
    ['no, not what I asked', 'denial'],
    ['再见', 'farewell'],
    ['没有别的了，拜拜', 'farewell'],
    ['bye bye', 'farewell'],
    ['kit', 'question'],
    ['我的订单到哪了', 'question'],
    ['where is my order', 'question'],
    ['？？？', 'question'],
    ['', 'empty'],
    ['  \n ', 'empty'],
    ['👍', 'empty'],
  ];
  for (const [text, act] of rows) assert.equal(actOf(text), act, text);
});

test('a feeling is read from words, emoji, negation and shouting', () => {
  const rows: readonly (readonly [string, Emotion])[] = [
    ['你们就是骗子，我要投诉！', 'angry'],
    ['什么破帐篷，用一天就坏了', 'angry'],
    ['This is unacceptable, I want my money back!!', 'angry'],
    ['我很不满意', 'angry'],
    ['😡😡', 'angry'],
    ['谢谢你，不过这个垃圾帐篷又漏水了', 'angry'],
    ['急死了，明天就要出发了', 'anxious'],
    ['I am worried it will not arrive in time', 'anxious'],
    ['好失望啊', 'sad'],
    ['居然还能这样', 'surprised'],
    ['太好了，非常满意', 'pleased'],
    ['Great, love it', 'pleased'],
    ['支持七天无理由退货吗', 'neutral'],
    ['投诉电话是多少', 'neutral'],
    ['不急，慢慢来', 'neutral'],
    ['怎么退货', 'neutral'],
    ['where is my order', 'neutral'],
  ];
  for (const [text, emotion] of rows) assert.equal(moodOf(text).emotion, emotion, text);
});

test('shouting makes a feeling stronger and calm words leave it at nothing', () => {
  assert.ok(moodOf('垃圾！！！！').intensity > moodOf('垃圾').intensity);
  assert.ok(moodOf('THIS IS TERRIBLE SERVICE').intensity > moodOf('this is terrible service').intensity);
  assert.ok(moodOf('骗子，我要投诉，太过分了').intensity > 0.85);
  assert.equal(moodOf('请问几点发货').intensity, 0);
  assert.deepEqual(moodOf('我不满意').words, ['不满意']);
});

test('the language of a message survives product names and mixed words', () => {
  assert.equal(detectLanguage('iPhone 15 Pro Max 有货吗', 'en'), 'zh');
  assert.equal(detectLanguage('How much is the 云栖 2 tent?', 'zh'), 'en');
  assert.equal(detectLanguage('where is my order', 'zh'), 'en');
  assert.equal(detectLanguage('退货', 'en'), 'zh');
  assert.equal(detectLanguage('12345', 'zh'), 'zh');
  assert.equal(detectLanguage('12345', 'en'), 'en');
  assert.equal(detectLanguage('LY-T2', 'zh'), 'zh');
  assert.equal(detectLanguage('ok', 'zh'), 'zh');
  assert.equal(detectLanguage('返品はどうすればいいですか', 'en'), 'en');
  assert.equal(detectLanguage('', 'zh'), 'zh');
});

test('who writes pinyin writes Chinese, and English words that are syllables are English', () => {
  for (const text of ['tuihuo zenme banli', 'fapiao', 'wo de kuaidi dao nali le?', 'you fapiao ma'])
    assert.equal(detectLanguage(text, 'en'), 'zh', text);
  for (const text of ['can you change size', 'remote', 'same page', 'long sleeve', 'are you open', 'refund'])
    assert.equal(detectLanguage(text, 'zh'), 'en', text);
});

test('a perception carries the words of each signal', () => {
  const perception = perceive('你们太过分了！转人工！', { fallbackLanguage: 'en' });
  assert.equal(perception.language, 'zh');
  assert.equal(perception.wantsHuman, true);
  assert.equal(perception.emotion, 'angry');
  assert.deepEqual(perception.evidence, [
    { signal: 'wantsHuman', words: ['转人工'] },
    { signal: 'angry', words: ['太过分'] },
  ]);
});

test('no text makes perception throw or leave its ranges', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { intensity } = perceive(text, { fallbackLanguage: 'zh' });
      return intensity >= 0 && intensity <= 1;
    }),
  );
});

test('hostile messages of 10,000 characters are read in linear time', () => {
  const pieces = [
    '转',
    '人',
    '不',
    '好',
    '哈',
    '没有',
    '是的',
    '不要',
    '找',
    'talk ',
    'a ',
    'speak to ',
    '!',
    '？',
    ' ',
    '的\n',
    'no ',
    '我要',
    '\u200b',
    '😡',
    '转 ',
    '.',
    '急',
    '不要人工',
    'get ',
  ];
  for (const piece of pieces) {
    for (const length of [40, 10_000]) {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      const took = cpuMs(() => perceive(text, { fallbackLanguage: 'zh' }));
      assert.ok(took < 400, `${JSON.stringify(piece)} × ${length}: ${took} ms`);
    }
  }
});
