import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArticleStatus } from '../terms/article.ts';
import { type ArticleMove, moveArticle } from './lifecycle.ts';

const statuses: readonly ArticleStatus[] = ['draft', 'review', 'published', 'expired', 'archived'];

/** Where each move leads from each status, in the order above; `-` where nobody may. */
const table: Readonly<Record<ArticleMove, readonly (ArticleStatus | '-')[]>> = {
  save: ['draft', 'review', 'published', 'expired', 'archived'],
  draft: ['draft', 'draft', 'draft', 'draft', 'draft'],
  review: ['review', 'review', '-', '-', '-'],
  publish: ['published', 'published', 'published', 'published', 'published'],
  archive: ['archived', 'archived', 'archived', 'archived', '-'],
};

/** What an agent may do from each status. */
const agents: Readonly<Record<ArticleMove, readonly boolean[]>> = {
  save: [true, true, false, false, false],
  draft: [true, true, true, true, true],
  review: [true, true, true, true, true],
  publish: [false, false, false, false, false],
  archive: [false, false, false, false, false],
};

for (const move of Object.keys(table) as ArticleMove[]) {
  test(`${move} leads where the table says, for supervisors and administrators`, () => {
    for (const role of ['supervisor', 'administrator'] as const)
      for (const [place, status] of statuses.entries()) {
        const to = table[move][place]!;
        const expected = to === '-' ? { kind: 'not-from-here' } : { kind: 'to', status: to };
        assert.deepEqual(moveArticle(status, move, role), expected, `${role} ${move} ${status}`);
      }
  });

  test(`an agent may ${move} only what answers nobody by it`, () => {
    for (const [place, status] of statuses.entries()) {
      const to = table[move][place]!;
      const result = moveArticle(status, move, 'agent');
      if (!agents[move][place]) assert.deepEqual(result, { kind: 'forbidden' }, status);
      else
        assert.deepEqual(result, to === '-' ? { kind: 'not-from-here' } : { kind: 'to', status: to }, status);
    }
  });
}
