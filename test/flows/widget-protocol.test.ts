import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import WebSocket from 'ws';
import { call } from '../../cli/replay/api.ts';
import type { Customer } from '../../cli/replay/customer.ts';
import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { BootResult } from '../../core/protocol/views.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { ask, invitePeople, type People } from '../kit/people.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

const id = () => crypto.randomUUID();

suite('WebSocket, server-sent events and long-poll', () => {
  let server: TestServer;
  let people: People;
  before(async () => {
    server = await startTestServer();
    people = await invitePeople(server);
  });
  after(async () => {
    await people.leave();
    await server.stop();
  });

  /** Reads the stream until an event fits; gives everything that came with the last cursor. */
  async function stream(
    customer: Customer,
    from: { readonly after?: number; readonly lastEventId?: number },
    fits: (event: ConversationEvent) => boolean,
  ): Promise<{ events: ConversationEvent[]; lastEventId: number }> {
    const url = `${server.url}/api/conversations/${customer.conversationId}/stream?after=${from.after ?? 0}`;
    const control = new AbortController();
    const headers: Record<string, string> = { ...customer.api.headers };
    if (from.lastEventId !== undefined) headers['last-event-id'] = String(from.lastEventId);
    const response = await fetch(url, { headers, signal: control.signal });
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    const events: ConversationEvent[] = [];
    let lastEventId = 0;
    let rest = '';
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + piece).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const frame = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}') as ServerFrame;
        if (frame.type !== 'events') continue;
        events.push(...frame.events);
        lastEventId = Number(/^id: (\d+)$/m.exec(block)?.[1]);
        assert.equal(lastEventId, frame.upTo);
      }
      if (events.some(fits)) break;
    }
    control.abort();
    return { events, lastEventId };
  }

  const poll = (customer: Customer, after: number, wait: number) =>
    call<{ events: ConversationEvent[]; upTo: number }>(
      customer.api,
      'GET',
      `/api/conversations/${customer.conversationId}/events?after=${after}&wait=${wait}`,
    );

  test('give the same events in the same order, and go on from the cursor without a gap', async () => {
    const customer = await people.customer();
    await ask(customer, '退款多久能到账');
    const isHandedOver = (event: ConversationEvent) => event.kind === 'queued';
    const streaming = stream(customer, {}, isHandedOver);
    const polling = (async () => {
      const events: ConversationEvent[] = [];
      for (let after = 0; !events.some(isHandedOver); ) {
        const page = await poll(customer, after, 10);
        events.push(...page.events);
        after = page.upTo;
      }
      return events;
    })();
    await ask(customer, '发票怎么开');
    await customer.askHuman(id());
    await customer.until('the place in the queue', isHandedOver);
    const [streamed, polled] = await Promise.all([streaming, polling]);
    const overSocket = customer.delivered.map(({ event }) => event);
    const until = overSocket.findIndex(isHandedOver) + 1;
    assert.deepEqual(streamed.events.slice(0, until), overSocket.slice(0, until));
    assert.deepEqual(polled.slice(0, until), overSocket.slice(0, until));

    const later = id();
    await customer.say(later, '还在吗');
    const isLater = (event: ConversationEvent) => event.id === later;
    await customer.until('the own message', isLater);
    const resumed = await stream(customer, { lastEventId: streamed.lastEventId }, isLater);
    const expected = customer.delivered
      .map(({ event }) => event)
      .filter(({ seq }) => seq > streamed.lastEventId)
      .slice(0, resumed.events.length);
    assert.deepEqual(resumed.events, expected);
    assert.ok(resumed.events.some(isLater));
  });

  test('a long-poll waits for what is to come and ends when its time is over', async () => {
    const customer = await people.customer();
    await ask(customer, '退款多久能到账');
    const { upTo } = await poll(customer, 0, 0);
    const began = performance.now();
    const nothing = await poll(customer, upTo, 0.3);
    assert.deepEqual(nothing, { events: [], upTo });
    assert.ok(performance.now() - began >= 290);
    const waiting = poll(customer, upTo, 20);
    const asked = id();
    await customer.say(asked, '发票怎么开');
    assert.ok((await waiting).events.some((event) => event.id === asked));
    assert.ok(performance.now() - began < 10_000, 'it came at once, not at the end of the wait');
  });

  test('what the customer must not see is in none of them', async () => {
    const customer = await people.customer();
    const [agent] = await people.agents(1);
    await ask(customer, '转人工');
    await agent!.act(customer.conversationId, 'accept', { id: id() });
    await call(agent!.api, 'POST', `/api/conversations/${customer.conversationId}/notes`, {
      id: id(),
      text: '只给同事看',
    });
    await agent!.act(customer.conversationId, 'resolve', { id: id(), disposition: 'spam' });
    const isEnd = (event: ConversationEvent) => event.kind === 'resolved';
    await customer.until('the end', isEnd);
    const everything = JSON.stringify([
      customer.delivered,
      await poll(customer, 0, 0),
      await stream(customer, {}, isEnd),
    ]);
    assert.doesNotMatch(everything, /只给同事看|note-added|"decided"|"perceived"|spam/);
  });

  test('another customer is refused on each of them', async () => {
    const customer = await people.customer();
    await ask(customer, '退款多久能到账');
    const stranger = await people.customer();
    const path = `/api/conversations/${customer.conversationId}`;
    for (const [method, of] of [
      ['GET', `${path}/events?after=0`],
      ['GET', `${path}/stream?after=0`],
      ['POST', `${path}/messages`],
    ] as const) {
      const body = method === 'POST' ? { id: id(), text: '你好' } : undefined;
      await assert.rejects(call(stranger.api, method, of, body), /not-found/);
    }
  });

  test('hundreds of customers behind one address connect at the same moment', async () => {
    const boot = await call<BootResult>({ url: server.url, headers: {} }, 'POST', '/api/widget/boot', {
      inboxId: 'demo',
    });
    const sockets = Array.from(
      { length: 320 },
      () => new WebSocket(`${server.url.replace('http', 'ws')}/api/socket`),
    );
    try {
      const answers = await Promise.all(
        sockets.map(
          (socket) =>
            new Promise<string>((resolve, reject) => {
              socket.on('error', reject);
              socket.on('message', (data) => resolve((JSON.parse(String(data)) as ServerFrame).type));
              socket.on('open', () => {
                socket.send(JSON.stringify({ type: 'authenticate', token: boot.token }));
                socket.send(JSON.stringify({ type: 'ping' }));
              });
            }),
        ),
      );
      assert.deepEqual([...new Set(answers)], ['ready']);
    } finally {
      for (const socket of sockets) socket.terminate();
    }
  });
});
