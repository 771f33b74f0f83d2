/** Who holds the conversation and therefore may speak to the customer. */
export type Owner =
  | { readonly kind: 'assistant' }
  | { readonly kind: 'queue'; readonly queueId: string }
  | { readonly kind: 'agent'; readonly agentId: string }
  | { readonly kind: 'nobody' };
