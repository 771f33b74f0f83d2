import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { boot, type Customer, connectCustomer, openSocket } from './customers.ts';
import { p50p99, quantile, rounded } from './figures.ts';

export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  rss(): Promise<number>;
  stop(): Promise<void>;
}

export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), {
    env: {
      ...process.env,
      LOG_LEVEL: 'error',
      PORT: '0',
      RATE_CONTACT_MESSAGES: '10000',
      RATE_ADDRESS_REQUESTS: '1000000',
      ...environment,
    },
    // As `npm start` runs it.
    execArgv: ['--max-semi-space-size=32'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (data) => {
      const line = String(data)
        .split('\n')
        .find((text) => text.startsWith('{"url"'));
      if (line) resolve(JSON.parse(line).url);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    url,
    child,
    rss: () =>
      new Promise((resolve) => {
        child.once('message', (message) => resolve((message as { rss: number }).rss));
        child.send('memory');
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Single-row transactions, each with its own commit, on eight connections. */
export async function rawCommits(database: ClientConfig, ms: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const client = new Client(database);
      await client.connect();
      return client;
    }),
  );
  await clients[0]!.query(
    'create table if not exists bench_commit (id bigserial primary key, body text not null)',
  );
  let commits = 0;
  const startedAt = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - startedAt < ms) {
        await client.query({
          name: 'commit',
          text: 'insert into bench_commit (body) values ($1)',
          values: ['一行'],
        });
        commits += 1;
      }
    }),
  );
  const perSecond = commits / ((performance.now() - startedAt) / 1000);
  await clients[0]!.query('drop table bench_commit');
  await Promise.all(clients.map((client) => client.end()));
  return perSecond;
}

/** Every customer asks as soon as the last answer has come. */
export async function closedLoop(customers: readonly Customer[], question: () => string, ms: number) {
  const startedAt = performance.now();
  let answers = 0;
  await Promise.all(
    customers.map(async (customer) => {
      while (performance.now() - startedAt < ms) {
        await customer.ask(question());
        answers += 1;
      }
    }),
  );
  return answers / ((performance.now() - startedAt) / 1000);
}

/** Questions at a fixed rate whatever the answers do: what a customer waits, without the mercy of a closed loop. */
export async function openLoop(
  customers: readonly Customer[],
  question: () => string,
  perSecond: number,
  ms: number,
) {
  const waits: Promise<number>[] = [];
  const startedAt = performance.now();
  const free = [...customers];
  while (performance.now() - startedAt < ms) {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * perSecond);
    while (waits.length < due) {
      const customer = free.shift();
      if (!customer) break;
      const wait = customer.ask(question());
      waits.push(wait);
      void wait.finally(() => free.push(customer)).catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return p50p99(await Promise.all(waits));
}

/** From the tap until the agent's screen has the packet: the summary by socket, then the packet by HTTP. */
export async function handoffs(url: string, cookie: string, question: () => string, count: number) {
  const desk = await openSocket(url, { headers: { cookie } });
  const waiting = new Map<string, () => void>();
  const seen = new Set<string>();
  desk.on('message', (data) => {
    const frame = JSON.parse(String(data));
    if (frame.type !== 'summary' || frame.conversation.owner.kind !== 'queue') return;
    seen.add(frame.conversation.id);
    waiting.get(frame.conversation.id)?.();
  });
  desk.send(JSON.stringify({ type: 'subscribe-desk' }));
  const waits: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const customer = await connectCustomer(url);
    await customer.ask(question());
    const { conversationId, at } = await customer.askHuman();
    if (!seen.has(conversationId)) await new Promise<void>((resolve) => waiting.set(conversationId, resolve));
    const packet = await fetch(`${url}/api/conversations/${conversationId}/packet`, { headers: { cookie } });
    const { wants } = (await packet.json()) as { wants: { question: string } };
    if (!wants.question) throw new Error('the packet does not say what the customer wants');
    waits.push(performance.now() - at);
    customer.close();
  }
  desk.terminate();
  return p50p99(waits);
}

/** From the first byte of a new socket until everything missed is there. */
export async function reconnects(
  url: string,
  question: () => string,
  missed: number,
  count: number,
): Promise<number> {
  const { token, conversationId } = await boot(url);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let upTo = 0;
  while (upTo < missed) {
    const response = await fetch(`${url}/api/conversations/${conversationId}/messages`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: crypto.randomUUID(), text: question() }),
    });
    if (!response.ok) throw new Error(`a message was refused: ${await response.text()}`);
    const events = await fetch(`${url}/api/conversations/${conversationId}/events?after=${upTo}`, {
      headers,
    });
    upTo = ((await events.json()) as { upTo: number }).upTo;
  }
  const waits: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const startedAt = performance.now();
    const socket = await openSocket(url);
    const done = new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        const frame = JSON.parse(String(data));
        if (frame.type === 'events' && frame.upTo >= upTo) resolve();
      });
    });
    socket.send(JSON.stringify({ type: 'authenticate', token }));
    socket.send(JSON.stringify({ type: 'subscribe', conversationId, after: upTo - missed }));
    await done;
    waits.push(performance.now() - startedAt);
    socket.terminate();
  }
  return rounded(quantile(waits, 0.5));
}

/** What one more customer who only listens costs the server in memory. */
export async function idleSocketKB(server: ServerProcess, count: number): Promise<number> {
  const { token } = await boot(server.url);
  const before = await server.rss();
  const sockets = [];
  for (let start = 0; start < count; start += 100) {
    sockets.push(
      ...(await Promise.all(
        Array.from({ length: 100 }, async () => {
          const socket = await openSocket(server.url);
          const ready = new Promise((resolve) => socket.once('message', resolve));
          socket.send(JSON.stringify({ type: 'authenticate', token }));
          await ready;
          socket.send(JSON.stringify({ type: 'subscribe', conversationId: crypto.randomUUID(), after: 0 }));
          return socket;
        }),
      )),
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  const after = await server.rss();
  for (const socket of sockets) socket.terminate();
  return rounded(Math.max(0, after - before) / 1024 / count);
}
