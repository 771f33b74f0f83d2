import type { LooseQuestion, Placement, ServedRow, TopicRow } from '../../adapters/store/question-topics.ts';
import { standingThread } from '../threads/standing-thread.ts';

export type ClusterQuestion = LooseQuestion;

/**
 * `assign` puts new questions with the others; `refine` looks at all of them again; `names` says what those name that
 * were not served; `gather` puts together what names one of `names` and was not served.
 */
export type ClusterTask = { readonly number: number } & (
  | { readonly kind: 'assign' | 'refine'; readonly questions: readonly ClusterQuestion[] }
  | { readonly kind: 'names'; readonly questions: readonly ServedRow[] }
  | { readonly kind: 'gather'; readonly questions: readonly ServedRow[]; readonly names: readonly string[] }
);

export interface ClusterAnswer {
  /** Of `names` only. */
  readonly found?: readonly string[];
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
    ask: (kind: 'assign' | 'refine', questions: readonly ClusterQuestion[]): Promise<ClusterAnswer> =>
      thread.ask((number) => ({ number, kind, questions })),
    /** What questions name that were not served; whether an article tells of it the caller knows. */
    names: async (questions: readonly ServedRow[]): Promise<readonly string[]> =>
      (await thread.ask((number) => ({ number, kind: 'names', questions }))).found ?? [],
    gather: (questions: readonly ServedRow[], names: readonly string[]): Promise<ClusterAnswer> =>
      thread.ask((number) => ({ number, kind: 'gather', questions, names })),
    close: () => thread.end('the clustering was called off'),
  };
}

export type ClusterBeside = ReturnType<typeof clusterBeside>;
