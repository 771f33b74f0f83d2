import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import type { ClientFrame, ServerFrame } from '../../core/protocol/frames.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { Connection } from './connection.ts';

/** A server with a log of one conversation that speaks the frames of the protocol. */
class LogServer {
  readonly http: Server = createServer((request, response) => this.#answer(request, response));
  readonly sockets = new Set<ServerSocket>();
  readonly subscriptions: number[] = [];
  readonly tokens: string[] = [];
  refuseToken = '';
  allowsSockets = true;
  allowsStreams = true;
  #length = 0;
  readonly #following = new Set<(events: readonly ConversationEvent[]) => void>();

  async listen(): Promise<string> {
    const sockets = new WebSocketServer({ noServer: true });
    this.http.on('upgrade', (request, socket, head) => {
      if (!this.allowsSockets) socket.destroy();
      else sockets.handleUpgrade(request, socket, head, (opened) => this.#serve(opened));
    });
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  append(many: number): void {
    const first = this.#length + 1;
    this.#length += many;
    for (const follow of this.#following) follow(this.#after(first - 1));
  }

  cut(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  close(): void {
    this.cut();
    this.http.closeAllConnections();
    this.http.close();
  }

  #after(seq: number): ConversationEvent[] {
    return Array.from(
      { length: this.#length - seq },
      (_, index) => ({ seq: seq + index + 1, id: `e${seq + index + 1}` }) as ConversationEvent,
    );
  }

  #serve(socket: ServerSocket): void {
    this.sockets.add(socket);
    const send = (frame: ServerFrame) => socket.send(JSON.stringify(frame));
    const follow = (events: readonly ConversationEvent[]) =>
      send({ type: 'events', conversationId: 'x', events, upTo: this.#length });
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.#following.delete(follow);
    });
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as ClientFrame;
      if (frame.type === 'authenticate') {
        this.tokens.push(frame.token);
        if (frame.token === this.refuseToken) send({ type: 'refused', code: 'session-expired', message: '' });
        else send({ type: 'ready', now: 0 });
      }
      if (frame.type === 'subscribe') {
        this.subscriptions.push(frame.after);
        this.#following.add(follow);
        follow(this.#after(frame.after));
      }
    });
  }

  #answer(request: IncomingMessage, response: import('node:http').ServerResponse): void {
    const address = new URL(request.url ?? '/', 'http://localhost');
    const after = Number(address.searchParams.get('after'));
    if (address.pathname.endsWith('/stream') && this.allowsStreams) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const follow = (events: readonly ConversationEvent[]) =>
        response.write(
          `data: ${JSON.stringify({ type: 'events', conversationId: 'x', events, upTo: this.#length })}\n\n`,
        );
      this.#following.add(follow);
      follow(this.#after(after));
      return;
    }
    if (!address.pathname.endsWith('/events')) {
      response.writeHead(404).end();
      return;
    }
    const answer = () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ events: this.#after(after), upTo: this.#length }));
    };
    if (this.#length > after) {
      answer();
      return;
    }
    const follow = () => {
      this.#following.delete(follow);
      answer();
    };
    this.#following.add(follow);
  }
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function connected(server: LogServer, token: (renew: boolean) => Promise<string | null>) {
  const origin = await server.listen();
  const seen: number[] = [];
  const connection = new Connection({
    origin,
    token,
    onFrame: (frame) => {
      if (frame.type === 'events') seen.push(...frame.events.map((event) => event.seq));
    },
  });
  open.push(connection, server);
  connection.subscribe('x', 0);
  connection.open();
  return { connection, seen };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 800) throw new Error('it did not happen');
    await pause(10);
  }
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('after a hundred events were missed, each arrives once and in order', async () => {
  const server = new LogServer();
  const { seen } = await connected(server, async () => 'token');
  server.append(3);
  await until(() => seen.length === 3);
  server.cut();
  server.append(100);
  await until(() => seen.length === 103);
  server.append(1);
  await until(() => seen.length === 104);
  assert.deepEqual(seen, upTo(104));
  assert.deepEqual(server.subscriptions.slice(-1), [3]);
});

test('a token that has expired is renewed without anybody noticing', async () => {
  const server = new LogServer();
  server.refuseToken = 'old';
  const { seen } = await connected(server, async (renew) => (renew ? 'new' : 'old'));
  server.append(2);
  await until(() => seen.length === 2);
  assert.deepEqual(server.tokens, ['old', 'new']);
});

for (const [way, allowsStreams] of [
  ['SSE', true],
  ['long-poll', false],
] as const)
  test(`where no WebSocket gets through, ${way} brings every event once and in order`, async () => {
    const server = new LogServer();
    server.allowsSockets = false;
    server.allowsStreams = allowsStreams;
    const { seen, connection } = await connected(server, async () => 'token');
    server.append(5);
    await until(() => seen.length === 5);
    assert.equal(connection.state, 'live');
    server.append(2);
    await until(() => seen.length === 7);
    assert.deepEqual(seen, upTo(7));
  });
