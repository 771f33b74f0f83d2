import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bagScoresOf, flattenedBag, trainEmbeddingBag } from './embedding-bag.ts';
import { bestOf, scoresOf } from './linear.ts';
import type { SparseRow } from './sparse-row.ts';

const row = (...indices: number[]): SparseRow => ({
  indices: Uint32Array.from(indices),
  values: Float32Array.from(indices, (_, n) => 0.4 + 0.1 * n),
});
const rows = [row(0, 4), row(1, 4, 5), row(0, 1), row(2, 4), row(3, 5, 4), row(2, 3)];
const labels = [0, 0, 0, 1, 1, 1];
const options = { dimensions: 4, epochs: 60, rate: 1 };

test('a bag with one mass for all rows scores as the linear model that it is flattened to', () => {
  const bag = trainEmbeddingBag(rows, labels, ['one', 'other'], 6, { ...options, mass: 1.5 });
  const flat = flattenedBag(bag);
  for (const [n, each] of rows.entries()) {
    const scores = bagScoresOf(bag, each);
    assert.equal(bestOf(scores), labels[n]);
    scoresOf(flat, each).forEach((score, place) => {
      assert.ok(Math.abs(score - scores[place]!) < 1e-4, `${score} for ${scores[place]}`);
    });
  }
});

test('a bag that divides by each row’s own sum is not flattened', () => {
  const bag = trainEmbeddingBag(rows, labels, ['one', 'other'], 6, options);
  assert.throws(() => flattenedBag(bag), /no linear model/);
});
