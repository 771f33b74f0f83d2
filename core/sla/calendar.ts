import type { Calendar } from '../terms/calendar.ts';
import { dayMs } from './day.ts';
import { openIntervals } from './open-intervals.ts';

/** How far ahead an opening or a closing is looked for. Longer than a year, so that no yearly exception is missed. */
export const searchedDays = 400;

/** Whether a calendar stands open or closed, and how long that lasts. Epoch milliseconds. */
export interface Opening {
  readonly isOpen: boolean;
  /** When it opens next; null while it is open, and when it does not open within 400 days. */
  readonly opensAt: number | null;
  /** When it closes next; null while it is closed, and when it does not close within 400 days. */
  readonly closesAt: number | null;
}

/** Whether the calendar is open at a moment. Throws a RangeError for an unknown time zone. */
export function isOpen(calendar: Calendar, at: number): boolean {
  const intervals = openIntervals(calendar, Math.floor(at / dayMs));
  for (let index = 0; index < intervals.length; index += 2) {
    if (at < intervals[index]!) return false;
    if (at < intervals[index + 1]!) return true;
  }
  return false;
}

/** The first moment from `at` on at which the calendar is open: `at` itself if it is. Null when none is in reach. */
export function nextOpening(calendar: Calendar, at: number): number | null {
  const first = Math.floor(at / dayMs);
  for (let utcDay = first; utcDay <= first + searchedDays; utcDay += 1) {
    const intervals = openIntervals(calendar, utcDay);
    for (let index = 0; index < intervals.length; index += 2) {
      if (intervals[index + 1]! > at) return Math.max(at, intervals[index]!);
    }
  }
  return null;
}

/** Round the clock, every day: spares the search for a closing that never comes. */
function neverCloses({ week, holidays, exceptions }: Calendar): boolean {
  return (
    holidays === 'none' &&
    exceptions.length === 0 &&
    week.length === 7 &&
    week.every((spans) => spans.some((span) => span.from <= 0 && span.to >= 1440))
  );
}

/** The first moment from `at` on at which the calendar is closed: `at` itself if it is. Null when none is in reach. */
export function nextClosing(calendar: Calendar, at: number): number | null {
  if (neverCloses(calendar)) return null;
  const first = Math.floor(at / dayMs);
  let openUntil = at;
  for (let utcDay = first; utcDay <= first + searchedDays; utcDay += 1) {
    const intervals = openIntervals(calendar, utcDay);
    for (let index = 0; index < intervals.length; index += 2) {
      if (intervals[index]! > openUntil) return openUntil;
      openUntil = Math.max(openUntil, intervals[index + 1]!);
    }
    if (openUntil < (utcDay + 1) * dayMs) return openUntil;
  }
  return null;
}

/** How a calendar stands at a moment; a queue without one is always open. */
export function openingOf(calendar: Calendar | undefined, at: number): Opening {
  if (!calendar) return { isOpen: true, opensAt: null, closesAt: null };
  return isOpen(calendar, at)
    ? { isOpen: true, opensAt: null, closesAt: nextClosing(calendar, at) }
    : { isOpen: false, opensAt: nextOpening(calendar, at), closesAt: null };
}
