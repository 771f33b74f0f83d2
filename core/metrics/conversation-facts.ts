import type { Decision, Disposition } from '../terms/event.ts';
import type { HandoffReasonCode } from '../terms/handoff-reason.ts';

/**
 * What the figures need to know of one conversation, and nothing else. Each field follows from the conversation's
 * events. All times are epoch milliseconds.
 */
export interface ConversationFacts {
  readonly id: string;
  readonly contactId: string;
  readonly openedAt: number;
  /**
   * What it was about, in whatever words are stable (an article's topic, say), or null when nobody knows. Two
   * conversations of one contact are on the same issue when the words are equal or either is unknown: where the
   * figures cannot tell, they err against us.
   */
  readonly issue: string | null;
  readonly resolution: {
    readonly at: number;
    readonly disposition: Disposition;
    readonly by: 'assistant' | 'agent' | 'system';
  } | null;
  /** The first handoff, also when the conversation was reopened later. */
  readonly handoff: { readonly at: number; readonly reasons: readonly HandoffReasonCode[] } | null;
  readonly firstHumanReplyAt: number | null;
  /** Milliseconds that agents owned the conversation, wrap-up included; 0 when no agent ever did. */
  readonly handledMs: number;
  /** What the assistant decided at its last turn; null when it never had one. */
  readonly lastDecision: Decision | null;
  readonly rating: number | null;
  /** Estimated probability that the matter was solved, made when the assistant ended it; null where none was made. */
  readonly estimatedSolved: number | null;
  readonly reopenings: number;
}

/** A share or a mean with the number of conversations that it rests on; null when there is nothing to measure. */
export interface Measured {
  readonly value: number | null;
  /** The denominator. */
  readonly of: number;
}

/** An agent was asked for or took part, whatever came of it. */
export function involvedAgent(facts: ConversationFacts): boolean {
  return facts.handoff !== null || facts.firstHumanReplyAt !== null || facts.handledMs > 0;
}

/** `part` ÷ `whole`, or null where the whole is empty: nothing measured is not zero per cent. */
export function share(part: number, whole: number): Measured {
  return { value: whole === 0 ? null : part / whole, of: whole };
}
