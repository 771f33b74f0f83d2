/** Nobody is stranded though nobody speaks the language, has the room, or is left: over HTTP, sockets and PostgreSQL. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentProfile } from '../../core/terms/agent-status.ts';
import type { ConversationEvent, EventKind, EventOf } from '../../core/terms/event.ts';
import { bootCustomer, call, connect, type LiveSocket } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { policyWith, publishPolicy, until, wrongAssignments } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
const desks: LiveSocket[] = [];
const conversations: string[] = [];
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false', AGENT_GRACE_S: '1' });
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  const lead = await addStaff(server.plugs.pool, 'supervisor');
  for (const id of conversations.splice(0)) {
    assert.deepEqual(wrongAssignments(await logOf(id)), []);
    await command(server.url, lead, id, 'resolve', { disposition: 'solved' });
  }
  await until('everybody has left', () => server.plugs.presence.agentsOnline() === 0);
  await publish({});
});
after(() => server.stop());

const logOf = (id: string) => server.plugs.log.read(id, 0);
const stateOf = (id: string) => server.plugs.log.state(id);
const presenceOf = (id: string) => server.plugs.presence.roster().get(id)?.presence;

async function online(name: string, profile: Partial<AgentProfile> = {}) {
  const whole = { skills: {}, languages: [], capacity: 4, maximumConversations: 4, ...profile };
  const agent = await addStaff(server.plugs.pool, 'agent', name, { profile: whole });
  const desk = await connect(server.url, agent);
  desk.send({ type: 'subscribe-desk' });
  desks.push(desk);
  await until('the agent is there', () => presenceOf(agent.id) === 'online');
  return { ...agent, desk };
}

async function goAway(agent: Staff): Promise<void> {
  await call(server.url, 'PUT', '/api/session/presence', {
    cookie: agent.cookie,
    body: { presence: 'away', reason: 'meeting' },
  });
}

async function waiting(wish?: string) {
  const customer = await bootCustomer(server.url);
  conversations.push(customer.conversationId);
  await (wish === undefined ? customer.askHuman() : customer.say(wish));
  return customer;
}

function event<K extends EventKind>(
  id: string,
  kind: K,
  fits: (event: EventOf<K>) => boolean = () => true,
): Promise<EventOf<K>> {
  return until(`${kind}`, async () =>
    (await logOf(id)).find(
      (one: ConversationEvent): one is EventOf<K> => one.kind === kind && fits(one as EventOf<K>),
    ),
  );
}

async function publish(...parts: Parameters<typeof policyWith>): Promise<void> {
  await publishPolicy(server.plugs.pool, policyWith(...parts));
  await server.plugs.policyInForce.follow();
}

const weighing = (web: number) => ({
  routing: { ...server.plugs.policy().policy.routing, channelWeights: { web } },
});
const notOffered = async (id: string) => {
  await sleep(400);
  assert.equal((await stateOf(id))?.offer, null);
};
const inEnglish = 'I want to talk to a human agent, please';

test('a language is asked for while somebody at work speaks it, and falls when the last of them goes', async () => {
  await online('李静', { languages: ['zh'] });
  const emma = await online('Emma', { languages: ['en'] });
  await goAway(emma);
  await until('Emma is away', () => presenceOf(emma.id) === 'away');
  const { conversationId } = await waiting(inEnglish);
  await event(conversationId, 'queued');
  assert.equal((await stateOf(conversationId))?.language, 'en');
  // Whoever is online does not speak it, so nobody can come, and the customer is told.
  assert.equal((await event(conversationId, 'notice-given')).body.code, 'nobody-online');
  await notOffered(conversationId);
  emma.desk.socket.terminate();
  const offered = await event(conversationId, 'offered');
  assert.equal(offered.body.agentName, '李静');
  assert.equal(offered.body.routing.unspoken, 'en');
});

test('who comes to work gets what waits in their language', async () => {
  const li = await online('李静', { languages: ['zh'], maximumConversations: 1 });
  const first = await waiting();
  await event(first.conversationId, 'offered');
  await command(server.url, li, first.conversationId, 'accept');
  const { conversationId } = await waiting(inEnglish);
  await event(conversationId, 'queued');
  const emma = await online('Emma', { languages: ['en'] });
  assert.equal((await event(conversationId, 'offered')).body.agentId, emma.id);
});

test('what is heavier than every capacity goes to who has nothing, and to nobody else', async () => {
  await publish({}, weighing(9));
  const li = await online('李静');
  const heavy = await waiting();
  await event(heavy.conversationId, 'offered');
  assert.equal((await command(server.url, li, heavy.conversationId, 'accept')).status, 200);
  const second = await waiting();
  await notOffered(second.conversationId);
  assert.equal(
    (await command(server.url, li, second.conversationId, 'accept')).body.error?.code,
    'agent-full',
  );
  await command(server.url, li, heavy.conversationId, 'resolve', { disposition: 'solved' });
  await event(second.conversationId, 'offered');
});

test('for a call that has lost its patience an agent is kept from what is lighter, until it fits', async () => {
  await publish({ patienceMs: 500 }, weighing(1));
  const li = await online('李静');
  const chats = [await waiting(), await waiting()];
  for (const { conversationId } of chats) {
    await event(conversationId, 'offered');
    await command(server.url, li, conversationId, 'accept');
  }
  await publish({ patienceMs: 500 }, weighing(4));
  const heavy = await waiting();
  await sleep(600);
  await publish({ patienceMs: 500 }, weighing(1));
  const light = await waiting();
  await notOffered(light.conversationId);
  for (const { conversationId } of chats)
    await command(server.url, li, conversationId, 'resolve', { disposition: 'solved' });
  await event(heavy.conversationId, 'offered');
  await command(server.url, li, heavy.conversationId, 'accept');
  await command(server.url, li, heavy.conversationId, 'resolve', { disposition: 'solved' });
  await event(light.conversationId, 'offered');
});

test('when the last agent has left, the assistant takes over in the same step, and the place is kept', async () => {
  await publish({ whenNobody: 'assistant' });
  const li = await online('李静');
  const customer = await waiting();
  const { conversationId } = customer;
  await event(conversationId, 'offered');
  await command(server.url, li, conversationId, 'accept');
  await customer.say('还在吗');
  const { customerWaitingSince } = (await stateOf(conversationId))!;
  li.desk.socket.terminate();
  const queued = await event(conversationId, 'queued', ({ body }) => body.reasons[0]?.code === 'agent-left');
  assert.equal(queued.body.meanwhile, 'assistant');
  const state = await stateOf(conversationId);
  assert.deepEqual([state?.owner.kind, state?.waitingSince], ['assistant', customerWaitingSince]);
  await customer.say('运费多少');
  assert.equal((await logOf(conversationId)).at(-1)?.actor.kind, 'assistant');
  const wang = await online('王强');
  const offered = await event(conversationId, 'offered', ({ body }) => body.agentId === wang.id);
  assert.equal((await stateOf(conversationId))?.waitingSince, customerWaitingSince, `${offered.seq}`);
});

test('moved to a queue that nobody serves, the conversation is the assistant’s at once', async () => {
  const [first] = server.plugs.policy().policy.queues;
  const second = { ...first!, id: 'second', agentIds: [], whenNobody: 'assistant' } as const;
  await publish({}, { queues: [first!, second] });
  const li = await online('李静');
  const { conversationId } = await waiting();
  await event(conversationId, 'offered');
  await command(server.url, li, conversationId, 'accept');
  const moved = await command(server.url, li, conversationId, 'transfer', { queueId: 'second' });
  assert.equal(moved.status, 200);
  const queued = await event(conversationId, 'queued', ({ body }) => body.queueId === 'second');
  assert.equal(queued.body.meanwhile, 'assistant');
  assert.equal((await stateOf(conversationId))?.owner.kind, 'assistant');
});

test('who was given a conversation and says no first word loses it soon, raised once', async () => {
  await publish({ mode: 'auto', firstWordMs: 400 });
  await online('李静');
  const { conversationId } = await waiting();
  const assigned = await event(conversationId, 'assigned');
  assert.equal(assigned.body.deadline!.at - assigned.at, 400);
  const back = await event(conversationId, 'queued', ({ body }) => body.reasons[0]?.code === 'agent-silent');
  assert.ok(back.at - assigned.at < 5_000, `${back.at - assigned.at} ms`);
  await online('王强');
  await event(conversationId, 'queued', ({ seq, body }) => {
    if (seq > back.seq) assert.equal(body.priority, back.body.priority);
    return seq > back.seq;
  });
});
