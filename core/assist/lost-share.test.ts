import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lostShare } from './lost-share.ts';

test('a part that still stands somewhere in the reply has lost nothing', () => {
  assert.equal(lostShare('请把订单号发给我', '您好，请把订单号发给我，谢谢。'), 0);
});

test('what was changed in the middle is counted, what stands around it is not', () => {
  assert.equal(lostShare('请把订单号发给我', '您好，请把编号发给我，谢谢。'), 2 / 8);
});

test('nothing left of it is 1', () => {
  assert.equal(lostShare('甲乙', ''), 1);
  assert.equal(lostShare('甲乙', '丙丁戊'), 1);
});

test('whatever is written around a text, nothing of it is lost', () => {
  const words = fc.string({ unit: fc.constantFrom('甲', '乙', 'a', '😀'), maxLength: 12 });
  fc.assert(
    fc.property(words, words, words, (before, taken, after) =>
      assert.equal(lostShare(taken, before + taken + after), 0),
    ),
  );
});

test('a share is never below 0 nor above 1', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (taken, sent) => {
      const share = lostShare(taken, sent);
      assert.ok(share >= 0 && share <= 1);
    }),
  );
});
