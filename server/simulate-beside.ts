import type { SimulationReport } from '../core/routing/simulation/report.ts';
import type { Scenario } from '../core/routing/simulation/scenario.ts';
import { runOnce, ThreadEnded } from './threads/run-once.ts';

/** Plays a day beside the server, which goes on serving. Undefined when it took longer than `limitMs`. */
export async function simulateBeside(
  scenario: Scenario,
  limitMs: number,
): Promise<SimulationReport | undefined> {
  try {
    return await runOnce<SimulationReport>(new URL('./simulate-worker.ts', import.meta.url), scenario, {
      limitMs,
      heapMb: 512,
    });
  } catch (error) {
    if (error instanceof ThreadEnded && error.why === 'too-long') return undefined;
    throw error;
  }
}
