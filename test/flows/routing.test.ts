import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Board, Colleague } from '../../core/protocol/views.ts';
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
// Who came for one test leaves before the next, and so does what they were given.
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  const lead = await addStaff(server.plugs.pool, 'supervisor');
  for (const id of conversations.splice(0)) {
    assert.deepEqual(wrongAssignments(await logOf(id)), []);
    await command(server.url, lead, id, 'resolve', { disposition: 'solved' });
  }
  await until('everybody has left', () => server.plugs.presence.agentsOnline() === 0);
});
after(() => server.stop());

const logOf = (id: string) => server.plugs.log.read(id, 0);
const stateOf = (id: string) => server.plugs.log.state(id);

async function online(
  name: string,
  profile?: Colleague['profile'],
): Promise<Staff & { readonly desk: LiveSocket }> {
  const agent = await addStaff(server.plugs.pool, 'agent', name, profile && { profile });
  const desk = await connect(server.url, agent);
  desk.send({ type: 'subscribe-desk' });
  desks.push(desk);
  await until(
    'the agent is there',
    () => server.plugs.presence.roster().get(agent.id)?.presence === 'online',
  );
  return { ...agent, desk };
}

async function waiting() {
  const customer = await bootCustomer(server.url);
  conversations.push(customer.conversationId);
  await customer.askHuman();
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

const room = (conversations: number) => ({
  skills: {},
  languages: [],
  capacity: conversations,
  maximumConversations: conversations,
});

async function publish(...parts: Parameters<typeof policyWith>): Promise<void> {
  await publishPolicy(server.plugs.pool, policyWith(...parts));
  await server.plugs.policyInForce.follow();
}

test('what waits is offered at once, with the reasons, and is the agent’s when accepted', async () => {
  const li = await online('李静');
  const customer = await waiting();
  const offered = await event(customer.conversationId, 'offered');
  assert.equal(offered.body.agentId, li.id);
  assert.equal(offered.body.routing.chosen.agentId, li.id);
  assert.ok(offered.body.routing.chosen.factors.load > 0);
  const accepted = await command(server.url, li, customer.conversationId, 'accept');
  assert.equal(accepted.status, 200);
  const assigned = await event(customer.conversationId, 'assigned');
  assert.equal(assigned.body.how, 'offer');
  assert.equal(assigned.body.deadline?.kind, 'agent-reply');
});

test('from the wish to the offer it takes well under a tenth of a second', async (t) => {
  await online('李静');
  const took: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const { conversationId } = await waiting();
    const offered = await event(conversationId, 'offered');
    took.push(offered.at - (await event(conversationId, 'queued')).at);
  }
  const median = took.sort((one, other) => one - other)[4]!;
  assert.ok(median < 100, `${took} ms`);
  t.diagnostic(`from queued to offered: ${took.join(', ')} ms`);
});

test('who declines is not asked again, the next one is, and the desk says who', async () => {
  const li = await online('李静');
  const customer = await waiting();
  await event(customer.conversationId, 'offered');
  const wang = await online('王强');
  const stranger = await command(server.url, wang, customer.conversationId, 'decline');
  assert.equal(stranger.body.error?.code, 'not-offered');
  assert.equal(
    (await command(server.url, li, customer.conversationId, 'decline', { reason: '正在开会' })).status,
    200,
  );
  const next = await event(customer.conversationId, 'offered', ({ body }) => body.agentId === wang.id);
  const ended = await event(customer.conversationId, 'offer-ended');
  assert.deepEqual(
    { why: ended.body.why, reason: ended.body.reason },
    { why: 'declined', reason: '正在开会' },
  );
  assert.equal(next.body.routing.excluded.declined, 1);
});

