import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cannedReplies, slashQuery } from './canned.ts';

test('only a draft that is one line behind a slash opens the menu', () => {
  assert.equal(slashQuery('/'), '');
  assert.equal(slashQuery('/退款 运费'), '退款 运费');
  assert.equal(slashQuery('您好/退款'), null);
  assert.equal(slashQuery('/退款\n第二行'), null);
  assert.equal(slashQuery(`/${'长'.repeat(80)}`), null);
});

test('every typed word must stand in a reply of this browser', () => {
  const standing = ['退款 1–3 天到账', '换货运费由我们承担'];
  assert.deepEqual(
    cannedReplies('退款 到账', [], [], standing).map((one) => one.text),
    ['退款 1–3 天到账'],
  );
});

test('what the server found for the words is not filtered a second time', () => {
  const found = [{ text: '原路退回', confidence: 0.7 }];
  assert.equal(cannedReplies('退款', found, [], [])[0]?.text, '原路退回');
});

test('what comes later from the server never takes the place of what was there', () => {
  const found = [{ text: '原路退回', confidence: 0.7 }];
  const texts = cannedReplies('退款', found, [], ['退款 1–3 天到账']).map((one) => one.text);
  assert.deepEqual(texts, ['退款 1–3 天到账', '原路退回']);
});

test('the same reply from two sources stands once, and the list stays short', () => {
  const suggested = [{ text: '甲', confidence: 1 }];
  assert.equal(cannedReplies('', [], suggested, ['甲', '乙']).length, 2);
  assert.equal(
    cannedReplies(
      '',
      [],
      [],
      Array.from({ length: 30 }, (_, at) => `第${at}句`),
    ).length,
    8,
  );
});
