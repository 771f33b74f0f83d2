import type { ServerFrame } from '../../../core/protocol/frames.ts';
import type { Colleague, ConversationSummary } from '../../../core/protocol/views.ts';
import type { Attachment } from '../../../core/terms/attachment.ts';
import type { ConversationEvent, Disposition } from '../../../core/terms/event.ts';
import { api, errorSentence } from '../../ui/api.ts';
import { Connection } from '../../ui/connection.ts';
import { drafts } from '../composer/drafts.ts';
import { rowsOf } from '../list/views.ts';
import { applyFrame, type DeskState, initialState } from './desk-state.ts';
import {
  type Outgoing,
  passesByItself,
  storedOutbox,
  storeOutbox,
  withOutgoing,
  withoutOutgoing,
} from './outbox.ts';
import { applySummaries, markRead } from './summaries.ts';
import { emptyTimeline, hasGap } from './timelines.ts';

interface ListPage {
  readonly conversations: readonly ConversationSummary[];
  readonly next?: string;
}

/** A page of the list, and how many ringing conversations are held ready beside one's own. */
const pageSize = 100;
const mostPages = 20;
const readyWhileRinging = 3;
const mostFollowed = 24;
/** Milliseconds between looks at one's own presence after connecting. */
const presencePauses = [0, 300, 1000, 3000, 6000] as const;

/**
 * The desk's one store and its only way to the server's live state. Components read `state` through `useDesk` and
 * call these methods; every change of ownership is the server's answer, never this side's guess.
 */
export class Desk {
  state: DeskState;
  readonly #listeners = new Set<() => void>();
  readonly #connection: Connection;
  readonly #followed = new Map<string, 'loading' | 'following'>();
  #opened: string | null = null;
  #deskSubscribed = false;
  #withoutSocket: ReturnType<typeof setTimeout> | undefined;
  /** The cursor with which a gap was last asked for, by conversation: asked once, not in a circle. */
  readonly #askedAgain = new Map<string, number>();

  constructor(me: Colleague) {
    drafts.openFor(me.id);
    this.state = initialState(me, storedOutbox(localStorage, me.id));
    this.#connection = new Connection({
      origin: location.origin,
      onFrame: (frame) => this.#receive(frame),
      onState: (connection) => {
        this.#set({ connection });
        if (connection === 'live') this.#sendWhatWaited();
      },
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.#connection.open();
    // With the live connection open first nothing can fall between it and the list; without one the list still comes.
    this.#withoutSocket = setTimeout(() => !this.#deskSubscribed && void this.loadOpen(), 1500);
  }

  stop(): void {
    clearTimeout(this.#withoutSocket);
    this.#connection.close();
  }

  reconnect(): void {
    this.#connection.retry();
  }

  /** Every open conversation, page by page. */
  async loadOpen(): Promise<void> {
    this.#set({ list: this.state.list === 'complete' ? 'complete' : 'loading' });
    try {
      let before: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const next = await this.loadPage('open', before);
        if (next === undefined) break;
        before = next;
      }
      this.#set({ list: 'complete' });
    } catch (error) {
      this.#set({ list: { error } });
    }
  }

  /** One page of a view into the store; returns where the next begins, if there is one. */
  async loadPage(view: string, before?: string, search = ''): Promise<string | undefined> {
    return (await this.findPage(view, before, search)).next;
  }

  async findPage(view: string, before?: string, search = '', signal?: AbortSignal): Promise<ListPage> {
    const query = new URLSearchParams({ view, limit: String(pageSize) });
    if (before !== undefined) query.set('before', before);
    if (search !== '') query.set('search', search);
    const page = await api.get<ListPage>(`/api/conversations?${query}`, signal);
    this.#set({ summaries: applySummaries(this.state.summaries, page.conversations) });
    return page;
  }

