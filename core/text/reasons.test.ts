import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HandoffReasonCode } from '../terms/handoff-reason.ts';
import { handoffReasonChip, handoffReasonSentence } from './reasons.ts';

test('a reason tells its figures', () => {
  const reason = { code: 'no-progress', figures: { turns: 3, threshold: 3 } } as const;
  assert.equal(handoffReasonSentence(reason, 'zh'), '连续 3 轮没有帮上客户（达到 3 轮就转人工）。');
});

test('shares are told as percentages', () => {
  const reason = { code: 'low-confidence', figures: { confidence: 0.314, threshold: 0.45 } } as const;
  assert.match(handoffReasonSentence(reason, 'en'), /31% confidence, below 45%/);
});

test('a reason without figures is still a whole sentence in both languages', () => {
  for (const code of Object.keys(handoffReasonChip) as HandoffReasonCode[]) {
    for (const language of ['zh', 'en'] as const) {
      const sentence = handoffReasonSentence({ code }, language);
      assert.doesNotMatch(sentence, /[{}]/);
      assert.match(sentence, /[。.]$/);
    }
  }
});

test('a prediction tells how likely it is and what it rests on', () => {
  const reason = {
    code: 'predicted',
    figures: { probability: 0.62, threshold: 0.5 },
    factors: ['failed-answers', 'worse-mood'],
  } as const;
  assert.equal(
    handoffReasonSentence(reason, 'zh'),
    '综合来看需要人工的可能性是 62%（达到 50% 就转人工）。主要因为：前面没有答上、情绪比之前差。',
  );
  assert.match(
    handoffReasonSentence(reason, 'en'),
    /62% probability \(the limit is 50%\)\. Mainly because it was not helped so far, the mood is getting worse\.$/,
  );
});
