import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawArrivals } from './draw-arrivals.ts';
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

/** So many customers in each run; the first part warms the system up and does not count. */
const customers = 40_000;
const warmUp = 0.02;
const seeds = [1, 2, 3];

for (const [servers, occupancy] of [
  [1, 0.5],
  [3, 0.6],
  [8, 0.7],
  [15, 0.7],
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
