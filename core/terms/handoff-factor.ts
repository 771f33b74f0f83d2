/** What makes it likelier that a person should serve; the words for it stand in `core/text/handoff-factors.ts`. */
export type HandoffFactor =
  /** The assistant did not help lately. */
  | 'failed-answers'
  /** Nothing fitting was found for this message. */
  | 'low-confidence'
  /** Anger, worry or sadness in this message. */
  | 'mood'
  /** The mood is worse than it was. */
  | 'worse-mood'
  /** The question is like one before. */
  | 'asked-again'
  /** The answer is, or was, one that had been given before. */
  | 'same-answer'
  /** The message is long. */
  | 'long-message'
  /** So many messages already. */
  | 'many-messages'
  /** The customer came back after minutes of silence. */
  | 'came-back';
