import type { Calendar, CalendarException } from '../terms/calendar.ts';
import { dayMs } from './day.ts';
import { exceptionsByDay, hoursOfDay } from './hours-of-day.ts';
import { stretchesOf } from './time-zone.ts';

const minuteMs = 60_000;
const keptDays = 4_096;

interface Reckoned {
  readonly exceptions: ReadonlyMap<number, CalendarException>;
  readonly days: Map<number, readonly number[]>;
}

/** What was worked out for a calendar lives as long as it does. A calendar is data that nobody changes in place. */
const reckoned = new WeakMap<Calendar, Reckoned>();

/**
 * When a calendar is open within one UTC day (`utcDay` days after 1970-01-01): `[from, to, from, to, …]` in epoch
 * milliseconds, ascending, never touching; `to` is not included.
 *
 * It is open at a moment when the local clock then shows a time inside a span of that local day. So of a span that the
 * clocks skip nothing is left, and one in the hour that comes twice counts both times. UTC days are the unit because,
 * unlike local ones, they all have the same length and never interleave.
 */
export function openIntervals(calendar: Calendar, utcDay: number): readonly number[] {
  let kept = reckoned.get(calendar);
  if (!kept) {
    kept = { exceptions: exceptionsByDay(calendar), days: new Map() };
    reckoned.set(calendar, kept);
  }
  const known = kept.days.get(utcDay);
  if (known) return known;
  const intervals: number[] = [];
  for (const { from, to, offset } of stretchesOf(calendar.timeZone, utcDay)) {
    const lastDay = Math.floor((to - 1 + offset) / dayMs);
    for (let day = Math.floor((from + offset) / dayMs); day <= lastDay; day += 1) {
      const midnight = day * dayMs - offset;
      const spans = [...hoursOfDay(calendar, day, kept.exceptions).spans].sort((a, b) => a.from - b.from);
      for (const span of spans) {
        const start = Math.max(from, midnight + Math.max(0, span.from) * minuteMs);
        const end = Math.min(to, midnight + Math.min(1440, span.to) * minuteMs);
        if (start >= end) continue;
        const last = intervals.length - 1;
        if (last > 0 && start <= intervals[last]!) intervals[last] = Math.max(intervals[last]!, end);
        else intervals.push(start, end);
      }
    }
  }
  if (kept.days.size >= keptDays) kept.days.clear();
  kept.days.set(utcDay, intervals);
  return intervals;
}
