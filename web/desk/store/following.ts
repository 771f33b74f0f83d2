import type { Connection } from '../../ui/connection.ts';
import { rowsOf } from '../list/views.ts';
import type { DeskState } from './desk-state.ts';

/** How many of each kind are held ready beside the open one. */
const mostMine = 24;
const mostHelping = 8;
const mostWaiting = 3;

/** The open conversation, one's own, those offered, and those that wait next: a click shows them at once. */
export function wantedBy({ summaries, me }: DeskState, opened: string | null): ReadonlySet<string> {
  const all = [...summaries.values()];
  const ids = (view: 'mine' | 'helping' | 'waiting', most: number) =>
    rowsOf(all, view, me.id)
      .slice(0, most)
      .map(({ id }) => id);
  const offered = all.filter((one) => one.offer?.agentId === me.id).map(({ id }) => id);
  return new Set([
    ...(opened === null ? [] : [opened]),
    ...offered,
    ...ids('mine', mostMine),
    ...ids('helping', mostHelping),
    ...ids('waiting', mostWaiting),
  ]);
}

interface Needs {
  readonly connection: Pick<Connection, 'subscribe' | 'unsubscribe'>;
  /** Loads the log from where it is known. */
  readonly pull: (conversationId: string) => Promise<void>;
  /** The last seq without a gap. */
  readonly upTo: (conversationId: string) => number;
}

/** Which conversations' logs arrive by the live connection. */
export class Following {
  readonly #needs: Needs;
  readonly #followed = new Map<string, 'loading' | 'following'>();
  /** The cursor with which a gap was last asked for, by conversation: asked once, not in a circle. */
  readonly #askedAgain = new Map<string, number>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Follows these and no others. */
  only(wanted: ReadonlySet<string>): void {
    for (const id of this.#followed.keys()) {
      if (wanted.has(id)) continue;
      this.#followed.delete(id);
      this.#needs.connection.unsubscribe(id);
    }
    for (const id of wanted) if (!this.#followed.has(id)) void this.#follow(id);
  }

  /** What is `following` needs no fetching while the connection lives. */
  follows(conversationId: string): boolean {
    return this.#followed.get(conversationId) === 'following';
  }

  /** The next `only` loads it from the start. */
  forget(conversationId: string): void {
    this.#followed.delete(conversationId);
  }

  /** Asks again for what is missing after `upTo`. */
  closeGap(conversationId: string, upTo: number): void {
    if (this.#askedAgain.get(conversationId) === upTo) return;
    this.#askedAgain.set(conversationId, upTo);
    if (this.follows(conversationId)) this.#needs.connection.subscribe(conversationId, upTo);
  }

  async #follow(conversationId: string): Promise<void> {
    this.#followed.set(conversationId, 'loading');
    await this.#needs.pull(conversationId);
    if (this.#followed.get(conversationId) !== 'loading') return;
    this.#followed.set(conversationId, 'following');
    this.#needs.connection.subscribe(conversationId, this.#needs.upTo(conversationId));
  }
}
