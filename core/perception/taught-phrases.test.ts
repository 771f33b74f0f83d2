import assert from 'node:assert/strict';
import { test } from 'node:test';
import { humanRequestWords, isExplicitRequest } from './human-request.ts';
import { perceive } from './perceive.ts';
import { phraseKey } from './phrase-key.ts';
import { withOpinion } from './second-opinion.ts';
import { type TaughtPhrase, taughtPhrases } from './taught-phrases.ts';

const wish = (text: string, label: 'human' | 'none' = 'human'): TaughtPhrase => ({
  matter: 'wish',
  text,
  label,
});
const heardWith = (...rows: TaughtPhrase[]) => {
  const phrases = taughtPhrases(rows, '1');
  return (text: string) => perceive(text, { fallbackLanguage: 'zh', models: { phrases } });
};

test('a wish that the rules miss is heard from the moment it was taught, however it is spelt or sounds', () => {
  const missed = '帮我摇个铁子出来';
  assert.deepEqual(humanRequestWords(missed), []);
  const heard = heardWith(wish(missed));
  for (const text of [
    missed,
    '麻烦帮我摇个铁子出来！！',
    '幫我摇個铁子出來',
    '帮我 摇个铁子出来吧',
    '帮我摇个帖子出来',
  ])
    assert.equal(heard(text).wantsHuman, true, text);
  assert.deepEqual(heard(missed).evidence[0], { signal: 'wantsHuman', words: [missed] });
  assert.equal(heard(missed).weights?.phrases, '1');
});

test('what only holds a taught wish, turns it round, or is near it by chance is heard as before', () => {
  const heard = heardWith(wish('帮我摇个铁子出来'), wish('beam me up scotty'));
  for (const text of [
    '别帮我摇个铁子出来',
    '帮我摇个铁子出来了吗',
    '上次帮我摇个铁子出来的那位说周一发货',
    '帮我摇个椅子出来',
    '不用帮我摇个铁子出来',
    'do not beam me up scotty',
    'beam me up scotty poster price',
    '铁子',
  ])
    assert.equal(heard(text).wantsHuman, false, text);
  assert.equal(heard('Beam me up, Scotty please!').wantsHuman, true);
});

test('words that are nothing to be known by teach nothing', () => {
  for (const text of ['', '好的', '谢谢', '1', '？？？', '嗯', 'ok', '你好', '🙂', '买'.repeat(200)])
    assert.equal(phraseKey(text), null, text);
  const heard = heardWith(wish('好的'), wish('1'), wish('谢谢'));
  for (const text of ['好的', '1', '谢谢', '好']) assert.equal(heard(text).wantsHuman, false, text);
});

test('a mention that was taken for a wish is silenced as a whole message, and nowhere else', () => {
  const mention = '人工可以的话我就买手工款';
  assert.equal(heardWith()(mention).wantsHuman, true, 'else there is nothing to silence');
  const heard = heardWith(wish(mention, 'none'));
  assert.equal(heard(mention).wantsHuman, false);
  assert.equal(heard(`${mention}，给我转人工`).wantsHuman, true);
  assert.equal(heard('转人工').wantsHuman, true);
});

test('plain words for a person are never silenced, whoever taught it', () => {
  const plain = [
    '转人工',
    '人工',
    '人工客服',
    '我要人工',
    '找客服',
    '有没有真人',
    '转人工，我的订单丢了',
    '帮我接一下客服谢谢',
    '轉真人',
    'zhuan ren gong',
    '转人公',
    'agent',
    'talk to a human',
    'I want to speak to a representative',
    'get me a real person',
    '能不能人工',
    'operator please',
  ];
  const heard = heardWith(...plain.map((text) => wish(text, 'none')));
  for (const text of plain) {
    assert.equal(isExplicitRequest(text), true, text);
    assert.equal(heard(text).wantsHuman, true, text);
  }
});

test('of two judgements of the same words the later counts', () => {
  assert.equal(heardWith(wish('摇铁子来'), wish('摇铁子来！', 'none'))('摇铁子来').wantsHuman, false);
  assert.equal(heardWith(wish('摇铁子来', 'none'), wish('摇铁子来！'))('摇铁子来').wantsHuman, true);
});

test('a risk that the rules miss is heard once it was taught, and one that they hear is never silenced', () => {
  const risk = (text: string, label: string): TaughtPhrase => ({ matter: 'risk', text, label });
  const missed = '你们等着上明天的头版吧';
  const told = '电池着火了';
  const heard = heardWith(risk(missed, 'press'), risk(told, 'none'), risk(told, 'no-such-risk'));
  assert.deepEqual(perceive(missed, { fallbackLanguage: 'zh' }).risks, []);
  assert.deepEqual(heard(missed).risks, ['press']);
  assert.ok(heard(missed).evidence.some(({ signal, words }) => signal === 'press' && words[0] === missed));
  assert.deepEqual(heard(told).risks, ['safety']);
  assert.deepEqual(heard('明天的头版是什么').risks, []);
});

test('a model’s opinion does not bring back a wish that a person said is none', () => {
  const opinion = {
    model: 'large',
    wantsHuman: 0.95,
    needsHuman: 0.2,
    emotion: 'neutral',
    intensity: 0,
    risks: [],
  } as const;
  const text = '给我摇个铁子钥匙扣';
  assert.equal(withOpinion(heardWith()(text), opinion).wantsHuman, true);
  assert.equal(withOpinion(heardWith(wish(text, 'none'))(text), opinion).wantsHuman, false);
});
