import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { BootResult } from '../../core/protocol/views.ts';
import type { Attachment } from '../../core/terms/attachment.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { Connection } from '../ui/connection.ts';
import { Refusal, upload } from './api.ts';
import type { OutboxItem } from './outbox/item.ts';
import { Outbox } from './outbox/outbox.ts';
import type { Store } from './outbox/store.ts';
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
const typingLasts = 6_000;
const typingEvery = 2_500;
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
  readonly #onChange: (state: ViewState) => void;
  #outbox: Outbox | null = null;
  #state: ViewState;
  #scope = '';
  #conversationId = '';
  #upTo = 0;
  #subscribed = false;
  #closed = false;
  #starting: Promise<void> | null = null;
  readonly #stoppedAnswers = new Set<string>();
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #ownTypingTimer: ReturnType<typeof setTimeout> | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;
  #typedAt = 0;

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
    this.#scope = `${this.#state.settings.inboxId}|${person}`;
    this.#outbox = new Outbox({
      scope: this.#scope,
      store: this.#store,
      deliver: (item, update) => this.#deliver(item, update),
      onChange: (pending) => this.#change({ pending }),
      onTrouble: (trouble) => this.#change({ trouble }),
    });
    await this.#outbox.load();
    const remembered = (await this.#store.recall(this.#scope)) as Remembered | undefined;
    if (remembered && !this.#closed) {
      this.#conversationId = remembered.conversationId;
      this.#upTo = remembered.upTo;
      this.#change({ face: remembered.face });
      this.#showEvents(remembered.events);
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
    this.#tellTyping(false);
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
    if (this.#state.writing) this.#stoppedAnswers.add(this.#state.writing.answerId);
    this.#change({ writing: null, typing: null });
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
    clearTimeout(this.#ownTypingTimer);
    this.#ownTypingTimer = setTimeout(() => this.#tellTyping(false), typingLasts - 1_000);
    if (Date.now() - this.#typedAt < typingEvery) return;
    this.#tellTyping(true);
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
    clearTimeout(this.#ownTypingTimer);
    clearTimeout(this.#startTimer);
    removeEventListener('online', this.#networkChanged);
    removeEventListener('offline', this.#networkChanged);
    removeEventListener('storage', this.#storageChanged);
    this.#connection.close();
    this.#outbox?.close();
  }

  /** Logout: this browser no longer knows the visitor, nor what was not sent. */
  async forget(): Promise<void> {
    this.close();
    const { inboxId } = this.#state.settings;
    forgetVisitor(inboxId);
    write(`tandem:${inboxId}:person`, null);
    write(this.#readKey(), null);
    write(this.#openedKey(), null);
    await this.#store.clear(this.#scope);
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
      if (boot.lastSeq > 0) write(this.#openedKey(), boot.conversationId);
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
      await this.#session.token();
      await this.#start();
    }
    const conversationId = item.conversationId ?? this.#conversationId;
    let bound: OutboxItem = { ...item, conversationId };
    await update(bound);
    bound = await this.#uploadFiles(bound, conversationId, update);
    const attachments = bound.files.flatMap((file) => file.attachmentId ?? []);
    const path = `/api/conversations/${conversationId}/${item.kind === 'human' ? 'human' : 'messages'}`;
    const body =
      item.kind === 'human'
        ? { id: item.id }
        : { id: item.id, text: item.text, ...(attachments.length > 0 ? { attachments } : {}) };
    const response = await this.#session.call({ path, body });
    const { seq } = (await response.json()) as { seq: number };
    write(this.#openedKey(), conversationId);
    return { seq, conversationId };
  }

  async #uploadFiles(
    item: OutboxItem,
    conversationId: string,
    update: (item: OutboxItem) => Promise<void>,
  ): Promise<OutboxItem> {
    let current = item;
    const whole = item.files.reduce((sum, file) => sum + file.size, 0);
    let gone = 0;
    for (const [index, file] of item.files.entries()) {
      if (file.attachmentId === undefined) {
        const onProgress = (share: number) =>
          this.#change({
            progress: { ...this.#state.progress, [item.id]: (gone + share * file.size) / (whole || 1) },
          });
        const attachment = (await this.#session.withToken((token) =>
          upload({
            origin: this.#origin,
            path: `/api/conversations/${conversationId}/attachments`,
            language: this.#state.language,
            token,
            file: file.bytes,
            name: file.name,
            onProgress,
          }),
        )) as Attachment;
        current = {
          ...current,
          files: current.files.map((other, at) =>
            at === index ? { ...other, attachmentId: attachment.id } : other,
          ),
        };
        await update(current);
      }
      gone += file.size;
    }
    return current;
  }

  #receive(frame: ServerFrame): void {
    switch (frame.type) {
      case 'events':
        if (frame.conversationId !== this.#conversationId) return;
        this.#upTo = frame.upTo;
        this.#showEvents([...this.#state.events, ...frame.events]);
        this.#remember();
        break;
      case 'writing': {
        if (this.#stoppedAnswers.has(frame.answerId) || humanAsked(this.#state)) return;
        const { writing } = this.#state;
        const before = writing?.answerId === frame.answerId ? writing.text : '';
        this.#change({ writing: { answerId: frame.answerId, text: before + frame.text }, typing: null });
        break;
      }
      case 'writing-stopped':
        this.#stoppedAnswers.add(frame.answerId);
        if (this.#state.writing?.answerId === frame.answerId) this.#change({ writing: null });
        break;
      case 'typing': {
        if (frame.by === 'contact') return;
        clearTimeout(this.#typingTimer);
        const { by, name } = frame;
        this.#change({ typing: frame.on ? { by, ...(name === undefined ? {} : { name }) } : null });
        if (frame.on)
          this.#typingTimer = setTimeout(() => this.#change({ typing: null }), typingLasts + 2_000);
        break;
      }
      case 'position':
        this.#change({ position: { position: frame.position, agentsOnline: frame.agentsOnline } });
        break;
      default:
        break;
    }
  }

  #showEvents(events: readonly ConversationEvent[]): void {
    const standing = standingOf(events);
    const answered = new Set(events.map((event) => event.kind === 'message-sent' && event.body.answerId));
    const { writing, typing, position } = this.#state;
    const spoke = events.at(-1)?.kind === 'message-sent';
    this.#change({
      events,
      standing,
      writing: (writing && answered.has(writing.answerId)) || standing.owner !== 'assistant' ? null : writing,
      typing: spoke || standing.owner === 'nobody' ? null : typing,
      position: standing.owner === 'queue' ? position : null,
    });
    this.#outbox?.seen(new Set(events.map((event) => event.id)), this.#upTo);
    this.#markRead();
  }

  #markRead(): void {
    const last = this.#state.events.at(-1)?.seq ?? 0;
    const seen = this.#state.open && document.visibilityState === 'visible';
    if (seen && last > 0) write(this.#readKey(), String(last));
    this.#change({ unread: seen ? 0 : unreadAfter(this.#state.events, Number(read(this.#readKey()) ?? 0)) });
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

  #tellTyping(on: boolean): void {
    clearTimeout(this.#ownTypingTimer);
    if (!on && this.#typedAt === 0) return;
    this.#typedAt = on ? Date.now() : 0;
    if (this.#subscribed) this.#connection.send({ type: 'typing', conversationId: this.#conversationId, on });
  }

  readonly #networkChanged = () => {
    this.#change({ online: navigator.onLine });
    if (navigator.onLine) this.retry();
  };

  /** Another tab opened the conversation that this one has not begun: both go on in the same. */
  readonly #storageChanged = ({ key, newValue }: StorageEvent) => {
    if (key !== this.#openedKey() || newValue === null || newValue === this.#conversationId) return;
    if (this.#state.phase !== 'ready' || this.#upTo > 0) return;
    this.#connection.unsubscribe(this.#conversationId);
    this.#conversationId = newValue;
    this.#connection.subscribe(newValue, 0);
  };

  #readKey = () => `tandem:${this.#scope}:read`;
  #openedKey = () => `tandem:${this.#scope}:opened`;

  #change(part: Partial<ViewState>): void {
    if (this.#closed) return;
    this.#state = { ...this.#state, ...part };
    this.#onChange(this.#state);
  }
}

function languageFor(settings: Settings) {
  return languageOf(settings.language, document.documentElement.lang, navigator.languages);
}
