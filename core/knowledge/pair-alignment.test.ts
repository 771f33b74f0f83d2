import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { align } from './pair-alignment.ts';

/** Both by their definitions, slowly. */
function slowly(one: readonly number[], other: readonly number[]): { common: number; edits: number } {
  if (one.length === 0 || other.length === 0) return { common: 0, edits: one.length + other.length };
  const [first, ...rest] = one;
  const [second, ...others] = other;
  const both = slowly(rest, others);
  const left = slowly(rest, other);
  const right = slowly(one, others);
  const isSame = first === second;
  return {
    common: Math.max(both.common + (isSame ? 1 : 0), left.common, right.common),
    edits: Math.min(both.edits + (isSame ? 0 : 1), left.edits + 1, right.edits + 1),
  };
}

test('the common subsequence and the edit distance are those of their definitions', () => {
  const { next } = createRandom(7, 1);
  const text = () => Array.from({ length: Math.floor(next() * 7) }, () => Math.floor(next() * 3));
  for (let round = 0; round < 300; round++) {
    const one = text();
    const other = text();
    const { common, edits } = align(Int32Array.from(one), Int32Array.from(other));
    assert.deepEqual({ common, edits }, slowly(one, other), `${one} | ${other}`);
  }
});

test('the differences and what is common make up both texts', () => {
  const one = Int32Array.of(1, 2, 3, 4, 5);
  const other = Int32Array.of(1, 9, 3, 5, 6);
  const { common, differences } = align(one, other);
  assert.equal(common, 3);
  assert.deepEqual(differences, [
    { from: 1, to: 2, besideFrom: 1, besideTo: 2 },
    { from: 3, to: 4, besideFrom: 3, besideTo: 3 },
    { from: 5, to: 5, besideFrom: 4, besideTo: 5 },
  ]);
});
