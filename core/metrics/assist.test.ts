import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistFigures } from './assist.ts';

test('nothing measured is not zero', () => {
  const figures = assistFigures([], []);
  assert.equal(figures.acceptance.value, null);
  assert.equal(figures.edited.value, null);
  assert.equal(figures.handling.with.meanMs, null);
});

test('acceptance counts replies, not items; edits count where something was taken', () => {
  const figures = assistFigures(
    [
      { shown: ['reply', 'reply', 'passage'], taken: ['reply'], edited: 0 },
      { shown: ['reply'], taken: ['reply', 'ghost'], edited: 0.5 },
      { shown: ['reply'], taken: [], edited: null },
      { shown: [], taken: [], edited: null },
    ],
    [],
  );
  assert.deepEqual(figures.acceptance, { value: 2 / 3, part: 2, of: 3 });
  assert.deepEqual(figures.asTaken, { value: 1 / 2, part: 1, of: 2 });
  assert.deepEqual(figures.edited, { value: 0.25, of: 2 });
  assert.equal(figures.replies, 4);
  assert.deepEqual(
    figures.kinds.find(({ kind }) => kind === 'reply'),
    { kind: 'reply', shown: 4, taken: 2 },
  );
  assert.deepEqual(
    figures.kinds.find(({ kind }) => kind === 'ghost'),
    { kind: 'ghost', shown: 1, taken: 1 },
  );
});

test('handling time is told with and without, mean and median, each with its count', () => {
  const figures = assistFigures(
    [],
    [
      { handledMs: 100, hadHelp: true },
      { handledMs: 300, hadHelp: true },
      { handledMs: 900, hadHelp: false },
      { handledMs: 0, hadHelp: false },
    ],
  );
  assert.deepEqual(figures.handling.with, { meanMs: 200, medianMs: 200, of: 2 });
  assert.deepEqual(figures.handling.without, { meanMs: 900, medianMs: 900, of: 1 });
});
