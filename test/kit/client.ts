import { type ClientOptions, WebSocket } from 'ws';
import type { ClientFrame, ServerFrame } from '../../core/protocol/frames.ts';
import type { BootResult } from '../../core/protocol/views.ts';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';

/** An answer of the server, read whole. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T & { error?: { code: ErrorCode; message: string; details?: unknown } };
}

export interface CallOptions {
  readonly token?: string;
  readonly cookie?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the server as a client would; a body is sent as JSON unless it is text or a form. */
export async function call<T = Record<string, unknown>>(
  url: string,
  method: string,
  path: string,
  { token, cookie, body, headers }: CallOptions = {},
): Promise<Answer<T>> {
  const isRaw = typeof body === 'string' || body instanceof FormData;
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(cookie ? { cookie } : {}),
      ...(body !== undefined && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : isRaw ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const read = isJson && text !== '' ? JSON.parse(text) : { text };
  return { status: response.status, headers: response.headers, body: read };
}

/** A customer who has booted the widget. */
export type Customer = BootResult & {
  /** Sends a message over HTTP into the customer's conversation. */
  say(
    text: string,
    id?: string,
  ): Promise<Answer<{ seq: number; repeated: boolean }> & { readonly id: string }>;
  askHuman(id?: string): Promise<Answer<{ seq: number; repeated: boolean }>>;
};

export async function bootCustomer(
  url: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Customer> {
  const { status, body } = await call<BootResult>(url, 'POST', '/api/widget/boot', {
    body: { inboxId: 'web', ...input },
  });
  if (status !== 200) throw new Error(`boot: ${status} ${JSON.stringify(body)}`);
  const path = `/api/conversations/${body.conversationId}`;
  return {
    ...body,
    async say(text, id = crypto.randomUUID()) {
      const answer = await call<{ seq: number; repeated: boolean }>(url, 'POST', `${path}/messages`, {
        token: body.token,
        body: { id, text },
      });
      return { ...answer, id };
    },
    askHuman: (id = crypto.randomUUID()) =>
      call(url, 'POST', `${path}/human`, { token: body.token, body: { id } }),
  };
}

type FrameOf<K extends ServerFrame['type']> = Extract<ServerFrame, { type: K }>;

/** A live connection that remembers every frame that came. */
export interface LiveSocket {
  readonly socket: WebSocket;
  readonly frames: readonly ServerFrame[];
  send(frame: ClientFrame): void;
  /** The first frame of this kind, past or to come, that fits. */
  frame<K extends ServerFrame['type']>(
    type: K,
    fits?: (frame: FrameOf<K>) => boolean,
    withinMs?: number,
  ): Promise<FrameOf<K>>;
  /** All events of a conversation that came, in the order in which they came. */
  events(conversationId: string): ConversationEvent[];
  /** Resolves with the code when the connection is gone. */
  readonly closed: Promise<number>;
  close(): Promise<void>;
}

/** Opens the live connection; with a token it authenticates, with a cookie it waits to be greeted. */
export async function connect(
  url: string,
  who: { readonly token?: string; readonly cookie?: string; readonly origin?: string } = {},
): Promise<LiveSocket> {
  const options: ClientOptions = { headers: who.cookie ? { cookie: who.cookie } : {}, origin: who.origin };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/socket`, options);
  const frames: ServerFrame[] = [];
  const waiting = new Set<(frame: ServerFrame) => void>();
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame;
    frames.push(frame);
    for (const look of waiting) look(frame);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  const live: LiveSocket = {
    socket,
    frames,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    frame<K extends ServerFrame['type']>(
      type: K,
      fits: (frame: FrameOf<K>) => boolean = () => true,
      withinMs = 10_000,
    ) {
      const isIt = (frame: ServerFrame): frame is FrameOf<K> =>
        frame.type === type && fits(frame as FrameOf<K>);
      const past = frames.find(isIt);
      if (past) return Promise.resolve(past);
      return new Promise<FrameOf<K>>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`no ${type} within ${withinMs} ms; came: ${frames.map((frame) => frame.type)}`));
        }, withinMs);
        const look = (frame: ServerFrame) => {
          if (!isIt(frame)) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(frame);
        };
        waiting.add(look);
      });
    },
    events: (conversationId) =>
      frames.flatMap((frame) =>
        frame.type === 'events' && frame.conversationId === conversationId ? frame.events : [],
      ),
    async close() {
      socket.close();
      await closed;
    },
  };
  if (who.token) live.send({ type: 'authenticate', token: who.token });
  if (who.token || who.cookie) await live.frame('ready');
  return live;
}
