import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AssistFigures, AssistView, DraftCheck } from '../../core/protocol/assist.ts';
import { bootCustomer, type Customer, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let wang: Staff;
let chen: Staff;
let lead: Staff;

before(async () => {
  server = await startTestServer();
  const { pool } = server.plugs;
  wang = await addStaff(pool, 'agent', '王敏', { busy: true });
  chen = await addStaff(pool, 'agent', '陈立', { busy: true });
  lead = await addStaff(pool, 'supervisor', '李主管', { busy: true });
});
after(() => server.stop());

async function served(words: string, by = wang): Promise<Customer> {
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  await customer.say(words);
  await customer.askHuman();
  assert.equal((await command(server.url, by, customer.conversationId, 'accept')).status, 200);
  return customer;
}

async function check(customer: Customer, text: string, by = wang): Promise<DraftCheck> {
  const path = `/api/conversations/${customer.conversationId}/assist/check`;
  const answer = await call<DraftCheck>(server.url, 'POST', path, { cookie: by.cookie, body: { text } });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}
const codes = async (customer: Customer, text: string) =>
  (await check(customer, text)).warnings.map(({ code }) => code);

test('a draft that contradicts the clause in force is warned of, with the clause', async () => {
  const customer = await served('签收以后多少天内可以退货');
  const { warnings } = await check(customer, '您好，签收后 15 天内都可以无理由退货。');
  assert.equal(warnings[0]?.code, 'contradiction');
  assert.match(warnings[0]?.words ?? '', /15 天/);
  assert.match(warnings[0]?.clause ?? '', /7|七/);
  assert.ok(warnings[0]?.citation?.title);
  assert.deepEqual(await codes(customer, '您好，签收后 7 天内可以无理由退货。'), []);
});

test('what was true in an earlier version is told to be an old clause', async () => {
  const customer = await served('露营灯的电池能用多久');
  const base = { language: 'zh', similarQuestions: ['云朵灯电池多久换'], topic: 'products' };
  const title = '云朵露营灯的电池保修多久';
  const send = async (method: string, path: string, body: object) => {
    const answer = await call<{ id: string; version: number }>(server.url, method, `/api/articles${path}`, {
      cookie: lead.cookie,
      body,
    });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
    return answer.body;
  };
  const { id, version } = await send('POST', '', { ...base, title, body: '云朵露营灯的电池保修 6 个月。' });
  const first = await send('POST', `/${id}/publish`, { version });
  const changed = await send('PUT', `/${id}`, {
    ...base,
    title,
    body: '云朵露营灯的电池保修 12 个月。',
    version: first.version,
  });
  await send('POST', `/${id}/publish`, { version: changed.version });
  const { warnings } = await check(customer, '云朵露营灯的电池保修 6 个月。');
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['expired-clause'],
  );
});

test('promises, foreign numbers, open places and careless words are warned of', async () => {
  const customer = await served('你们太过分了！！等了三天还不发货，气死我了，骗子！');
  assert.ok((await codes(customer, '我保证明天一定会到。')).includes('beyond-policy'));
  assert.ok((await codes(customer, '另一位顾客的电话是 13987654321')).includes('foreign-data'));
  assert.ok((await codes(customer, '您的订单[订单号]已经发出')).includes('placeholder'));
  assert.ok((await codes(customer, '亲，太好了～～别着急哦😊')).includes('unfit-tone'));
  assert.ok((await codes(customer, '这是您自己的问题。')).includes('blame'));
  assert.deepEqual(await codes(customer, '等了三天还没发出，是我们没做好。我现在去查，十分钟内回复您。'), []);
});

test('an angry customer brings advice on the tone, a calm one none', async () => {
  const path = (customer: Customer) => `/api/conversations/${customer.conversationId}/assist`;
  const angry = await served('你们太过分了！！等了三天还不发货，气死我了，骗子！');
  const { body } = await call<AssistView>(server.url, 'GET', path(angry), { cookie: wang.cookie });
  assert.match(body.tone?.code ?? '', /^angry/);
  const english = await call<AssistView>(server.url, 'GET', path(angry), {
    cookie: wang.cookie,
    headers: { 'accept-language': 'en' },
  });
  assert.match(english.body.tone?.advice ?? '', /angry/);
  const calm = await served('怎么开发票');
  assert.equal(
    (await call<AssistView>(server.url, 'GET', path(calm), { cookie: wang.cookie })).body.tone,
    null,
  );
});

test('a procedure is followed: what the customer did is done, and the next step is offered', async () => {
  const customer = await served('七天无理由退货怎么申请');
  const help = async () =>
    (
      await call<AssistView>(server.url, 'GET', `/api/conversations/${customer.conversationId}/assist`, {
        cookie: wang.cookie,
      })
    ).body;
  const { procedure } = await help();
  assert.ok(procedure && procedure.steps.length >= 2, 'no procedure');
  assert.equal(procedure.next, 0);
  const first = procedure.steps[0]!.text;
  await command(server.url, wang, customer.conversationId, 'replies', { text: first });
  await customer.say('好了，弄好了');
  const then = await help();
  assert.equal(then.procedure?.steps[0]?.done, true);
  assert.equal(then.procedure?.next, 1);
  assert.ok(
    then.replies.some(
      ({ from, text }) => from === 'step' && text.includes(then.procedure!.steps[1]!.text.slice(0, 6)),
    ),
  );
});

