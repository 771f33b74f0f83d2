import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEmotionCorrection, trainEmotionCorrection } from '../core/perception/correct-emotion.ts';
import { type PerceptionModels, perceive } from '../core/perception/perceive.ts';
import { taughtPhrases } from '../core/perception/taught-phrases.ts';
import type { ExplainedSignal } from '../core/protocol/understanding.ts';
import { loadPerceptionModels } from '../server/models.ts';
import { explainPerception } from './explain-perception.ts';

const shipped = loadPerceptionModels((file) => assert.fail(file));
const explained = (text: string, models: PerceptionModels = shipped) =>
  explainPerception(text, 'zh', models, {}, () => 0).signals;
const signalOf = (name: ExplainedSignal['signal'], text: string, models?: PerceptionModels) =>
  explained(text, models).find(({ signal }) => signal === name)!;

test('a wish is told by whose word it is: rules, what was learned, or what somebody judged', () => {
  assert.equal(signalOf('human-request', '转人工').by, 'rules');
  const learned = '还有别的活人能跟我对一下账吗';
  const models = {
    ...shipped,
    phrases: taughtPhrases([{ matter: 'wish', text: '芝麻开门', label: 'human' }], '1'),
  };
  const taught = signalOf('human-request', '芝麻开门', models);
  assert.deepEqual(
    [taught.by, taught.value, taught.parts.map(({ words }) => words)],
    ['taught', 'yes', ['芝麻开门']],
  );
  for (const text of [learned, '转人工', '几点发货']) {
    const { by, value } = signalOf('human-request', text, models);
    const byRules = perceive(text, { fallbackLanguage: 'zh' }).wantsHuman;
    const byAll = perceive(text, { fallbackLanguage: 'zh', models: shipped }).wantsHuman;
    assert.deepEqual([by, value], [byAll && !byRules ? 'learned' : 'rules', byAll ? 'yes' : 'no'], text);
  }
});

test('words that somebody said ask for nobody stand beside the no', () => {
  const phrases = taughtPhrases([{ matter: 'wish', text: '你们人工客服的制服好看', label: 'none' }], '1');
  const signal = signalOf('human-request', '你们人工客服的制服好看', { ...shipped, phrases });
  assert.deepEqual([signal.by, signal.value, signal.parts.length], ['taught', 'no', 1]);
});

test('a mood that a word of the lexicon told was not asked of the weights', () => {
  assert.equal(signalOf('emotion', '气死我了').by, 'rules');
  assert.equal(signalOf('emotion', 'I am so angry').by, 'rules');
  assert.equal(signalOf('emotion', '帐篷什么时候发货').by, 'both', 'asked, and found nothing');
});

test('parts of a learned mood have the weights of the model, strongest first, and not all the same', () => {
  const texts = ['唉 又要等一个星期', '我都快等哭了', '这也太慢了吧', '就这？我看也不怎么样', '白等了一天'];
  const signal = texts
    .map((text) => signalOf('emotion', text))
    .find(({ by, parts }) => by === 'learned' && parts.length > 1);
  assert.ok(signal, 'one of these is told by weights alone');
  const weights = signal.parts.map(({ weight }) => weight);
  assert.deepEqual(
    weights,
    weights.toSorted((one, other) => other - one),
  );
  assert.ok(new Set(weights).size > 1);
});

test('what corrections say and what was perceived before are weighed on one scale', () => {
  const rows = Array.from({ length: 12 }, (_, n) => ({
    text: `真行啊${n}`,
    perceived: 'neutral' as const,
    right: 'angry' as const,
  }));
  const emotionCorrection = readEmotionCorrection(trainEmotionCorrection(rows, '1'));
  const { by, parts } = signalOf('emotion', '气死我了，真行啊', { emotionCorrection });
  assert.equal(by, 'both');
  const ruled = parts.filter(({ words }) => words.includes('气死'));
  const corrected = parts.filter(({ words }) => words.includes('真行'));
  assert.ok(ruled.length > 0 && corrected.length > 0);
  assert.ok(
    Math.abs(ruled.reduce((sum, { weight }) => sum + weight, 0) - 3) < 0.001,
    'as much as it is trusted',
  );
});

test('the words of a matter and of a risk stand in the message', () => {
  const text = '退货的运费谁出，不退我就去 12315 投诉';
  for (const name of ['matter', 'risk'] as const)
    for (const { signal, parts } of explained(text).filter((one) => one.signal === name)) {
      assert.ok(parts.length > 0, signal);
      for (const { words } of parts)
        assert.ok(text.replaceAll(' ', '').includes(words.replaceAll(' ', '')), words);
    }
});
