import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureSpelling } from './spelling.ts';

const { before, after } = measureSpelling('frozen');
const kinds = Object.keys(after).filter((kind) => kind !== 'none');
const sum = (of: typeof after, figure: 'first' | 'answeredWrongly') =>
  kinds.reduce((total, kind) => total + of[kind]![figure] * of[kind]!.questions, 0) /
  kinds.reduce((total, kind) => total + of[kind]!.questions, 0);

test('of misspelt questions that nothing was made with, four in five find their article first', () => {
  assert.ok(sum(after, 'first') >= 0.8, JSON.stringify(after));
  assert.ok(sum(after, 'first') - sum(before, 'first') >= 0.2, JSON.stringify(before));
});

test('no kind of misspelling is read worse than without the reading', () => {
  for (const kind of kinds) assert.ok(after[kind]!.first >= before[kind]!.first, kind);
});

test('few misspelt questions are answered wrongly, and hardly more of those that have no answer', () => {
  assert.ok(sum(after, 'answeredWrongly') <= 0.06, JSON.stringify(after));
  assert.ok(after.none!.answeredWrongly <= before.none!.answeredWrongly + 0.05, JSON.stringify(after.none));
});
