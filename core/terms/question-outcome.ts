/**
 * `answered` stood; `badly-answered` was answered and it did not help; `unanswered` was not known; `passed-on` went to
 * a person before the assistant could fail at it, so it tells nothing of the knowledge base.
 */
export type QuestionOutcome = 'answered' | 'badly-answered' | 'unanswered' | 'passed-on';

/** What showed that a question was not, or badly, answered. */
export type QuestionCause =
  | 'unknown'
  | 'unclear'
  | 'asked-again'
  | 'not-helped'
  | 'mood-fell'
  | 'handed-over'
  | 'low-rating'
  | 'corrected';
