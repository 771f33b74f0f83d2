import type { ErrorCode } from '../terms/error-code.ts';
import type { NewEvent } from '../terms/event.ts';

/** What a rule says of a conversation as it stands: these events, or this refusal. */
export type Outcome = { readonly events: readonly NewEvent[] } | { readonly refused: ErrorCode };

/** How long somebody may be waited for, in milliseconds. */
export interface Timers {
  /** The assistant's whole time to answer, after which the built-in answer or a human takes over. */
  readonly answerMs: number;
  /** In the queue without being accepted, until the customer is told how things stand. */
  readonly queuePatienceMs: number;
  /** An agent's time to reply, after which the conversation goes back to the front of its queue. */
  readonly agentSilenceMs: number;
  /** An agent may be without a connection this long before their waiting conversations are given on. */
  readonly agentGraceMs: number;
}

/** What every command brings: who made it when, and the id that makes a repeat harmless. */
export interface Command {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
}
