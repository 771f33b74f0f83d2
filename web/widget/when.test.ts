import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hours, moment, slotsByDay, slotWords } from './when.ts';

const at = (day: number, hour: number, minute = 0, month = 10) =>
  new Date(2026, month, day, hour, minute).getTime();
const now = at(22, 20, 30);
const slot = (day: number, hour: number) => ({ from: at(day, hour), to: at(day, hour + 1) });

test('a moment is told as people say it: today, tomorrow, then the date', () => {
  assert.equal(moment(at(22, 23), now, 'zh'), '今天 23:00');
  assert.equal(moment(at(23, 9), now, 'zh'), '明天 9:00');
  assert.equal(moment(at(24, 9, 5), now, 'zh'), '11月24日 9:05');
  assert.equal(moment(new Date(2027, 0, 4, 9).getTime(), now, 'zh'), '2027年1月4日 9:00');
  assert.equal(moment(at(23, 9), now, 'en'), 'tomorrow at 9:00');
  assert.equal(moment(at(24, 9), now, 'en'), 'on 24 Nov at 9:00');
});

test('tomorrow is the next day of the calendar, also over the end of a month', () => {
  assert.equal(moment(at(1, 9, 0, 11), at(30, 23, 59), 'zh'), '明天 9:00');
});

test('a slot that ends at midnight ends at 24:00', () => {
  assert.equal(hours(slot(22, 23)), '23:00–24:00');
  assert.equal(slotWords(slot(23, 10), now, 'zh'), '明天 10:00–11:00');
  assert.equal(slotWords(slot(24, 10), now, 'en'), '24 Nov, 10:00–11:00');
});

test('slots stand under their day, soonest first, without those that have begun', () => {
  const days = slotsByDay([slot(23, 10), slot(22, 20), slot(23, 9), slot(22, 21)], now, 'zh');
  assert.deepEqual(
    days.map(({ day, slots }) => [day, slots.map(hours)]),
    [
      ['今天', ['21:00–22:00']],
      ['明天', ['9:00–10:00', '10:00–11:00']],
    ],
  );
});
