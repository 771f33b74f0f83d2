import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { bootCustomer, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let li: Staff;
let wang: Staff;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  li = await addStaff(server.plugs.pool, 'agent', '李静');
  wang = await addStaff(server.plugs.pool, 'agent', '王强');
});
after(() => server.stop());

/** Every message of the assistant that stands while an agent owns the conversation. */
function spokenOverHuman(events: readonly ConversationEvent[]): ConversationEvent[] {
  let isHuman = false;
  return events.filter((event) => {
    if (event.kind === 'assigned' || event.kind === 'transferred') isHuman = true;
    if (event.kind === 'returned-to-assistant' || event.kind === 'resolved' || event.kind === 'queued')
      isHuman = false;
    return isHuman && event.kind === 'message-sent' && event.actor.kind === 'assistant';
  });
}

test('an assistant never speaks after an agent accepted, however the two race', async () => {
  const rounds = 200;
  const atOnce = 10;
  let answered = 0;
  for (let start = 0; start < rounds; start += atOnce) {
    await Promise.all(
      Array.from({ length: atOnce }, async (_, index) => {
        const customer = await bootCustomer(server.url);
        const { conversationId } = customer;
        await customer.say('你们的营业时间');
        const says = () => Promise.all([customer.say('运费多少钱'), customer.say('可以退货吗')]);
        const takes = () => command(server.url, li, conversationId, 'take-over');
        const [, taken] =
          index % 2
            ? await Promise.all([says(), takes()])
            : await Promise.all([takes(), says()]).then(([one, two]) => [two, one] as const);
        assert.equal(taken.status, 200, JSON.stringify(taken.body));
        await customer.say('在吗');
        const events = await server.plugs.log.read(conversationId, 0);
        assert.deepEqual(spokenOverHuman(events), []);
        answered += events.filter(
          ({ kind, actor }) => kind === 'message-sent' && actor.kind === 'assistant',
        ).length;
      }),
    );
  }
  assert.ok(answered > rounds, 'the race was one: some answers came before the agent');
});

test('of two agents who accept at once exactly one has the conversation', async () => {
  for (let round = 0; round < 30; round += 1) {
    const customer = await bootCustomer(server.url);
    await customer.askHuman();
    const answers = await Promise.all(
      [li, wang].map((agent) => command(server.url, agent, customer.conversationId, 'accept')),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    assert.equal(refused?.body.error?.code, 'taken-already');
    const events = await server.plugs.log.read(customer.conversationId, 0);
    assert.equal(events.filter(({ kind }) => kind === 'assigned').length, 1);
  }
});

test('a colleague who was slower can neither reply nor take over nor resolve', async () => {
  const customer = await bootCustomer(server.url);
  await customer.askHuman();
  const { conversationId } = customer;
  await command(server.url, li, conversationId, 'accept');
  const codes = [];
  for (const [verb, input] of [
    ['replies', { text: '您好' }],
    ['take-over', {}],
    ['return', {}],
    ['resolve', { disposition: 'solved' }],
  ] as const)
    codes.push((await command(server.url, wang, conversationId, verb, input)).body.error?.code);
  assert.deepEqual(codes, ['not-yours', 'taken-already', 'not-yours', 'not-yours']);
});

test('what an agent gave back the assistant answers again, and what was resolved nobody replies to', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId } = customer;
  await customer.askHuman();
  await command(server.url, li, conversationId, 'accept');
  await command(server.url, li, conversationId, 'return');
  const live = await connect(server.url, { token: customer.token });
  live.send({ type: 'subscribe', conversationId, after: 0 });
  await customer.say('运费多少');
  await live.frame('events', ({ events }) =>
    events.some(({ kind, actor }) => kind === 'message-sent' && actor.kind === 'assistant'),
  );
  await live.close();
  await command(server.url, li, conversationId, 'take-over');
  await command(server.url, li, conversationId, 'resolve', { disposition: 'solved' });
  const answer = await command(server.url, li, conversationId, 'replies', { text: '还在吗' });
  assert.equal(answer.body.error?.code, 'conversation-resolved');
});
