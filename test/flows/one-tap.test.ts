import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bootCustomer, call, connect } from '../kit/client.ts';
import { addStaff, command } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
});
after(() => server.stop());

const stateOf = async (conversationId: string) => (await server.plugs.log.state(conversationId))!;

test('one tap before a word is said opens a conversation that waits for a person', async () => {
  const customer = await bootCustomer(server.url);
  const answer = await customer.askHuman();
  assert.equal(answer.status, 200);
  const state = await stateOf(customer.conversationId);
  assert.equal(state.owner.kind, 'queue');
  assert.deepEqual(
    state.handoff?.reasons.map(({ code }) => code),
    ['customer-asked'],
  );
  assert.ok(state.deadline, 'the wait has a deadline');
});

test('the wish for a person is honoured in free words, typos and both languages', async () => {
  const words = [
    '转人工',
    '找人工',
    '真人',
    '人工客服',
    '转人工!!!',
    '我要人工',
    'zhuan ren gong',
    '轉人工',
    '转人公',
    '不要机器人，叫个人来',
    'talk to a person',
    'I want to speak to a human',
    'agent please',
    'human!',
    'real person',
  ];
  const unheard: string[] = [];
  await Promise.all(
    words.map(async (text) => {
      const customer = await bootCustomer(server.url);
      await customer.say(text);
      if ((await stateOf(customer.conversationId)).owner.kind !== 'queue') unheard.push(text);
    }),
  );
  assert.deepEqual(unheard, []);
});

test('a tap after the end opens the conversation again and waits for a person', async () => {
  const agent = await addStaff(server.plugs.pool);
  const customer = await bootCustomer(server.url);
  await customer.askHuman();
  await command(server.url, agent, customer.conversationId, 'accept');
  await command(server.url, agent, customer.conversationId, 'resolve', { disposition: 'solved' });
  assert.equal((await customer.askHuman()).status, 200);
  const state = await stateOf(customer.conversationId);
  assert.deepEqual([state.status, state.owner.kind, state.reopenings], ['open', 'queue', 1]);
});

test('tapping again, or while an agent is there, is no error and changes nothing', async () => {
  const agent = await addStaff(server.plugs.pool);
  const customer = await bootCustomer(server.url);
  const taps = await Promise.all([customer.askHuman(), customer.askHuman(), customer.askHuman()]);
  assert.deepEqual(
    taps.map(({ status }) => status),
    [200, 200, 200],
  );
  const { lastSeq } = await stateOf(customer.conversationId);
  await command(server.url, agent, customer.conversationId, 'accept');
  assert.equal((await customer.askHuman()).body.repeated, true);
  assert.equal((await stateOf(customer.conversationId)).lastSeq, lastSeq + 1);
  const events = await server.plugs.log.read(customer.conversationId, 0);
  assert.equal(events.filter(({ kind }) => kind === 'queued').length, 1);
});

test('while waiting a customer sees the place in the queue move and can go on writing', async () => {
  const agent = await addStaff(server.plugs.pool);
  for (const id of (await server.plugs.positions.places()).keys())
    await command(server.url, agent, id, 'take-over');
  const [first, second] = [await bootCustomer(server.url), await bootCustomer(server.url)];
  await first.askHuman();
  const live = await connect(server.url, { token: second.token });
  const { conversationId } = second;
  live.send({ type: 'subscribe', conversationId, after: 0 });
  live.send({ type: 'ask-human', conversationId, id: 'tap-by-socket-1' });
  await live.frame('accepted', ({ id }) => id === 'tap-by-socket-1');
  await live.frame('position', ({ position }) => position === 2);
  live.send({ type: 'send', conversationId, id: 'while-waiting-1', text: '订单是 LY20261101' });
  await live.frame('accepted', ({ id }) => id === 'while-waiting-1');
  await command(server.url, agent, first.conversationId, 'accept');
  await live.frame('position', ({ position }) => position === 1);
  const events = await server.plugs.log.read(conversationId, 0);
  assert.equal(events.at(-1)?.kind, 'perceived', 'what was written is kept, and no assistant answers it');
  assert.equal((await stateOf(conversationId)).owner.kind, 'queue');
  const { body } = await call<{ wants: { question: string } }>(
    server.url,
    'GET',
    `/api/conversations/${conversationId}/packet`,
    agent,
  );
  assert.match(JSON.stringify(body), /LY20261101/, 'the packet has it');
  await live.close();
});
