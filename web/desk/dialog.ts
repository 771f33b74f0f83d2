/** What stands above the page; only one at a time. */
export type Dialog =
  | 'resolve'
  | 'transfer'
  | 'transferWithSummary'
  | 'invite'
  | 'routing'
  | 'returnToAssistant'
  | 'commands'
  | 'shortcuts'
  | 'help'
  | { readonly earlier: string };
