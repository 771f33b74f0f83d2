import type { Policy } from '../terms/policy.ts';
import type { Queue } from '../terms/queue.ts';
import { type Stage, stagesOf } from './stages.ts';
import { ageingOf } from './urgency.ts';

/** A queue, prepared for routing. */
export interface QueueRules {
  readonly queue: Queue;
  readonly ageingMs: number;
  readonly stages: readonly Stage[];
}

/** The rules of each queue by its id, the policy's first queue first. */
export function queueRules(policy: Policy): ReadonlyMap<string, QueueRules> {
  const queues = new Map(policy.queues.map((queue) => [queue.id, queue]));
  return new Map(
    policy.queues.map((queue) => [
      queue.id,
      { queue, ageingMs: ageingOf(queue), stages: stagesOf(queue, queues) },
    ]),
  );
}
