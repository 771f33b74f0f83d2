/** What can be asked for in a conversation's head, foot, or by a key. */
export type PaneAction =
  | 'accept'
  | 'decline'
  | 'takeOver'
  | 'returnToAssistant'
  | 'transfer'
  | 'transferWithSummary'
  | 'invite'
  | 'leave'
  | 'routing'
  | 'resolve'
  /** The help with the next reply, where its column has no room. */
  | 'help';
