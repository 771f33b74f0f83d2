import type { ConversationState } from '../core/conversation/state.ts';
import type { SearchScope } from '../core/knowledge/index.ts';

/** What of the knowledge base a conversation may be answered from. One out of nowhere came through no inbox: any will do. */
export function scopeOf(
  state: (Pick<ConversationState, 'inboxId'> & Partial<Pick<ConversationState, 'products'>>) | null,
): SearchScope {
  return {
    ...(state?.inboxId ? { inboxId: state.inboxId } : {}),
    // States stored before messages told their products have none.
    ...(state?.products?.length ? { products: state.products } : {}),
  };
}
