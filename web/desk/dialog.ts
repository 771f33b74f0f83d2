/** What stands above the page; only one at a time. */
export type Dialog =
  | 'resolve'
  | 'transfer'
  | 'invite'
  | 'routing'
  | 'returnToAssistant'
  | 'commands'
  | 'shortcuts'
  | { readonly earlier: string };
