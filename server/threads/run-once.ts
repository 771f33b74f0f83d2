import { Worker } from 'node:worker_threads';

export interface RunOnceOptions {
  /** What is not done by then hangs. In ms. */
  readonly limitMs: number;
  readonly heapMb: number;
  /** Calls the work off. */
  readonly signal?: AbortSignal;
}

/** Why a thread gave no result. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  readonly why: 'too-long' | 'called-off' | 'without-result';

  constructor(why: ThreadEnded['why']) {
    super(`the thread ended: ${why}`);
    this.why = why;
  }
}

/**
 * Runs one piece of work on a thread of its own beside the server, which goes on serving: `data` goes in as the
 * worker's data, its one message is the result.
 *
 * @throws ThreadEnded when it takes too long, is called off or ends without a word; else what the work threw
 */
export function runOnce<Result>(
  script: URL,
  data: unknown,
  { limitMs, heapMb, signal }: RunOnceOptions,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const stop = (why: ThreadEnded['why']) => {
      reject(new ThreadEnded(why));
      void worker.terminate();
    };
    const timer = setTimeout(() => stop('too-long'), limitMs);
    timer.unref();
    const callOff = () => stop('called-off');
    signal?.addEventListener('abort', callOff, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', callOff);
      // Settled already, unless it ended without a word.
      reject(new ThreadEnded('without-result'));
    });
    if (signal?.aborted) callOff();
  });
}
