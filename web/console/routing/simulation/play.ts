import { defaultPolicy } from '../../../../core/policy/default-policy.ts';
import { readScenario } from '../../../../core/routing/simulation/read-scenario.ts';
import type { ScenarioProblem } from '../../../../core/routing/simulation/reader.ts';
import type { SimulationReport } from '../../../../core/routing/simulation/report.ts';
import { simulateDay } from '../../../../core/routing/simulation/simulate-day.ts';
import type { Policy } from '../../../../core/terms/policy.ts';
import type { Queue } from '../../../../core/terms/queue.ts';

/** A day to be played with one policy after the other. */
export interface PlayOrder {
  /** A scenario file, not yet checked. */
  readonly scenario: unknown;
  readonly policies: readonly Policy[];
}

export type Played =
  | { readonly reports: readonly SimulationReport[]; readonly tookMs: number }
  | { readonly problems: readonly ScenarioProblem[] };

/**
 * Plays the day with each policy. What the file's own policy says stands aside; only queues that the tried policy does
 * not know stay as the file has them, so that a foreign scenario can be played too.
 */
export function play({ scenario, policies }: PlayOrder, now: () => number): Played {
  const began = now();
  const reports: SimulationReport[] = [];
  for (const policy of policies) {
    const foreign = foreignQueues(scenario, policy);
    const tried = { queues: [...policy.queues, ...foreign], routing: policy.routing };
    const file =
      typeof scenario === 'object' && scenario !== null ? { ...scenario, policy: tried } : scenario;
    const read = readScenario(file, defaultPolicy);
    if ('problems' in read) return { problems: read.problems };
    reports.push(simulateDay(read.scenario));
  }
  return { reports, tookMs: now() - began };
}

function foreignQueues(scenario: unknown, policy: Policy): unknown[] {
  const queues = (scenario as { policy?: { queues?: unknown } } | null)?.policy?.queues;
  if (!Array.isArray(queues)) return [];
  const known = new Set(policy.queues.map(({ id }) => id));
  return queues.filter((queue: Partial<Queue> | null) => !known.has(queue?.id ?? ''));
}
