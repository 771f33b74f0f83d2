import type { Assignment } from '../contract.ts';
import type { Desk } from './desks.ts';
import type { Arrival } from './draw-arrivals.ts';

/** Why a conversation counts as stranded. */
export type Stranding =
  /** It waited though somebody able had room. */
  | 'overlooked'
  /** It lay with an agent who was not there. */
  | 'nobody-at-desk'
  /** It waits for a skill or a language that nobody in the scenario has. */
  | 'nobody-ever';

/** A conversation during the day that is played. */
export interface Played {
  readonly arrival: Arrival;
  phase:
    | 'waiting'
    /** Offered to an agent, who has not accepted. */
    | 'offered'
    /** Given to an agent, who has not written yet. */
    | 'given'
    | 'serving'
    /** The agent vanished in the middle. */
    | 'interrupted'
    | 'resolved'
    | 'abandoned'
    /** Left after the agent had vanished in the middle. */
    | 'lost'
    | 'with-assistant';
  /** Whatever was planned for an earlier turn does not happen. */
  turn: number;
  desk: Desk | null;
  assignment: Assignment | null;
  /** When it came to the desk. */
  givenAt: number;
  attempts: number;
  connectedAt: number | null;
  endedAt: number | null;
  requeued: number;
  /** They left a message or a wish to be called, and wait no longer at the screen. */
  leftMessage: boolean;
  /** A wish to be called holds from then on. */
  notBefore: number | undefined;
  /** What is left of the handling, at average pace; and, while it is being served, since when and at which pace. */
  remainingMs: number;
  servingSince: number;
  pace: number;
  /** Until when an agent who missed it is not asked again, by id. */
  declinedBy: Map<string, number> | null;
  overlookedSince: number | null;
  stranded: Stranding | null;
}

export function createPlayed(arrival: Arrival): Played {
  return {
    arrival,
    phase: 'waiting',
    turn: 0,
    desk: null,
    assignment: null,
    givenAt: 0,
    attempts: 0,
    connectedAt: null,
    endedAt: null,
    requeued: 0,
    leftMessage: false,
    notBefore: undefined,
    remainingMs: arrival.handlingMs,
    servingSince: 0,
    pace: 1,
    declinedBy: null,
    overlookedSince: null,
    stranded: null,
  };
}
