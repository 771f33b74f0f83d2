import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Overview } from '../../../core/protocol/views.ts';
import { comparison, duration, type Figure, shown } from './figures.ts';
import { daysCsv, figuresCsv } from './overview-csv.ts';

const figure = (value: number | null, previous: number | null, unit: Figure['unit']): Figure => ({
  name: 'containment',
  value,
  previous,
  unit,
  of: 8,
});

test('durations read as people say them', () => {
  assert.deepEqual(
    [400, 9_940, 9_960, 59_400, 60_000, 83_000, 3_600_000, 5_430_000].map((ms) => duration(ms, 'zh')),
    ['0.4 秒', '9.9 秒', '10 秒', '59 秒', '1 分', '1 分 23 秒', '1 小时 0 分', '1 小时 30 分'],
  );
  assert.equal(duration(83_000, 'en'), '1m 23s');
});

test('shares have one decimal and counts are grouped', () => {
  assert.equal(shown(0.7244, 'share', 'zh'), '72.4%');
  assert.equal(shown(12_345, 'count', 'en'), '12,345');
});

test('a share changes by points, not by per cent', () => {
  assert.deepEqual(comparison(figure(0.724, 0.682, 'share'), 7, 'zh'), {
    sentence: '比前 7 天多 4.2 个百分点',
    direction: 'up',
  });
});

test('an unchanged figure and one without a past say so', () => {
  assert.equal(comparison(figure(0.5, 0.5001, 'share'), 7, 'en').direction, 'same');
  assert.equal(comparison(figure(0.5, null, 'share'), 7, 'en').direction, 'none');
  assert.equal(
    comparison(figure(60_000, 90_000, 'milliseconds'), 30, 'en').sentence,
    '30s below the 30 days before',
  );
});

const overview: Overview = {
  from: 0,
  to: 1,
  figures: [figure(2 / 3, null, 'share')],
  days: [{ day: '2026-11-02', conversations: 5, contained: 2, handedOver: 1, csat: null }],
  reasons: [],
};

test('the export leaves what was not measured empty and keeps figures unrounded', () => {
  assert.match(daysCsv(overview, 'en'), /^\uFEFFDay,.*\r\n2026-11-02,5,2,1,2,\r\n$/);
  assert.match(figuresCsv(overview, 'en'), /\r\nContainment,0\.6666666666666666,,share,8\r\n$/);
});
