import type { ConversationEvent, NewEvent } from '../terms/event.ts';
import { applyEvent } from './apply-event.ts';
import type { Outcome } from './outcome.ts';
import type { Seat } from './seat.ts';
import type { ConversationState } from './state.ts';

/** For tests: an agent who is there and has room. */
export const seatOf = (agentId: string, more: Partial<Seat> = {}): Seat => ({
  agentId,
  name: agentId,
  status: 'online',
  disabled: false,
  load: 0,
  conversations: 0,
  capacity: 4,
  maximumConversations: 4,
  ...more,
});

/** What the router proposes for a conversation; one that does not wait is refused by whoever is asked. */
export const proposalOf = (state: ConversationState | null, agentId = 'li') => ({
  agentId,
  routing: {
    policyVersion: 1,
    waitedMs: 0,
    stage: 0,
    chosen: { agentId, score: 1, factors: { fit: 1, load: 1, history: 1, idle: 1, spare: 1 } },
    others: [],
    excluded: {},
  },
  waitingSince: state?.waitingSince ?? 0,
  declined: state?.declined.length ?? 0,
});

/** The state after a command, which must not have been refused. */
export function after(state: ConversationState | null, outcome: Outcome): ConversationState {
  if (!('events' in outcome)) throw new Error(JSON.stringify(outcome));
  let next = state;
  for (const event of outcome.events as readonly NewEvent[])
    next = applyEvent(next, {
      ...event,
      conversationId: 'v',
      seq: (next?.lastSeq ?? 0) + 1,
    } as ConversationEvent);
  return next!;
}
