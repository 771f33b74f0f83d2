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
