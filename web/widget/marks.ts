import { keys, read, write } from './session.ts';

/** The drawer of one person at one inbox; without a person, how all of an inbox's drawers begin. */
export function scopeOf(inboxId: string, person: string): string {
  return `${inboxId}|${person}`;
}

/** Forgets the marks of everybody who has used this browser at the inbox. */
export function forgetMarks(inboxId: string): void {
  for (const key of keys()) if (key.startsWith(`tandem:${scopeOf(inboxId, '')}`)) write(key, null);
}

/** What this browser keeps of one person in plain storage: how far they have read, and their open conversation. */
export class Marks {
  readonly #scope: string;

  constructor(scope: string) {
    this.#scope = scope;
  }

  get readSeq(): number {
    return Number(read(this.#key('read')) ?? 0);
  }

  set readSeq(seq: number) {
    write(this.#key('read'), String(seq));
  }

  /** Other tabs of the same person hear of it. */
  opened(conversationId: string): void {
    write(this.#key('opened'), conversationId);
  }

  /** The conversation that another tab has just opened, if this is what the storage event tells. */
  openedElsewhere({ key, newValue }: StorageEvent): string | null {
    return key === this.#key('opened') ? newValue : null;
  }

  #key(name: 'read' | 'opened'): string {
    return `tandem:${this.#scope}:${name}`;
  }
}
