import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { InboxStanding } from '../../core/protocol/views.ts';
import type { ConversationEvent, EventOf } from '../../core/terms/event.ts';
import { bootCustomer, type Customer, call, connect, type LiveSocket } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { policyWith, publishPolicy, until } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
const sockets: LiveSocket[] = [];
const conversations: string[] = [];

before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) await socket.close();
  const lead = await addStaff(server.plugs.pool, 'supervisor');
  for (const id of conversations.splice(0))
    await command(server.url, lead, id, 'resolve', { disposition: 'solved' });
  await until('everybody has left', () => server.plugs.presence.agentsOnline() === 0);
});
after(() => server.stop());

async function publish(...parts: Parameters<typeof policyWith>): Promise<void> {
  await publishPolicy(server.plugs.pool, policyWith(...parts));
  await server.plugs.policyInForce.follow();
}

async function online(name: string): Promise<Staff> {
  const profile = { skills: {}, languages: [], capacity: 1, maximumConversations: 1 };
  const agent = await addStaff(server.plugs.pool, 'agent', name, { profile });
  sockets.push(await connect(server.url, agent));
  await until(
    'the agent is there',
    () => server.plugs.presence.roster().get(agent.id)?.presence === 'online',
  );
  return agent;
}

const setStatus = (agent: Staff, status: 'online' | 'busy') =>
  server.plugs.routing.setStatus(agent.id, { status });
const logOf = (id: string) => server.plugs.log.read(id, 0);
const stateOf = async (id: string) => (await server.plugs.log.state(id))!;
const tap = (customer: Customer, id: string = crypto.randomUUID()) =>
  call<{ seq: number; repeated: boolean }>(
    server.url,
    'POST',
    `/api/conversations/${customer.conversationId}/assistant`,
    { token: customer.token, body: { id } },
  );

/** Somebody who waits behind a customer whom the only agent serves. */
async function waitsBehind(agent: Staff): Promise<Customer> {
  const served = await bootCustomer(server.url);
  const second = await bootCustomer(server.url);
  conversations.push(served.conversationId, second.conversationId);
  await served.askHuman();
  await until('the offer', async () => (await stateOf(served.conversationId)).offer?.agentId === agent.id);
  assert.equal((await command(server.url, agent, served.conversationId, 'accept')).status, 200);
  await second.askHuman();
  return second;
}

test('who waits in the queue gets the assistant by one tap when nobody can come, and keeps the place', async () => {
  await publish({ whenNobody: 'assistant' });
  const li = await online('李静');
  const customer = await waitsBehind(li);
  const { conversationId } = customer;
  const since = (await stateOf(conversationId)).waitingSince;
  const live = await connect(server.url, { token: customer.token });
  sockets.push(live);
  live.send({ type: 'subscribe', conversationId, after: 0 });
  await live.frame('position', ({ agentsOnline }) => agentsOnline === 1);

  // Somebody is there: the tap of an old screen changes nothing, and is no error.
  const early = await tap(customer);
  assert.deepEqual([early.status, early.body.repeated], [200, true]);
  assert.equal((await stateOf(conversationId)).owner.kind, 'queue');

  await setStatus(li, 'busy');
  const left = await live.frame('position', ({ agentsOnline }) => agentsOnline === 0);
  assert.deepEqual(left.instead, ['assistant', 'message'], 'the way back is offered');
  const id = crypto.randomUUID();
  const [first, again] = [await tap(customer, id), await tap(customer, id)];
  assert.deepEqual([first.status, first.body.repeated], [200, false]);
  assert.deepEqual(again.body, { seq: first.body.seq, repeated: true }, 'a double tap happens once');
  const state = await stateOf(conversationId);
  assert.deepEqual([state.owner.kind, state.waitingSince], ['assistant', since]);
  const shown = await live.frame('events', ({ events }) => events.some((event) => event.id === id));
  const queued = shown.events.find((event): event is EventOf<'queued'> => event.id === id);
  assert.deepEqual([queued?.body.meanwhile, queued?.actor.kind], ['assistant', 'system']);
  const logged = (await logOf(conversationId)).find((event) => event.id === id);
  assert.equal(logged?.actor.kind, 'contact', 'the log says who wished it');

  await customer.say('运费多少');
  assert.equal((await logOf(conversationId)).at(-1)?.kind, 'message-sent', 'the assistant answers');
  const other = await online('王敏');
  const offered = (event: ConversationEvent): event is EventOf<'offered'> => event.kind === 'offered';
  const offer = await until('the offer', async () => (await logOf(conversationId)).find(offered));
  assert.equal(offer.body.agentId, other.id);
  assert.equal((await stateOf(conversationId)).waitingSince, since, 'the place was kept');
});

test('a queue that lets nobody but people answer, and somebody else’s conversation, are left alone', async () => {
  await publish({ whenNobody: 'message' });
  const customer = await bootCustomer(server.url);
  conversations.push(customer.conversationId);
  await customer.askHuman();
  const before = await stateOf(customer.conversationId);
  assert.equal((await tap(customer)).status, 200);
  assert.equal((await stateOf(customer.conversationId)).lastSeq, before.lastSeq);
  const stranger = await bootCustomer(server.url);
  const { status, body } = await call(
    server.url,
    'POST',
    `/api/conversations/${customer.conversationId}/assistant`,
    { token: stranger.token, body: { id: crypto.randomUUID() } },
  );
  assert.deepEqual([status, body.error?.code], [404, 'not-found']);
  const agent = await addStaff(server.plugs.pool, 'agent');
  const asAgent = await command(server.url, agent, customer.conversationId, 'assistant');
  assert.equal(asAgent.body.error?.code, 'forbidden', 'it is the customer’s tap');
});

test('the standing is that of the first queue, of a named one, or of where a tap leads from the inbox', async () => {
  const [first] = policyWith({}).queues;
  const closed = { ...first!, id: 'night', calendarId: 'never', whenClosed: 'callback' as const };
  const never = {
    id: 'never',
    name: 'Never',
    timeZone: 'Asia/Shanghai',
    week: Array(7).fill([]),
    holidays: 'none' as const,
    exceptions: [],
  };
  const toNight = {
    id: 'all-to-night',
    name: { zh: '都去夜间队列', en: 'All to the night queue' },
    enabled: true,
    when: [],
    then: [{ do: 'queue' as const, queueId: 'night' }],
  };
  await publish({}, { queues: [first!, closed], calendars: [never], triage: [toNight], sla: [] });
  const customer = await bootCustomer(server.url);
  const standing = (query: string) =>
    call<InboxStanding>(server.url, 'GET', `/api/standing${query}`, { token: customer.token });
  assert.deepEqual((await standing('')).body.isOpen, true, 'as before');
  const night = await standing('?queue=night');
  assert.deepEqual([night.body.isOpen, night.body.instead], [false, ['callback', 'message']]);
  assert.equal((await standing(`?queue=${first!.id}`)).body.isOpen, true);
  assert.equal((await standing('?inbox=web')).body.isOpen, false, 'the rules decide where a tap leads');
  assert.equal((await standing('?queue=none')).status, 404);
  assert.equal((await standing('?inbox=none')).status, 404);
  assert.equal((await standing('?inbox=web&queue=night')).body.error?.code, 'bad-input');
  const { body } = await call<{ paths: Record<string, { get: { parameters: { name: string }[] } }> }>(
    server.url,
    'GET',
    '/api/openapi.json',
  );
  const { parameters } = body.paths['/api/standing']!.get;
  assert.deepEqual(parameters.map(({ name }) => name).sort(), ['inbox', 'queue']);
});
