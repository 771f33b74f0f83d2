import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AssistView } from '../../core/protocol/assist.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { bootCustomer, type Customer, call, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { until } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let wang: Staff;

const chenAnswers = '杆子断了可以换单根的：先把断的一节拍照发来，然后我们免费寄一节新的，三天左右能到。';
let chen: Staff;

before(async () => {
  server = await startTestServer();
  wang = await addStaff(server.plugs.pool, 'agent', '王敏', { busy: true });
  chen = await addStaff(server.plugs.pool, 'agent', '陈立', { busy: true });
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
  const { seq } = (await customer.say('七天无理由退货怎么申请')).body;
  const help = await helpFor(customer);
  assert.equal(help.of, seq);
  assert.match(help.passages[0]?.text ?? '', /申请退货/);
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

async function solvedBy(by: Staff, question: string, answers: readonly string[], assist?: unknown) {
  const customer = await served(question, by);
  for (const text of answers)
    assert.equal(
      (await command(server.url, by, customer.conversationId, 'replies', { text, assist })).status,
      200,
    );
  const resolved = { disposition: 'solved', note: '仓库B2还有存货，别外传' };
  assert.equal(
    (await command(server.url, by, customer.conversationId, 'notes', { text: '内部备注：客户很难缠' }))
      .status,
    200,
  );
  assert.equal((await command(server.url, by, customer.conversationId, 'resolve', resolved)).status, 200);
  return customer;
}

test('what a colleague solved helps the next with the same matter, without names and notes', async () => {
  await solvedBy(chen, '你好我叫李想，电话13812345678，帐篷的杆子断了一节能单独换吗', [
    `您好李女士，我是陈立。${chenAnswers}`,
  ]);
  await server.caughtUp();
  const customer = await served('我的帐篷杆子断了，可以只换一节吗');
  const help = await helpFor(customer);
  assert.equal(help.solved.length, 1);
  assert.equal(help.solved[0]?.agentName, '陈立');
  assert.match(help.solved[0]?.worked ?? '', /免费寄一节新的/);
  const team = help.replies.find(({ from }) => from === 'team');
  assert.match(team?.text ?? '', /先把断的一节拍照发来/);
  const everything = JSON.stringify(help);
  for (const hidden of ['13812345678', '李想', '难缠', '仓库B2'])
    assert.equal(everything.includes(hidden), false, hidden);
});

test('what did not work is no help, nor what contradicts the rules in force, nor what was promised on the quiet', async () => {
  const tried = await served('天幕杆收不回去卡住了怎么办', chen);
  const reply = (customer: Customer, text: string) =>
    command(server.url, chen, customer.conversationId, 'replies', { text });
  await reply(tried, '您用力往里按就行了。');
  await tried.say('不行啊，还是收不回去，按得手疼');
  await reply(tried, '请把杆子放到太阳下晒五分钟，再逆时针转半圈边转边往里推。');
  await tried.say('收回去了，太好了');
  await command(server.url, chen, tried.conversationId, 'resolve', { disposition: 'solved', note: '' });
  await solvedBy(chen, '买的睡袋签收八天了还能无理由退吗', [
    '可以的，我们支持三十天无理由退货，吊牌在就行。',
  ]);
  await solvedBy(chen, '老客户买睡袋能不能再便宜点', [
    '这个我私下给您申请一张 100 元内部券，不要告诉别人，编号 NB-99871。',
  ]);
  const pole = await served('天幕杆卡住收不回去了');
  await until('the pole is known', async () => (await helpFor(pole)).solved.length > 0);
  assert.equal(
    (await helpFor(pole)).solved[0]?.worked,
    '请把杆子放到太阳下晒五分钟，再逆时针转半圈边转边往里推。',
  );
  const bag = await helpFor(await served('睡袋签收九天了还能无理由退吗'));
  assert.doesNotMatch(JSON.stringify([bag.solved, bag.replies]), /三十天/);
  assert.match(bag.replies[0]?.text ?? '', /7 天/);
  const cheap = await helpFor(await served('老客户买睡袋能便宜点吗'));
  assert.doesNotMatch(JSON.stringify([cheap.solved, cheap.replies]), /NB-99871/);
});

test('the same help is there on every process, and what was reopened is gone', async () => {
  const solved = await solvedBy(chen, '睡袋的拉链卡住了怎么弄', [
    '用铅笔芯在拉链齿上来回涂几下，再慢慢拉，就顺了。',
  ]);
  await server.caughtUp();
  const another = await server.startAnother();
  const customer = await served('睡袋拉链卡住了拉不动怎么办');
  const path = `/api/conversations/${customer.conversationId}/assist`;
  const there = async () =>
    (await call<AssistView>(another.url, 'GET', path, { cookie: wang.cookie })).body.solved;
  await until('the help', async () => (await there()).length === 1);
  await solved.say('还是不行，又卡住了，怎么办');
  await server.caughtUp();
  await until('the forgetting', async () => (await there()).length === 0);
});

test('a reply that is taken when it is shown rises, and one that is passed over falls', async () => {
  const question = '气垫床慢慢漏气怎么补';
  await solvedBy(chen, question, ['先把气垫充满，抹肥皂水找到冒泡的地方，擦干后贴上补丁压一整天就好。']);
  await solvedBy(wang, question, ['漏气的话可以把气垫寄回来，我们检测以后给您修好再寄回去，一般一周。']);
  await server.caughtUp();
  const before = (await helpFor(await served(question))).replies.filter(({ from }) => from === 'team');
  assert.equal(before.length, 2);
  const [first, second] = before;
  for (let time = 0; time < 6; time++) {
    const shown = [first, second].map((reply) => ({ kind: 'reply', ref: reply!.ref }));
    const customer = await served('运费怎么算');
    const assist = { shown, taken: [shown[1]], edited: 0 };
    await command(server.url, wang, customer.conversationId, 'replies', { text: `好的${time}`, assist });
  }
  await server.caughtUp();
  const after = (await helpFor(await served(question))).replies.filter(({ from }) => from === 'team');
  assert.equal(after[0]?.ref, second?.ref);
  assert.deepEqual([after[0]?.sent, after[0]?.shown], [6, 6]);
  assert.deepEqual([after[1]?.sent, after[1]?.shown], [0, 6]);
});

test('what the help is made of is the same when the log is read again from its start', async () => {
  const { pool } = server.plugs;
  const derived = async () =>
    (
      await pool.query(
        `select 'tally' as of, ref as id, shown || '/' || taken as is from assist_tally
         union all select 'reply', conversation_id || '/' || seq, shown::text || taken::text || coalesce(edited::text, '') from agent_reply
         union all select 'sentence', id, text || count from team_sentence
         union all select 'solved', conversation_id::text, worked || is_gone from solved_conversation
         union all select 'style', agent_id, replies::text from agent_style order by 1, 2`,
      )
    ).rows;
  await server.caughtUp();
  const first = await derived();
  assert.ok(first.length > 10);
  await pool.query(`delete from log_reader where name = 'assist' or name like 'solved/%'`);
  await server.caughtUp();
  assert.deepEqual(await derived(), first, 'what stands there is not counted twice');
  await pool.query(`truncate assist_tally, agent_reply, team_sentence, solved_conversation, agent_style;
    delete from log_reader where name = 'assist' or name like 'solved/%'`);
  await server.caughtUp();
  assert.deepEqual(await derived(), first);
});

test('solved conversations that older rules learned from are brought up to date, each in its turn', async () => {
  const { pool } = server.plugs;
  await server.caughtUp();
  const solved = async () =>
    (
      await pool.query<{ id: string; worked: string; gone: boolean; rating: number | null }>(
        'select conversation_id as id, worked, is_gone as gone, rating from solved_conversation order by 1',
      )
    ).rows;
  const now = await solved();
  assert.ok(now.length > 1);
  // As an upgrade finds it: words of other rules, a row that these rules would not make, and a cursor of theirs at the end.
  const { rows } = await pool.query<{ id: string }>(
    `select c.id from conversation c where not exists (select 1 from solved_conversation s where s.conversation_id = c.id)
       and exists (select 1 from event e where e.conversation_id = c.id and e.kind = 'resolved' and e.actor->>'kind' = 'agent') limit 1`,
  );
  await pool.query(
    `update solved_conversation set worked = '同事说旧话', revision = nextval('assist_revision_seq')`,
  );
  const taughtNothing = rows[0]!.id;
  await pool.query(
    `insert into solved_conversation values ($1, 'web', 'zh', '["旧"]', '旧话', '["旧话"]', '林', 1, null, false, nextval('assist_revision_seq'))`,
    [taughtNothing],
  );
  await pool.query(`update log_reader set name = 'solved/1' where name like 'solved/%'`);
  await server.caughtUp();
  const again = await solved();
  assert.deepEqual(
    again.filter(({ id }) => id !== taughtNothing),
    now,
  );
  assert.equal(again.find(({ id }) => id === taughtNothing)?.gone, true);
});

test('the help for a message costs far less than 100 ms of processor time', async () => {
  const customer = await served('帐篷漏水了怎么补');
  await helpFor(customer);
  const before = process.cpuUsage();
  for (let time = 0; time < 20; time++) await helpFor(customer);
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 20_000 <= 50, `${(user + system) / 20_000} ms`);
});
