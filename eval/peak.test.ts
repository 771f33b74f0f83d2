import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulateDay } from '../core/routing/simulation/simulate-day.ts';
import { loadScenario, measurePeak } from './peak.ts';

for (const name of ['peak', 'peak-languages'])
  test(`in ${name} ours is ahead of every rival on VIP and the 95th percentile, and loses nothing on the average`, () => {
    const { ours, ...rivals } = measurePeak(loadScenario(name), [101, 102, 103]);
    assert.ok(ours !== undefined);
    assert.equal(ours.stranded, 0);
    for (const [rival, theirs] of Object.entries(rivals)) {
      const both = JSON.stringify({ rival, theirs, ours });
      assert.ok(ours.vipWithin30s > theirs.vipWithin30s, both);
      assert.ok(ours.p95WaitS < theirs.p95WaitS, both);
      assert.ok(ours.meanWaitS < theirs.meanWaitS, both);
      assert.ok(ours.allWithin30s > theirs.allWithin30s, both);
      assert.ok(ours.abandoned < theirs.abandoned, both);
    }
  });

for (const name of ['quiet-day', 'night'])
  test(`nobody is stranded in ${name}`, () => {
    const { total, stranded } = simulateDay(loadScenario(name));
    assert.ok(total.arrivals > 100);
    assert.equal(stranded, 0);
    assert.equal(total.waitingAtEnd, 0);
  });
