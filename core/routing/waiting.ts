import type { WaitingConversation } from './contract.ts';
import type { Lane } from './lane.ts';
import type { QueueRules } from './queue-rules.ts';
import type { Seat } from './seat.ts';
import type { SpeakerCount } from './speakers.ts';
import type { Turn } from './urgency.ts';

/** A conversation in the router's books. */
export interface Waiting extends Turn {
  readonly conversation: WaitingConversation;
  readonly rules: QueueRules;
  /** The same for conversations that ask for the same. */
  readonly needsKey: string;
  /** Who at work speaks its language and may take it. */
  readonly speakers: SpeakerCount;
  /** `null` while its callback slot is not reached. */
  lane: Lane | null;
  laneAt: number;
  /** The agent who is kept free for it. */
  kept: Seat | null;
  /** When its lane changes by itself. */
  changesAt: number;
  /** Its place among those that change by themselves, -1 if it does not. */
  changeAt: number;
}

/** The overflow's time runs from the callback slot, if there is one. */
export const overflowSince = ({ waitingSince, notBefore }: WaitingConversation): number =>
  Math.max(waitingSince, notBefore ?? waitingSince);

/** Until when an agent is not asked again; empty where nobody declined. */
export function declinedUntil(
  conversation: WaitingConversation,
  declinedForMs: number,
): ReadonlyMap<string, number> {
  const until = new Map<string, number>();
  for (const { agentId, at } of conversation.declined ?? [])
    until.set(agentId, Math.max(until.get(agentId) ?? 0, at + declinedForMs));
  return until;
}
