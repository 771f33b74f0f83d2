import { useSyncExternalStore } from 'react';
import type { TakenHelp } from '../assist/assist-use.ts';

/** What an agent has written and not sent, in one conversation. */
export interface Draft {
  readonly kind: 'reply' | 'note' | 'whisper';
  readonly reply: string;
  readonly note: string;
  /** From a supervisor to the agent who serves. */
  readonly whisper: string;
  /** Help that was put into the reply, oldest first. */
  readonly taken: readonly TakenHelp[];
}

/** Whether any words of it are not sent yet. */
export function hasWords(draft: Draft): boolean {
  return `${draft.reply}${draft.note}${draft.whisper}`.trim() !== '';
}

export const emptyDraft: Draft = { kind: 'reply', reply: '', note: '', whisper: '', taken: [] };

const prefix = 'tandem.desk.draft.';

/** Drafts by conversation, kept in this browser so that a reload loses no word. */
export class Drafts {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly #drafts = new Map<string, Draft>();
  readonly #listeners = new Set<() => void>();
  #agentId = '';

  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.#storage = storage;
  }

  /** From now on the drafts of this agent: on a shared machine nobody sees a colleague's. */
  openFor(agentId: string): void {
    if (agentId === this.#agentId) return;
    this.#agentId = agentId;
    this.#drafts.clear();
    for (const listener of this.#listeners) listener();
  }

  #key(conversationId: string): string {
    return `${prefix}${this.#agentId}.${conversationId}`;
  }

  get(conversationId: string): Draft {
    const known = this.#drafts.get(conversationId);
    if (known) return known;
    const draft = this.#load(conversationId);
    this.#drafts.set(conversationId, draft);
    return draft;
  }

  set(conversationId: string, change: Partial<Draft>): void {
    const changed = { ...this.get(conversationId), ...change };
    const draft = changed.reply.trim() === '' ? { ...changed, taken: [] } : changed;
    this.#drafts.set(conversationId, draft);
    try {
      if (!hasWords(draft)) this.#storage.removeItem(this.#key(conversationId));
      else this.#storage.setItem(this.#key(conversationId), JSON.stringify(draft));
    } catch {
      // Without storage the draft lives as long as the page.
    }
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #load(conversationId: string): Draft {
    try {
      const kept = JSON.parse(this.#storage.getItem(this.#key(conversationId)) ?? 'null') as Draft | null;
      return kept ? { ...emptyDraft, ...kept } : emptyDraft;
    } catch {
      return emptyDraft;
    }
  }
}

/** The drafts of this browser. */
export const drafts = new Drafts({
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
});

export function useDraft(conversationId: string): Draft {
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(conversationId));
}
