/** One simulated day on a thread of its own: the scenario comes as the worker's data, the report is its only message. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Scenario } from '../core/routing/simulation/scenario.ts';
import { simulateDay } from '../core/routing/simulation/simulate-day.ts';

parentPort?.postMessage(simulateDay(workerData as Scenario));
