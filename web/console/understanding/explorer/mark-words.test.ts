import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markWords, standsIn } from './mark-words.ts';

const part = (words: string, weight: number) => ({ words, weight });

test('every place of a word is marked, whatever its case, and the message stays whole', () => {
  const marked = markWords('Human? A human!', [part('human', 2)]);
  assert.deepEqual(
    marked.map(({ text, weight }) => [text, weight]),
    [
      ['Human', 1],
      ['? A ', 0],
      ['human', 1],
      ['!', 0],
    ],
  );
});

test('where parts overlap the strongest counts, also when it speaks against', () => {
  const marked = markWords('不生气了', [part('生气', 1), part('不生', -2)]);
  assert.deepEqual(
    marked.map(({ text, weight }) => [text, weight]),
    [
      ['不生', -1],
      ['气', 0.5],
      ['了', 0],
    ],
  );
});

test('words that were read by their sound are nowhere in the message', () => {
  assert.equal(standsIn('转人工', 'zhuan ren gong'), false);
  assert.equal(standsIn('REN', 'zhuan ren gong'), true);
  assert.deepEqual(markWords('', [part('a', 1)]), []);
});

test('letters that grow in lower case leave the marks in their places', () => {
  assert.deepEqual(
    markWords('İİ angry', [part('angry', 1)]).map(({ text }) => text),
    ['İİ ', 'angry'],
  );
});

test('an empty part marks nothing', () => {
  assert.deepEqual(markWords('hello', [part(' ', 3)]), [{ text: 'hello', weight: 0 }]);
});
