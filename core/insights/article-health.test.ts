import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArticleFacts, troublesOf, wilson } from './article-health.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 23);
const article = (changes: Partial<ArticleFacts> = {}): ArticleFacts => ({
  id: 'a',
  title: '优惠券怎么领',
  body: '在会员中心领取。',
  publishedAt: now - 60 * day,
  updatedAt: now - 60 * day,
  reviewAt: null,
  expiresAt: null,
  answered: 40,
  failed: 4,
  handedOver: 2,
  askedAgain: 2,
  ratedLow: 0,
  recent: 20,
  before: 20,
  rivals: [],
  ...changes,
});
const kinds = (changes: Partial<ArticleFacts>, base = 0.12) =>
  troublesOf(article(changes), base, now).map(({ kind }) => kind);

test('Wilson’s interval of 10 in 100 is that of the textbooks, and without anything it says nothing', () => {
  const { low, high } = wilson(10, 100);
  assert.ok(Math.abs(low - 0.0552) < 5e-4 && Math.abs(high - 0.1744) < 5e-4, `${low} ${high}`);
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 });
});

test('an article that is used and helps has no trouble', () => {
  assert.deepEqual(kinds({}), []);
});

test('answers that fail more often than others are told by the lower end of the interval, not by the share', () => {
  assert.deepEqual(kinds({ answered: 9, failed: 2 }), [], 'two of nine may be chance');
  assert.deepEqual(kinds({ answered: 90, failed: 30 }), ['fails']);
  assert.deepEqual(
    kinds({ answered: 11, failed: 0, handedOver: 0, askedAgain: 0 }, 0),
    [],
    'nothing failed anywhere',
  );
});

test('published for a month and never cited is unused; a week is too early to say', () => {
  assert.deepEqual(kinds({ answered: 0, failed: 0, recent: 0, before: 0 }), ['never-used']);
  assert.deepEqual(kinds({ answered: 0, failed: 0, publishedAt: now - 7 * day }), []);
});

test('a day that ends something and has passed makes an article stale, a day of history does not', () => {
  assert.deepEqual(kinds({ body: '活动截止到2026年11月11日。' }), ['date-passed']);
  assert.deepEqual(kinds({ body: '活动截止到2026年12月12日。' }), []);
  assert.deepEqual(kinds({ body: '我们成立于2012年5月1日。' }), []);
  assert.deepEqual(kinds({ body: '11月11日前有效，12月31日前可补领' }), [], 'the latest end counts');
  assert.deepEqual(kinds({ body: 'Valid until 2026-10-01.' }), ['date-passed']);
});

test('a day without a year is the next one after the article was changed', () => {
  assert.deepEqual(kinds({ body: '有效期至1月5日', updatedAt: Date.UTC(2026, 10, 1) }), []);
  assert.deepEqual(kinds({ body: '有效期至11月5日', updatedAt: Date.UTC(2026, 10, 1) }), ['date-passed']);
});

test('a review that is due, an end that has passed, and a matter that moved on are told', () => {
  assert.deepEqual(kinds({ reviewAt: now - day, expiresAt: now - day }), ['expired', 'review-due']);
  assert.deepEqual(kinds({ recent: 50, before: 20, updatedAt: now - 200 * day }), ['matter-moved']);
  assert.deepEqual(kinds({ recent: 50, before: 20, updatedAt: now - 10 * day }), [], 'changed since');
});

test('an article that comes as near to the same questions competes', () => {
  assert.deepEqual(kinds({ rivals: [{ id: 'b', title: '优惠券', times: 12 }] }), ['competes']);
  assert.deepEqual(kinds({ rivals: [{ id: 'b', title: '优惠券', times: 2 }] }), []);
});
