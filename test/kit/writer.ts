import { setTimeout as sleep } from 'node:timers/promises';
import { type Customer, call, connect, type LiveSocket } from './client.ts';

/** A customer who writes without a pause, and sends again whatever was not acknowledged. */
export interface Writer {
  readonly conversationId: string;
  /** Ids in the order in which they were first sent. */
  readonly sent: readonly string[];
  /** The acknowledged place of each. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Sends nothing new and resolves when everything sent is acknowledged. */
  stop(): Promise<void>;
  /** Ends at once, whatever is not acknowledged: for a test that has failed. */
  abandon(): void;
}

/** Messages on their way at once over a socket; over HTTP it is one at a time, since nothing else orders requests. */
const socketWindow = 3;

/** Writes until stopped, to whatever address `url` gives at the moment. */
export function createWriter(url: () => string, customer: Customer, over: 'socket' | 'http'): Writer {
  const { conversationId, token } = customer;
  const sent: string[] = [];
  const acknowledged = new Map<string, number>();
  let stopping = false;
  let abandoned = false;
  const isDone = () => abandoned || (stopping && acknowledged.size === sent.length);
  const next = () => {
    const id = crypto.randomUUID();
    sent.push(id);
    return id;
  };
  const textOf = (id: string) => `请问订单 ${id.slice(0, 4)} 到哪了`;

  async function writeByHttp(): Promise<void> {
    while (!stopping) {
      const id = next();
      while (!abandoned && !acknowledged.has(id)) {
        const answer = await call<{ seq: number }>(
          url(),
          'POST',
          `/api/conversations/${conversationId}/messages`,
          { token, body: { id, text: textOf(id) } },
        ).catch(() => undefined);
        if (answer?.status === 200) acknowledged.set(id, answer.body.seq);
        else await sleep(50);
      }
    }
  }

  async function writeBySocket(): Promise<void> {
    while (!isDone()) {
      const live = await connect(url(), { token }).catch(() => undefined);
      if (live) await writeOn(live);
      await sleep(50);
    }
  }

  /** Until the connection breaks: what was not acknowledged first, in its order. */
  async function writeOn(live: LiveSocket): Promise<void> {
    let broken = false;
    void live.closed.then(() => {
      broken = true;
    });
    const send = (id: string) => live.send({ type: 'send', conversationId, id, text: textOf(id) });
    for (const id of sent) if (!acknowledged.has(id)) send(id);
    let read = 0;
    while (!broken && !isDone()) {
      for (; read < live.frames.length; read += 1) {
        const frame = live.frames[read]!;
        if (frame.type === 'accepted') acknowledged.set(frame.id, frame.seq);
        if (frame.type === 'refused') broken = true;
      }
      if (!stopping && !broken && sent.length - acknowledged.size < socketWindow) send(next());
      else await sleep(2);
    }
    live.socket.terminate();
  }

  const done = over === 'http' ? writeByHttp() : writeBySocket();
  return {
    conversationId,
    sent,
    acknowledged,
    stop() {
      stopping = true;
      return done;
    },
    abandon() {
      stopping = true;
      abandoned = true;
    },
  };
}
