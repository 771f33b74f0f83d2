import type { WaitEstimate } from '../terms/event.ts';

/** What an estimate is made of. */
export interface WaitObserved {
  /** From 1: the place in the queue. */
  readonly position: number;
  /** Conversations that are being handled at once by the agents who can serve this queue: the slots that will end. */
  readonly serving: number;
  /** How long conversations of this queue were handled lately, from the assignment until the slot was free again. */
  readonly handlingMs: readonly number[];
  /** Slots that are free now. */
  readonly freeNow: number;
}

/** The 80 % quantile of the standard normal distribution; the 20 % quantile is its negative. */
const z80 = 0.8416212335729143;
/** Few observations say little about how much handling times vary. */
const leastVariation = 0.25;
const mostVariation = 4;

/**
 * How long the wait will be, as the range that holds three times out of five: from the 20 % to the 80 % quantile.
 *
 * Who stands at position k is served at the n-th departure from the busy slots, n = k − `freeNow`; at once where that
 * is not positive. With c slots and handling times of mean m the departures of many slots are about a Poisson stream
 * of rate c ÷ m (the superposition theorem of Palm and Khintchine), so that the n-th comes after a time of mean
 * n·m ÷ c with an Erlang distribution of n phases. Two corrections of its variance, relative to the squared mean:
 * - 1/n becomes (c + n·v) ÷ (c + n) ÷ n with v the squared coefficient of variation of the handling times (from 0.25 to
 *   4), since each slot is a renewal process and over many of its departures their own variation counts;
 * - v ÷ N is added for N observations, since the mean itself is only known so well.
 *
 * The quantiles are those of the gamma distribution with this mean and variance by Wilson and Hilferty 1931. People who
 * give up before their turn make the wait shorter than estimated, more urgent arrivals make it longer.
 *
 * @returns milliseconds from now; `null` where nothing was observed or nobody serves: then nothing honest can be said
 */
export function estimateWait({ position, serving, handlingMs, freeNow }: WaitObserved): WaitEstimate | null {
  const departures = position - freeNow;
  if (departures <= 0) return { fromMs: 0, toMs: 0 };
  if (serving <= 0 || handlingMs.length === 0) return null;
  const { mean, variation } = momentsOf(handlingMs);
  const meanWait = (departures * mean) / serving;
  const relativeVariance =
    (serving + departures * variation) / (serving + departures) / departures + variation / handlingMs.length;
  return {
    fromMs: Math.round(gammaQuantile(meanWait, relativeVariance, -z80)),
    toMs: Math.round(gammaQuantile(meanWait, relativeVariance, z80)),
  };
}

/** The mean and the squared coefficient of variation, the latter kept within what is plausible. */
function momentsOf(values: readonly number[]): { mean: number; variation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // One observation varies not at all and says nothing: as if exponential.
  const variation = values.length < 2 || mean === 0 ? 1 : squares / (values.length - 1) / mean ** 2;
  return { mean, variation: Math.min(mostVariation, Math.max(leastVariation, variation)) };
}

/** Wilson and Hilferty: the cube root of a gamma variable is about normal. */
function gammaQuantile(mean: number, relativeVariance: number, z: number): number {
  const ninth = relativeVariance / 9;
  return mean * Math.max(0, 1 - ninth + z * Math.sqrt(ninth)) ** 3;
}
