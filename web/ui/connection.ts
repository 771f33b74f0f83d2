import type { ClientFrame, ServerFrame } from '../../core/protocol/frames.ts';
import { backOff } from './back-off.ts';
import { followByHttp } from './follow-by-http.ts';

/** `live`: frames arrive. `connecting`: being tried now. `waiting`: the last try failed, another comes by itself. */
export type ConnectionState = 'closed' | 'connecting' | 'live' | 'waiting';

export interface ConnectionOptions {
  /** Origin of the server, e.g. `https://help.example.com`. */
  readonly origin: string;
  /**
   * A customer's token. Left out for staff, who are known by their cookie. `renew` is true after the server refused
   * the last one; null means that there is none now, and the connection tries again later.
   */
  readonly token?: (renew: boolean) => Promise<string | null>;
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onState?: (state: ConnectionState) => void;
}

/** Milliseconds. The server closes a socket that was silent for 60 s. */
const heartbeat = 25_000;
const authenticationPatience = 10_000;
const wakePatience = 5_000;
/** After so many sockets that never opened, HTTP carries the frames; a socket is tried again every minute. */
const socketTries = 3;
const socketRetry = 60_000;

/**
 * The live connection of a browser: a WebSocket that comes back by itself and resumes every subscription after the
 * last event that was handed to `onFrame`. Where a proxy lets no WebSocket through, the subscribed conversations are
 * followed over SSE or long-poll instead (the desk's list needs the socket). Frames of one conversation reach
 * `onFrame` in order, each event once.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  /** Cursor of every subscribed conversation. */
  readonly #cursors = new Map<string, number>();
  #desk: { cursor?: string } | null = null;
  #socket: WebSocket | null = null;
  #state: ConnectionState = 'closed';
  #wanted = false;
  #ready = false;
  #failures = 0;
  #neverOpened = 0;
  #missedPongs = 0;
  #renewToken = false;
  /** Grows with every try, so that what belongs to an earlier one is ignored. */
  #attempt = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #heartbeatTimer: ReturnType<typeof setInterval> | undefined;
  #patienceTimer: ReturnType<typeof setTimeout> | undefined;
  #wakeTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #followers = new Map<string, AbortController>();

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Starts, and stays connected until `close`. */
  open(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    globalThis.addEventListener?.('online', this.#wake);
    globalThis.addEventListener?.('offline', this.#lost);
    globalThis.document?.addEventListener('visibilitychange', this.#wakeWhenVisible);
    this.#connect();
  }

  close(): void {
    this.#wanted = false;
    globalThis.removeEventListener?.('online', this.#wake);
    globalThis.removeEventListener?.('offline', this.#lost);
    globalThis.document?.removeEventListener('visibilitychange', this.#wakeWhenVisible);
    this.#drop();
    this.#stopFollowing();
    this.#setState('closed');
  }

  /** Every event of the conversation after `after` (a `seq`), now and as it happens. */
  subscribe(conversationId: string, after: number): void {
    this.#cursors.set(conversationId, after);
    this.#followers.get(conversationId)?.abort();
    this.#followers.delete(conversationId);
    if (this.#ready) this.#write({ type: 'subscribe', conversationId, after });
    else if (this.#neverOpened >= socketTries) this.#followAll();
  }

  unsubscribe(conversationId: string): void {
    if (!this.#cursors.delete(conversationId)) return;
    this.#followers.get(conversationId)?.abort();
    this.#followers.delete(conversationId);
    if (this.#ready) this.#write({ type: 'unsubscribe', conversationId });
  }

  /** Staff: the desk's list from now on, or from the cursor of an earlier frame. */
  subscribeDesk(after?: string): void {
    this.#desk = after === undefined ? {} : { cursor: after };
    if (this.#ready) this.#write(this.#deskFrame());
  }

  /** Sends a frame if the socket is open, and says whether it was. What must not be lost goes over HTTP instead. */
  send(frame: ClientFrame): boolean {
    return this.#ready && this.#write(frame);
  }

  /** Tries at once if the connection is down, e.g. because the reader asked for it. */
  retry(): void {
    if (this.#wanted && this.#socket === null) this.#connect();
  }

  /** After sleep or a change of network a socket may look open and be dead: it has a moment to show otherwise. */
  readonly #wake = () => {
    this.#failures = 0;
    if (!this.#ready) return this.retry();
    const attempt = this.#attempt;
    this.#ping();
    this.#wakeTimer = setTimeout(() => {
      if (attempt === this.#attempt && this.#missedPongs > 0) this.#connect();
    }, wakePatience);
  };

  readonly #wakeWhenVisible = () => {
    if (globalThis.document?.visibilityState === 'visible') this.#wake();
  };

  readonly #lost = () => {
    this.#drop();
    this.#retryLater();
  };

  async #connect(): Promise<void> {
    this.#drop();
    const attempt = ++this.#attempt;
    if (this.#followers.size === 0) this.#setState('connecting');
    const token = this.#options.token ? await this.#token() : undefined;
    if (attempt !== this.#attempt || !this.#wanted) return;
    if (token === null) return this.#retryLater();
    let opened = false;
    let socket: WebSocket;
    try {
      // A customer's socket says so, lest the cookie of a desk in the same browser speaks for it.
      const as = this.#options.token ? '?as=contact' : '';
      socket = new WebSocket(`${this.#options.origin.replace(/^http/, 'ws')}/api/socket${as}`);
    } catch {
      this.#neverOpened += 1;
      return this.#retryLater();
    }
    this.#socket = socket;
    this.#patienceTimer = setTimeout(() => socket.close(), authenticationPatience);
    socket.onopen = () => {
      opened = true;
      if (token !== undefined) this.#write({ type: 'authenticate', token });
    };
    socket.onmessage = ({ data }) => {
      if (attempt !== this.#attempt) return;
      const frame = JSON.parse(String(data)) as ServerFrame;
      this.#receive(frame);
    };
    socket.onclose = () => {
      if (attempt !== this.#attempt) return;
      if (!opened) this.#neverOpened += 1;
      this.#drop();
      this.#retryLater();
    };
  }

  async #token(): Promise<string | null> {
    try {
      const token = (await this.#options.token?.(this.#renewToken)) ?? null;
      this.#renewToken = false;
      return token;
    } catch {
      return null;
    }
  }

  #receive(frame: ServerFrame): void {
    this.#missedPongs = 0;
    if (frame.type === 'ready') this.#becomeReady(frame.cursor);
    if (frame.type === 'refused' && (frame.code === 'session-expired' || frame.code === 'not-signed-in')) {
      this.#renewToken = true;
      if (this.#options.token) this.#socket?.close();
    }
    if ((frame.type === 'summary' || frame.type === 'pong') && frame.cursor !== undefined && this.#desk)
      this.#desk.cursor = frame.cursor;
    if (frame.type === 'events') this.#receiveEvents(frame);
    else this.#options.onFrame(frame);
  }

  #receiveEvents(frame: Extract<ServerFrame, { type: 'events' }>): void {
    const cursor = this.#cursors.get(frame.conversationId);
    if (cursor === undefined || frame.upTo <= cursor) return;
    this.#cursors.set(frame.conversationId, frame.upTo);
    this.#options.onFrame({ ...frame, events: frame.events.filter((event) => event.seq > cursor) });
  }

  #becomeReady(cursor: string | undefined): void {
    clearTimeout(this.#patienceTimer);
    this.#ready = true;
    this.#failures = 0;
    this.#neverOpened = 0;
    this.#missedPongs = 0;
    this.#stopFollowing();
    this.#heartbeatTimer = setInterval(() => this.#ping(), heartbeat);
    if (this.#desk) {
      this.#write(this.#deskFrame());
      if (cursor !== undefined) this.#desk.cursor ??= cursor;
    }
    for (const [conversationId, after] of this.#cursors)
      this.#write({ type: 'subscribe', conversationId, after });
    this.#setState('live');
  }

  #deskFrame(): ClientFrame {
    const after = this.#desk?.cursor;
    return after === undefined ? { type: 'subscribe-desk' } : { type: 'subscribe-desk', after };
  }

  #ping(): void {
    if (this.#missedPongs >= 2) {
      this.#lost();
      return;
    }
    this.#missedPongs += 1;
    this.#write({ type: 'ping' });
  }

  #write(frame: ClientFrame): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Forgets the present socket without waiting for its farewell. */
  #drop(): void {
    this.#attempt += 1;
    this.#ready = false;
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#patienceTimer);
    clearTimeout(this.#wakeTimer);
    clearInterval(this.#heartbeatTimer);
    this.#socket?.close();
    this.#socket = null;
  }

  #retryLater(): void {
    if (!this.#wanted) return;
    this.#failures += 1;
    const byHttp = this.#neverOpened >= socketTries && this.#cursors.size > 0;
    if (byHttp) this.#followAll();
    else this.#setState('waiting');
    const delay = byHttp ? socketRetry : backOff(this.#failures, Math.random());
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#connect(), delay);
  }

  #followAll(): void {
    for (const [conversationId] of this.#cursors) {
      if (this.#followers.has(conversationId)) continue;
      const abort = new AbortController();
      this.#followers.set(conversationId, abort);
      followByHttp({
        origin: this.#options.origin,
        conversationId,
        after: () => this.#cursors.get(conversationId) ?? 0,
        token: this.#options.token,
        onFrame: (frame) => {
          if (!abort.signal.aborted) this.#receive(frame);
        },
        onState: (working) => {
          if (!abort.signal.aborted) this.#setState(working ? 'live' : 'waiting');
        },
        signal: abort.signal,
      });
    }
  }

  #stopFollowing(): void {
    for (const abort of this.#followers.values()) abort.abort();
    this.#followers.clear();
  }

  #setState(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState?.(state);
  }
}
