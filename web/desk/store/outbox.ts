import type { Attachment } from '../../../core/terms/attachment.ts';
import type { AssistUse, ConversationEvent } from '../../../core/terms/event.ts';

/** A reply or note on its way to the log. Its id is the id of the event that it becomes. */
export interface Outgoing {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: 'reply' | 'note' | 'whisper';
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** What help the agent had with a reply. */
  readonly assist?: AssistUse;
  /** Epoch milliseconds, by this machine's clock. */
  readonly at: number;
  readonly state: 'sending' | 'failed';
  readonly error?: { readonly code: string; readonly message: string };
}

export type Outbox = readonly Outgoing[];

export function withOutgoing(outbox: Outbox, outgoing: Outgoing): Outbox {
  return [...outbox.filter((one) => one.id !== outgoing.id), outgoing].sort(
    (left, right) => left.at - right.at,
  );
}

export function withoutOutgoing(outbox: Outbox, id: string): Outbox {
  return outbox.some((one) => one.id === id) ? outbox.filter((one) => one.id !== id) : outbox;
}

/** What has reached the log is no longer on its way, however its answer got lost. */
export function settledBy(outbox: Outbox, events: readonly ConversationEvent[]): Outbox {
  const ids = new Set(events.map((event) => event.id));
  return outbox.some((one) => ids.has(one.id)) ? outbox.filter((one) => !ids.has(one.id)) : outbox;
}

/** Failures that pass by themselves: tried again, with the same id, as soon as the connection is back. */
export function passesByItself(code: string): boolean {
  return code === 'offline' || code === 'overloaded' || code === 'unreadable' || code === 'internal';
}

/** Apart for every agent: nobody sends what a colleague left on a shared machine. */
const storageKey = (agentId: string) => `tandem.desk.outbox.${agentId}`;

/** What was on its way when the page was closed: shown as failed, so that one click (or a reconnect) sends it. */
export function storedOutbox(storage: Pick<Storage, 'getItem'>, agentId: string): Outbox {
  try {
    const list = JSON.parse(storage.getItem(storageKey(agentId)) ?? '[]') as Outgoing[];
    return list.map((one) => ({
      ...one,
      state: 'failed',
      error: one.error ?? { code: 'offline', message: '' },
    }));
  } catch {
    return [];
  }
}

export function storeOutbox(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  agentId: string,
  outbox: Outbox,
): void {
  try {
    if (outbox.length === 0) storage.removeItem(storageKey(agentId));
    else storage.setItem(storageKey(agentId), JSON.stringify(outbox));
  } catch {
    // A full or refused storage loses only the copy: the message is still on the screen and on its way.
  }
}
