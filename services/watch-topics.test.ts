import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnUsual } from '../core/insights/usual-traffic.ts';
import { type KnownAlert, type WatchedQuestion, watchTopics } from './watch-topics.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 23, 4);
const usual = learnUsual({ from: 0, to: 0, totals: [], topics: new Map() });

const question = (id: string, minutesAgo: number, topicId: string, ...words: string[]): WatchedQuestion => ({
  conversationId: id,
  seq: 2,
  at: now - minutesAgo * minute,
  topicId,
  words,
});
const background = Array.from({ length: 60 }, (_, place) =>
  question(`b${place}`, 200 - place * 3, `topic${place % 20}`),
);
/** Twenty people in two topics, all with the word 券码, every second with 付款. */
const crowd = Array.from({ length: 20 }, (_, place) =>
  question(
    `p${place}`,
    10 - place / 2,
    place % 2 ? 'one' : 'two',
    '券码',
    ...(place % 3 === 0 ? ['付款'] : []),
  ),
);
const all = [...background, ...crowd].sort((one, other) => one.at - other.at);
const alertOf = (changes: Partial<KnownAlert> = {}): KnownAlert => ({
  id: 'alert',
  series: ['w:券码'],
  startedAt: now - 10 * minute,
  endedAt: null,
  dismissedAt: null,
  figures: { windowMinutes: 10 },
  ...changes,
});

test('a matter in many words is one group, held together by the word they share', () => {
  const { groups, over } = watchTopics(all, usual, [], now);
  assert.deepEqual(over, []);
  assert.equal(groups.length, 1);
  assert.ok(groups[0]?.series.includes('w:券码'));
  assert.equal(groups[0]?.questions.length, 20);
});

test('one person who asks fifty times is one person', () => {
  const alone = Array.from({ length: 50 }, (_, place) => question('same', 10 - place / 10, 'one', '券码'));
  assert.deepEqual(watchTopics([...background, ...alone], usual, [], now).groups, []);
});

test('what belongs to a standing alert joins it and raises no second one', () => {
  const { groups } = watchTopics(all, usual, [alertOf()], now);
  assert.deepEqual(
    groups.map(({ alertId }) => alertId),
    ['alert'],
  );
});

test('an alert is over when it is quiet, and the same people raise no new one', () => {
  const later = now + 90 * minute;
  const { groups, over } = watchTopics(all, usual, [alertOf()], later);
  assert.deepEqual([over, groups], [['alert'], []]);
  const after = watchTopics(all, usual, [alertOf({ endedAt: later })], later + minute);
  assert.deepEqual(after.groups, []);
});

test('what was dismissed is left alone for a day', () => {
  const dismissed = alertOf({
    endedAt: now - 15 * minute,
    dismissedAt: now - 15 * minute,
    series: ['w:券码', 't:one', 't:two'],
  });
  assert.deepEqual(watchTopics(all, usual, [dismissed], now).groups, []);
});
