import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SignJWT } from 'jose';
import type { AssistPassage, AssistView } from '../../core/protocol/assist.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { bootCustomer, call, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let lead: Staff;
let administrator: Staff;

before(async () => {
  server = await startTestServer();
  lead = await addStaff(server.plugs.pool, 'supervisor', '组长', { busy: true });
  administrator = await addStaff(server.plugs.pool, 'administrator', '管理员', { busy: true });
  await publish('无人艇的电池怎么充满电', '红灯变绿就充满了，约四小时。', ['海鸥 X1']);
  await publish('无人艇的电池如何充满电', '面板显示 100 就充满了，约九小时。', ['信天翁 Max']);
  await publish('无人艇要不要登记', '长度超过一米的要在海事平台登记。', []);
});
after(() => server.stop());

async function publish(title: string, body: string, products: readonly string[]): Promise<void> {
  const input = { language: 'zh', title, body, topic: '无人艇', similarQuestions: [], products };
  const made = await call<{ id: string; version: number }>(server.url, 'POST', '/api/articles', {
    cookie: lead.cookie,
    body: input,
  });
  const { id, version } = made.body;
  const answer = await call(server.url, 'POST', `/api/articles/${id}/publish`, {
    cookie: lead.cookie,
    body: { version },
  });
  assert.equal(answer.status, 200);
}

const question = '无人艇的电池怎么充满电';

async function customer(input: Readonly<Record<string, unknown>> = {}) {
  const one = await bootCustomer(server.url, { inboxId: 'demo', ...input });
  const path = `/api/conversations/${one.conversationId}`;
  return {
    ...one,
    async ask(text: string, products?: readonly string[]): Promise<string> {
      const { status, body } = await call<{ seq: number }>(server.url, 'POST', `${path}/messages`, {
        token: one.token,
        body: { id: crypto.randomUUID(), text, ...(products ? { products } : {}) },
      });
      assert.equal(status, 200, JSON.stringify(body));
      const log = await call<{ events: ConversationEvent[] }>(
        server.url,
        'GET',
        `${path}/events?after=${body.seq}&wait=0`,
        { token: one.token },
      );
      return log.body.events
        .flatMap((event) => (event.kind === 'message-sent' ? [event.body.text] : []))
        .join('\n');
    },
  };
}

test('an article for one product does not answer on the page of another', async () => {
  const one = await customer();
  assert.match(await one.ask(question, ['海鸥 x1']), /四小时/);
  const two = await customer();
  const answer = await two.ask(question, ['信天翁 Max']);
  assert.match(answer, /九小时/);
  assert.doesNotMatch(answer, /四小时/);
});

test('an article for no product answers on every page, one for another product on none', async () => {
  const one = await customer();
  assert.match(await one.ask('无人艇要不要登记', ['帐篷']), /海事平台/);
  assert.doesNotMatch(await one.ask(question, ['帐篷']), /四小时|九小时/);
});

test('a product that the customer names is in sight wherever they are', async () => {
  const one = await customer();
  assert.match(await one.ask('信天翁Max 无人艇的电池如何充满电', ['海鸥 X1']), /九小时/);
});

test('the page counts for what is written on it, not for what comes after', async () => {
  const one = await customer();
  assert.doesNotMatch(await one.ask(question, ['帐篷']), /四小时|九小时/);
  assert.match(await one.ask('无人艇的电池如何充满电'), /四小时|九小时/);
});

test('over the live connection a message brings its page’s product, too', async () => {
  const one = await customer();
  const live = await connect(server.url, one);
  const id = crypto.randomUUID();
  live.send({ type: 'subscribe', conversationId: one.conversationId, after: 0 });
  live.send({
    type: 'send',
    conversationId: one.conversationId,
    id,
    text: question,
    products: ['信天翁 Max'],
  });
  await live.frame('events', ({ events }) => events.some((event) => event.kind === 'message-sent'));
  const said = live
    .events(one.conversationId)
    .flatMap((event) => (event.kind === 'message-sent' ? [event.body.text] : []));
  assert.match(said.join('\n'), /九小时/);
  await live.close();
});

test('the help beside the conversation keeps to the product, and who looks by hand finds everything', async () => {
  const one = await customer();
  await one.ask(question, ['信天翁 Max']);
  const agent = await addStaff(server.plugs.pool, 'agent', '王敏', { busy: true });
  await one.askHuman();
  assert.equal((await command(server.url, agent, one.conversationId, 'accept')).status, 200);
  const path = `/api/conversations/${one.conversationId}/assist`;
  const { body } = await call<AssistView>(server.url, 'GET', path, { cookie: agent.cookie });
  assert.match(JSON.stringify(body.passages), /九小时/);
  assert.deepEqual(body.facts[0], { label: '涉及产品', value: '信天翁 Max', of: '这条消息' });
  assert.doesNotMatch(JSON.stringify(body.passages), /四小时/);
  const search = await call<{ passages: AssistPassage[] }>(
    server.url,
    'GET',
    `${path}/search?text=${encodeURIComponent(question)}`,
    { cookie: agent.cookie },
  );
  assert.match(JSON.stringify(search.body), /四小时/);
});

