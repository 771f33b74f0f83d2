import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseDates } from './clause-dates.ts';

const now = new Date(2026, 10, 23).getTime();
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime();

test('a clause tells from when to when it holds, its last day named', () => {
  const reach = { effectiveFrom: day(2026, 11, 1), expiresAt: day(2027, 6, 1) };
  assert.equal(clauseDates(reach, now, 'zh'), '2026-11-01 起生效 · 至 2027-05-31');
  assert.equal(clauseDates(reach, now, 'en'), 'In force since 2026-11-01 · until 2027-05-31');
});

test('one that is still to come says so, and so does one that has ended', () => {
  assert.equal(clauseDates({ effectiveFrom: day(2026, 12, 1) }, now, 'zh'), '2026-12-01 起才生效');
  assert.equal(clauseDates({ expiresAt: day(2026, 11, 1) }, now, 'zh'), '已于 2026-10-31 失效');
});

test('a clause without dates says nothing of them', () => {
  assert.equal(clauseDates({}, now, 'zh'), null);
  assert.equal(clauseDates({ effectiveFrom: null, expiresAt: null }, now, 'zh'), null);
});
