import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { BootResult } from '../../core/protocol/views.ts';
import { Connection, type ConnectionState } from '../ui/connection.ts';
import { Refusal } from './api.ts';
import { deliver } from './deliver.ts';
import type { Marks } from './marks.ts';
import type { OutboxItem } from './outbox/item.ts';
import type { Session } from './session.ts';
import type { ViewState } from './view-state.ts';

export interface ThreadOptions {
  readonly origin: string;
  readonly session: Session;
  readonly language: () => ViewState['language'];
  readonly onChange: (part: Partial<ViewState>) => void;
  readonly onState: (state: ConnectionState) => void;
  /** A frame of this conversation, in order, each event once. */
  readonly onFrame: (frame: ServerFrame) => void;
  /** The server told which conversation it is; `afresh` when it is another one than this browser remembers. */
  readonly onBegun: (boot: BootResult, afresh: boolean) => void;
}

/** Milliseconds. */
const startAgainAfter = 5_000;

/**
 * One conversation over session and connection: begins it, follows it from the last event that was seen, and brings
 * to it what the customer does. Tries again by itself while the server is away.
 */
export class Thread {
  readonly #options: ThreadOptions;
  readonly #connection: Connection;
  #marks: Marks | null = null;
  #conversationId = '';
  #upTo = 0;
  #ready = false;
  #subscribed = false;
  #closed = false;
  #starting: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#connection = new Connection({
      origin: options.origin,
      token: (renew) => options.session.token(renew),
      onFrame: (frame) => this.#receive(frame),
      onState: options.onState,
    });
    addEventListener('storage', this.#storageChanged);
  }

  get conversationId(): string {
    return this.#conversationId;
  }

  get upTo(): number {
    return this.#upTo;
  }

  /** What this browser remembers, before anything is asked of the server. */
  resume(marks: Marks, remembered?: { readonly conversationId: string; readonly upTo: number }): void {
    this.#marks = marks;
    if (!remembered) return;
    this.#conversationId = remembered.conversationId;
    this.#upTo = remembered.upTo;
  }

  start(): Promise<void> {
    this.#starting ??= this.#startOnce().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  retry(): void {
    this.#connection.retry();
    void this.start();
  }

  typing(on: boolean): void {
    this.#connection.send({ type: 'typing', conversationId: this.#conversationId, on });
  }

  /** Resolves when the item is durable on the server. Throws `Refusal` or `Unreachable`. */
  async deliver(
    item: OutboxItem,
    update: (item: OutboxItem) => Promise<void>,
    onProgress: (share: number) => void,
  ) {
    const { origin, session, language } = this.#options;
    if (!this.#ready) {
      // Throws where #start would only note that it did not work.
      await session.token();
      await this.start();
    }
    const conversationId = this.#conversationId;
    const place = await deliver(item, {
      origin,
      language: language(),
      session,
      conversationId,
      update,
      onProgress,
    });
    this.#subscribe();
    // An earlier page bound it to a conversation that the server had not heard of when this one began.
    this.#goOnIn(place.conversationId);
    this.#marks?.opened(place.conversationId);
    return place;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    removeEventListener('storage', this.#storageChanged);
    this.#connection.close();
  }

  async #startOnce(): Promise<void> {
    if (this.#closed || this.#ready) return;
    const { onChange } = this.#options;
    clearTimeout(this.#timer);
    onChange({ phase: 'starting' });
    try {
      const boot = await this.#options.session.boot();
      if (this.#closed) return;
      this.#begun(boot);
    } catch (error) {
      if (this.#closed) return;
      if (error instanceof Refusal && error.status < 500 && error.status !== 429)
        onChange({ phase: 'refused', refusal: error.code });
      else {
        onChange({ phase: 'starting', trouble: 'unreachable' });
        this.#timer = setTimeout(() => void this.start(), startAgainAfter);
      }
    }
  }

  #begun(boot: BootResult): void {
    const afresh = boot.conversationId !== this.#conversationId || boot.lastSeq < this.#upTo;
    if (afresh) {
      this.#conversationId = boot.conversationId;
      this.#upTo = 0;
    }
    this.#ready = true;
    if (boot.lastSeq > 0) this.#marks?.opened(boot.conversationId);
    this.#options.onBegun(boot, afresh);
    this.#subscribe();
    this.#connection.open();
  }

  #subscribe(): void {
    if (this.#subscribed) return;
    this.#subscribed = true;
    this.#connection.subscribe(this.#conversationId, this.#upTo);
  }

  #receive(frame: ServerFrame): void {
    if ('conversationId' in frame && frame.conversationId !== this.#conversationId) return;
    if (frame.type === 'events') this.#upTo = frame.upTo;
    this.#options.onFrame(frame);
  }

  /** Another tab opened the conversation that this one has not begun: both go on in the same. */
  readonly #storageChanged = (event: StorageEvent) => {
    const opened = this.#marks?.openedElsewhere(event) ?? null;
    if (opened !== null && this.#ready) this.#goOnIn(opened);
  };

  /** Nothing has been said in this one: another one that was opened meanwhile takes its place. */
  #goOnIn(conversationId: string): void {
    if (conversationId === this.#conversationId || this.#upTo > 0) return;
    this.#connection.unsubscribe(this.#conversationId);
    this.#conversationId = conversationId;
    this.#connection.subscribe(conversationId, 0);
  }
}
