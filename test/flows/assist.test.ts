import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AssistView } from '../../core/protocol/assist.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { bootCustomer, type Customer, call, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let wang: Staff;

before(async () => {
  server = await startTestServer();
  wang = await addStaff(server.plugs.pool, 'agent', '王敏', { busy: true });
});
after(() => server.stop());

async function served(words: string, by = wang): Promise<Customer> {
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  await customer.say(words);
  await customer.askHuman();
  assert.equal((await command(server.url, by, customer.conversationId, 'accept')).status, 200);
  return customer;
}

const helpFor = async (customer: Customer, by = wang) =>
  (
    await call<AssistView>(server.url, 'GET', `/api/conversations/${customer.conversationId}/assist`, {
      cookie: by.cookie,
    })
  ).body;

test('what answers the customer’s latest words stands beside the conversation', async () => {
  const customer = await served('在吗');
  const { seq } = (await customer.say('帐篷淋湿了要怎么晾干')).body;
  const help = await helpFor(customer);
  assert.equal(help.of, seq);
  assert.match(help.passages[0]?.text ?? '', /晾|干/);
  assert.equal(help.replies[0]?.from, 'article');
  assert.equal(help.canWrite, false);
});

test('what help an agent had is in the log, and the customer never sees it', async () => {
  const customer = await served('运费怎么算');
  const live = await connect(server.url, customer);
  live.send({ type: 'subscribe', conversationId: customer.conversationId, after: 0 });
  const assist = {
    shown: [{ kind: 'reply', ref: 'article:secret-ref#0' }],
    taken: [{ kind: 'reply', ref: 'article:secret-ref#0' }],
    edited: 0.25,
  };
  const sent = await command(server.url, wang, customer.conversationId, 'replies', {
    text: '满 99 包邮。',
    assist,
  });
  assert.equal(sent.status, 200);
  await live.frame('events', ({ events }) => events.some(({ seq }) => seq === sent.body.seq));
  assert.equal(JSON.stringify(live.frames).includes('secret-ref'), false);
  const path = `/api/conversations/${customer.conversationId}/events?after=0`;
  const seen = await call(server.url, 'GET', path, { token: customer.token });
  assert.equal(JSON.stringify(seen.body).includes('secret-ref'), false);
  const { body } = await call<{ events: ConversationEvent[] }>(server.url, 'GET', path, {
    cookie: wang.cookie,
  });
  const event = body.events.find(({ seq }) => seq === sent.body.seq);
  assert.deepEqual(event?.kind === 'message-sent' && event.body.assist, assist);
  await live.close();
});

test('what stands beside a reply is refused where it makes no sense or is too much', async () => {
  const customer = await served('怎么开发票');
  const reply = (assist: unknown) =>
    command(server.url, wang, customer.conversationId, 'replies', { text: '好的', assist });
  const item = { kind: 'reply', ref: 'a' };
  assert.equal((await reply({ shown: Array(13).fill(item), taken: [], edited: null })).status, 400);
  assert.equal((await reply({ shown: [], taken: [], edited: 0.5 })).status, 400);
  assert.equal((await reply({ shown: [item], taken: [item], edited: 1.5 })).status, 400);
  assert.equal((await reply({ shown: [{ kind: 'other', ref: 'a' }], taken: [], edited: null })).status, 400);
  assert.equal(
    (await reply({ shown: [{ kind: 'reply', ref: 'x'.repeat(201) }], taken: [], edited: null })).status,
    400,
  );
});

test('only the staff is helped', async () => {
  const customer = await served('怎么退货');
  const path = `/api/conversations/${customer.conversationId}/assist`;
  assert.equal((await call(server.url, 'GET', path, { token: customer.token })).status, 403);
  assert.equal((await call(server.url, 'GET', path)).status, 401);
  assert.equal(
    (
      await call(server.url, 'GET', `/api/conversations/${crypto.randomUUID()}/assist`, {
        cookie: wang.cookie,
      })
    ).status,
    404,
  );
});
