import WebSocket from 'ws';
import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { BootResult } from '../../core/protocol/views.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import type { Language } from '../../core/terms/language.ts';
import { type Api, call, patienceMs } from './api.ts';

type Accepted = Extract<ServerFrame, { type: 'accepted' }>;

/** An event as it came over the socket, and when (milliseconds of `performance.now`). */
export interface Delivered {
  readonly event: ConversationEvent;
  readonly at: number;
}

/** A customer on the widget's interface: booted, on a socket, following the conversation. */
export interface Customer {
  readonly api: Api;
  readonly conversationId: string;
  /** Everything that came, in the order in which it came. */
  readonly delivered: readonly Delivered[];
  owner(): 'assistant' | 'queue' | 'agent' | 'nobody';
  /** Sends a message; resolves when it is acknowledged. `times` sends the same several times, as a retry does. */
  say(id: string, text: string, times?: number): Promise<void>;
  askHuman(id: string): Promise<void>;
  rate(id: string, score: number): Promise<void>;
  /** The first event that fits, whether it came already or is still to come. */
  until(what: string, fits: (event: ConversationEvent) => boolean): Promise<Delivered>;
  /** What `pick` finds in a frame that comes from now on. */
  hear<T>(what: string, pick: (frame: ServerFrame) => T | undefined): Promise<T>;
  /** Loses the connection. */
  drop(): void;
  /** Connects again and goes on from the cursor. */
  reconnect(): Promise<void>;
}

/** Boots as a new visitor, or as whom `identity` (the host site's JWT) says, and connects. */
export async function createCustomer(
  url: string,
  as: { readonly inboxId: string; readonly identity?: string; readonly language?: Language },
): Promise<Customer> {
  const boot = await call<BootResult>({ url, headers: {} }, 'POST', '/api/widget/boot', as);
  const api: Api = { url, headers: { authorization: `Bearer ${boot.token}` } };
  const { conversationId } = boot;
  const delivered: Delivered[] = [];
  const listeners = new Set<(frame: ServerFrame) => void>();
  let upTo = boot.lastSeq;
  let socket: WebSocket | undefined;

  function hear(frame: ServerFrame): void {
    if (frame.type === 'events') {
      const at = performance.now();
      for (const event of frame.events) delivered.push({ event, at });
      upTo = frame.upTo;
    }
    for (const listener of listeners) listener(frame);
  }

  /** What `pick` finds in a coming frame; checked once at the start for what came already. */
  function wait<T>(what: string, pick: (frame?: ServerFrame) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        listeners.delete(listener);
      };
      const listener = (frame?: ServerFrame) => {
        try {
          const found = pick(frame);
          if (found === undefined) return;
          end();
          resolve(found);
        } catch (error) {
          end();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`${what} did not come within ${patienceMs / 1000} s`));
      }, patienceMs);
      listeners.add(listener);
      listener();
    });
  }

  const accepted = (id: string, what: string) =>
    wait<Accepted>(`the acknowledgement of ${what}`, (frame) => {
      if (frame?.type === 'refused' && (frame.id === id || frame.id === undefined))
        throw new Error(`${what} was refused: ${frame.code}`);
      return frame?.type === 'accepted' && frame.id === id ? frame : undefined;
    });

  const send = (frame: object) => socket!.send(JSON.stringify(frame));

  async function connect(): Promise<void> {
    const opening = new WebSocket(`${url.replace(/^http/, 'ws')}/api/socket`);
    socket = opening;
    await new Promise<void>((resolve, reject) => {
      opening.once('open', () => resolve());
      opening.once('error', reject);
    });
    opening.on('error', () => opening.terminate());
    opening.on('message', (data) => {
      if (socket === opening) hear(JSON.parse(String(data)) as ServerFrame);
    });
    const ready = wait('the connection', (frame) => {
      if (frame?.type === 'refused') throw new Error(`the connection was refused: ${frame.code}`);
      return frame?.type === 'ready' || undefined;
    });
    send({ type: 'authenticate', token: boot.token });
    send({ type: 'subscribe', conversationId, after: upTo });
    await ready;
  }

  await connect();
  return {
    api,
    conversationId,
    delivered,
    owner() {
      const last = delivered.findLast(({ event }) =>
        ['conversation-opened', 'reopened', 'queued', 'assigned', 'resolved'].includes(event.kind),
      );
      switch (last?.event.kind) {
        case 'queued':
          return 'queue';
        case 'assigned':
          return 'agent';
        case 'resolved':
          return 'nobody';
        default:
          return 'assistant';
      }
    },
    async say(id, text, times = 1) {
      const answer = accepted(id, 'a message');
      for (let sent = 0; sent < times; sent++) send({ type: 'send', conversationId, id, text });
      await answer;
    },
    async askHuman(id) {
      const answer = accepted(id, '转人工');
      send({ type: 'ask-human', conversationId, id });
      await answer;
    },
    async rate(id, score) {
      await call(api, 'POST', `/api/conversations/${conversationId}/rating`, { id, score });
    },
    until: (what, fits) => wait(what, () => delivered.find(({ event }) => fits(event))),
    hear: (what, pick) => wait(what, (frame) => frame && pick(frame)),
    drop() {
      socket?.terminate();
      socket = undefined;
    },
    reconnect: connect,
  };
}