test('an offer that nobody answers goes to the next, and who misses several is set away', async () => {
  await publish(
    { offerMs: 300 },
    { routing: { ...server.plugs.policy().policy.routing, missedOffersToAway: 2 } },
  );
  const li = await online('李静');
  const [first, second] = [await waiting(), await waiting()];
  for (const { conversationId } of [first, second])
    await event(conversationId, 'offer-ended', ({ body }) => body.why === 'expired');
  await until('away', () => server.plugs.presence.roster().get(li.id)?.presence === 'away');
  const told = await li.desk.frame(
    'colleague',
    ({ colleague }) => colleague.id === li.id && colleague.presence === 'away',
  );
  assert.equal(told.colleague.awayReason, 'missed-offers', 'the system did it, not the agent');
  assert.match(told.colleague.awayNote ?? '', /连续 2 次/);
  const { rows } = await server.plugs.pool.query(
    'select status, reason from agent_status_change where agent_id = $1 order by id',
    [li.id],
  );
  assert.deepEqual(rows.slice(-2), [
    { status: 'online', reason: null },
    { status: 'away', reason: 'missed-offers' },
  ]);
  assert.equal((await stateOf(first.conversationId))?.owner.kind, 'queue');
  await publish({});
});

test('an agent who pulls what is offered to another has it, and the offer is withdrawn in the same append', async () => {
  const li = await online('李静');
  const customer = await waiting();
  await event(customer.conversationId, 'offered', ({ body }) => body.agentId === li.id);
  const wang = await addStaff(server.plugs.pool, 'agent', '王强');
  assert.equal((await command(server.url, wang, customer.conversationId, 'accept')).status, 200);
  const events = await logOf(customer.conversationId);
  const ended = events.findIndex(({ kind }) => kind === 'offer-ended');
  assert.equal(events[ended + 1]?.kind, 'assigned');
  assert.equal((events[ended] as EventOf<'offer-ended'>).body.why, 'withdrawn');
  assert.equal((events[ended + 1] as EventOf<'assigned'>).body.how, 'pull');
});

test('nobody is given more than fits, and who takes more themselves is refused', async () => {
  const li = await online('李静', room(1));
  const [first, second] = [await waiting(), await waiting()];
  await event(first.conversationId, 'offered');
  await command(server.url, li, first.conversationId, 'accept');
  await sleep(300);
  assert.equal((await stateOf(second.conversationId))?.offer, null);
  const pulled = await command(server.url, li, second.conversationId, 'accept');
  assert.equal(pulled.body.error?.code, 'agent-full');
  const wang = await addStaff(server.plugs.pool, 'agent', '王强');
  await command(server.url, wang, second.conversationId, 'accept');
  await connect(server.url, wang).then((desk) => desks.push(desk));
  const given = await command(server.url, wang, second.conversationId, 'transfer', {
    agentId: li.id,
    note: '',
  });
  assert.equal(given.body.error?.code, 'agent-full');
  await command(server.url, li, first.conversationId, 'resolve', { disposition: 'solved' });
  const again = await command(server.url, wang, second.conversationId, 'transfer', {
    agentId: li.id,
    note: '',
  });
  assert.equal(again.status, 200);
});

test('a supervisor may step in beyond the own capacity', async () => {
  const lead = await addStaff(server.plugs.pool, 'supervisor', '组长', { profile: room(1) });
  const [first, second] = [await waiting(), await waiting()];
  for (const { conversationId } of [first, second])
    assert.equal((await command(server.url, lead, conversationId, 'take-over')).status, 200);
});

test('who leaves loses what is offered at once', async () => {
  const li = await online('李静');
  const customer = await waiting();
  await event(customer.conversationId, 'offered');
  li.desk.socket.terminate();
  const ended = await event(customer.conversationId, 'offer-ended');
  assert.equal(ended.body.why, 'left');
});

test('who goes to a meeting loses what is offered, and is offered nothing until back', async () => {
  const li = await online('李静');
  const customer = await waiting();
  await event(customer.conversationId, 'offered');
  const away = await call<{ agent: Colleague }>(server.url, 'PUT', '/api/session/presence', {
    cookie: li.cookie,
    body: { presence: 'away', reason: 'meeting' },
  });
  assert.equal(away.body.agent.awayReason, 'meeting');
  assert.equal((await event(customer.conversationId, 'offer-ended')).body.why, 'withdrawn');
  await sleep(300);
  assert.equal((await stateOf(customer.conversationId))?.offer, null);
  await call(server.url, 'PUT', '/api/session/presence', { cookie: li.cookie, body: { presence: 'online' } });
  await until('offered again', async () => (await stateOf(customer.conversationId))?.offer);
});

