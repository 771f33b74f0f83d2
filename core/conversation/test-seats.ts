import type { Seat } from './seat.ts';

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
