/**
 * What must happen next if nobody acts. A conversation carries at most one; the event that starts a wait
 * carries it in its body, so that a rebuild from the log restores it to the millisecond.
 *
 * - `answer`: the assistant owes a reply
 * - `queue-patience`: nobody has accepted; the customer is told honestly and offered the next step
 * - `offer`: an agent was asked to take it; when it passes, the next one is
 * - `agent-reply`: an agent owes a reply; when it passes, the conversation returns to the front of its queue, or a
 *   supervisor is alerted
 * - `callback`: the customer asked to be called at this time
 */
export interface Deadline {
  readonly kind: 'answer' | 'queue-patience' | 'offer' | 'agent-reply' | 'callback';
  /** Epoch milliseconds. */
  readonly at: number;
}
