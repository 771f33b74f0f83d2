import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { customerView } from '../../core/conversation/customer-view.ts';
import type { Server } from '../../server/main.ts';
import { bootCustomer, type Customer, call, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let other: Server;
let agent: Staff;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  other = await server.startAnother();
  agent = await addStaff(server.plugs.pool);
});
after(() => server.stop());

/** Puts events into the log past everything that tells of them, as a process does that dies right after the commit. */
async function appendUntold(customer: Customer, text: string): Promise<void> {
  const { conversationId, contact } = customer;
  const state = await server.plugs.log.state(conversationId);
  await server.plugs.pool.query(
    `with moved as (
       update conversation set last_seq = last_seq + 1, state = jsonb_set(state::jsonb, '{lastSeq}', to_jsonb(last_seq + 1))::json where id = $1
     )
     insert into event (conversation_id, seq, id, kind, actor, at, body) values ($1, $2, $3, 'message-received', $4, $5, $6)`,
    [
      conversationId,
      state!.lastSeq + 1,
      crypto.randomUUID(),
      JSON.stringify({ kind: 'contact', id: contact.id }),
      Date.now(),
      JSON.stringify({ text }),
    ],
  );
}

test('a client that was cut off for more than a hundred events gets exactly those', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  const first = await connect(server.url, { token });
  first.send({ type: 'subscribe', conversationId, after: 0 });
  await customer.say('你好');
  const { upTo } = await first.frame('events', ({ events }) =>
    events.some(({ kind, actor }) => kind === 'message-sent' && actor.kind === 'assistant'),
  );
  first.socket.terminate();
  await command(server.url, agent, conversationId, 'take-over');
  for (let index = 0; index < 60; index += 1) {
    await customer.say(`第 ${index} 句`);
    await command(server.url, agent, conversationId, index % 3 ? 'replies' : 'notes', { text: `${index}` });
  }
  await command(server.url, agent, conversationId, 'resolve', { disposition: 'solved' });
  const missed = (await server.plugs.log.read(conversationId, upTo)).flatMap(
    (event) => customerView(event) ?? [],
  );
  assert.ok(missed.length > 100);
  const last = (await server.plugs.log.state(conversationId))!.lastSeq;
  for (const url of [server.url, other.url]) {
    const again = await connect(url, { token });
    again.send({ type: 'subscribe', conversationId, after: upTo });
    await again.frame('events', (frame) => frame.upTo === last);
    assert.deepEqual(
      again.events(conversationId).map(({ id }) => id),
      missed.map(({ id }) => id),
    );
    await again.close();
    const polled = await call<{ events: { id: string }[] }>(
      url,
      'GET',
      `/api/conversations/${conversationId}/events?after=${upTo}`,
      { token },
    );
    assert.deepEqual(
      polled.body.events.map(({ id }) => id),
      missed.map(({ id }) => id),
    );
  }
});

test('a desk that was cut off gets every conversation that changed meanwhile', async () => {
  const desk = await connect(server.url, agent);
  desk.send({ type: 'subscribe-desk' });
  const known = await bootCustomer(server.url);
  await known.say('你好');
  const { cursor } = await desk.frame(
    'summary',
    ({ conversation }) => conversation.id === known.conversationId,
  );
  desk.socket.terminate();
  await sleep(50);
  const customers = await Promise.all(Array.from({ length: 40 }, () => bootCustomer(server.url)));
  await Promise.all(customers.map((customer) => customer.say('请问发货了吗')));
  const again = await connect(other.url, agent);
  again.send({ type: 'subscribe-desk', after: cursor });
  for (const { conversationId } of customers) {
    const { conversation } = await again.frame(
      'summary',
      (frame) => frame.conversation.id === conversationId,
    );
    assert.equal(conversation.lastSeq, (await server.plugs.log.state(conversationId))!.lastSeq);
  }
  await again.close();
});

test('events that nobody was told of still reach every reader and the desk', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  await customer.say('你好');
  const live = await connect(other.url, { token });
  live.send({ type: 'subscribe', conversationId, after: 0 });
  const desk = await connect(other.url, agent);
  desk.send({ type: 'subscribe-desk' });
  await live.frame('events');
  await appendUntold(customer, '没有人通知');
  await live.frame('events', ({ events }) =>
    events.some((event) => event.kind === 'message-received' && event.body.text === '没有人通知'),
  );
  const { lastSeq } = (await server.plugs.log.state(conversationId))!;
  await desk.frame(
    'summary',
    ({ conversation }) => conversation.id === conversationId && conversation.lastSeq === lastSeq,
  );
  await live.close();
  await desk.close();
});

test('losing the connection for notices costs time, never an event', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  await customer.say('你好');
  const live = await connect(other.url, { token });
  live.send({ type: 'subscribe', conversationId, after: 0 });
  await live.frame('events');
  for (let round = 0; round < 3; round += 1) {
    const cut = server.plugs.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tandem-bus' and datname = current_database()`,
    );
    await Promise.all([cut, customer.say(`第 ${round} 次`), customer.say('再来')]);
    const { lastSeq } = (await server.plugs.log.state(conversationId))!;
    await live.frame('events', ({ upTo }) => upTo === lastSeq);
  }
  const seqs = live.events(conversationId).map(({ seq }) => seq);
  assert.deepEqual(
    seqs,
    [...new Set(seqs)].sort((one, two) => one - two),
  );
  await live.close();
});

test('a reader who does not keep up is cut off instead of filling the memory', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  await customer.askHuman();
  for (let index = 0; index < 30; index += 1) await customer.say('长'.repeat(10_000));
  const slow = await connect(server.url, { token });
  slow.socket.pause();
  const openSockets = async () => (await server.plugs.figures.openSockets.get()).values[0]!.value;
  const before = await openSockets();
  // Each time the whole conversation again, almost a megabyte, which nobody takes from the wire. The operating
  // system's own buffers hold some megabytes first.
  const deadline = Date.now() + 60_000;
  while ((await openSockets()) === before && Date.now() < deadline) {
    slow.send({ type: 'subscribe', conversationId, after: 0 });
    await sleep(150);
  }
  assert.equal(await openSockets(), before - 1);
  slow.socket.resume();
  await slow.closed;
});

test('a cursor from beyond the end of the log hides nothing that comes after', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  const { body } = await customer.say('你好');
  const last = (await server.plugs.log.state(conversationId))!.lastSeq;
  assert.ok(last >= body.seq);
  const staff = await connect(server.url, agent);
  const live = await connect(server.url, { token });
  for (const one of [live, staff]) one.send({ type: 'subscribe', conversationId, after: last + 100 });
  const path = `/api/conversations/${conversationId}/events?after=${last + 100}`;
  assert.equal((await call(server.url, 'GET', path, { token })).body.upTo, last);
  const waiting = call<{ events: { seq: number }[] }>(server.url, 'GET', `${path}&wait=10`, { token });
  await sleep(200);
  const { id } = await customer.say('在吗');
  for (const one of [live, staff])
    await one.frame('events', ({ events }) => events.some((event) => event.id === id));
  assert.equal((await waiting).body.events[0]?.seq, last + 1);
  await live.close();
  await staff.close();
});
