/** What can be asked for in a conversation's head, foot, or by a key. */
export type PaneAction =
  | 'accept'
  | 'decline'
  | 'takeOver'
  | 'returnToAssistant'
  | 'transfer'
  | 'invite'
  | 'leave'
  | 'routing'
  | 'resolve';
