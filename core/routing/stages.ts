import type { Queue } from '../terms/queue.ts';

/** What holds in a queue from a waiting time on: who may take a conversation, and how far levels are lowered. */
export interface Stage {
  readonly queue: Queue;
  /** 0 before any overflow. */
  readonly index: number;
  readonly beginsAfterMs: number;
  /** `null` admits everybody. */
  readonly admits: ReadonlySet<string> | null;
  readonly relaxLevels: number;
}

/**
 * A queue's stages by the time they begin. They add up: each lets in the agents of its queue beside those who were
 * let in before, and lowers the levels further.
 */
export function stagesOf(queue: Queue, queues: ReadonlyMap<string, Queue>): readonly Stage[] {
  let stage: Stage = {
    queue,
    index: 0,
    beginsAfterMs: 0,
    admits: queue.agentIds && new Set(queue.agentIds),
    relaxLevels: 0,
  };
  const stages = [stage];
  for (const { afterMs, toQueueId, relaxLevels } of [...queue.overflow].sort(
    (left, right) => left.afterMs - right.afterMs,
  )) {
    const other = toQueueId === undefined ? undefined : queues.get(toQueueId);
    const opensToAll = stage.admits === null || other?.agentIds === null;
    stage = {
      queue,
      index: stage.index + 1,
      beginsAfterMs: Math.max(0, afterMs),
      admits: opensToAll ? null : new Set([...stage.admits!, ...(other?.agentIds ?? [])]),
      relaxLevels: stage.relaxLevels + relaxLevels,
    };
    stages.push(stage);
  }
  return stages;
}

/** The last stage that has begun after waiting for `waitedMs`. */
export function stageAfter(stages: readonly Stage[], waitedMs: number): Stage {
  let index = stages.length - 1;
  while (index > 0 && stages[index]!.beginsAfterMs > waitedMs) index--;
  return stages[index]!;
}
