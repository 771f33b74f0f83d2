import type { Queue } from '../terms/queue.ts';
import type { WaitingConversation } from './contract.ts';

/** What the order of serving is decided by. */
export interface Turn {
  readonly conversation: WaitingConversation;
  readonly seniorSince: number;
  readonly ageingMs: number;
}

/** A queue's ageing in milliseconds, at least one. */
export const ageingOf = (queue: Queue): number => Math.max(1, queue.ageingMs);

/**
 * The moment at which a conversation of priority 0 would have begun to wait to be as urgent as this one: every step of
 * priority counts like having come `ageingMs` earlier. It does not change while waiting, so a queue's order is settled
 * on arrival, and nobody starves: whoever comes later than the difference of the priorities times `ageingMs` is
 * behind, whatever their priority. Ageing as in time-sharing schedulers (Silberschatz, Operating System Concepts, 5.3.4);
 * with one class per priority it is the accumulating priority queue (Stanford, Taylor & Ziedins 2014) with equal rates.
 */
export const seniorSince = (conversation: WaitingConversation, queue: Queue): number =>
  conversation.waitingSince - (queue.order === 'priority' ? conversation.priority * ageingOf(queue) : 0);

/** The effective priority at this moment: priority + waited ÷ ageingMs. It compares conversations of any two queues. */
export const urgencyAt = (turn: Turn, now: number): number => (now - turn.seniorSince) / turn.ageingMs;

/** Whether `left` is served before `right` of the same queue. Settled even for twins: by arrival, then by id. */
export function comesBefore(left: Turn, right: Turn): boolean {
  if (left.seniorSince !== right.seniorSince) return left.seniorSince < right.seniorSince;
  const one = left.conversation;
  const other = right.conversation;
  if (one.waitingSince !== other.waitingSince) return one.waitingSince < other.waitingSince;
  return one.id < other.id;
}

/** Whether `left` is more urgent than `right` of any queue. */
export function isMoreUrgent(left: Turn, right: Turn, now: number): boolean {
  const difference = urgencyAt(left, now) - urgencyAt(right, now);
  return difference === 0 ? comesBefore(left, right) : difference > 0;
}