test('in a queue that gives at once the conversation is the agent’s, and in one that waits nobody is asked', async () => {
  await publish({ mode: 'auto' });
  const li = await online('李静');
  const given = await waiting();
  const assigned = await event(given.conversationId, 'assigned');
  assert.deepEqual([assigned.body.agentId, assigned.body.how], [li.id, 'auto']);
  assert.ok(assigned.body.routing);
  await publish({ mode: 'pull' });
  const pulled = await waiting();
  await sleep(300);
  assert.equal((await stateOf(pulled.conversationId))?.offer, null);
  await publish({});
});

test('after a resolution there is time to write up, which ends by itself or by a word', async () => {
  await publish({ wrapUpMs: 1500 });
  const li = await online('李静');
  const serve = async () => {
    const { conversationId } = await waiting();
    await event(conversationId, 'offered');
    await command(server.url, li, conversationId, 'accept');
    await command(server.url, li, conversationId, 'resolve', { disposition: 'solved' });
    assert.equal(server.plugs.presence.roster().get(li.id)?.presence, 'wrap-up');
  };
  await serve();
  const next = await waiting();
  await event(next.conversationId, 'offered');
  assert.equal(server.plugs.presence.roster().get(li.id)?.presence, 'online');
  await command(server.url, li, next.conversationId, 'accept');
  await serve();
  await call(server.url, 'PUT', '/api/session/presence', { cookie: li.cookie, body: { presence: 'online' } });
  assert.equal(server.plugs.presence.roster().get(li.id)?.presence, 'online');
  await publish({});
});

test('a conversation goes to another queue with its note and its place in time', async () => {
  const [first] = server.plugs.policy().policy.queues;
  await publish(
    {},
    { queues: [first!, { ...first!, id: 'second', name: { zh: '二线', en: 'Second line' } }] },
  );
  const li = await addStaff(server.plugs.pool);
  const customer = await waiting();
  await command(server.url, li, customer.conversationId, 'accept');
  await command(server.url, li, customer.conversationId, 'replies', { text: '请稍等' });
  await customer.say('好的');
  const since = (await stateOf(customer.conversationId))?.customerWaitingSince;
  const unknown = await command(server.url, li, customer.conversationId, 'transfer', {
    queueId: 'none',
    note: '',
  });
  assert.equal(unknown.status, 404);
  await command(server.url, li, customer.conversationId, 'transfer', { queueId: 'second', note: '要查物流' });
  const state = await stateOf(customer.conversationId);
  assert.deepEqual([state?.owner.kind, state?.queueId, state?.waitingSince], ['queue', 'second', since]);
  const queues = await call<{ queues: { id: string; waiting: number }[] }>(
    server.url,
    'GET',
    '/api/queues',
    li,
  );
  assert.deepEqual(
    queues.body.queues.map(({ id, waiting: count }) => [id, count]),
    [
      ['default', 0],
      ['second', 1],
    ],
  );
  await publish({});
});

test('a colleague helps in notes, a supervisor whispers, and neither speaks to the customer', async () => {
  const [li, wang] = [await addStaff(server.plugs.pool), await addStaff(server.plugs.pool, 'agent', '王强')];
  const lead = await addStaff(server.plugs.pool, 'supervisor', '组长');
  const { conversationId } = await waiting();
  await command(server.url, li, conversationId, 'accept');
  await command(server.url, li, conversationId, 'helpers', { agentId: wang.id, note: '帮我看看' });
  assert.deepEqual((await stateOf(conversationId))?.helpers, [wang.id]);
  const spoke = await command(server.url, wang, conversationId, 'replies', { text: '您好' });
  assert.equal(spoke.body.error?.code, 'not-yours');
  const whispered = await command(server.url, wang, conversationId, 'notes', {
    text: '这样说',
    whisper: true,
  });
  assert.equal(whispered.body.error?.code, 'forbidden');
  assert.equal(
    (await command(server.url, lead, conversationId, 'notes', { text: '可以退', whisper: true })).status,
    200,
  );
  await command(server.url, li, conversationId, 'labels', { labels: ['退款', '退款', '加急'] });
  assert.deepEqual((await stateOf(conversationId))?.labels, ['退款', '加急']);
  await command(server.url, wang, conversationId, 'helpers/remove', { agentId: wang.id });
  assert.deepEqual((await stateOf(conversationId))?.helpers, []);
});

