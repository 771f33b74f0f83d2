import { insteadOf, nobodyHere } from '../core/conversation/notices.ts';
import type { Colleague, InboxStanding } from '../core/protocol/views.ts';
import { isOpen } from '../core/sla/calendar.ts';
import type { Policy } from '../core/terms/policy.ts';
import { calendarOf, queueOf, standingOf } from './queue-standing.ts';

const hourMs = 3600_000;
const slotsShown = 24;
const hoursSearched = 7 * 24;

/**
 * How a queue stands for a customer who has not asked for a person yet; without an id the one where a conversation waits
 * that no rule sends elsewhere. A slot is a whole hour in which the queue is
 * open, from the next full hour on; at most 24 within a week. A queue without a calendar offers the next 24 hours.
 */
export function standingForCustomers(
  policy: Policy,
  queueId: string | undefined,
  roster: Iterable<Colleague>,
  at: number,
): InboxStanding {
  const queue = queueOf(policy, queueId);
  const standing = standingOf(policy, queue.id, roster, at);
  const calendar = calendarOf(policy, queue);
  const callbackSlots: { from: number; to: number }[] = [];
  const first = Math.ceil(at / hourMs) * hourMs;
  for (let hour = 0; hour < hoursSearched && callbackSlots.length < slotsShown; hour += 1) {
    const from = first + hour * hourMs;
    const to = from + hourMs;
    if (!calendar || (isOpen(calendar, from) && isOpen(calendar, to - 1))) callbackSlots.push({ from, to });
  }
  const { opensAt, agentsOnline } = standing;
  return {
    isOpen: standing.isOpen,
    opensAt,
    agentsOnline,
    instead: insteadOf(nobodyHere(standing)),
    callbackSlots,
  };
}
