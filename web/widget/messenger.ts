import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { BootResult } from '../../core/protocol/views.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { Connection } from '../ui/connection.ts';
import { afterEvents, afterFrame, stopWriting } from './after-frame.ts';
import { Refusal } from './api.ts';
import { deliver } from './deliver.ts';
import { forgetMarks, Marks, scopeOf } from './marks.ts';
import type { OutboxItem } from './outbox/item.ts';
import { Outbox } from './outbox/outbox.ts';
import type { Store } from './outbox/store.ts';
import { OwnTyping } from './own-typing.ts';
import { forgetVisitor, isKnownVisitor, read, Session, write } from './session.ts';
import { languageOf, personOf, type Settings } from './settings.ts';
import { standingOf, unreadAfter } from './standing.ts';
import { humanAsked, type ViewState } from './view-state.ts';

/** What survives a reload, so that the conversation is there before the network is. */
interface Remembered {
  readonly face: BootResult['inbox'];
  readonly conversationId: string;
  readonly events: readonly ConversationEvent[];
  readonly upTo: number;
}

const rememberedEvents = 200;
/** Milliseconds. */
const typingLasts = 8_000;
const startAgainAfter = 5_000;

/**
 * One customer's conversation on one page: keeps session, outbox and connection together and says what the screen
 * shows. It draws nothing. `onChange` is called after every change with the new state.
 */
