import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationEvent, EventOf } from '../../core/terms/event.ts';
import { bootCustomer, connect } from '../kit/client.ts';
import { addStaff, command } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';
import { startServerProcess } from '../kit/server-process.ts';

const patience = { TANDEM_DEMO: 'false', QUEUE_PATIENCE_S: '5', AGENT_SILENCE_S: '10', AGENT_GRACE_S: '1' };
let server: TestServer;
before(async () => {
  server = await startTestServer(patience);
  await server.startAnother();
});
after(() => server.stop());

const read = (conversationId: string) => server.plugs.log.read(conversationId, 0);
const noticesOf = (events: readonly ConversationEvent[]) =>
  events.flatMap((event) => (event.kind === 'notice-given' ? [event.body.code] : []));

/** What a customer is told when the patience of the queue has passed. */
const howItStands = (events: readonly ConversationEvent[]) =>
  events.filter(
    (event) => event.kind === 'notice-given' && event.body.position !== undefined,
  ) as EventOf<'notice-given'>[];

async function until<T>(withinMs: number, look: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`did not happen within ${withinMs} ms`);
    await sleep(100);
  }
}

test('a customer who asks while nobody is there is told at once', async () => {
  const customer = await bootCustomer(server.url);
  await customer.askHuman();
  const events = await read(customer.conversationId);
  assert.deepEqual(noticesOf(events), ['nobody-online']);
  assert.ok((await server.plugs.log.state(customer.conversationId))?.deadline);
});

// Waiting takes real time, so the waits run side by side.
describe('a customer who waits', { concurrency: true }, () => {
  test('is told once how things stand by two processes that both look at the clock', async () => {
    const customer = await bootCustomer(server.url);
    await customer.askHuman();
    await sleep(8500);
    const told = howItStands(await read(customer.conversationId));
    assert.equal(told.length, 1);
    assert.ok(told[0]!.body.position! >= 1);
    assert.ok(
      (await server.plugs.log.state(customer.conversationId))?.deadline,
      'and the next deadline runs',
    );
  });

  test('goes back to the front of the queue when the agent falls silent', async () => {
    const agent = await addStaff(server.plugs.pool, 'agent', '坐席', { busy: true });
    const desk = await connect(server.url, agent);
    const customer = await bootCustomer(server.url);
    const { conversationId } = customer;
    await customer.askHuman();
    await command(server.url, agent, conversationId, 'accept');
    const others = await bootCustomer(server.url);
    await others.askHuman();
    await until(16_000, async () => (await server.plugs.log.state(conversationId))?.owner.kind === 'queue');
    const events = await read(conversationId);
    const queued = events.filter((event) => event.kind === 'queued');
    assert.deepEqual(
      queued.map(({ body }) => body.reasons[0]?.code),
      ['customer-asked', 'agent-silent'],
    );
    assert.equal(noticesOf(events).at(-1), 'nobody-online', 'the only agent is busy and was just silent');
    const places = await server.plugs.positions.places();
    assert.ok(places.get(conversationId)!.position < places.get(others.conversationId)!.position);
    assert.ok((await server.plugs.log.state(conversationId))?.deadline);
    await desk.close();
  });

  test('keeps an agent who has replied, however long the customer thinks', async () => {
    const agent = await addStaff(server.plugs.pool, 'agent', '坐席', { busy: true });
    const desk = await connect(server.url, agent);
    const customer = await bootCustomer(server.url);
    await customer.askHuman();
    await command(server.url, agent, customer.conversationId, 'accept');
    await command(server.url, agent, customer.conversationId, 'replies', { text: '您好' });
    await sleep(12_000);
    assert.equal((await server.plugs.log.state(customer.conversationId))?.owner.kind, 'agent');
    await desk.close();
  });

  test('goes back to the queue when the agent’s connection stays away', async () => {
    const agent = await addStaff(server.plugs.pool, 'agent', '坐席', { busy: true });
    const desk = await connect(server.url, agent);
    const customer = await bootCustomer(server.url);
    await customer.askHuman();
    await command(server.url, agent, customer.conversationId, 'accept');
    desk.socket.terminate();
    const event = await until(9_500, async () =>
      (await read(customer.conversationId)).findLast(({ kind, seq }) => kind === 'queued' && seq > 3),
    );
    assert.equal(event.kind === 'queued' && event.body.reasons[0]?.code, 'agent-left');
  });

  test('is not forgotten by one whose own trouble nobody can mend', async () => {
    // A conversation whose deadline cannot be kept stands before all others.
    const broken = await bootCustomer(server.url);
    await broken.say('你好');
    await server.plugs.pool.query(
      // `updated_at` too, so that nobody takes the state for the one they know.
      `update conversation set due_at = 1, updated_at = updated_at + 1,
         state = jsonb_set(jsonb_set(state::jsonb, '{deadline}', '{"kind":"answer","at":1}'), '{unanswered}', '2')::json
       where id = $1`,
      [broken.conversationId],
    );
    const customer = await bootCustomer(server.url);
    await customer.askHuman();
    await until(8_000, async () => howItStands(await read(customer.conversationId)).length > 0);
  });
});

test('deadlines outlive the process that set them', async () => {
  const { url } = server.database;
  const first = await startServerProcess(url, patience);
  const customer = await bootCustomer(first.url);
  await customer.askHuman();
  await first.kill();
  await until(9_000, async () => howItStands(await read(customer.conversationId)).length > 0);
});

test('an agent who was disabled or signed out hears nothing more and takes nobody with them', async () => {
  const agent = await addStaff(server.plugs.pool, 'agent', '坐席', { busy: true });
  const desk = await connect(server.url, agent);
  desk.send({ type: 'subscribe-desk' });
  await server.plugs.agents.change(agent.id, { disabled: true });
  const code = await Promise.race([desk.closed, sleep(15_000, 0, { ref: false })]);
  assert.equal(code, 4401);
});
