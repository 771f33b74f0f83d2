/**
 * What must happen next if nobody acts. A conversation carries at most one; the event that starts a wait
 * carries it in its body, so that a rebuild from the log restores it to the millisecond.
 *
 * - `answer`: the assistant owes a reply
 * - `queue-patience`: nobody has accepted; the customer is told honestly and offered the next step
 * - `agent-reply`: an agent owes a reply; when it passes, the conversation returns to the front of its queue
 */
export interface Deadline {
  readonly kind: 'answer' | 'queue-patience' | 'agent-reply';
  /** Epoch milliseconds. */
  readonly at: number;
}
