import type { SlaClock } from '../../../core/terms/sla.ts';

/** How a promise of time stands at a moment. */
export interface Standing {
  /** How much of the time is used up, from 0 to 1. */
  readonly share: number;
  /** Milliseconds until the promise is broken; negative since it was. */
  readonly leftMs: number;
  readonly tone: 'calm' | 'due' | 'over' | 'paused';
}

/**
 * How `clock` stands at `now` (epoch milliseconds). A clock that stands still shows the business time that was left
 * when it stopped; a running one counts down to its `dueAt`, which the server has already put past closed hours.
 */
export function standingOf(clock: SlaClock, now: number): Standing {
  if (clock.paused) {
    const leftMs = clock.paused.toDueMs;
    return { share: shareOf(clock.limitMs - leftMs, clock.limitMs), leftMs, tone: 'paused' };
  }
  const leftMs = clock.dueAt - now;
  const share = shareOf(now - clock.startedAt, clock.dueAt - clock.startedAt);
  if (clock.breached || leftMs <= 0) return { share: 1, leftMs: Math.min(leftMs, 0), tone: 'over' };
  return { share, leftMs, tone: clock.warned || now >= clock.warnAt ? 'due' : 'calm' };
}

/** The promise that is broken or will be first; one that stands still only where no other runs; null without any. */
export function mostUrgent(clocks: readonly SlaClock[]): SlaClock | null {
  const order = (clock: SlaClock) => (clock.paused ? Number.POSITIVE_INFINITY : clock.dueAt);
  let first: SlaClock | null = null;
  for (const clock of clocks) if (first === null || order(clock) < order(first)) first = clock;
  return first;
}

function shareOf(part: number, whole: number): number {
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, part / whole));
}