export class Messenger {
  readonly #origin: string;
  readonly #store: Store;
  readonly #session: Session;
  readonly #connection: Connection;
  readonly #ownTyping: OwnTyping;
  readonly #onChange: (state: ViewState) => void;
  #outbox: Outbox | null = null;
  #state: ViewState;
  #scope = '';
  #marks = new Marks('');
  #conversationId = '';
  #upTo = 0;
  #subscribed = false;
  #closed = false;
  #starting: Promise<void> | null = null;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(origin: string, settings: Settings, store: Store, onChange: (state: ViewState) => void) {
    this.#origin = origin;
    this.#store = store;
    this.#onChange = onChange;
    this.#state = {
      settings,
      language: languageFor(settings),
      open: false,
      phase: 'idle',
      face: null,
      online: navigator.onLine,
      connection: 'closed',
      trouble: null,
      events: [],
      standing: standingOf([]),
      pending: [],
      writing: null,
      stoppedAnswers: [],
      typing: null,
      position: null,
      unread: 0,
      progress: {},
      prefill: null,
    };
    this.#session = new Session({
      origin,
      inboxId: settings.inboxId,
      identity: settings.identity,
      language: () => this.#state.language,
    });
    this.#ownTyping = new OwnTyping((on) => {
      this.#connection.send({ type: 'typing', conversationId: this.#conversationId, on });
    });
    this.#connection = new Connection({
      origin,
      token: (renew) => this.#session.token(renew),
      onFrame: (frame) => this.#receive(frame),
      onState: (connection) => this.#change({ connection }),
    });
    addEventListener('online', this.#networkChanged);
    addEventListener('offline', this.#networkChanged);
    addEventListener('storage', this.#storageChanged);
  }

  get state(): ViewState {
    return this.#state;
  }

  /** Brings back what this browser knows, and the conversation where there is one. */
  async begin(): Promise<void> {
    const personKey = `tandem:${this.#state.settings.inboxId}:person`;
    const person = await this.#session.identity().then(personOf, () => read(personKey) ?? personOf(null));
    write(personKey, person);
    const { inboxId } = this.#state.settings;
    this.#scope = scopeOf(inboxId, person);
    this.#marks = new Marks(this.#scope);
    this.#outbox = new Outbox({
      scope: this.#scope,
      store: this.#store,
      deliver: (item, update) => this.#deliver(item, update),
      onChange: (pending) => this.#change({ pending }),
      onTrouble: (trouble) => this.#change({ trouble }),
    });
    await this.#takeAlong(scopeOf(inboxId, personOf(null)));
    await this.#outbox.load();
    const remembered = (await this.#store.recall(this.#scope)) as Remembered | undefined;
    if (remembered && !this.#closed) {
      this.#conversationId = remembered.conversationId;
      this.#upTo = remembered.upTo;
      this.#change({ face: remembered.face });
      this.#change(afterEvents(this.#state, remembered.events));
      this.#eventsShown();
    }
    const known = isKnownVisitor(this.#state.settings.inboxId) || person !== personOf(null);
    if (known || this.#state.pending.length > 0 || this.#state.open) await this.#start();
  }

  show(text?: string): void {
    const prefill = text ? { text, serial: (this.#state.prefill?.serial ?? 0) + 1 } : this.#state.prefill;
    this.#change({ open: true, prefill });
    this.#markRead();
    if (this.#outbox) void this.#start();
  }

  hide(): void {
    this.#change({ open: false });
  }

  /** Language, accent, launcher and position change in place; a new identity or inbox needs a new messenger. */
  update(settings: Settings): void {
    this.#change({ settings, language: languageFor(settings) });
  }

  async send(text: string, files: readonly File[] = []): Promise<void> {
    this.#ownTyping.ended();
    await this.#outbox?.add({
      id: crypto.randomUUID(),
      kind: 'message',
      text,
      files: files.map((file) => ({ name: file.name, mediaType: file.type, size: file.size, bytes: file })),
    });
  }

  /** 转人工: the writing stops on the screen in the same moment. */
  async askHuman(): Promise<void> {
    if (humanAsked(this.#state)) return;
    this.#change(stopWriting(this.#state));
    await this.#outbox?.add({ id: crypto.randomUUID(), kind: 'human', text: '', files: [] });
  }

  /** Throws `Refusal` or `Unreachable`. */
  async rate(id: string, score: number, comment: string): Promise<void> {
    const body = { id, score, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) };
    await this.#session.call({ path: `/api/conversations/${this.#conversationId}/rating`, body });
  }

  async attachment(id: string): Promise<Blob> {
    return (await this.#session.call({ path: `/api/attachments/${encodeURIComponent(id)}` })).blob();
  }

  typed(): void {
    this.#ownTyping.typed(Date.now());
  }

  resend(id: string): void {
    void this.#outbox?.resend(id);
  }

  discard(id: string): void {
    void this.#outbox?.discard(id);
  }

  retry(): void {
    this.#connection.retry();
    this.#outbox?.drain();
    void this.#start();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#typingTimer);
    this.#ownTyping.ended();
    clearTimeout(this.#startTimer);
    removeEventListener('online', this.#networkChanged);
    removeEventListener('offline', this.#networkChanged);
    removeEventListener('storage', this.#storageChanged);
    this.#connection.close();
    this.#outbox?.close();
  }

  /** Logout: this browser no longer knows the visitor, what was said, nor what was not sent. */
  async forget(): Promise<void> {
    this.close();
    const { inboxId } = this.#state.settings;
    forgetVisitor(inboxId);
    write(`tandem:${inboxId}:person`, null);
    forgetMarks(inboxId);
    await this.#store.clear(scopeOf(inboxId, ''));
  }

  /** What a visitor wrote and could not send goes with them when they sign in. */
  async #takeAlong(fromScope: string): Promise<void> {
    if (fromScope === this.#scope) return;
    for (const item of await this.#store.items(fromScope))
      await this.#store.put({ ...item, scope: this.#scope });
  }

  #start(): Promise<void> {
    this.#starting ??= this.#startOnce().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  async #startOnce(): Promise<void> {
    if (this.#closed || this.#state.phase === 'ready') return;
    clearTimeout(this.#startTimer);
    this.#change({ phase: 'starting' });
    try {
      const boot = await this.#session.boot();
      if (this.#closed) return;
      if (boot.conversationId !== this.#conversationId || boot.lastSeq < this.#upTo) this.#startAfresh(boot);
      this.#change({ phase: 'ready', face: boot.inbox, trouble: null });
      this.#subscribe();
      if (boot.lastSeq > 0) this.#marks.opened(boot.conversationId);
      this.#connection.open();
      this.#remember();
      this.#outbox?.drain();
    } catch (error) {
      if (this.#closed) return;
      if (error instanceof Refusal && error.status < 500 && error.status !== 429)
        this.#change({ phase: 'refused', refusal: error.code });
      else {
        this.#change({ phase: 'starting', trouble: 'unreachable' });
        this.#startTimer = setTimeout(() => void this.#start(), startAgainAfter);
      }
    }
  }

  #startAfresh(boot: BootResult): void {
    this.#conversationId = boot.conversationId;
    this.#upTo = 0;
    this.#change({ events: [], standing: standingOf([]), unread: 0 });
  }

  #subscribe(): void {
    if (this.#subscribed) return;
    this.#subscribed = true;
    this.#connection.subscribe(this.#conversationId, this.#upTo);
  }

  async #deliver(item: OutboxItem, update: (item: OutboxItem) => Promise<void>) {
    if (this.#state.phase !== 'ready') {
      // Throws where #start would only note that it did not work.
      await this.#session.token();
      await this.#start();
    }
    const place = await deliver(item, {
      origin: this.#origin,
      language: this.#state.language,
      session: this.#session,
      conversationId: this.#conversationId,
      update,
      onProgress: (share) => this.#change({ progress: { ...this.#state.progress, [item.id]: share } }),
    });
    this.#subscribe();
    this.#marks.opened(place.conversationId);
    return place;
  }

  #receive(frame: ServerFrame): void {
    if ('conversationId' in frame && frame.conversationId !== this.#conversationId) return;
    this.#change(afterFrame(this.#state, frame));
    if (frame.type === 'events') {
      this.#upTo = frame.upTo;
      this.#eventsShown();
      this.#remember();
    }
    if (frame.type === 'typing') {
      clearTimeout(this.#typingTimer);
      if (frame.on) this.#typingTimer = setTimeout(() => this.#change({ typing: null }), typingLasts);
    }
  }

  #eventsShown(): void {
    this.#outbox?.seen(new Set(this.#state.events.map((event) => event.id)), this.#upTo);
    this.#markRead();
  }

  #markRead(): void {
    const last = this.#state.events.at(-1)?.seq ?? 0;
    const seen = this.#state.open && document.visibilityState === 'visible';
    if (seen && last > 0) this.#marks.readSeq = last;
    this.#change({ unread: seen ? 0 : unreadAfter(this.#state.events, this.#marks.readSeq) });
  }

  #remember(): void {
    const { face, events } = this.#state;
    if (!face) return;
    const remembered: Remembered = {
      face,
      conversationId: this.#conversationId,
      events: events.slice(-rememberedEvents),
      upTo: this.#upTo,
    };
    void this.#store.remember(this.#scope, remembered);
  }

  readonly #networkChanged = () => {
    this.#change({ online: navigator.onLine });
    if (navigator.onLine) this.retry();
  };

  /** Another tab opened the conversation that this one has not begun: both go on in the same. */
  readonly #storageChanged = (event: StorageEvent) => {
    const opened = this.#marks.openedElsewhere(event);
    if (opened === null || opened === this.#conversationId) return;
    if (this.#state.phase !== 'ready' || this.#upTo > 0) return;
    this.#connection.unsubscribe(this.#conversationId);
    this.#conversationId = opened;
    this.#connection.subscribe(opened, 0);
  };

  #change(part: Partial<ViewState>): void {
    if (this.#closed) return;
    this.#state = { ...this.#state, ...part };
    this.#onChange(this.#state);
  }
}

function languageFor(settings: Settings) {
  return languageOf(settings.language, document.documentElement.lang, navigator.languages);
}
