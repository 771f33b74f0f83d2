import type { WaitEstimate } from '../../core/terms/event.ts';
import type { Say } from './say.ts';

const minuteMs = 60_000;
const longest = 8 * 60;

/**
 * A range of waiting in the words of a careful person: the lower end is rounded down and the upper one up, the more
 * coarsely the longer it is, so that it seldom changes and never promises more than was observed.
 */
export function estimateWords(estimate: WaitEstimate | null | undefined, say: Say): string {
  if (!estimate) return say('estimateUnknown');
  const least = estimate.fromMs / minuteMs;
  const most = estimate.toMs / minuteMs;
  if (most <= 1) return say('estimateSoon');
  if (most > longest) return say('estimateLong');
  const to = Math.ceil(most / step(most)) * step(most);
  const from = Math.floor(least / step(least)) * step(least);
  if (to > 60) {
    const hours = { from: from / 60, to: to / 60 };
    if (from >= to) return say('estimateHour', hours);
    return from < 60 ? fromMinutes(from, hours.to, say) : say('estimateHours', hours);
  }
  if (from < 1) return say('estimateWithin', { to });
  return from >= to ? say('estimateAbout', { to }) : say('estimateBetween', { from, to });
}

/** Minutes by which is rounded: single ones, fives, half hours. */
const step = (minutes: number) => (minutes <= 10 ? 1 : minutes <= 60 ? 5 : 30);

function fromMinutes(from: number, to: number, say: Say): string {
  return from < 1 ? say('estimateHour', { to }) : say('estimateToHours', { from, to });
}
