import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markedParts } from './marked-parts.ts';

const shown = (text: string, ...marks: string[]) =>
  markedParts(text, marks)
    .map(({ words, isMarked }) => (isMarked ? `[${words}]` : words))
    .join('');

test('what is to be marked is, neighbours as one and the longest first', () => {
  assert.equal(shown('帐篷怎么清洗帐篷杆', '帐篷', '帐篷杆', '清洗'), '[帐篷]怎么[清洗帐篷杆]');
});

test('a Latin word is marked only where it stands by itself', () => {
  assert.equal(shown('a potent tent', 'tent'), 'a potent [tent]');
});

test('every character is there once, whatever is marked', () => {
  const text = '<b>退货</b>';
  assert.equal(
    markedParts(text, ['退', '<b>'])
      .map(({ words }) => words)
      .join(''),
    text,
  );
  assert.equal(shown(text), text);
});
