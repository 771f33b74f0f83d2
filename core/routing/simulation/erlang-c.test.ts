import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Arrival, drawArrivals } from './draw-arrivals.ts';
import { erlangC } from './erlang-c.ts';
import { agent, kind, scenario } from './scenarios-for-tests.ts';
import { simulateDay } from './simulate-day.ts';

const hour = 3_600_000;

test('Erlang C gives the textbook figures', () => {
  // M/M/1: waiting probability ρ, mean wait ρ ÷ (μ − λ).
  const single = erlangC(0.5, 1, 1);
  assert.ok(Math.abs(single.waitingProbability - 0.5) < 1e-12);
  assert.ok(Math.abs(single.meanWait - 1) < 1e-12);
  // Two servers: C = 2ρ² ÷ (1 + ρ).
  const pair = erlangC(1.5, 1, 2);
  assert.ok(Math.abs(pair.waitingProbability - (2 * 0.75 ** 2) / 1.75) < 1e-12);
  // 11 erlang on 14 servers: a Poisson term by term as the definition has it.
  const term = (n: number) => {
    let value = 1;
    for (let k = 1; k <= n; k++) value *= 11 / k;
    return value;
  };
  const rest = (term(14) * 14) / (14 - 11);
  const below = Array.from({ length: 14 }, (_, n) => term(n)).reduce((sum, value) => sum + value, 0);
  assert.ok(Math.abs(erlangC(11, 1, 14).waitingProbability - rest / (below + rest)) < 1e-12);
});

test('a line that would grow without end has no Erlang C', () => {
  assert.throws(() => erlangC(3, 1, 3), RangeError);
});

/**
 * Waits of a first come, first served station with `servers` servers, customer by customer: J. Kiefer and
 * J. Wolfowitz (1955), "On the theory of queues with many servers".
 */
function waitsByRecursion(customers: readonly Arrival[], servers: number): number[] {
  const freeAt = new Array<number>(servers).fill(0);
  return customers.map(({ at, handlingMs }) => {
    const first = freeAt.indexOf(Math.min(...freeAt));
    const begins = Math.max(at, freeAt[first]!);
    freeAt[first] = begins + handlingMs;
    return begins - at;
  });
}

test('on the same customers the waits are those of the recursion of Kiefer and Wolfowitz', () => {
  const day = scenario({
    contacts: [kind('any', { handling: { kind: 'lognormal', meanMs: 300_000, sdMs: 400_000 } })],
    arrivals: { kind: 'rates', spans: [{ from: 0, to: 24 * hour, perHour: 50 }] },
    agents: ['a', 'b', 'c', 'd', 'e'].map((id) => agent(id, { shifts: [{ from: 0, to: 48 * hour }] })),
  });
  const waits = waitsByRecursion(drawArrivals(day), 5);
  const { total } = simulateDay(day);
  assert.equal(total.arrivals, waits.length);
  assert.equal(total.waited, waits.filter((wait) => wait > 0).length / waits.length);
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  assert.ok(mean > 10_000 && Math.abs(total.meanWaitMs! - mean) < 0.01, `${total.meanWaitMs} and ${mean}`);
});

/** So many customers in each run; the first part warms the system up and does not count. */
const customers = 30_000;
const warmUp = 0.02;
const seeds = [1, 2, 3];

for (const [servers, occupancy] of [
  [1, 0.5],
  [3, 0.6],
  [10, 0.7],
] as const) {
  test(`${servers} agents at ${occupancy * 100} % agree with Erlang C within 3 %`, () => {
    const meanMs = 5_000;
    const perHour = (occupancy * servers * hour) / meanMs;
    const to = (customers / perHour) * hour;
    const runs = seeds.map((seed) => {
      const day = scenario({
        seed,
        day: { from: 0, to },
        measureFrom: to * warmUp,
        contacts: [kind('any', { handling: { kind: 'exponential', meanMs } })],
        arrivals: { kind: 'rates', spans: [{ from: 0, to, perHour }] },
        agents: Array.from({ length: servers }, (_, index) =>
          agent(`a${index}`, { shifts: [{ from: 0, to: to + hour }] }),
        ),
      });
      const { total, stranded } = simulateDay(day);
      assert.equal(stranded, 0);
      // Chance gives each run rates a little beside the nominal ones, and the wait is sensitive to them. Compared
      // with the formula at the rates that were drawn, a tenth of the customers tells as much.
      const drawn = drawArrivals(day);
      const meanHandlingMs = drawn.reduce((sum, { handlingMs }) => sum + handlingMs, 0) / drawn.length;
      const expected = erlangC(drawn.length / to, 1 / meanHandlingMs, servers);
      return {
        probability: total.waited! / expected.waitingProbability,
        wait: total.meanWaitMs! / expected.meanWait,
      };
    });
    const mean = (of: (run: (typeof runs)[number]) => number) =>
      runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
    const probability = mean((run) => run.probability);
    const wait = mean((run) => run.wait);
    assert.ok(Math.abs(probability - 1) < 0.03, `waiting probability ${probability} of the expected`);
    assert.ok(Math.abs(wait - 1) < 0.03, `mean wait ${wait} of the expected`);
  });
}
