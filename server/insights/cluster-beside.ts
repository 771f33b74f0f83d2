import type { LooseQuestion, Placement, TopicRow } from '../../adapters/store/question-topics.ts';
import { standingThread } from '../threads/standing-thread.ts';

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

/** Clusters questions beside the server, which goes on serving. A thread that fails ends; the next call needs a new one. */
export function clusterBeside(topics: readonly TopicRow[]) {
  const thread = standingThread<ClusterTask, ClusterAnswer>(
    new URL('./cluster-worker.ts', import.meta.url),
    topics,
    { limitMs, heapMb: 1024 },
  );
  return {
    get isGone() {
      return thread.isGone;
    },
    ask: (kind: ClusterTask['kind'], questions: readonly ClusterQuestion[]): Promise<ClusterAnswer> =>
      thread.ask((number) => ({ number, kind, questions })),
    close: () => thread.end('the clustering was called off'),
  };
}

export type ClusterBeside = ReturnType<typeof clusterBeside>;
