import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editShare } from './edit-share.ts';

test('as it was is 0, something else altogether is 1, spaces around do not count', () => {
  assert.equal(editShare('七天内可退', ' 七天内可退\n'), 0);
  assert.equal(editShare('甲乙丙', '丁戊己'), 1);
  assert.equal(editShare('', ''), 0);
});

test('the edit distance is counted in characters over the longer text', () => {
  assert.equal(editShare('kitten', 'sitting'), 3 / 7);
  assert.equal(editShare('好的', '好的😀'), 1 / 3);
});
