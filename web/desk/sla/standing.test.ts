import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Calendar } from '../../../core/terms/calendar.ts';
import type { SlaClock } from '../../../core/terms/sla.ts';
import { mostUrgent, standingOf } from './standing.ts';

const minute = 60_000;

function clock(change: Partial<SlaClock> = {}): SlaClock {
  return {
    target: 'first-response',
    ruleId: 'r',
    startedAt: 0,
    limitMs: 4 * minute,
    warnAt: 3 * minute,
    dueAt: 4 * minute,
    warned: false,
    breached: false,
    ...change,
  };
}

test('a promise is calm, then nearly due at its warning, then broken at its limit', () => {
  assert.deepEqual(standingOf(clock(), [], minute), {
    share: 0.25,
    leftMs: 3 * minute,
    tone: 'calm',
    opensAt: null,
  });
  assert.deepEqual(standingOf(clock(), [], 3 * minute), {
    share: 0.75,
    leftMs: minute,
    tone: 'due',
    opensAt: null,
  });
  assert.deepEqual(standingOf(clock(), [], 5 * minute), {
    share: 1,
    leftMs: -minute,
    tone: 'over',
    opensAt: null,
  });
});

test('what the log calls broken is shown broken even where this clock is behind', () => {
  assert.deepEqual(standingOf(clock({ breached: true }), [], 2 * minute), {
    share: 1,
    leftMs: 0,
    tone: 'over',
    opensAt: null,
  });
});

test('a promise that stands still neither fills nor turns red, however late it is', () => {
  const paused = clock({ paused: { at: 2 * minute, toWarnMs: minute, toDueMs: 2 * minute } });
  for (const now of [2 * minute, 90 * minute]) {
    assert.deepEqual(standingOf(paused, [], now), {
      share: 0.5,
      leftMs: 2 * minute,
      tone: 'paused',
      opensAt: null,
    });
  }
});

test('the promise that ends first counts, and one that stands still only when no other runs', () => {
  const soon = clock({ ruleId: 'soon', dueAt: 5 });
  const late = clock({ ruleId: 'late', dueAt: 9 });
  const still = clock({ ruleId: 'still', dueAt: 1, paused: { at: 0, toWarnMs: 1, toDueMs: 1 } });
  assert.equal(mostUrgent([late, still, soon])?.ruleId, 'soon');
  assert.equal(mostUrgent([still])?.ruleId, 'still');
  assert.equal(mostUrgent([]), null);
});

test('outside business hours the countdown stands still; what was broken before stays broken', () => {
  const day = { from: 0, to: 2 };
  const calendar: Calendar = {
    id: 'short',
    name: 'Short',
    timeZone: 'UTC',
    week: Array(7).fill([day]),
    holidays: 'none',
    exceptions: [],
  };
  const dayMs = 24 * 60 * minute;
  // Two minutes today, two tomorrow.
  const bound = clock({ calendarId: 'short', warnAt: dayMs + minute, dueAt: dayMs + 2 * minute });
  const night = { share: 0.5, leftMs: 2 * minute, tone: 'closed', opensAt: dayMs } as const;
  for (const now of [2 * minute, dayMs / 2]) assert.deepEqual(standingOf(bound, [calendar], now), night);
  assert.equal(standingOf(bound, [calendar], dayMs).tone, 'calm');
  const late = standingOf(bound, [calendar], dayMs + dayMs / 2);
  assert.deepEqual(late, { share: 1, leftMs: 0, tone: 'over', opensAt: null });
});
