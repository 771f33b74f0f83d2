import { remaining } from '../../../core/sla/clock.ts';
import type { Calendar } from '../../../core/terms/calendar.ts';
import type { SlaClock } from '../../../core/terms/sla.ts';

/** How a promise of time stands at a moment. */
export interface Standing {
  /** How much of the time is used up, from 0 to 1. */
  readonly share: number;
  /** Business milliseconds until the promise is broken; negative since it was. */
  readonly leftMs: number;
  /** `paused`: the customer is waited for. `closed`: outside business hours. Both stand still. */
  readonly tone: 'calm' | 'due' | 'over' | 'paused' | 'closed';
  /** With `closed`: when it goes on, as far as that is known. Epoch milliseconds. */
  readonly opensAt: number | null;
}

/**
 * How `clock` stands at `now` (epoch milliseconds), in business time by the policy's calendars: outside of its hours
 * nothing runs. What the log calls broken is broken; before its `dueAt` nothing is, whatever the calendars say today.
 */
export function standingOf(clock: SlaClock, calendars: readonly Calendar[], now: number): Standing {
  const { shareUsed, leftMs, isPaused, isClosed, opensAt } = remaining(clock, calendars, now);
  if (isPaused) return { share: shareUsed, leftMs, tone: 'paused', opensAt: null };
  if (clock.breached || now >= clock.dueAt)
    return { share: 1, leftMs: Math.min(leftMs, 0) || 0, tone: 'over', opensAt: null };
  if (isClosed) return { share: shareUsed, leftMs, tone: 'closed', opensAt };
  const tone = clock.warned || now >= clock.warnAt ? 'due' : 'calm';
  return { share: shareUsed, leftMs, tone, opensAt: null };
}

/** The promise that is broken or will be first; one that stands still only where no other runs; null without any. */
export function mostUrgent(clocks: readonly SlaClock[]): SlaClock | null {
  const order = (clock: SlaClock) => (clock.paused ? Number.POSITIVE_INFINITY : clock.dueAt);
  let first: SlaClock | null = null;
  for (const clock of clocks) if (first === null || order(clock) < order(first)) first = clock;
  return first;
}
