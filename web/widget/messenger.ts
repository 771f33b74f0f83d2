import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { BootResult } from '../../core/protocol/views.ts';
import { afterEvents, afterFrame, stopWriting } from './after-frame.ts';
import { type LeavingDraft, openQuestion } from './leaving.ts';
import { forgetMarks, Marks, scopeOf } from './marks.ts';
import { recall, remember } from './memory.ts';
import { Office } from './office.ts';
import type { LeftDetails } from './outbox/item.ts';
import { Outbox } from './outbox/outbox.ts';
import type { Store } from './outbox/store.ts';
import { OwnTyping } from './own-typing.ts';
import { forgetVisitor, isKnownVisitor, read, Session, write } from './session.ts';
import { personOf, productsOf, type Settings } from './settings.ts';
import { standingOf, unreadAfter } from './standing.ts';
import { Thread } from './thread.ts';
import { Turn } from './turn.ts';
import { atRest, humanAsked, languageFor, type ViewState } from './view-state.ts';

/** Milliseconds. */
const typingLasts = 8_000;

/**
 * One customer's conversation on one page: takes what the customer does and says what the screen shows. It draws
 * nothing. `onChange` is called after every change with the new state.
 */
export class Messenger {
  readonly #store: Store;
  readonly #session: Session;
  readonly #thread: Thread;
  readonly #office: Office;
  readonly #ownTyping: OwnTyping;
  readonly #turn = new Turn((sounds) => this.#change({ sounds }));
  readonly #onChange: (state: ViewState) => void;
  #outbox: Outbox | null = null;
  #state: ViewState;
  #scope = '';
  #marks = new Marks('');
  #closed = false;
  /** What was written into the form before it was closed. */
  #draft: LeavingDraft | null = null;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(origin: string, settings: Settings, store: Store, onChange: (state: ViewState) => void) {
    this.#store = store;
    this.#onChange = onChange;
    this.#state = atRest(settings);
    const language = () => this.#state.language;
    const { inboxId, identity } = settings;
    this.#session = new Session({ origin, inboxId, identity, language });
    this.#office = new Office(this.#session, inboxId, (office) => {
      this.#change({ office });
      this.#remember();
    });
    this.#thread = new Thread({
      origin,
      session: this.#session,
      language,
      onChange: (part) => this.#change(part),
      onState: (connection) => this.#change({ connection }),
      onFrame: (frame) => this.#receive(frame),
      onBegun: (boot, afresh) => this.#begun(boot, afresh),
    });
    this.#ownTyping = new OwnTyping((on) => this.#thread.typing(on));
    addEventListener('online', this.#networkChanged);
    addEventListener('offline', this.#networkChanged);
  }

  get state(): ViewState {
    return this.#state;
  }

  /** Brings back what this browser knows, and the conversation where there is one. */
  async begin(): Promise<void> {
    const { inboxId } = this.#state.settings;
    const personKey = `tandem:${inboxId}:person`;
    const person = await this.#session.identity().then(personOf, () => read(personKey) ?? personOf(null));
    write(personKey, person);
    this.#scope = scopeOf(inboxId, person);
    this.#marks = new Marks(this.#scope);
    this.#outbox = new Outbox({
      scope: this.#scope,
      store: this.#store,
      deliver: (item, update) =>
        this.#thread.deliver(item, update, (share) =>
          this.#change({ progress: { ...this.#state.progress, [item.id]: share } }),
        ),
      onChange: (pending) => this.#change({ pending }),
      onTrouble: (trouble) => this.#change({ trouble }),
    });
    await this.#takeAlong(scopeOf(inboxId, personOf(null)));
    await this.#outbox.load();
    const remembered = await recall(this.#store, this.#scope);
    if (this.#closed) return;
    this.#thread.resume(this.#marks, remembered);
    if (remembered) {
      this.#change({ face: remembered.face, office: remembered.office ?? null });
      this.#change(afterEvents(this.#state, remembered.events));
      this.#eventsShown();
    }
    const known = isKnownVisitor(inboxId) || person !== personOf(null);
    if (known || this.#state.pending.length > 0 || this.#state.open) await this.#thread.start();
  }

  show(text?: string): void {
    const prefill = text ? { text, serial: (this.#state.prefill?.serial ?? 0) + 1 } : this.#state.prefill;
    this.#change({ open: true, prefill });
    this.#markRead();
    if (this.#outbox) void this.#thread.start();
    this.#look();
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
    const sent = files.map((file) => ({
      name: file.name,
      mediaType: file.type,
      size: file.size,
      bytes: file,
    }));
    const products = productsOf(this.#state.settings);
    await this.#outbox?.add({
      id: crypto.randomUUID(),
      kind: 'message',
      text,
      files: sent,
      ...(products.length > 0 && { products }),
    });
  }

  /** 转人工: the writing stops on the screen in the same moment. */
  async askHuman(): Promise<void> {
    if (humanAsked(this.#state)) return;
    this.#change(stopWriting(this.#state));
    this.#turn.prepare();
    await this.#outbox?.add({ id: crypto.randomUUID(), kind: 'human', text: '', files: [] });
  }

  /** The open question goes into the composer; who waits in the queue lets the assistant answer it meanwhile. */
  async askAssistant(): Promise<void> {
    const { events, pending, standing } = this.#state;
    this.show(openQuestion(events, pending));
    if (standing.owner === 'queue' && !pending.some(({ kind }) => kind === 'assistant'))
      await this.#outbox?.add({ id: crypto.randomUUID(), kind: 'assistant', text: '', files: [] });
  }

  /** Opens the form as it was left, or with the question that is still open. */
  openForm(way: LeavingDraft['way']): void {
    const empty = { reach: '', phone: '', slot: null };
    const text = openQuestion(this.#state.events, this.#state.pending);
    this.#change({ form: { ...(this.#draft ?? { ...empty, text }), way } });
    this.#look();
  }

  fillForm(draft: LeavingDraft): void {
    this.#draft = draft;
    this.#change({ form: draft });
  }

  /** Closes the form; what is written in it comes back when it is opened again. */
  closeForm(): void {
    this.#change({ form: null });
  }

  /** Keeps a message, or a wish to be called, until the server has it. */
  async leave(text: string, left: LeftDetails): Promise<void> {
    this.#draft = null;
    this.#change({ ...stopWriting(this.#state), form: null });
    await this.#outbox?.add({ id: crypto.randomUUID(), kind: 'left', text, files: [], left });
  }

  /** Throws `Refusal` or `Unreachable`. */
  async rate(id: string, score: number, comment: string): Promise<void> {
    const body = { id, score, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) };
    await this.#session.call({ path: `/api/conversations/${this.#thread.conversationId}/rating`, body });
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

  /** What could not be left goes back into the form. */
  changeLeft(id: string): void {
    const item = this.#state.pending.find((candidate) => candidate.id === id);
    if (!item?.left) return;
    const { way, phone = '', email, slot = null } = item.left;
    this.#draft = { way, text: item.text, reach: email ?? phone, phone, slot };
    this.openForm(way);
    this.discard(id);
  }

  retry(): void {
    this.#outbox?.drain();
    this.#thread.retry();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#typingTimer);
    this.#ownTyping.ended();
    this.#turn.close();
    removeEventListener('online', this.#networkChanged);
    removeEventListener('offline', this.#networkChanged);
    this.#thread.close();
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

  #begun({ inbox }: BootResult, afresh: boolean): void {
    if (afresh) this.#change({ events: [], standing: standingOf([]), unread: 0 });
    this.#change({ phase: 'ready', face: inbox, trouble: null });
    this.#remember();
    this.#outbox?.drain();
    this.#look();
  }

  #receive(frame: ServerFrame): void {
    const { owner } = this.#state.standing;
    this.#change(afterFrame(this.#state, frame));
    if (frame.type === 'events') {
      this.#turn.ownerChanged(owner, this.#state.standing.owner);
      this.#eventsShown();
      this.#remember();
    }
    if (frame.type === 'typing') {
      clearTimeout(this.#typingTimer);
      if (frame.on) this.#typingTimer = setTimeout(() => this.#change({ typing: null }), typingLasts);
    }
  }

  /** Whether a person is there is asked only where somebody looks. */
  #look(): void {
    if (this.#state.open && this.#state.phase === 'ready') void this.#office.look(Date.now());
  }

  #eventsShown(): void {
    this.#outbox?.seen(new Set(this.#state.events.map((event) => event.id)), this.#thread.upTo);
    this.#markRead();
  }

  #markRead(): void {
    const last = this.#state.events.at(-1)?.seq ?? 0;
    const seen = this.#state.open && document.visibilityState === 'visible';
    if (seen && last > 0) this.#marks.readSeq = last;
    this.#change({ unread: seen ? 0 : unreadAfter(this.#state.events, this.#marks.readSeq) });
  }

  #remember(): void {
    const { face, office, events } = this.#state;
    const { conversationId, upTo } = this.#thread;
    if (face && !this.#closed)
      remember(this.#store, this.#scope, { face, office, conversationId, events, upTo });
  }

  readonly #networkChanged = () => {
    this.#change({ online: navigator.onLine });
    if (navigator.onLine) this.retry();
  };

  #change(part: Partial<ViewState>): void {
    if (this.#closed) return;
    this.#state = { ...this.#state, ...part };
    this.#onChange(this.#state);
  }
}
