import type { ServerFrame } from '../../core/protocol/frames.ts';
import { call, connect } from './client.ts';

/** What one reader has been told of a conversation: every event's place, and the cursor. */
export interface Reader {
  readonly name: string;
  readonly seqs: number[];
  readonly ids: string[];
  upTo: number;
  stop(): Promise<void>;
}

type Who = { readonly token?: string; readonly cookie?: string };

function take(
  reader: Reader,
  frame: Pick<Extract<ServerFrame, { type: 'events' }>, 'events' | 'upTo'>,
): void {
  for (const event of frame.events) {
    reader.seqs.push(event.seq);
    reader.ids.push(event.id);
  }
  reader.upTo = frame.upTo;
}

/** Follows over a WebSocket. */
export async function readBySocket(
  name: string,
  url: string,
  who: Who,
  conversationId: string,
  after = 0,
): Promise<Reader> {
  const live = await connect(url, who);
  const reader: Reader = { name, seqs: [], ids: [], upTo: after, stop: () => live.close() };
  live.socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame;
    if (frame.type === 'events') take(reader, frame);
  });
  live.send({ type: 'subscribe', conversationId, after });
  return reader;
}

/** Follows by server-sent events. */
export async function readByStream(
  name: string,
  url: string,
  who: Who,
  conversationId: string,
): Promise<Reader> {
  const controller = new AbortController();
  const response = await fetch(`${url}/api/conversations/${conversationId}/stream?after=0`, {
    headers: { ...(who.token ? { authorization: `Bearer ${who.token}` } : { cookie: who.cookie ?? '' }) },
    signal: controller.signal,
  });
  const reader: Reader = { name, seqs: [], ids: [], upTo: 0, stop: async () => controller.abort() };
  void (async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const part of response.body!) {
      rest += decoder.decode(part as Uint8Array, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        const frame = data ? (JSON.parse(data) as ServerFrame) : undefined;
        if (frame?.type === 'events') take(reader, frame);
      }
    }
  })().catch(() => undefined);
  return reader;
}

/** Follows by long-poll. */
export function readByPolling(name: string, url: string, who: Who, conversationId: string): Reader {
  let stopped = false;
  const reader: Reader = {
    name,
    seqs: [],
    ids: [],
    upTo: 0,
    async stop() {
      stopped = true;
      await done;
    },
  };
  const done = (async () => {
    while (!stopped) {
      const path = `/api/conversations/${conversationId}/events?after=${reader.upTo}&wait=0.5`;
      const { body } = await call<Extract<ServerFrame, { type: 'events' }>>(url, 'GET', path, who);
      take(reader, body);
    }
  })();
  return reader;
}