test('a message that is left opens a conversation, says what happens next, and is offered to somebody', async () => {
  const customer = await bootCustomer(server.url);
  conversations.push(customer.conversationId);
  const left = await call(server.url, 'POST', `/api/conversations/${customer.conversationId}/leave-message`, {
    token: customer.token,
    body: { id: crypto.randomUUID(), way: 'message', text: '帐篷少了一根杆', email: 'a@example.com' },
  });
  assert.equal(left.status, 200, JSON.stringify(left.body));
  const kinds = (await logOf(customer.conversationId)).map(({ kind }) => kind);
  assert.deepEqual(kinds.slice(0, 2), ['conversation-opened', 'message-received']);
  const notice = await event(customer.conversationId, 'notice-given');
  assert.equal(notice.body.code, 'message-taken');
  assert.equal((await stateOf(customer.conversationId))?.leftMessage?.way, 'message');
  await online('李静');
  await event(customer.conversationId, 'offered');
});

test('a call is not offered before its time', async () => {
  await online('李静');
  const customer = await bootCustomer(server.url);
  conversations.push(customer.conversationId);
  const leave = (body: Record<string, unknown>) =>
    call(server.url, 'POST', `/api/conversations/${customer.conversationId}/leave-message`, {
      token: customer.token,
      body: { id: crypto.randomUUID(), way: 'callback', text: '请打给我', ...body },
    });
  assert.equal((await leave({})).status, 400, 'a call needs a number');
  const from = server.plugs.now() + 1500;
  assert.equal((await leave({ phone: '13800000000', slot: { from, to: from + 3600_000 } })).status, 200);
  const offered = await event(customer.conversationId, 'offered');
  assert.ok(offered.at >= from, `${offered.at - from} ms after the slot began`);
});

test('where nobody can come the assistant carries on, and the wish is granted when somebody can', async () => {
  await publish({ whenNobody: 'assistant' });
  const customer = await waiting();
  const { conversationId } = customer;
  const meanwhile = await stateOf(conversationId);
  assert.equal(meanwhile?.owner.kind, 'assistant');
  assert.notEqual(meanwhile?.waitingSince, null);
  const notice = await event(conversationId, 'notice-given');
  assert.deepEqual([notice.body.code, notice.body.instead], ['nobody-online', ['assistant', 'message']]);
  const shown = await call<{ events: ConversationEvent[] }>(
    server.url,
    'GET',
    `/api/conversations/${conversationId}/events`,
    { token: customer.token },
  );
  const queued = shown.body.events.filter((one) => one.kind === 'queued');
  assert.deepEqual(
    queued.map(({ body }) => body.meanwhile),
    ['assistant'],
    'the wish stands, and nobody is told to wait at the screen',
  );
  await customer.say('运费多少');
  const events = await logOf(conversationId);
  assert.equal(events.at(-1)?.kind, 'message-sent', 'the assistant answers');
  const li = await online('李静');
  const offered = await event(conversationId, 'offered');
  assert.equal(offered.body.agentId, li.id);
  assert.equal((await stateOf(conversationId))?.waitingSince, meanwhile?.waitingSince, 'the place was kept');
  await customer.say('人呢');
  assert.notEqual(
    (await logOf(conversationId)).at(-1)?.actor.kind,
    'assistant',
    'now a person is on the way',
  );
  await publish({});
});

