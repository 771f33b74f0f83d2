import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recalibrationFrom } from '../../core/handoff/handoff-model.ts';
import { decodeWeights, encodeWeights } from '../../core/learning/weights-file.ts';
import { readEmotionCorrection, trainEmotionCorrection } from '../../core/perception/correct-emotion.ts';
import type { Emotion } from '../../core/terms/perception.ts';
import { type Row, type TrainingResult, trainModel } from './train-model.ts';

/** Predictions that are too sure: a person was needed half as often as was said. */
const overconfident = (count: number): Row[] =>
  Array.from({ length: count }, (_, n) => {
    const predicted = ((n % 10) + 0.5) / 10;
    const isNeeded = (Math.floor(n / 10) % 10) / 10 < predicted / 2;
    return { text: `行 ${n}`, label: isNeeded ? 'human' : 'assistant', predicted };
  });
const handoff = (learned: readonly Row[], frozen: readonly Row[]) =>
  trainModel({ model: 'handoff', version: 'v', learned, frozen, before: undefined });
const trained = (result: TrainingResult) => {
  assert.equal(result.kind, 'trained');
  return result as Extract<TrainingResult, { kind: 'trained' }>;
};

test('probabilities that were too sure are brought down, and their order stays', () => {
  const { weights, figures, before, isWorse } = trained(handoff(overconfident(400), overconfident(100)));
  const { slope, offset } = recalibrationFrom(decodeWeights(weights));
  assert.ok(slope > 0 && offset < -0.5, `${slope} ${offset}`);
  assert.ok(figures.calibrationError! < before.calibrationError!, JSON.stringify({ figures, before }));
  assert.equal(isWorse, false);
});

test('rows that contradict the prediction give no version that would turn it around', () => {
  const turned = overconfident(400).map(({ predicted, ...row }) => ({ ...row, predicted: 1 - predicted! }));
  const { weights, isWorse } = trained(handoff(turned, []));
  assert.equal(isWorse, true);
  assert.throws(() => recalibrationFrom(decodeWeights(weights)), /order/);
});

test('fewer than forty handoffs with a prediction teach nothing', () => {
  const without = overconfident(200).map((row, n) => (n < 39 ? row : { ...row, predicted: null }));
  assert.deepEqual(handoff(without, []), { kind: 'too-few' });
});

test('a correction moves messages like the corrected ones and leaves the others as they were', () => {
  const rows = Array.from({ length: 10 }, (_, n) => ({
    text: `已经第${n}次催发货`,
    perceived: 'neutral' as Emotion,
    right: 'angry' as Emotion,
  }));
  const calm = ['这款多重', '有几种颜色', '怎么开发票', 'how much is shipping'].map((text) => ({
    text,
    perceived: 'neutral' as Emotion,
    right: 'neutral' as Emotion,
  }));
  const weights = trainEmotionCorrection([...rows, ...calm], 'v1');
  assert.deepEqual(
    trainEmotionCorrection([...rows, ...calm], 'v1'),
    weights,
    'the same rows, the same weights',
  );
  const correction = readEmotionCorrection(decodeWeights(encodeWeights(weights)));
  const neutral = { emotion: 'neutral', intensity: 0, words: [] } as const;
  const mood = correction.correct('我都第八次催发货了', neutral);
  assert.equal(mood.emotion, 'angry');
  assert.ok(mood.intensity >= 0.3 && mood.intensity <= 0.5 && mood.words.length > 0, JSON.stringify(mood));
  for (const text of ['帐篷有现货吗', '怎么退货', '', '😀'.repeat(3000)])
    assert.equal(correction.correct(text, neutral), neutral, text.slice(0, 20));
  assert.throws(() => readEmotionCorrection({ ...weights, name: 'intents' }), /no correction/);
});
