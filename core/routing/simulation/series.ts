import type { Day } from './day.ts';
import { hasRoom, statusOf } from './desks.ts';

/** What one look at the day saw. */
export interface Watch {
  readonly at: number;
  readonly waiting: number;
  readonly freeAgents: number;
}

/** A quarter of an hour, to draw. Customers belong to the quarter in which they came. */
export interface Point {
  /** Milliseconds after midnight. */
  readonly from: number;
  readonly arrivals: number;
  /** Mean over the quarter. */
  readonly waiting: number;
  /** Online with room for one more, mean over the quarter. */
  readonly freeAgents: number;
  readonly within30s: number | null;
  readonly abandonment: number | null;
}

const quarterMs = 900_000;

export function watch(day: Day, at: number): Watch {
  let freeAgents = 0;
  for (const desk of day.desks.values())
    if (statusOf(desk, at) === 'online' && hasRoom(desk, 1)) freeAgents++;
  return { at, waiting: day.waiting.size, freeAgents };
}

export function seriesOf(day: Day, watches: readonly Watch[]): Point[] {
  const { from, to } = day.scenario.day;
  const count = Math.ceil((to - from) / quarterMs);
  const quarters = Array.from({ length: count }, () => ({
    looks: 0,
    waiting: 0,
    freeAgents: 0,
    arrivals: 0,
    soon: 0,
    abandoned: 0,
  }));
  const quarterOf = (at: number) => quarters[Math.floor((at - from) / quarterMs)];
  for (const { at, waiting, freeAgents } of watches) {
    const quarter = quarterOf(at);
    if (quarter === undefined) continue;
    quarter.looks++;
    quarter.waiting += waiting;
    quarter.freeAgents += freeAgents;
  }
  for (const { arrival, connectedAt, phase } of day.all) {
    const quarter = quarterOf(arrival.at)!;
    quarter.arrivals++;
    if (connectedAt !== null && connectedAt - arrival.at <= 30_000) quarter.soon++;
    if (phase === 'abandoned') quarter.abandoned++;
  }
  return quarters.map(({ looks, waiting, freeAgents, arrivals, soon, abandoned }, index) => ({
    from: from + index * quarterMs,
    arrivals,
    waiting: waiting / Math.max(1, looks),
    freeAgents: freeAgents / Math.max(1, looks),
    within30s: arrivals === 0 ? null : soon / arrivals,
    abandonment: arrivals === 0 ? null : abandoned / arrivals,
  }));
}
