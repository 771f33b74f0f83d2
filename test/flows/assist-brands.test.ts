import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AssistView, DraftCheck } from '../../core/protocol/assist.ts';
import { bootCustomer, type Customer, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { until } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let wang: Staff;
let lead: Staff;

const question = '滑雪板的固定器松了怎么调';
const steps = '用三号螺丝刀把后跟的螺丝拧紧半圈，再把前挡往里推一格就好了。';

before(async () => {
  server = await startTestServer();
  // Another brand beside the sample shop.
  await server.plugs.pool.query(
    `insert into inbox select 'web', settings, 'key-of-web', 'secret-of-web', created_at from inbox where id = 'demo'`,
  );
  wang = await addStaff(server.plugs.pool, 'agent', '王敏', { busy: true });
  lead = await addStaff(server.plugs.pool, 'supervisor', '组长', { busy: true });
});
after(() => server.stop());

async function served(inboxId: string, words = question): Promise<Customer> {
  const customer = await bootCustomer(server.url, { inboxId });
  await customer.say(words);
  await customer.askHuman();
  assert.equal((await command(server.url, wang, customer.conversationId, 'accept')).status, 200);
  return customer;
}

async function solvedIn(inboxId: string): Promise<void> {
  const { conversationId } = await served(inboxId);
  for (const text of [steps, '雪季快到了，云顶雪具祝您玩得开心。'])
    assert.equal((await command(server.url, wang, conversationId, 'replies', { text })).status, 200);
  assert.equal(
    (await command(server.url, wang, conversationId, 'resolve', { disposition: 'solved' })).status,
    200,
  );
}

const path = (customer: Customer, rest = '') => `/api/conversations/${customer.conversationId}/assist${rest}`;
const helpFor = async (customer: Customer) =>
  (await call<AssistView>(server.url, 'GET', path(customer), { cookie: wang.cookie })).body;
const ghostIn = async (customer: Customer) =>
  (
    await call<DraftCheck>(server.url, 'POST', path(customer, '/check'), {
      cookie: wang.cookie,
      body: { text: '雪季快到了，云顶' },
    })
  ).body.completion?.text;

test('what a team wrote in one inbox is proposed in that inbox alone', async () => {
  for (let time = 0; time < 3; time++) await solvedIn('web');
  await server.caughtUp();
  const same = await served('web');
  const help = await helpFor(same);
  assert.equal(help.solved.length, 3);
  assert.ok(help.replies.some(({ from, text }) => from === 'team' && text.includes('三号螺丝刀')));
  assert.match((await ghostIn(same)) ?? '', /雪具祝您/);
  const other = await served('demo');
  const there = await helpFor(other);
  assert.deepEqual(there.solved, []);
  assert.equal(JSON.stringify(there).includes('三号螺丝刀'), false);
  assert.equal(await ghostIn(other), undefined);
  const { styleOf } = server.plugs.assistStore;
  assert.ok((await styleOf(wang.id, 'web')).length > 0);
  assert.deepEqual(await styleOf(wang.id, 'demo'), []);
});

test('solved conversations are found by words that the dictionary learned after them', async () => {
  const asked = await served('web', '骷髅头的扣具晃了咋整');
  assert.deepEqual((await helpFor(asked)).solved, []);
  const { status } = await call(server.url, 'PUT', '/api/dictionary', {
    cookie: lead.cookie,
    body: {
      basedOn: 0,
      words: ['扣具', '固定器'],
      synonyms: [
        ['扣具', '固定器'],
        ['骷髅头', '滑雪板'],
        ['晃了', '松了'],
        ['咋整', '怎么调'],
      ],
    },
  });
  assert.equal(status, 200);
  let help: AssistView | undefined;
  await until(
    'the team’s memory is cut anew',
    async () => {
      help = await helpFor(asked);
      return help.solved.length > 0;
    },
    45_000,
  );
  assert.match(help?.solved[0]?.worked ?? '', /三号螺丝刀/);
});
