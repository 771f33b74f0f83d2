import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateWait } from './estimate-wait.ts';
import { withHandlingTime } from './observed.ts';
import { Chance } from './test-world.ts';

const minute = 60_000;

test('who is within the free slots does not wait', () => {
  const free = { position: 2, serving: 5, freeNow: 2, handlingMs: [] };
  assert.deepEqual(estimateWait(free), { fromMs: 0, toMs: 0 });
});

test('without an observation or without anybody serving nothing is claimed', () => {
  assert.equal(estimateWait({ position: 1, serving: 3, freeNow: 0, handlingMs: [] }), null);
  assert.equal(estimateWait({ position: 1, serving: 0, freeNow: 0, handlingMs: [minute] }), null);
});

test('with exponential handling the range is that of the Erlang distribution', () => {
  // v = 1 to four digits, and so many observations that they add nothing.
  const handlingMs = Array.from({ length: 20_000 }, (_, at) => -Math.log(1 - (at + 0.5) / 20_000) * minute);
  // Quantiles at 20 % and 80 % of a gamma distribution of shape 1, 5, 20: e.g. R's qgamma(c(.2, .8), 5).
  for (const [position, from, to] of [
    [1, 0.22314, 1.60944],
    [5, 3.08954, 6.72098],
    [20, 16.17, 23.634],
  ] as const) {
    const range = estimateWait({ position, serving: 1, freeNow: 0, handlingMs })!;
    assert.ok(Math.abs(range.fromMs / minute - from) < 0.02 * from + 0.01, `from ${range.fromMs / minute}`);
    assert.ok(Math.abs(range.toMs / minute - to) < 0.02 * to, `to ${range.toMs / minute}`);
  }
});

test('few observations make the range wider, never narrower', () => {
  const range = (handlingMs: readonly number[]) =>
    estimateWait({ position: 8, serving: 4, freeNow: 0, handlingMs })!;
  const few = range([4 * minute, 6 * minute]);
  const many = range(Array.from({ length: 50 }, (_, at) => (at % 2 === 0 ? 4 : 6) * minute));
  assert.ok(few.toMs - few.fromMs > many.toMs - many.fromMs);
});

test('a later place never waits shorter, and more hands never make it longer', () => {
  const chance = new Chance(3);
  for (let round = 0; round < 300; round++) {
    const typical = minute * (0.1 + 20 * chance.next());
    const handlingMs = Array.from({ length: 1 + chance.upTo(40) }, () => typical * chance.next() ** 3);
    const serving = 1 + chance.upTo(60);
    const freeNow = chance.upTo(3);
    let before = { fromMs: 0, toMs: 0 };
    for (let position = 1; position <= 80; position++) {
      const range = estimateWait({ position, serving, freeNow, handlingMs })!;
      assert.ok(range.fromMs <= range.toMs);
      assert.ok(range.fromMs >= before.fromMs && range.toMs >= before.toMs, `at ${position}, round ${round}`);
      const more = estimateWait({ position, serving: serving + 1, freeNow, handlingMs })!;
      assert.ok(more.toMs <= range.toMs && more.fromMs + more.toMs <= range.fromMs + range.toMs + 2);
      before = range;
    }
  }
});

test('the range holds about three times out of five, for handling times that vary much or little', () => {
  const chance = new Chance(11);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
  for (const variation of [0.4, 1, 2])
    for (const [serving, position] of [
      [1, 3],
      [6, 2],
      [6, 15],
    ] as const) {
      const spread = Math.log(1 + variation);
      const handling = () => 5 * minute * Math.exp(normal() * Math.sqrt(spread) - spread / 2);
      let held = 0;
      const rounds = 400;
      for (let round = 0; round < rounds; round++) {
        const handlingMs = Array.from({ length: 60 }, handling);
        const wait = departure(serving, position, handling, chance);
        const { fromMs, toMs } = estimateWait({ position, serving, freeNow: 0, handlingMs })!;
        if (fromMs <= wait && wait <= toMs) held++;
      }
      assert.ok(held > 0.5 * rounds && held < 0.76 * rounds, `${held} of ${rounds} at ${variation}`);
    }
});

/** When the n-th conversation ends, of slots that have been at work for long. */
function departure(slots: number, n: number, handling: () => number, chance: Chance): number {
  const ends: number[] = [];
  for (let slot = 0; slot < slots; slot++) {
    let at = -minute * (60 + 30 * chance.next());
    while (at < 0) at += handling();
    for (let count = 0; count < n; count++, at += handling()) ends.push(at);
  }
  return ends.sort((left, right) => left - right)[n - 1]!;
}

test('only the last hundred handling times are kept, and no nonsense', () => {
  let times: readonly number[] = [];
  for (let at = 0; at < 130; at++) times = withHandlingTime(times, at);
  assert.equal(times.length, 100);
  assert.deepEqual([times[0], times.at(-1)], [30, 129]);
  assert.equal(withHandlingTime(times, Number.NaN), times);
  assert.equal(withHandlingTime(times, -1), times);
});
