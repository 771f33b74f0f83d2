import { runOnce } from '../threads/run-once.ts';
import type { TrainingResult, TrainingTask } from './train-model.ts';

/** Longer than any training takes: whatever is not done then hangs. */
const limitMs = 10 * 60_000;

/** Trains beside the server, which goes on serving. Rejects when it fails, takes too long or is called off. */
export const trainBeside = (task: TrainingTask, signal: AbortSignal): Promise<TrainingResult> =>
  runOnce(new URL('./train-worker.ts', import.meta.url), task, { limitMs, heapMb: 1024, signal });
