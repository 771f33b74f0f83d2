import type { ServerFrame } from '../../../core/protocol/frames.ts';
import type { Colleague, ConversationSummary } from '../../../core/protocol/views.ts';
import type { ChosenAwayReason } from '../../../core/terms/agent-status.ts';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { api } from '../../ui/api.ts';
import { Connection } from '../../ui/connection.ts';
import type { Announcement } from '../announce/announcements.ts';
import { newsOf } from '../announce/news-of.ts';
import { drafts } from '../composer/drafts.ts';
import { createCommands, ownVerbs } from './commands.ts';
import { Delivery } from './delivery.ts';
import { applyFrame, type DeskState, initialState } from './desk-state.ts';
import { Following, wantedBy } from './following.ts';
import { Gathered } from './gathered.ts';
import { type Outbox, storedOutbox, storeOutbox } from './outbox.ts';
import { applySummaries, markRead } from './summaries.ts';
import { emptyTimeline, hasGap } from './timelines.ts';

interface ListPage {
  readonly conversations: readonly ConversationSummary[];
  readonly next?: string;
}

const pageSize = 100;
const mostPages = 20;
/** Milliseconds between looks at one's own presence after connecting. */
const presencePauses = [0, 300, 1000, 3000, 6000] as const;
/** Milliseconds in which the consequences of an own act are no news. */
const ownFor = 5_000;
/** Announcements beyond these are old news. */
const mostAnnouncements = 20;
/**
 * Milliseconds. When a hundred customers ring at once, each of their frames would draw the desk anew, and React gives
 * up on a page whose drawings leave it no time for what follows from them.
 */
const drawnEvery = 50;

/**
 * The desk's one store and its only way to the server's live state. Components read `state` through `useDesk` and
 * call these methods; every change of ownership is the server's answer, never this side's guess.
 */
export class Desk {
  state: DeskState;
  readonly #listeners = new Set<() => void>();
  /** Tells the listeners of what arrives; what this agent does is told at once. */
  readonly #arrivals = new Gathered(() => this.#tell(), drawnEvery);
  #isHearing = false;
  readonly #connection: Connection;
  readonly #following: Following;
  /** What the agent does with conversations. */
  readonly commands = createCommands((conversationId, verb, body) => this.#act(conversationId, verb, body));
  /** Replies, notes and whispers on their way. */
  readonly delivery: Delivery;
  /** Conversations that this agent has just taken or given away, and until when that explains their change. */
  readonly #own = new Map<string, number>();
  /** Since when this desk is open, by the server's clock; what happened before is no news. */
  #since: number | null = null;
  #opened: string | null = null;
  #deskSubscribed = false;
  #withoutSocket: ReturnType<typeof setTimeout> | undefined;

  constructor(me: Colleague) {
    drafts.openFor(me.id);
    this.state = initialState(me, storedOutbox(localStorage, me.id));
    this.#connection = new Connection({
      origin: location.origin,
      onFrame: (frame) => this.#hear(frame),
      onState: (connection) => {
        this.#set({ connection });
        if (connection === 'live') this.delivery.sendWhatWaited();
      },
    });
    this.#following = new Following({
      connection: this.#connection,
      pull: (id) => this.#pull(id),
      upTo: (id) => this.state.timelines.get(id)?.upTo ?? 0,
    });
    this.delivery = new Delivery({
      outbox: () => this.state.outbox,
      keep: (outbox) => this.#setOutbox(outbox),
      catchUp: (id) => this.#catchUp(id),
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

  /** Changes what this agent is doing; ends a wrap-up too. */
  async setStatus(
    presence: 'online' | 'busy' | 'away',
    reason?: ChosenAwayReason,
    note?: string,
  ): Promise<void> {
    const { agent } = await api.put<{ agent: Colleague }>('/api/session/presence', {
      presence,
      ...(reason ? { reason } : {}),
      ...(note ? { note } : {}),
    });
    this.#set({ me: agent, colleagues: new Map(this.state.colleagues).set(agent.id, agent) });
  }

  /** The agent has been told. */
  told(key: string): void {
    const left = this.state.announcements.filter((one) => one.key !== key);
    if (left.length < this.state.announcements.length) this.#set({ announcements: left });
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
    if (ownVerbs.has(verb)) this.#own.set(conversationId, Date.now() + ownFor);
    try {
      await api.post(`/api/conversations/${conversationId}/${verb}`, { id: crypto.randomUUID(), ...body });
    } catch (error) {
      this.#own.delete(conversationId);
      throw error;
    }
    await this.#catchUp(conversationId);
  }

  /** The live connection brings what an action caused; where there is none, it is fetched. */
  async #catchUp(conversationId: string): Promise<void> {
    if (this.state.connection === 'live' && this.#following.follows(conversationId)) return;
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
        this.#hear({ type: 'events', conversationId, events, upTo });
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
    this.#following.forget(conversationId);
    if (!this.state.summaries.has(conversationId)) void this.#loadSummary(conversationId);
    this.#followWhatMatters();
  }

  /** Forgets what is known of a conversation's log, and reads it again from the start. */
  reload(conversationId: string): void {
    const timelines = new Map(this.state.timelines);
    timelines.delete(conversationId);
    this.#set({ timelines });
    void this.#loadSummary(conversationId);
    this.retry(conversationId);
  }

  #followWhatMatters(): void {
    this.#following.only(wantedBy(this.state, this.#opened));
  }

  /** A frame, however it came: what it changes for this agent is announced. */
  #hear(frame: ServerFrame): void {
    const own = (id: string) => (this.#own.get(id) ?? 0) > Date.now();
    if (frame.type === 'ready') this.#since ??= frame.now;
    this.#isHearing = true;
    try {
      this.#announce(newsOf(this.state, frame, this.#since ?? Number.POSITIVE_INFINITY, own, Date.now()));
      this.#receive(frame);
    } finally {
      this.#isHearing = false;
    }
    this.#arrivals.changed();
  }

  #announce(more: readonly Announcement[]): void {
    if (more.length === 0) return;
    const known = new Set(this.state.announcements.map(({ key }) => key));
    const fresh = more.filter(({ key }) => !known.has(key));
    this.#set({ announcements: [...this.state.announcements, ...fresh].slice(-mostAnnouncements) });
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
      if (hasGap(timeline)) this.#following.closeGap(frame.conversationId, timeline.upTo);
    }
    if (frame.type === 'summary') this.#followWhatMatters();
  }

  #setOutbox(outbox: Outbox): void {
    this.#set({ outbox });
    storeOutbox(localStorage, this.state.me.id, outbox);
  }

  #set(change: Partial<DeskState>): void {
    const hadList = this.state.list;
    this.state = { ...this.state, ...change };
    if (!this.#isHearing) {
      this.#arrivals.settled();
      this.#tell();
    }
    if (this.state.list === 'complete' && hadList !== 'complete') this.#followWhatMatters();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
