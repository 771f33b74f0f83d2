import { backOff } from '../../ui/back-off.ts';
import { Refusal } from '../api.ts';
import { inOrder, nextOrder, nextToSend, notYetSeen, type OutboxItem, passes } from './item.ts';
import type { Store } from './store.ts';

export interface OutboxOptions {
  readonly scope: string;
  readonly store: Store;
  /**
   * Delivers one item and resolves with its place in the log once the server has made it durable. `update` stores
   * what must survive between two tries (the conversation, an uploaded file). Throws `Refusal` or `Unreachable`.
   */
  readonly deliver: (
    item: OutboxItem,
    update: (item: OutboxItem) => Promise<void>,
  ) => Promise<{ readonly seq: number; readonly conversationId: string }>;
  readonly onChange: (items: readonly OutboxItem[]) => void;
  /** Why sending has to pause, or null when it goes on. */
  readonly onTrouble: (trouble: 'unreachable' | 'slow-down' | null) => void;
}

/**
 * What the customer did, kept until the server has it: stored first, sent in order, one at a time, tried again by
 * itself while the network or the server is away. Of several tabs one sends at a time; should two ever send the same
 * item, its id makes the second harmless.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #items: OutboxItem[] = [];
  #draining = false;
  #again = false;
  #closed = false;
  #failures = 0;
  #lastOrder = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  get items(): readonly OutboxItem[] {
    return this.#items;
  }

  /** Reads what an earlier page left behind. */
  async load(): Promise<void> {
    const stored = await this.#options.store.items(this.#options.scope);
    const known = new Set(this.#items.map((item) => item.id));
    this.#show([...stored.filter((item) => !known.has(item.id)), ...this.#items]);
  }

  /** Resolves when the item is stored and shown. Sending follows by itself. */
  async add(item: Pick<OutboxItem, 'id' | 'kind' | 'text' | 'files' | 'left' | 'products'>): Promise<void> {
    const at = Date.now();
    const order = this.#takeOrder(at);
    const whole: OutboxItem = { ...item, scope: this.#options.scope, order, at, state: 'waiting' };
    await this.#options.store.put(whole);
    this.#show([...this.#items, whole]);
    this.drain();
  }

  async resend(id: string): Promise<void> {
    const item = this.#items.find((candidate) => candidate.id === id && candidate.state === 'failed');
    if (!item) return;
    // The server has none of it, so it may go to the conversation of now, with its files uploaded there.
    const { code: _, conversationId: __, ...rest } = item;
    const files = item.files.map(({ attachmentId: ___, ...file }) => file);
    await this.#replace({ ...rest, files, order: this.#takeOrder(Date.now()), state: 'waiting' });
    this.drain();
  }

  async discard(id: string): Promise<void> {
    this.#show(this.#items.filter((item) => item.id !== id));
    await this.#options.store.remove(id);
  }

  /** The log shows these events, up to this place: what waited for them is done. */
  seen(ids: ReadonlySet<string>, upTo: number): void {
    const left = notYetSeen(this.#items, ids, upTo);
    if (left.length === this.#items.length) return;
    for (const item of this.#items)
      if (item.state !== 'sent' && ids.has(item.id)) void this.#options.store.remove(item.id);
    this.#show(left);
  }

  /** Sends what waits, now. */
  drain(): void {
    clearTimeout(this.#timer);
    if (this.#draining) {
      this.#again = true;
      return;
    }
    this.#draining = true;
    this.#alone(() => this.#sendAll()).finally(() => {
      this.#draining = false;
      if (this.#again && !this.#closed) {
        this.#again = false;
        this.drain();
      }
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #sendAll(): Promise<void> {
    while (!this.#closed) {
      const item = nextToSend(this.#items);
      if (!item) return;
      // Another tab may have sent it while this one waited for its turn.
      const stored = await this.#options.store.items(this.#options.scope);
      if (!stored.some(({ id, state }) => id === item.id && state === 'waiting')) {
        this.#show(this.#items.filter(({ id }) => id !== item.id));
        continue;
      }
      try {
        const { seq, conversationId } = await this.#options.deliver(item, (next) => this.#replace(next));
        await this.#options.store.remove(item.id);
        this.#failures = 0;
        this.#options.onTrouble(null);
        this.#show(
          this.#items.map((other) =>
            other.id === item.id ? { ...other, state: 'sent', seq, conversationId } : other,
          ),
        );
      } catch (error) {
        if (!(await this.#afterFailure(item.id, error))) return;
      }
    }
  }

  /** True when the next item may follow at once. */
  async #afterFailure(id: string, error: unknown): Promise<boolean> {
    if (this.#closed) return false;
    const item = this.#items.find((candidate) => candidate.id === id);
    if (item && error instanceof Refusal && !passes(error.code)) {
      await this.#replace({ ...item, state: 'failed', code: error.code });
      return true;
    }
    this.#failures += 1;
    const slowDown = error instanceof Refusal && error.code === 'too-many-requests';
    this.#options.onTrouble(slowDown ? 'slow-down' : 'unreachable');
    const asked = error instanceof Refusal ? error.retryAfter : undefined;
    this.#timer = setTimeout(() => this.drain(), asked ?? backOff(this.#failures, Math.random()));
    return false;
  }

  async #replace(item: OutboxItem): Promise<void> {
    this.#show(this.#items.map((other) => (other.id === item.id ? item : other)));
    await this.#options.store.put(item);
  }

  #takeOrder(now: number): number {
    this.#lastOrder = Math.max(this.#lastOrder + 1, nextOrder(this.#items, now));
    return this.#lastOrder;
  }

  #show(items: readonly OutboxItem[]): void {
    if (this.#closed) return;
    this.#items = inOrder(items);
    this.#options.onChange(this.#items);
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    const locks = globalThis.navigator?.locks;
    if (locks) await locks.request(`tandem-outbox:${this.#options.scope}`, work);
    else await work();
  }
}
