import { createRandom } from '../../core/chance/random.ts';
import { hasCalmed, longestWindowMs, riseOf } from '../../core/insights/rising-topics.ts';
import { type HourCount, learnUsual, type UsualTraffic } from '../../core/insights/usual-traffic.ts';
import { type Arrival, start } from './simulated-traffic.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const historyDays = 28;

/** An alert of the simulation. */
export interface SeenAlert {
  readonly at: number;
  readonly topic: number;
  readonly windowMinutes: number;
  readonly count: number;
  readonly expected: number;
}

/**
 * Watches arrivals day after day as the product does: what is usual is learned anew each day from the four weeks before,
 * and the scan looks at a topic with each of its arrivals, which is more often than every minute. A topic in alert is
 * not alerted again before it calmed, and then only by what came after.
 */
export function watch(
  arrivals: readonly Arrival[],
  fromDay: number,
  toDay: number,
  promise?: number,
): SeenAlert[] {
  const alerts: SeenAlert[] = [];
  const alerted = new Map<number, { windowMinutes: number }>();
  const notBefore = new Map<number, number>();
  for (let day = fromDay; day < toDay; day++) {
    const dayStart = start + day * dayMs;
    const usual = usualBefore(arrivals, dayStart);
    const recent = arrivals.filter(({ at }) => at > dayStart - longestWindowMs && at <= dayStart + dayMs);
    const all = recent.map(({ at }) => at);
    const byTopic = new Map<number, number[]>();
    for (const { at, topic } of recent) {
      const own = byTopic.get(topic) ?? [];
      own.push(at);
      byTopic.set(topic, own);
    }
    const known = usual.topics + 1;
    for (const { at, topic } of recent) {
      if (at <= dayStart) continue;
      const own = byTopic.get(topic)!;
      const name = String(topic);
      const open = alerted.get(topic);
      if (open) {
        if (!hasCalmed(name, own, all, usual, at, open.windowMinutes)) continue;
        alerted.delete(topic);
        notBefore.set(topic, at);
        continue;
      }
      const since = notBefore.get(topic) ?? 0;
      const counted = since > at - longestWindowMs ? own.filter((one) => one > since) : own;
      const rise = riseOf(name, counted, all, usual, at, known, promise);
      if (!rise) continue;
      const { windowMinutes, count, expected } = rise;
      alerted.set(topic, { windowMinutes });
      alerts.push({ at, topic, windowMinutes, count, expected });
    }
  }
  return alerts;
}

export function usualBefore(arrivals: readonly Arrival[], until: number): UsualTraffic {
  const from = Math.max(start, until - historyDays * dayMs);
  const totals = new Map<number, number>();
  const topics = new Map<string, Map<number, number>>();
  for (const { at, topic } of arrivals) {
    if (at < from || at >= until) continue;
    const hour = Math.floor(at / hourMs);
    totals.set(hour, (totals.get(hour) ?? 0) + 1);
    const own = topics.get(String(topic)) ?? new Map<number, number>();
    own.set(hour, (own.get(hour) ?? 0) + 1);
    topics.set(String(topic), own);
  }
  return learnUsual({
    from,
    to: until,
    totals: listOf(totals),
    topics: new Map([...topics].map(([topic, hours]) => [topic, listOf(hours)])),
  });
}

const listOf = (hours: ReadonlyMap<number, number>): HourCount[] =>
  [...hours].map(([hour, count]) => ({ hour, count }));

/**
 * Minutes from the first of `people` about a topic nobody asked about before until the alert, when they come evenly over
 * `minutes` and `heard` of them (0 to 1) are put with the topic; infinite where no alert came.
 */
export function detectionDelays(
  arrivals: readonly Arrival[],
  day: number,
  {
    people,
    minutes,
    heard,
    times,
    seed,
  }: { people: number; minutes: number; heard: number; times: number; seed: number },
): number[] {
  const dayStart = start + day * dayMs;
  const usual = usualBefore(arrivals, dayStart);
  const all = arrivals
    .filter(({ at }) => at > dayStart - longestWindowMs && at <= dayStart + dayMs)
    .map(({ at }) => at);
  const random = createRandom(seed, 7);
  return Array.from({ length: times }, () => {
    const begins = dayStart + (8 + random.next() * 12) * hourMs;
    const crowd = Array.from({ length: people }, () => begins + random.next() * minutes * 60_000)
      .filter(() => random.next() < heard)
      .sort((one, other) => one - other);
    const together = [...all, ...crowd].sort((one, other) => one - other);
    // As the product does: a look at every full minute.
    for (let minute = 1; minute <= minutes + 60; minute++) {
      const at = begins + minute * 60_000;
      if (riseOf('coupon', crowd, together, usual, at, usual.topics + 1)) return minute;
    }
    return Number.POSITIVE_INFINITY;
  });
}
