import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { logGamma, logTail } from './negative-binomial.ts';
import { hasCalmed, riseOf } from './rising-topics.ts';
import { type HourCount, learnUsual } from './usual-traffic.ts';

const hour = 3_600_000;
const day = 24 * hour;
const monday = Date.UTC(2026, 0, 5);
const minutes = (from: number, every: number, count: number) =>
  Array.from({ length: count }, (_, at) => from + at * every * 60_000);

/** Four weeks in which each hour of the day brings ten conversations, two of them about delivery. */
function steady() {
  const totals: HourCount[] = [];
  const delivery: HourCount[] = [];
  for (let at = 0; at < 28 * 24; at++) {
    if (at % 24 < 8) continue;
    totals.push({ hour: monday / hour + at, count: 10 });
    delivery.push({ hour: monday / hour + at, count: 2 });
  }
  return learnUsual({
    from: monday,
    to: monday + 28 * day,
    totals,
    topics: new Map([['delivery', delivery]]),
  });
}

test('the tail of a Poisson and of a negative binomial count are those of the tables', () => {
  assert.ok(Math.abs(logGamma(10) - Math.log(362_880)) < 1e-10);
  assert.ok(Math.abs(Math.exp(logTail(5, 2, 0)) - 0.052653) < 1e-6);
  // Size 2 and mean 2: P(Y ≥ 3) = 1 − (1/4 + 1/4 + 3/16).
  assert.ok(Math.abs(Math.exp(logTail(3, 2, 0.5)) - 0.3125) < 1e-9);
  assert.equal(logTail(3, 0, 0.5), Number.NEGATIVE_INFINITY);
});

test('what is usual follows the hour of the day, and a topic is its share of that', () => {
  const usual = steady();
  const noon = monday + 28 * day + 12 * hour;
  assert.ok(Math.abs(usual.expectedTotal(noon, noon + hour) - 10) < 0.01);
  assert.ok(usual.expectedTotal(noon - 8 * hour, noon - 7 * hour) < 0.01, 'nobody asks at four');
  const { mean } = usual.expected('delivery', noon, noon + hour, 8);
  assert.ok(Math.abs(mean - 2) < 0.1, String(mean));
  assert.ok(
    usual.expected('delivery', noon, noon + hour, 24).mean > 5.5,
    'a busy hour brings more of everything',
  );
});

test('a usual hour is no alert, a crowd about one matter is', () => {
  const usual = steady();
  const at = monday + 28 * day + 12 * hour;
  const background = minutes(at - 4 * hour, 6, 40);
  const own = minutes(at - 4 * hour, 30, 8);
  assert.equal(riseOf('delivery', own, background, usual, at, 200), null);
  const crowd = minutes(at - 10 * 60_000, 0.5, 20);
  const all = [...background, ...crowd].sort((one, other) => one - other);
  const rise = riseOf('coupon', crowd, all, usual, at, 200);
  assert.ok(rise && rise.count >= 10 && rise.expected < 1 && rise.since >= at - 20 * 60_000);
});

test('a new installation without any history sees a crowd, and takes its own first questions for no alert', () => {
  const usual = learnUsual({ from: 0, to: 0, totals: [], topics: new Map() });
  const random = createRandom(1, 1);
  const at = monday + 12 * hour;
  const all = Array.from({ length: 120 }, () => at - random.next() * 4 * hour).sort(
    (one, other) => one - other,
  );
  const fifth = all.filter((_, place) => place % 5 === 0);
  assert.equal(riseOf('delivery', fifth, all, usual, at, 1), null);
  const crowd = minutes(at - 15 * 60_000, 0.2, 75);
  const together = [...all, ...crowd].sort((one, other) => one - other);
  assert.ok(riseOf('coupon', crowd, together, usual, at, 1));
});

test('when everything rises alike nothing rises', () => {
  const usual = steady();
  const at = monday + 28 * day + 12 * hour;
  const all = minutes(at - 2 * hour, 1, 120);
  const own = all.filter((_, place) => place % 5 === 0);
  assert.equal(riseOf('delivery', own, all, usual, at, 200), null);
});

test('an alert is over when its own span is usual again', () => {
  const usual = steady();
  const began = monday + 28 * day + 12 * hour;
  const crowd = minutes(began, 0.2, 100);
  assert.equal(hasCalmed('coupon', crowd, crowd, usual, began + 30 * 60_000, 20), false);
  assert.equal(hasCalmed('coupon', crowd, crowd, usual, began + 90 * 60_000, 20), true);
});
