import { logTail } from './negative-binomial.ts';
import type { UsualTraffic } from './usual-traffic.ts';

const minuteMs = 60_000;

/** The spans that are looked at, in minutes: a coupon that fails shows within the first, a slow rise within the last. */
export const windows: readonly number[] = [5, 10, 20, 60, 180, 720, 1440];
export const longestWindowMs = 1440 * minuteMs;

/** Fewer conversations than this are never an alert, nor is less than three times what is usual. */
export const leastConversations = 5;
const leastTimes = 3;
/** Below this many times the usual an alert is over. */
const calmTimes = 2;

/**
 * So often a week chance alone may raise an alert over all topics of an installation, by the model. What the model does
 * not know of real traffic comes on top: `docs/measurements/insights.md` has what simulated weeks show.
 */
export const promisedPerWeek = 0.02;

/** A topic that rises, with the span in which it shows best. */
export interface Rise {
  readonly windowMinutes: number;
  /** Conversations within the span, and how many are usual. */
  readonly count: number;
  readonly expected: number;
  /** So often a week chance alone would show as much, over all topics and spans, looking at every moment. */
  readonly chancePerWeek: number;
  /** Epoch milliseconds: the first conversation of the span. */
  readonly since: number;
}

/** Moments in rising order, epoch milliseconds, one for each conversation. */
export type Moments = readonly number[];

/** How many moments lie in `(from, to]`. */
export function countBetween(moments: Moments, from: number, to: number): number {
  return placeAfter(moments, to) - placeAfter(moments, from);
}

/**
 * The most surprising span that ends now, or null where nothing is surprising enough.
 *
 * A scan over windows of several lengths that all end now, looked at as often as one likes: of a window of length w with
 * `count` against mean μ, chance alone shows as much about (count − μ)/w times in a unit of time times the tail
 * probability (S. E. Alm, "On the distribution of scan statistics of Poisson processes", 1983; J. Naus, 1982). That
 * rate, unlike a p-value of one look, does not grow by looking more often; it is multiplied by the number of topics
 * and of windows, which makes it the expected number of chance alerts of the whole installation (Bonferroni). The
 * counts are negative binomial: their mean is uncertain and days differ. Prospective scanning as M. Kulldorff,
 * J. R. Stat. Soc. A 164 (2001).
 */
export function riseOf(
  topic: string,
  own: Moments,
  all: Moments,
  usual: UsualTraffic,
  at: number,
  topics: number,
  promise: number = promisedPerWeek,
): Rise | null {
  let best: Rise | null = null;
  for (const windowMinutes of windows) {
    const from = at - windowMinutes * minuteMs;
    const count = countBetween(own, from, at);
    if (count < leastConversations) continue;
    const others = Math.max(0, countBetween(all, from, at) - count);
    const { mean, dispersion } = usual.expected(topic, from, at, others);
    if (count < leastTimes * mean) continue;
    const perWeek = (10_080 / windowMinutes) * (count - mean);
    const chancePerWeek =
      Math.max(1, topics) * windows.length * perWeek * Math.exp(logTail(count, mean, dispersion));
    if (chancePerWeek > promise || (best && best.chancePerWeek <= chancePerWeek)) continue;
    best = { windowMinutes, count, expected: mean, chancePerWeek, since: own[placeAfter(own, from)]! };
  }
  return best;
}

/** An alert is over when, over its own span and no less than an hour, the topic is usual again. */
export function hasCalmed(
  topic: string,
  own: Moments,
  all: Moments,
  usual: UsualTraffic,
  at: number,
  windowMinutes: number,
): boolean {
  const from = at - Math.max(60, windowMinutes) * minuteMs;
  const count = countBetween(own, from, at);
  if (count < leastConversations) return true;
  const { mean } = usual.expected(topic, from, at, Math.max(0, countBetween(all, from, at) - count));
  return count < calmTimes * mean;
}

function placeAfter(moments: Moments, at: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
