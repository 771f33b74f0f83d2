import { createRandom, type Random } from '../../core/chance/random.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How the simulated questions come. */
export interface Traffic {
  readonly seed: number;
  readonly topics: number;
  /** Conversations on a usual day, all topics. */
  readonly perDay: number;
  readonly days: number;
  /** Days on which everything comes three times as often, and a few topics six times. */
  readonly busyDays: readonly number[];
  /** Standard deviation over mean of a topic's rate from day to day and from hour to hour. */
  readonly dayScatter: number;
  readonly hourScatter: number;
  /** New topics that begin on each day, and stay. */
  readonly newTopicsPerDay: number;
}

/** One conversation about a topic; `at` in epoch milliseconds from a Monday, 00:00 UTC. */
export interface Arrival {
  readonly at: number;
  readonly topic: number;
}

/** Monday, so that the weekend is the sixth and seventh day. */
export const start = Date.UTC(2026, 0, 5);

const daily = [2, 1, 1, 1, 1, 2, 4, 8, 14, 20, 24, 22, 18, 18, 20, 22, 22, 20, 18, 20, 24, 22, 14, 6];
const dailySum = daily.reduce((sum, value) => sum + value, 0);

/**
 * Weeks of usual questions: topics by Zipf's law, a daily rhythm that each topic shifts by up to four hours, quieter
 * weekends, days and hours that differ (gamma), busy days, and new topics. Nothing in it is an incident.
 */
export function simulateTraffic(traffic: Traffic): Arrival[] {
  const random = createRandom(traffic.seed, 1);
  const arrivals: Arrival[] = [];
  const weights: number[] = [];
  for (let rank = 1; rank <= traffic.topics; rank++) weights.push(1 / rank ** 0.9);
  const sum = weights.reduce((all, one) => all + one, 0);
  const born = traffic.newTopicsPerDay * traffic.days;
  for (let topic = 0; topic < traffic.topics + born; topic++) {
    const isNew = topic >= traffic.topics;
    const from = isNew ? Math.floor((topic - traffic.topics) / Math.max(1, traffic.newTopicsPerDay)) : 0;
    const share = isNew
      ? weights[Math.floor(random.next() * random.next() * traffic.topics)]! / sum / 4
      : weights[topic]! / sum;
    const shift = Math.floor(random.next() * 9) - 4;
    const isPromoted = random.next() < 0.05;
    const weekend = 0.3 + random.next() * 0.9;
    for (let day = from; day < traffic.days; day++) {
      const isBusy = traffic.busyDays.includes(day);
      const level =
        traffic.perDay *
        share *
        (day % 7 >= 5 ? weekend : 1) *
        (isBusy ? (isPromoted ? 6 : 3) : 1) *
        gamma(random, traffic.dayScatter);
      for (let hour = 0; hour < 24; hour++) {
        const rhythm = daily[(hour - shift + 24) % 24]! / dailySum;
        const count = poisson(random, level * rhythm * gamma(random, traffic.hourScatter));
        for (let one = 0; one < count; one++)
          arrivals.push({ at: start + day * dayMs + hour * hourMs + random.next() * hourMs, topic });
      }
    }
  }
  return arrivals.sort((one, other) => one.at - other.at);
}

/** Mean 1, this coefficient of variation (Marsaglia and Tsang, 2000). */
function gamma(random: Random, scatter: number): number {
  if (scatter <= 0) return 1;
  const shape = 1 / scatter ** 2;
  const boosted = shape < 1 ? shape + 1 : shape;
  const d = boosted - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(random.next() + 1e-300) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
      const value = shape < 1 ? d * v * (random.next() + 1e-300) ** (1 / shape) : d * v;
      return value / shape;
    }
  }
}

const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(random.next() + 1e-300)) * Math.cos(2 * Math.PI * random.next());

function poisson(random: Random, mean: number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count++;
  return count;
}
