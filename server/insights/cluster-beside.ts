import { Worker } from 'node:worker_threads';
import type { LooseQuestion, Placement, TopicRow } from '../../adapters/store/insights.ts';

export type ClusterQuestion = LooseQuestion;

/** `assign` puts new questions with the others; `refine` looks at all of them again. */
export interface ClusterTask {
  readonly number: number;
  readonly kind: 'assign' | 'refine';
  readonly questions: readonly ClusterQuestion[];
}

export interface ClusterAnswer {
  /** Of `refine` only those that moved. */
  readonly placements: readonly Placement[];
  /** Every topic that changed. */
  readonly topics: readonly TopicRow[];
  readonly merged: readonly (readonly [string, string])[];
  readonly names: readonly (readonly [string, string])[];
}

/** Longer than any look takes: whatever is not done then hangs. */
const limitMs = 10 * 60_000;

/** Clusters questions beside the server, which goes on serving. A worker that fails ends; the next call needs a new one. */
export function clusterBeside(topics: readonly TopicRow[]) {
  const worker = new Worker(new URL('./cluster-worker.ts', import.meta.url), {
    workerData: topics,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  worker.unref();
  const waiting = new Map<number, { resolve(answer: ClusterAnswer): void; reject(error: Error): void }>();
  let last = 0;
  let gone: Error | undefined;

  function fail(error: Error): void {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  }
  worker.on('message', ({ number, answer }: { number: number; answer: ClusterAnswer }) => {
    waiting.get(number)?.resolve(answer);
    waiting.delete(number);
  });
  worker.once('error', fail);
  worker.once('exit', () => fail(new Error('the clustering ended')));

  return {
    get isGone() {
      return gone !== undefined;
    },
    async ask(kind: ClusterTask['kind'], questions: readonly ClusterQuestion[]): Promise<ClusterAnswer> {
      if (gone) throw gone;
      const number = ++last;
      const timer = setTimeout(() => {
        fail(new Error('the clustering took too long'));
        void worker.terminate();
      }, limitMs);
      timer.unref();
      try {
        return await new Promise<ClusterAnswer>((resolve, reject) => {
          waiting.set(number, { resolve, reject });
          const task: ClusterTask = { number, kind, questions };
          worker.postMessage(task);
        });
      } finally {
        clearTimeout(timer);
      }
    },
    async close(): Promise<void> {
      fail(new Error('the clustering was called off'));
      await worker.terminate();
    },
  };
}

export type ClusterBeside = ReturnType<typeof clusterBeside>;