test('a sentence of several colleagues is completed, one agent’s own is not, nor anything with personal data', async () => {
  const shared = '麻烦您把外包装和面单拍一张照片发给我。';
  const own = '我是三号楼的小周很高兴认识您呀。';
  for (const by of [wang, chen]) {
    const customer = await served('包裹破了', by);
    await command(server.url, by, customer.conversationId, 'replies', {
      text: `${shared}请拨打 13812345678 找我。`,
    });
    if (by === wang) await command(server.url, by, customer.conversationId, 'replies', { text: own });
  }
  await server.caughtUp();
  const customer = await served('包裹压坏了');
  const { completion } = await check(customer, '您好。麻烦您把外');
  assert.equal(completion?.text, '包装和面单拍一张照片发给我。');
  assert.match(completion?.ref ?? '', /^ghost:/);
  assert.equal((await check(customer, '我是三号')).completion, null);
  assert.equal((await check(customer, '请拨打')).completion, null);
});

test('figures tell acceptance, edits and times with and without help, to those who lead', async () => {
  const from = Date.now() - 3600_000;
  const path = `/api/assist/figures?from=${from}&to=${Date.now() + 3600_000}`;
  const figures = async () =>
    (await call<AssistFigures>(server.url, 'GET', path, { cookie: lead.cookie })).body;
  await server.caughtUp();
  const before = await figures();
  const helped = await served('运费怎么算');
  const item = { kind: 'reply', ref: 'article:a#0' };
  const assist = { shown: [item, { kind: 'passage', ref: 'a#0' }], taken: [item], edited: 0.5 };
  await command(server.url, wang, helped.conversationId, 'replies', { text: '满 99 包邮', assist });
  await command(server.url, wang, helped.conversationId, 'replies', {
    text: '还有吗',
    assist: { ...assist, taken: [], edited: null },
  });
  const alone = await served('怎么退货');
  await command(server.url, wang, alone.conversationId, 'replies', { text: '在订单里申请' });
  for (const { conversationId } of [helped, alone])
    await command(server.url, wang, conversationId, 'resolve', { disposition: 'solved' });
  await server.caughtUp();
  const now = await figures();
  assert.equal(now.replies - before.replies, 3);
  assert.deepEqual([now.acceptance.part, now.acceptance.of, now.acceptance.value], [1, 2, 0.5]);
  assert.deepEqual(now.edited, { value: 0.5, of: 1 });
  assert.equal(now.handling.with.of, 1);
  assert.equal(now.handling.without.of - before.handling.without.of, 1);
  assert.equal((await call(server.url, 'GET', path, { cookie: wang.cookie })).status, 403);
  assert.equal(
    (await call(server.url, 'GET', '/api/assist/figures?from=5&to=1', { cookie: lead.cookie })).status,
    400,
  );
});

test('without a model nothing is written, and the refusal says so', async () => {
  const customer = await served('怎么退货');
  const answer = await call(
    server.url,
    'POST',
    `/api/conversations/${customer.conversationId}/assist/write`,
    {
      cookie: wang.cookie,
      body: { task: { kind: 'draft' } },
    },
  );
  assert.equal(answer.status, 409);
  assert.equal(answer.body.error?.code, 'no-model');
});

test('internal knowledge is marked beside the conversation and never offered as a reply; pasted into one it is warned of', async () => {
  const secret = '云朵灯返修超过两次的老客户，主管可以批准直接换新机并补偿一张券。';
  const made = await call<{ id: string; version: number }>(server.url, 'POST', '/api/articles', {
    cookie: lead.cookie,
    body: {
      language: 'zh',
      title: '云朵灯返修两次以上怎么处理',
      similarQuestions: [],
      topic: 'products',
      body: secret,
      audience: 'staff',
    },
  });
  const published = await call(server.url, 'POST', `/api/articles/${made.body.id}/publish`, {
    cookie: lead.cookie,
    body: { version: made.body.version },
  });
  assert.equal(published.status, 200, JSON.stringify(published.body));
  const customer = await served('云朵灯返修两次以上了怎么处理');
  const path = `/api/conversations/${customer.conversationId}`;
  const { body } = await call<AssistView>(server.url, 'GET', `${path}/assist`, { cookie: wang.cookie });
  const passage = body.passages.find(({ text }) => text === secret);
  assert.equal(passage?.audience, 'staff');
  assert.equal(
    body.replies.some(({ text }) => text.includes('补偿一张券')),
    false,
  );
  assert.ok((await codes(customer, secret)).includes('internal-text'));
  const seen = await call(server.url, 'GET', `${path}/events?after=0`, { token: customer.token });
  assert.equal(JSON.stringify(seen.body).includes('补偿一张券'), false);
});

test('ghost text says the published clause on, with its figure; what is internal it never says', async () => {
  const publish = async (content: object) => {
    const input = { language: 'zh', topic: '租赁', similarQuestions: [], ...content };
    const made = await call<{ id: string; version: number }>(server.url, 'POST', '/api/articles', {
      cookie: lead.cookie,
      body: input,
    });
    const { id, version } = made.body;
    await call(server.url, 'POST', `/api/articles/${id}/publish`, { cookie: lead.cookie, body: { version } });
  };
  await publish({
    title: '雪鞋租赁的押金怎么退',
    body: '## 退还\n\n- 雪鞋的押金在归还后 **48** 小时内原路退回。',
  });
  await publish({
    title: '雪鞋租赁押金的内部规定',
    body: '黑名单客户的押金须主管复核后再退。',
    audience: 'staff',
  });
  const customer = await served('雪鞋租赁的押金怎么退');
  assert.equal((await check(customer, '您好，雪鞋的押金')).completion?.text, '在归还后 48 小时内原路退回。');
  assert.equal((await check(customer, '黑名单客户')).completion, null);
  const other = await served('发票怎么开');
  assert.equal((await check(other, '您好，雪鞋的押金')).completion, null);
});