/** A customer of whom the host tells this; with orders where they are given. */
async function known(attributes: Readonly<Record<string, string>>, goods?: string) {
  const { body: inbox } = await call<{ identitySecret: string; identityKeyId: string }>(
    server.url,
    'POST',
    '/api/inboxes/demo/identity-secret',
    { cookie: administrator.cookie },
  );
  const sub = `known-${crypto.randomUUID()}`;
  const identity = await new SignJWT({ sub, aud: 'demo', attributes })
    .setProtectedHeader({ alg: 'HS256', kid: inbox.identityKeyId })
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(inbox.identitySecret));
  const one = await customer({ identity });
  if (goods !== undefined) {
    const { rows } = await server.plugs.pool.query<{ contact_id: string }>(
      'select contact_id from contact_identity where key like $1',
      [`%${sub}%`],
    );
    await server.plugs.contacts.setRecords(rows[0]!.contact_id, [
      {
        title: '订单 TD2026110112345',
        facts: [
          { label: '状态', value: '已签收' },
          { label: '商品', value: goods },
        ],
      },
    ]);
  }
  return one;
}

const decidedIn = async (conversationId: string, cookie: string) =>
  (
    await call<{ events: ConversationEvent[] }>(
      server.url,
      'GET',
      `/api/conversations/${conversationId}/events?after=0`,
      { cookie },
    )
  ).body.events.findLast((event) => event.kind === 'decided')!.body;

test('who has one of two like products is answered about theirs, and the decision says why', async () => {
  const one = await known({ device: '信天翁Max' });
  assert.match(await one.ask('它的电池怎么充满电'), /九小时/);
  assert.deepEqual((await decidedIn(one.conversationId, lead.cookie)).own, {
    product: '信天翁 Max',
    of: 'device',
  });
  const two = await known({ device: '海鸥 X1' });
  assert.match(await two.ask('无人艇的电池怎么充满电'), /四小时/);
});

test('a product in the order puts its articles first, beside the conversation too, and the help says so', async () => {
  const one = await known({}, '信天翁 MAX 电动无人艇 × 1');
  assert.match(await one.ask('电池怎么充满电'), /九小时/);
  const agent = await addStaff(server.plugs.pool, 'agent', '陈立', { busy: true });
  await one.askHuman();
  assert.equal((await command(server.url, agent, one.conversationId, 'accept')).status, 200);
  const path = `/api/conversations/${one.conversationId}/assist`;
  const { body } = await call<AssistView>(server.url, 'GET', path, { cookie: agent.cookie });
  assert.match(body.passages[0]?.text ?? '', /九小时/);
  assert.deepEqual(body.passages[0]?.products, ['信天翁 Max']);
  assert.deepEqual(body.own, { product: '信天翁 Max', of: '订单 TD2026110112345' });
  assert.match(body.replies[0]?.text ?? '', /九小时/);
});

test('who asks about a product by name is answered about that one, whatever they have', async () => {
  const one = await known({ device: '信天翁 Max' });
  assert.match(await one.ask('海鸥 X1 无人艇的电池怎么充满电'), /四小时/);
  assert.equal((await decidedIn(one.conversationId, lead.cookie)).own, undefined);
});

test('what the customer has hides nothing that is for no product, and the page outweighs it', async () => {
  const one = await known({ device: '信天翁 Max' });
  assert.match(await one.ask('无人艇要不要登记'), /海事平台/);
  const two = await known({ device: '信天翁 Max' });
  assert.match(await two.ask(question, ['海鸥 X1']), /四小时/);
});

test('what is no list of names is refused', async () => {
  const one = await customer();
  for (const products of ['帐篷', [''], ['x'.repeat(61)], Array(11).fill('帐篷')]) {
    const { status } = await call(server.url, 'POST', `/api/conversations/${one.conversationId}/messages`, {
      token: one.token,
      body: { id: crypto.randomUUID(), text: question, products },
    });
    assert.equal(status, 400, JSON.stringify(products));
  }
});

test('what the host vouches for counts where the page says nothing', async () => {
  const { body: inbox } = await call<{ identitySecret: string; identityKeyId: string }>(
    server.url,
    'POST',
    '/api/inboxes/demo/identity-secret',
    { cookie: administrator.cookie },
  );
  const identity = await new SignJWT({ sub: 'm-1', aud: 'demo', attributes: { product: '信天翁 Max' } })
    .setProtectedHeader({ alg: 'HS256', kid: inbox.identityKeyId })
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(inbox.identitySecret));
  const one = await customer({ identity });
  assert.match(await one.ask(question), /九小时/);
  const two = await customer({ identity });
  assert.match(await two.ask(question, ['海鸥 X1']), /四小时/);
});
