import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeSentence } from './outcome-sentence.ts';

test('a version says why it is in force, and a refused one why not', () => {
  const before = { macroF1: 0.8 };
  const told = (macroF1: number, standing: 'in-force' | 'refused') =>
    outcomeSentence({ figures: { macroF1 }, before, standing }, 'zh');
  assert.equal(told(0.835, 'in-force'), '同样的考题上，F1 从 80.0% 升到 83.5%。');
  assert.equal(told(0.8001, 'in-force'), '同样的考题上，F1 保持 80.0%。');
  assert.equal(told(0.79, 'in-force'), '同样的考题上，F1 从 80.0% 到 79.0%，差别在误差之内。');
  assert.match(told(0.5, 'refused'), /降到 50\.0%，不是偶然/);
});

test('a first version and one without figures say so', () => {
  assert.match(
    outcomeSentence({ figures: { macroF1: 0.5 }, before: {}, standing: 'in-force' }, 'en'),
    /^The first/,
  );
  assert.match(outcomeSentence({ figures: {}, before: {}, standing: 'earlier' }, 'en'), /^Too little/);
});

test('a version refused for what it lost on the product’s own examples says that, and not that it rose', () => {
  const sentence = outcomeSentence(
    {
      figures: { macroF1: 0.9, commonMacroF1: 0.5 },
      before: { macroF1: 0.8, commonMacroF1: 0.6 },
      standing: 'refused',
    },
    'en',
  );
  assert.match(sentence, /own examples it fell from 60\.0% to 50\.0%/);
});

test('an order of articles says how often its first is right', () => {
  const told = (hitsAt1: number, standing: 'in-force' | 'refused') =>
    outcomeSentence({ figures: { hitsAt1 }, before: { hitsAt1: 0.5 }, standing }, 'zh');
  assert.equal(told(0.6, 'in-force'), '同样的考题上，首条命中从 50.0% 升到 60.0%。');
  assert.equal(told(0.5, 'in-force'), '同样的考题上，首条命中保持 50.0%。');
  assert.match(told(0.4, 'refused'), /降到 40\.0%，所以没有启用/);
  assert.match(told(0.5, 'refused'), /把握更不可信/);
  const byChance = { hitsAt1: 0.6, isChance: 1, heldBackWon: 4, heldBackLost: 2 };
  assert.match(
    outcomeSentence({ figures: byChance, before: { hitsAt1: 0.5 }, standing: 'refused' }, 'zh'),
    /多答对 4 题、少答对 2 题，也可能只是凑巧/,
  );
});
