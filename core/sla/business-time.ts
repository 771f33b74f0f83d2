import type { Calendar } from '../terms/calendar.ts';
import { searchedDays } from './calendar.ts';
import { dayMs } from './day.ts';
import { openIntervals } from './open-intervals.ts';

/** No promise reaches further than ten years; that also bounds the search where a calendar is open for a minute a year. */
const furthestDays = 10 * 366;

/**
 * Milliseconds between two moments during which the calendar is open; without one all of them. 0 when `to` is not
 * after `from`.
 */
export function businessMsBetween(calendar: Calendar | undefined, from: number, to: number): number {
  if (to <= from) return 0;
  if (!calendar) return to - from;
  let sum = 0;
  const last = Math.floor(to / dayMs);
  for (let utcDay = Math.floor(from / dayMs); utcDay <= last; utcDay += 1) {
    const intervals = openIntervals(calendar, utcDay);
    for (let index = 0; index < intervals.length; index += 2) {
      const open = Math.min(to, intervals[index + 1]!) - Math.max(from, intervals[index]!);
      if (open > 0) sum += open;
    }
  }
  return sum;
}

/**
 * The earliest moment by which the calendar has been open for `ms` milliseconds since `at`; without a calendar
 * `at + ms`. `at` itself where `ms` is not above 0. Null when the calendar stays
 * closed for 400 days before that, or is open for less than `ms` in ten years.
 * `businessMsBetween(calendar, at, addBusinessMs(calendar, at, ms))` is `ms`.
 */
export function addBusinessMs(calendar: Calendar | undefined, at: number, ms: number): number | null {
  if (ms <= 0) return at;
  if (!calendar) return at + ms;
  const first = Math.floor(at / dayMs);
  let left = ms;
  let idle = 0;
  for (let utcDay = first; utcDay <= first + furthestDays && idle <= searchedDays; utcDay += 1) {
    idle += 1;
    const intervals = openIntervals(calendar, utcDay);
    for (let index = 0; index < intervals.length; index += 2) {
      const start = Math.max(at, intervals[index]!);
      const open = intervals[index + 1]! - start;
      if (open <= 0) continue;
      if (left <= open) return start + left;
      left -= open;
      idle = 0;
    }
  }
  return null;
}
