import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '../terms/article.ts';
import { editionsOf } from './editions.ts';
import { editionAt, editionsAfter } from './in-force.ts';

const version = (number: number, effectiveFrom: number | null, expiresAt: number | null = null): Article => ({
  id: 'a',
  language: 'zh',
  title: '标题',
  similarQuestions: [],
  body: '正文',
  topic: 'general',
  status: 'published',
  version: number,
  effectiveFrom,
  expiresAt,
});
const heldAt = (versions: readonly Article[], at: number) =>
  editionsOf(versions).find(({ from, until }) => from <= at && at < until)?.article.version;

test('a later version without a beginning, or with an earlier one, replaces the version that began later', () => {
  assert.equal(heldAt([version(1, 100), version(2, null)], 200), 2);
  assert.equal(heldAt([version(1, 100), version(2, 50)], 200), 2);
  assert.equal(heldAt([version(1, 100), version(2, 50)], 70), 2);
});

test('what an index holds answers exactly when the store says so, whatever was saved in whatever order', () => {
  let seed = 7;
  const below = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  const date = () => (below(3) === 0 ? null : below(40));
  for (let round = 0; round < 400; round += 1) {
    let living: (Article & { endsAt: number | null })[] = [];
    let at = 0;
    for (let number = 1; number <= 4; number += 1) {
      at += below(15);
      const effectiveFrom = date();
      // Dates out of order are refused before anything is saved.
      const expiresAt = below(3) === 0 ? Math.max(at, effectiveFrom ?? 0) + 1 + below(20) : null;
      const next = version(number, effectiveFrom, expiresAt);
      // The store keeps the wish of each; the index gets it with the end that was found, and, where an edit is tried,
      // with the next version beside it.
      const held = living.map(({ endsAt, ...article }) => ({ ...article, expiresAt: endsAt }));
      const after = editionsAfter<Article>(living, next, at) as (Article & { endsAt: number | null })[];
      for (let time = at; time < 45; time += 1) {
        const answering = editionAt(after, time)?.version;
        const ends = after.map(({ endsAt, ...article }) => ({ ...article, expiresAt: endsAt }));
        assert.equal(heldAt(ends, time), answering);
        assert.equal(heldAt([...held, next], time), answering);
      }
      living = after;
    }
  }
});
