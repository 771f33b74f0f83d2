import type { SatisfactionEstimate } from '../terms/satisfaction.ts';

/** How a conversation goes for the customer (`GET /api/conversations/:id/satisfaction`). */
export interface SatisfactionView extends SatisfactionEstimate {
  readonly conversationId: string;
  /** After each of the customer's latest messages, oldest first; 0 to 1. */
  readonly course: readonly { readonly seq: number; readonly satisfaction: number }[];
}
