import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoNextFrom, demoNextVersions, demoReach, internalArticles } from './lifecycle.ts';
import { loadArticles } from './load-articles.ts';

const at = Date.UTC(2026, 10, 22, 7);
const articles = loadArticles();

test('the promotion holds until its price protection ends, at midnight in the shop', () => {
  assert.equal(
    new Date(demoReach('promo-1212-rules', at).expiresAt!).toISOString(),
    '2026-12-27T16:00:00.000Z',
  );
  assert.equal(demoReach('promo-1212-rules.en', at).expiresAt, demoReach('promo-1212-rules', at).expiresAt);
});

test('what will hold next differs from what holds now, and begins later', () => {
  for (const { id, days, change } of demoNextVersions) {
    const { body } = articles.find((article) => article.id === id)!;
    assert.notEqual(change(body), body, id);
    assert.ok(demoNextFrom(days, at) > at);
  }
});

test('internal articles share no id with those for customers', () => {
  const ids = new Set(articles.map(({ id }) => id));
  assert.deepEqual(
    internalArticles.filter(({ id }) => ids.has(id) || !id.startsWith('internal-')),
    [],
  );
});
