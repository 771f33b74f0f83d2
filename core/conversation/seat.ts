import type { AgentStatus } from '../terms/agent-status.ts';
import type { ErrorCode } from '../terms/error-code.ts';
import type { ConversationEvent } from '../terms/event.ts';
import type { ConversationState } from './state.ts';

/** How an agent stands at the moment at which something is decided, read under the agent's lock. */
export interface Seat {
  readonly agentId: string;
  readonly name: string;
  /** `offline` also for an account that is disabled, and without a connection. */
  readonly status: AgentStatus;
  readonly disabled: boolean;
  /** Units of capacity and number of what the agent owns and is being offered. */
  readonly load: number;
  readonly conversations: number;
  readonly capacity: number;
  readonly maximumConversations: number;
}

/** Weights are fractions at times: what fits but for a rounding fits. */
const rounding = 1e-6;

/** Whether the conversation counts in what this agent carries: it is theirs, or they are asked to take it. */
export function isCarriedBy(state: ConversationState | null, agentId: string): boolean {
  if (!state) return false;
  return (
    (state.owner.kind === 'agent' && state.owner.agentId === agentId) || state.offer?.agentId === agentId
  );
}

/** Whether one more conversation fits: any, for who has nothing. What the agent carries already fits by definition. */
export function hasRoomFor(seat: Seat, state: ConversationState): boolean {
  if (isCarriedBy(state, seat.agentId)) return true;
  const hasNothing = seat.conversations === 0 && seat.load <= rounding;
  return (
    seat.conversations < seat.maximumConversations &&
    (hasNothing || seat.load + state.weight <= seat.capacity + rounding)
  );
}

/**
 * Why this agent cannot be given the conversation. `asked` holds for what the system gives or a colleague transfers:
 * that needs somebody who is online; what agents take themselves only needs room.
 */
export function refusalOfSeat(seat: Seat | null, state: ConversationState, asked: boolean): ErrorCode | null {
  if (!seat || seat.disabled) return 'agent-unavailable';
  if (asked && seat.status !== 'online') return 'agent-unavailable';
  return hasRoomFor(seat, state) ? null : 'agent-full';
}

/** The seat after a conversation went from one state to another: what several in one transaction take adds up. */
export function seatAfter(seat: Seat, before: ConversationState | null, after: ConversationState): Seat {
  const had = isCarriedBy(before, seat.agentId) ? before!.weight : null;
  const has = isCarriedBy(after, seat.agentId) ? after.weight : null;
  if (had === has) return seat;
  return {
    ...seat,
    load: seat.load + (has ?? 0) - (had ?? 0),
    conversations: seat.conversations + (has === null ? 0 : 1) - (had === null ? 0 : 1),
  };
}

const moving: ReadonlySet<ConversationEvent['kind']> = new Set<ConversationEvent['kind']>([
  'queued',
  'offered',
  'offer-ended',
  'assigned',
  'transferred',
  'returned-to-assistant',
  'message-left',
  'resolved',
]);

/** Whether these events change who waits or who carries what: only then routing has to look. */
export function movesQueue(events: readonly Pick<ConversationEvent, 'kind'>[]): boolean {
  return events.some(({ kind }) => moving.has(kind));
}
