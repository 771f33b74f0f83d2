import { Worker } from 'node:worker_threads';
import type { TrainingResult, TrainingTask } from './train-model.ts';

/** Longer than any training takes: whatever is not done then hangs. */
const limitMs = 10 * 60_000;

/** Trains beside the server, which goes on serving. Rejects when it fails, takes too long or is called off. */
export function trainBeside(task: TrainingTask, signal: AbortSignal): Promise<TrainingResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const stop = (why: string) => {
      reject(new Error(why));
      void worker.terminate();
    };
    const timer = setTimeout(() => stop('the training took too long'), limitMs);
    timer.unref();
    const callOff = () => stop('the training was called off');
    signal.addEventListener('abort', callOff, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', callOff);
      // Settled already, unless it ended without a word.
      reject(new Error('the training ended without a result'));
    });
    if (signal.aborted) callOff();
  });
}