  /** The connection itself makes an agent present, a moment later: asked until the server knows. */
  async #learnPresence(): Promise<void> {
    for (const pause of presencePauses) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      await this.loadColleagues().catch(() => {});
      if (this.state.me.presence !== 'offline' || this.state.connection !== 'live') return;
    }
  }

  async loadColleagues(): Promise<void> {
    const { colleagues } = await api.get<{ colleagues: readonly Colleague[] }>('/api/colleagues');
    const map = new Map(colleagues.map((colleague) => [colleague.id, colleague]));
    this.#set({ colleagues: map, me: map.get(this.state.me.id) ?? this.state.me });
  }

  /** Shows a conversation: its log is loaded once and followed from there. */
  open(conversationId: string | null): void {
    this.#opened = conversationId;
    if (conversationId !== null && !this.state.summaries.has(conversationId)) {
      void this.#loadSummary(conversationId);
    }
    this.#followWhatMatters();
  }

  /** Loads an earlier conversation once, to be read and not followed. */
  async look(conversationId: string): Promise<void> {
    if (!this.state.timelines.has(conversationId)) await this.#pull(conversationId);
  }

  async accept(conversationId: string): Promise<void> {
    await this.#act(conversationId, 'accept', {});
  }

  async takeOver(conversationId: string): Promise<void> {
    await this.#act(conversationId, 'take-over', {});
  }

  async returnToAssistant(conversationId: string, note: string): Promise<void> {
    await this.#act(conversationId, 'return', note ? { note } : {});
  }

  async transfer(conversationId: string, agentId: string, note: string): Promise<void> {
    await this.#act(conversationId, 'transfer', note ? { agentId, note } : { agentId });
  }

  async resolve(conversationId: string, disposition: Disposition, note: string): Promise<void> {
    await this.#act(conversationId, 'resolve', note ? { disposition, note } : { disposition });
  }

  async setPresence(presence: 'online' | 'away'): Promise<void> {
    await api.put('/api/session/presence', { presence });
    const me = { ...this.state.me, presence };
    this.#set({ me, colleagues: new Map(this.state.colleagues).set(me.id, me) });
  }

  /** Puts a reply or note on its way; it stands in the timeline at once. */
  send(
    conversationId: string,
    kind: Outgoing['kind'],
    text: string,
    attachments: readonly Attachment[],
  ): void {
    const outgoing: Outgoing = {
      id: crypto.randomUUID(),
      conversationId,
      kind,
      text,
      attachments,
      at: Date.now(),
      state: 'sending',
    };
    void this.#deliver(outgoing);
  }

  /** Sends what failed again, with the same id: if it did arrive the first time, nothing happens twice. */
  resend(id: string): void {
    const outgoing = this.state.outbox.find((one) => one.id === id);
    if (outgoing) void this.#deliver(outgoing);
  }

  discard(id: string): void {
    this.#setOutbox(withoutOutgoing(this.state.outbox, id));
  }

  typing(conversationId: string, on: boolean): void {
    this.#connection.send({ type: 'typing', conversationId, on });
  }

  /** The reader has seen the conversation up to `seq`. */
  async read(conversationId: string, seq: number): Promise<void> {
    const known = this.state.summaries.get(conversationId);
    if (known && known.readSeq >= seq) return;
    this.#set({ summaries: markRead(this.state.summaries, conversationId, seq) });
    // A lost call is made up for by the next one; the server keeps the highest.
    await api.put(`/api/conversations/${conversationId}/read`, { seq }).catch(() => {});
  }

  async #act(conversationId: string, verb: string, body: object): Promise<void> {
    await api.post(`/api/conversations/${conversationId}/${verb}`, { id: crypto.randomUUID(), ...body });
    await this.#catchUp(conversationId);
  }

  async #deliver(outgoing: Outgoing): Promise<void> {
    this.#setOutbox(withOutgoing(this.state.outbox, { ...outgoing, state: 'sending' }));
    const { id, text, attachments, kind, conversationId } = outgoing;
    try {
      const ids = attachments.map((attachment) => attachment.id);
      if (kind === 'note') await api.post(`/api/conversations/${conversationId}/notes`, { id, text });
      else await api.post(`/api/conversations/${conversationId}/replies`, { id, text, attachments: ids });
      await this.#catchUp(conversationId);
    } catch (error) {
      const stillThere = this.state.outbox.some((one) => one.id === id);
      if (stillThere) {
        const failed = { ...outgoing, state: 'failed', error: errorSentence(error) } as const;
        this.#setOutbox(withOutgoing(this.state.outbox, failed));
      }
    }
  }

  #sendWhatWaited(): void {
    for (const one of this.state.outbox) {
      if (one.state === 'failed' && passesByItself(one.error?.code ?? '')) void this.#deliver(one);
    }
  }

  /** The live connection brings what an action caused; where there is none, it is fetched. */
  async #catchUp(conversationId: string): Promise<void> {
    if (this.state.connection === 'live' && this.#followed.get(conversationId) === 'following') return;
    await Promise.allSettled([this.#pull(conversationId), this.#loadSummary(conversationId)]);
  }

  async #loadSummary(conversationId: string): Promise<void> {
    try {
      const summary = await api.get<ConversationSummary>(`/api/conversations/${conversationId}`);
      this.#set({ summaries: applySummaries(this.state.summaries, [summary]) });
    } catch (error) {
      this.#fail(conversationId, error);
    }
  }

  async #pull(conversationId: string): Promise<void> {
    try {
      for (;;) {
        const after = this.state.timelines.get(conversationId)?.upTo ?? 0;
        const { events, upTo } = await api.get<{ events: readonly ConversationEvent[]; upTo: number }>(
          `/api/conversations/${conversationId}/events?after=${after}`,
        );
        this.#receive({ type: 'events', conversationId, events, upTo });
        const now = this.state.timelines.get(conversationId)?.upTo ?? 0;
        if (now <= after || now >= (this.state.summaries.get(conversationId)?.lastSeq ?? 0)) break;
      }
      if (this.state.failures.has(conversationId)) {
        const failures = new Map(this.state.failures);
        failures.delete(conversationId);
        this.#set({ failures });
      }
    } catch (error) {
      this.#fail(conversationId, error);
    }
  }

  #fail(conversationId: string, error: unknown): void {
    this.#set({ failures: new Map(this.state.failures).set(conversationId, error) });
  }

  /** Loads again what failed. */
  retry(conversationId: string): void {
    const failures = new Map(this.state.failures);
    failures.delete(conversationId);
    this.#set({ failures });
    this.#followed.delete(conversationId);
    if (!this.state.summaries.has(conversationId)) void this.#loadSummary(conversationId);
    this.#followWhatMatters();
  }

  /** Follows the open conversation, one's own, and those that ring next, so that a click shows them at once. */
  #followWhatMatters(): void {
    const all = this.state.summaries.values();
    const rows = [...all];
    const wanted = new Set<string>();
    if (this.#opened !== null) wanted.add(this.#opened);
    for (const one of rowsOf(rows, 'mine', this.state.me.id).slice(0, mostFollowed)) wanted.add(one.id);
    for (const one of rowsOf(rows, 'waiting', this.state.me.id).slice(0, readyWhileRinging))
      wanted.add(one.id);
    for (const id of this.#followed.keys()) {
      if (wanted.has(id)) continue;
      this.#followed.delete(id);
      this.#connection.unsubscribe(id);
    }
    for (const id of wanted) if (!this.#followed.has(id)) void this.#follow(id);
  }

  async #follow(conversationId: string): Promise<void> {
    this.#followed.set(conversationId, 'loading');
    await this.#pull(conversationId);
    if (this.#followed.get(conversationId) !== 'loading') return;
    this.#followed.set(conversationId, 'following');
    this.#connection.subscribe(conversationId, this.state.timelines.get(conversationId)?.upTo ?? 0);
  }

  #receive(frame: ServerFrame): void {
    this.#set(applyFrame(this.state, frame, Date.now()));
    if (frame.type === 'ready') void this.#learnPresence();
    if (frame.type === 'ready' && !this.#deskSubscribed) {
      this.#deskSubscribed = true;
      this.#connection.subscribeDesk(frame.cursor);
      void this.loadOpen();
    }
    if (frame.type === 'events') {
      storeOutbox(localStorage, this.state.me.id, this.state.outbox);
      const timeline = this.state.timelines.get(frame.conversationId) ?? emptyTimeline;
      if (hasGap(timeline) && this.#askedAgain.get(frame.conversationId) !== timeline.upTo) {
        this.#askedAgain.set(frame.conversationId, timeline.upTo);
        if (this.#followed.get(frame.conversationId) === 'following')
          this.#connection.subscribe(frame.conversationId, timeline.upTo);
      }
    }
    if (frame.type === 'summary') this.#followWhatMatters();
  }

  #setOutbox(outbox: DeskState['outbox']): void {
    this.#set({ outbox });
    storeOutbox(localStorage, this.state.me.id, outbox);
  }

  #set(change: Partial<DeskState>): void {
    const hadList = this.state.list;
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
    if (this.state.list === 'complete' && hadList !== 'complete') this.#followWhatMatters();
  }
}