test('who writes again soon after the end comes back to the same agent, if free, and the assistant otherwise', async () => {
  await online('王强');
  const li = await online('李静');
  const customer = await waiting();
  const { conversationId } = customer;
  await command(server.url, li, conversationId, 'accept');
  await command(server.url, li, conversationId, 'resolve', { disposition: 'solved' });
  await customer.say('谢谢');
  assert.equal((await stateOf(conversationId))?.status, 'resolved', 'thanks are no new request');
  await customer.say('还有一个问题，订单怎么还没到');
  const offered = await event(conversationId, 'offered', ({ seq }) => seq > 8);
  assert.equal(offered.body.agentId, li.id);
  await command(server.url, li, conversationId, 'accept');
  await command(server.url, li, conversationId, 'resolve', { disposition: 'solved' });
  await call(server.url, 'PUT', '/api/session/presence', { cookie: li.cookie, body: { presence: 'busy' } });
  await customer.say('运费多少');
  const state = await stateOf(conversationId);
  assert.equal(state?.owner.kind, 'assistant');
  assert.ok(state.turnsWithoutProgress <= 1, 'what was tried before the end does not count again');
});

test('a conversation after the window knows where the last one ended, and inherits none of its failures', async () => {
  const customer = await waiting();
  const lead = await addStaff(server.plugs.pool, 'supervisor');
  await command(server.url, lead, customer.conversationId, 'take-over');
  await command(server.url, lead, customer.conversationId, 'resolve', { disposition: 'not-solved' });
  await server.plugs.pool.query(
    `update conversation set resolved_at = resolved_at - 172800000 where id = $1`,
    [customer.conversationId],
  );
  const next = await bootCustomer(server.url, { visitor: customer.visitor });
  assert.notEqual(next.conversationId, customer.conversationId);
  conversations.push(next.conversationId);
  await next.say('你好');
  const state = await stateOf(next.conversationId);
  assert.equal(state?.previous?.conversationId, customer.conversationId);
  assert.equal(state?.previous?.disposition, 'not-solved');
  assert.equal(state?.owner.kind, 'assistant');
  assert.deepEqual([state?.turnsWithoutProgress, state?.repeatedQuestions, state?.reopenings], [0, 0, 0]);
});

test('promises of time stand in the log: they begin, are warned of, broken and kept', async () => {
  await publish({}, { sla: [{ id: 'quick', target: 'first-response', limitMs: 1600, warnAt: 0.5 }] });
  const li = await addStaff(server.plugs.pool);
  const { conversationId } = await waiting();
  assert.equal((await stateOf(conversationId))?.clocks[0]?.ruleId, 'quick');
  await event(conversationId, 'sla-warned');
  await event(conversationId, 'sla-breached');
  await command(server.url, li, conversationId, 'accept');
  await command(server.url, li, conversationId, 'replies', { text: '您好' });
  assert.deepEqual((await stateOf(conversationId))?.clocks, []);
  const kinds = (await logOf(conversationId)).map(({ kind }) => kind);
  assert.equal(kinds.filter((kind) => kind === 'sla-warned').length, 1);
  assert.equal(kinds.filter((kind) => kind === 'sla-breached').length, 1);
  await publish({});
});

test('a conversation that only the assistant serves has no promise of time', async () => {
  const customer = await bootCustomer(server.url);
  conversations.push(customer.conversationId);
  await customer.say('运费多少');
  const kinds = (await logOf(customer.conversationId)).map(({ kind }) => kind);
  assert.ok(!kinds.some((kind) => kind.startsWith('sla')));
});

