import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marksIn, soughtWords } from './marks-in.ts';
import { segmentPairs } from './test-articles.ts';

const marks = (text: string, ...readings: string[]) => marksIn(text, soughtWords(readings, segmentPairs));

test('the words of a question are found where they stand, words of asking are not', () => {
  assert.deepEqual(marks('帐篷怎么清洗：帐篷可以手洗。', '帐篷怎么清洗'), ['帐篷', '清洗']);
});

test('what stands in traditional characters or capitals is marked as it stands', () => {
  assert.deepEqual(marks('發票與 Gift Card 說明', '发票 gift card'), ['發票', 'Gift', 'Card']);
});

test('an English word is marked in its other forms, not within another', () => {
  assert.deepEqual(marks('Returns: returning a potent tent', 'return tents'), [
    'Returns',
    'returning',
    'tent',
  ]);
});

test('both readings of a question are marked', () => {
  assert.deepEqual(marks('快递到哪了', 'kuaidi', '快递'), ['快递']);
});

test('characters outside the common plane keep the places of the others', () => {
  assert.deepEqual(marks('😀退货😀运费', '退货运费'), ['退货', '运费']);
});
