import type { WaitingConversation } from '../core/routing/contract.ts';
import { ageingOf, comesBefore, seniorSince, type Turn } from '../core/routing/urgency.ts';
import type { Policy } from '../core/terms/policy.ts';
import { queueOf } from './queue-standing.ts';
import { waitsSince } from './waiting-conversation.ts';

/** Somebody who waits, as the store tells. */
export interface InQueue {
  readonly id: string;
  readonly queueId: string;
  readonly priority: number;
  readonly waitingSince: number;
  readonly leftAt: number | null;
  readonly slotFrom: number | null;
}

/** Where somebody stands: the queue, and the place in it from 1. */
export interface Place {
  readonly queueId: string;
  readonly position: number;
}

/**
 * Everybody's place, by the router's own order, so that every process tells the same. Whoever is being offered to an
 * agent keeps the place until the agent accepts; whose callback slot is not reached has none.
 */
export function placesInQueues(rows: readonly InQueue[], policy: Policy, now: number): Map<string, Place> {
  const lines = new Map<string, Turn[]>();
  for (const row of rows) {
    if (row.slotFrom !== null && row.slotFrom > now) continue;
    const queue = queueOf(policy, row.queueId);
    const conversation: WaitingConversation = {
      id: row.id,
      queueId: row.queueId,
      priority: row.priority,
      waitingSince: waitsSince(policy, row.queueId, row.waitingSince, row.leftAt),
      skills: [],
      language: 'zh',
      weight: 1,
    };
    const turn = { conversation, seniorSince: seniorSince(conversation, queue), ageingMs: ageingOf(queue) };
    const line = lines.get(queue.id);
    if (line) line.push(turn);
    else lines.set(queue.id, [turn]);
  }
  const places = new Map<string, Place>();
  for (const [queueId, line] of lines) {
    line.sort((one, other) => (comesBefore(one, other) ? -1 : 1));
    line.forEach(({ conversation }, index) => {
      places.set(conversation.id, { queueId, position: index + 1 });
    });
  }
  return places;
}
