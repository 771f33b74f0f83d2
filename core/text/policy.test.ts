import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from './fill.ts';
import { policyNote, policyText, storedShippedNote } from './policy.ts';

test('a note that the server wrote is read in the reader’s language', () => {
  assert.equal(policyNote(storedShippedNote, 'zh'), policyText.shippedNote.zh);
  assert.equal(policyNote(storedShippedNote, 'en'), policyText.shippedNote.en);
  const restored = fill(policyText.restoredNote.zh, { version: '3' });
  assert.equal(policyNote(restored, 'en'), 'Back to version 3');
});

test('a note that a person wrote stays as it is', () => {
  for (const note of ['', '双十一前放宽', '恢复到版本 3 之后再改'])
    assert.equal(policyNote(note, 'en'), note);
});
