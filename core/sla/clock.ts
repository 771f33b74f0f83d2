import type { Calendar } from '../terms/calendar.ts';
import type { SlaClock, SlaRule } from '../terms/sla.ts';
import { addBusinessMs, businessMsBetween } from './business-time.ts';
import { isOpen, nextOpening } from './calendar.ts';

type Calendars = readonly Calendar[];

/**
 * A rule whose calendar is gone counts around the clock: better a promise that is too strict than none at all. A
 * published policy is checked for that beforehand.
 */
function calendarOf(calendars: Calendars, calendarId: string | undefined): Calendar | undefined {
  return calendarId === undefined ? undefined : calendars.find((calendar) => calendar.id === calendarId);
}

/** Whole milliseconds, as every moment in the log. */
const warnMs = (rule: SlaRule) => Math.round(rule.limitMs * rule.warnAt);

/** A clock that starts; null when its calendar does not open in reach, so that nothing can be promised. */
export function startClock(rule: SlaRule, calendars: Calendars, at: number): SlaClock | null {
  const calendar = calendarOf(calendars, rule.calendarId);
  const warnAt = addBusinessMs(calendar, at, warnMs(rule));
  const dueAt = addBusinessMs(calendar, at, rule.limitMs);
  if (warnAt === null || dueAt === null) return null;
  return {
    target: rule.target,
    ruleId: rule.id,
    startedAt: at,
    limitMs: rule.limitMs,
    ...(rule.calendarId === undefined ? {} : { calendarId: rule.calendarId }),
    warnAt,
    dueAt,
    warned: false,
    breached: false,
  };
}

/** Business time that a clock has left, in milliseconds; below 0 it is overdue by that much. */
export function leftMs(clock: SlaClock, calendars: Calendars, at: number): number {
  if (clock.paused) return clock.paused.toDueMs;
  const calendar = calendarOf(calendars, clock.calendarId);
  return at <= clock.dueAt
    ? businessMsBetween(calendar, at, clock.dueAt)
    : -businessMsBetween(calendar, clock.dueAt, at);
}

/** The clock stands still from `at`. One that stands still already is given back as it is. */
export function pauseClock(clock: SlaClock, calendars: Calendars, at: number): SlaClock {
  if (clock.paused) return clock;
  const calendar = calendarOf(calendars, clock.calendarId);
  const toWarnMs = businessMsBetween(calendar, at, clock.warnAt);
  return { ...clock, paused: { at, toWarnMs, toDueMs: leftMs(clock, calendars, at) } };
}

/**
 * The clock goes on from `at` with the time that it had left. What has passed already (a warning, a breach) keeps its
 * moment.
 */
export function resumeClock(clock: SlaClock, calendars: Calendars, at: number): SlaClock {
  const { paused, ...running } = clock;
  if (!paused) return clock;
  const calendar = calendarOf(calendars, clock.calendarId);
  return {
    ...running,
    warnAt:
      paused.toWarnMs > 0 ? (addBusinessMs(calendar, at, paused.toWarnMs) ?? clock.warnAt) : clock.warnAt,
    dueAt: paused.toDueMs > 0 ? (addBusinessMs(calendar, at, paused.toDueMs) ?? clock.dueAt) : clock.dueAt,
  };
}

/**
 * The same promise under another rule: it started when it started and keeps its marks. One that never stood still is
 * reckoned anew from its start; of one that did, the time used so far is taken off the new limit. Null when the new
 * rule's calendar does not open in reach.
 */
export function underRule(clock: SlaClock, rule: SlaRule, calendars: Calendars, at: number): SlaClock | null {
  const fresh = startClock(rule, calendars, clock.startedAt);
  if (!fresh) return null;
  const { warned, breached, paused } = clock;
  const before = calendarOf(calendars, clock.calendarId);
  const stood = paused !== undefined || clock.dueAt !== addBusinessMs(before, clock.startedAt, clock.limitMs);
  if (!stood) return { ...fresh, warned, breached };
  const used = clock.limitMs - leftMs(clock, calendars, at);
  const toWarnMs = Math.max(0, warnMs(rule) - used);
  const toDueMs = rule.limitMs - used;
  const standing = { ...fresh, warned, breached, warnAt: at, dueAt: at, paused: { at, toWarnMs, toDueMs } };
  return paused
    ? { ...standing, paused: { ...standing.paused, at: paused.at } }
    : resumeClock(standing, calendars, at);
}

/** How far a clock has run, for a countdown. */
export interface Remaining {
  /** Of the limit, from 0 to 1. */
  readonly shareUsed: number;
  /** Business time left in milliseconds; below 0 it is overdue by that much. */
  readonly leftMs: number;
  /** It stands still until somebody lets it go on: the customer is waited for. */
  readonly isPaused: boolean;
  /** It stands still because its calendar is closed, and goes on by itself. */
  readonly isClosed: boolean;
  /** When it goes on, if it is closed and an opening is in reach; epoch milliseconds. */
  readonly opensAt: number | null;
}

/** How a clock stands at a moment. `calendars` are those of the policy; without them it counts around the clock. */
export function remaining(clock: SlaClock, calendars: Calendars, at: number): Remaining {
  const left = leftMs(clock, calendars, at);
  const share = clock.limitMs > 0 ? 1 - left / clock.limitMs : 1;
  const isPaused = clock.paused !== undefined;
  const calendar = calendarOf(calendars, clock.calendarId);
  const isClosed = !isPaused && calendar !== undefined && !isOpen(calendar, at);
  return {
    shareUsed: Math.min(1, Math.max(0, share)),
    leftMs: left,
    isPaused,
    isClosed,
    opensAt: isClosed ? nextOpening(calendar, at) : null,
  };
}
