import type { BootResult, InboxStanding } from '../../core/protocol/views.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import type { Store } from './outbox/store.ts';

/** What survives a reload, so that the conversation is there before the network is. */
export interface Remembered {
  readonly face: BootResult['inbox'];
  readonly office: InboxStanding | null;
  readonly conversationId: string;
  readonly events: readonly ConversationEvent[];
  readonly upTo: number;
}

const mostEvents = 200;

export async function recall(store: Store, scope: string): Promise<Remembered | undefined> {
  return (await store.recall(scope)) as Remembered | undefined;
}

export function remember(store: Store, scope: string, whole: Remembered): void {
  void store.remember(scope, { ...whole, events: whole.events.slice(-mostEvents) });
}
