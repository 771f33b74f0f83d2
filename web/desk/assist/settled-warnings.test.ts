import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftWarning } from '../../../core/protocol/assist.ts';
import { finishedTo, isSerious, markedPieces, settledWarnings } from './settled-warnings.ts';

const warning = (words: string, code = 'contradiction'): DraftWarning => ({ code, words, message: '' });

test('a sentence is finished by its mark or by the end of its line', () => {
  assert.equal(finishedTo('您好。七天内'), 3);
  assert.equal(finishedTo('You may. Within 1.5'), 8);
  assert.equal(finishedTo('第一行\n第二'), 4);
  assert.equal(finishedTo('七天内可以'), 0);
});

test('while a number is being typed nothing is said of it', () => {
  const all = [warning('15')];
  assert.deepEqual(settledWarnings('您可以在 15', all, false), []);
  assert.deepEqual(settledWarnings('您可以在 15 天内退。', all, false), all);
});

test('an agent who rests has finished', () => {
  const all = [warning('15 天')];
  assert.deepEqual(settledWarnings('您可以在 15 天内退', all, true), all);
});

test('a warning about words that are gone is gone', () => {
  assert.deepEqual(settledWarnings('您可以在七天内退。', [warning('15 天'), warning('')], true), []);
});

test('every place of the words is marked, and nothing is lost or twice', () => {
  const pieces = markedPieces('15 天，不是 7 天，是 15 天。', [warning('15 天')]);
  assert.equal(pieces.map(({ text }) => text).join(''), '15 天，不是 7 天，是 15 天。');
  assert.deepEqual(
    pieces.filter(({ marked }) => marked).map(({ at, text }) => [at, text]),
    [
      [0, '15 天'],
      [14, '15 天'],
    ],
  );
});

test('a contradiction asks before it goes out; a word about the tone does not', () => {
  assert.equal(isSerious(warning('a')), true);
  assert.equal(isSerious(warning('a', 'unfit-tone')), false);
});
