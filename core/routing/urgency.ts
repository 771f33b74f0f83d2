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
 * behind, whatever their priority. The "dynamic priorities" of J. R. Jackson 1960, "Some problems in queueing with
 * dynamic priorities": arrival time and urgency number added up once.
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

/** Whether `left` is served before `right` of any queue at this moment. */
export function isMoreUrgent(left: Turn, right: Turn, now: number): boolean {
  const difference = urgencyAt(left, now) - urgencyAt(right, now);
  return difference === 0 ? comesBefore(left, right) : difference > 0;
}