test('an agent who falls silent loses the conversation to the next, or a supervisor is called', async () => {
  await publish({ replyMs: 600, mode: 'auto' });
  await Promise.all([online('李静'), online('王强')]);
  const lost = await waiting();
  const first = await event(lost.conversationId, 'assigned');
  const second = await event(
    lost.conversationId,
    'assigned',
    ({ body }) => body.agentId !== first.body.agentId,
  );
  assert.ok(second.at - first.at < 2500);
  assert.ok(
    (await logOf(lost.conversationId)).some(
      (one) => one.kind === 'notice-given' && one.body.code === 'agent-changed',
    ),
  );
  await publish({ replyMs: 600, mode: 'auto', whenSilent: 'alert-supervisor' });
  const kept = await waiting();
  const alerted = await event(kept.conversationId, 'supervisor-alerted');
  assert.equal(alerted.body.why, 'agent-silent');
  const state = await stateOf(kept.conversationId);
  assert.deepEqual(
    [state?.owner.kind, state?.alert?.why, state?.deadline?.kind],
    ['agent', 'agent-silent', 'agent-reply'],
  );
  await publish({});
});

test('a customer knows the place, how long it may take and what else may be done', async () => {
  const customer = await waiting();
  const live = await connect(server.url, { token: customer.token });
  live.send({ type: 'subscribe', conversationId: customer.conversationId, after: 0 });
  const alone = await live.frame('position');
  assert.deepEqual([alone.position, alone.agentsOnline, alone.instead], [1, 0, ['message']]);
  const li = await online('李静', room(1));
  const there = await live.frame('position', ({ agentsOnline }) => agentsOnline === 1);
  assert.deepEqual(there.instead, ['message']);
  await command(server.url, li, customer.conversationId, 'accept');
  await live.close();
  const standing = await call<{ isOpen: boolean; callbackSlots: unknown[] }>(
    server.url,
    'GET',
    '/api/standing?inbox=web',
    {
      token: customer.token,
    },
  );
  assert.equal(standing.body.isOpen, true);
  assert.equal(standing.body.callbackSlots.length, 24);
});

test('the board, the queues and the reasons why not another can be read', async () => {
  const li = await online('李静', room(1));
  const lead = await addStaff(server.plugs.pool, 'supervisor', '组长');
  const [first, second] = [await waiting(), await waiting()];
  await event(first.conversationId, 'offered');
  await command(server.url, li, first.conversationId, 'accept');
  const routing = await call<{ verdicts: { agentId: string; exclusion?: string }[] }>(
    server.url,
    'GET',
    `/api/conversations/${second.conversationId}/routing`,
    lead,
  );
  assert.equal(routing.body.verdicts.find(({ agentId }) => agentId === li.id)?.exclusion, 'full');
  assert.equal(routing.body.verdicts.find(({ agentId }) => agentId === lead.id)?.exclusion, 'offline');
  const refused = await call(server.url, 'GET', '/api/board', li);
  assert.equal(refused.status, 403);
  const { body } = await call<Board>(server.url, 'GET', '/api/board', lead);
  const [queue] = body.queues;
  assert.deepEqual([queue?.waiting, queue?.handling, queue?.online, queue?.free], [1, 1, 1, 0]);
  assert.ok(queue!.today.connected >= 1);
  const agent = body.agents.find(({ id }) => id === li.id);
  assert.deepEqual([agent?.open, agent?.load, agent?.handledToday], [1, 1, 1]);
  assert.ok(agent!.occupancy! > 0 && agent!.occupancy! <= 1);
  assert.ok(body.conversations.some(({ id }) => id === second.conversationId));
});

test('an administrator settles what an agent can do, and routing holds to it at once', async () => {
  await publish({ requires: [{ skill: 'returns', level: 3 }] });
  const administrator = await addStaff(server.plugs.pool, 'administrator');
  const li = await online('李静');
  const { conversationId } = await waiting();
  await sleep(200);
  assert.equal((await stateOf(conversationId))?.offer, null);
  const profile = { skills: { returns: 4 }, languages: ['zh'], capacity: 2, maximumConversations: 2 };
  const changed = await call<{ colleague: Colleague }>(server.url, 'PATCH', `/api/colleagues/${li.id}`, {
    cookie: administrator.cookie,
    body: { profile },
  });
  assert.deepEqual(changed.body.colleague.profile, profile);
  assert.equal((await event(conversationId, 'offered')).body.agentId, li.id);
  await publish({});
});
