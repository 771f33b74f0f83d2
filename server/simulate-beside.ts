import { Worker } from 'node:worker_threads';
import type { SimulationReport } from '../core/routing/simulation/report.ts';
import type { Scenario } from '../core/routing/simulation/scenario.ts';

/** Plays a day beside the server, which goes on serving. Undefined when it took longer than `limitMs`. */
export function simulateBeside(scenario: Scenario, limitMs: number): Promise<SimulationReport | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), {
      workerData: scenario,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const timer = setTimeout(() => {
      resolve(undefined);
      void worker.terminate();
    }, limitMs);
    timer.unref();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      // Settled already, unless it ended without a word.
      reject(new Error('the simulation ended without a report'));
    });
  });
}
