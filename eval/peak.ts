import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../core/policy/default-policy.ts';
import type { Product } from '../core/routing/simulation/day.ts';
import { readScenario } from '../core/routing/simulation/read-scenario.ts';
import type { SimulationReport } from '../core/routing/simulation/report.ts';
import type { Scenario } from '../core/routing/simulation/scenario.ts';
import { simulateDay, tandem } from '../core/routing/simulation/simulate-day.ts';
import { fewestOpen } from './routing-rivals/fewest-open.ts';
import { longestIdle } from './routing-rivals/longest-idle.ts';
import { roundRobin } from './routing-rivals/round-robin.ts';

/** Shares from 0 to 1, waits in seconds, counts a day; each the mean over the seeds. */
export interface PeakFigures {
  readonly vipWithin30s: number;
  readonly allWithin30s: number;
  readonly vipP95WaitS: number;
  readonly p95WaitS: number;
  readonly meanWaitS: number;
  readonly abandoned: number;
  readonly lost: number;
  readonly requeued: number;
  readonly fairness: number;
  readonly occupancy: number;
  readonly stranded: number;
}

export const routers: Readonly<Record<string, Product>> = {
  ours: tandem,
  roundRobin,
  fewestOpen,
  longestIdle,
};

/** Seeds on which nothing was chosen: the scenario and the policy were settled with others. */
export const peakSeeds = [101, 102, 103, 104, 105, 106, 107, 108];

export function loadScenario(name: string): Scenario {
  const file = join(import.meta.dirname, 'scenarios', `${name}.json`);
  const result = readScenario(JSON.parse(readFileSync(file, 'utf8')), defaultPolicy);
  if ('problems' in result) throw new Error(`${file}: ${JSON.stringify(result.problems)}`);
  return result.scenario;
}

/** Our router and the rivals on the same customers, seed by seed. */
export function measurePeak(
  scenario: Scenario,
  seeds: readonly number[] = peakSeeds,
): Record<string, PeakFigures> {
  // The rivals know no overflow by levels of skill.
  const queues = scenario.policy.queues.map((queue) => ({ ...queue, overflow: [] }));
  const plain = { ...scenario, policy: { ...scenario.policy, queues } };
  return Object.fromEntries(
    Object.entries(routers).map(([name, product]) => {
      const played = seeds.map((seed) =>
        figuresOf(simulateDay({ ...(product === tandem ? scenario : plain), seed }, product)),
      );
      return [name, meanOf(played)];
    }),
  );
}

function figuresOf({ total, segments, ...report }: SimulationReport): PeakFigures {
  const vip = segments.vip ?? total;
  return {
    vipWithin30s: vip.within30s ?? 0,
    allWithin30s: total.within30s ?? 0,
    vipP95WaitS: (vip.p95WaitMs ?? 0) / 1000,
    p95WaitS: (total.p95WaitMs ?? 0) / 1000,
    meanWaitS: (total.meanWaitMs ?? 0) / 1000,
    abandoned: total.abandoned,
    lost: total.lost,
    requeued: report.requeued,
    fairness: report.fairness ?? 0,
    occupancy: report.occupancy ?? 0,
    stranded: report.stranded,
  };
}

function meanOf(played: readonly PeakFigures[]): PeakFigures {
  const names = Object.keys(played[0]!) as (keyof PeakFigures)[];
  const mean = (name: keyof PeakFigures) =>
    played.reduce((sum, figures) => sum + figures[name], 0) / played.length;
  return Object.fromEntries(names.map((name) => [name, round(mean(name))])) as unknown as PeakFigures;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

if (import.meta.main) {
  const [name = 'peak', seeds] = process.argv.slice(2).filter((part) => !part.startsWith('--'));
  const began = performance.now();
  console.table(measurePeak(loadScenario(name), seeds?.split(',').map(Number)));
  console.log(`${Math.round(performance.now() - began)} ms`);
}
