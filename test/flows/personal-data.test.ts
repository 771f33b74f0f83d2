import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AssistView } from '../../core/protocol/assist.ts';
import type { ProposalList } from '../../core/protocol/drafts.ts';
import type { PolicyReplay } from '../../core/protocol/policies.ts';
import { bootCustomer, type Customer, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

/** What tells who the customer is, as they write it; each piece is in the customer's or the agent's words. */
const secrets = [
  '欧阳晓彤',
  '陈建国',
  '13812345678',
  '330106199001011234',
  '6222021234567890123',
  '文一路66号',
  '沪B88K21',
  'E12345678',
  'xiaotong_2020',
  'xiaotong@example.com',
  'SF1456789012345',
];
const asked = '露营灯充不进电了，插上以后灯不亮怎么办';
const told = `我是欧阳晓彤，老公叫陈建国，手机13812345678，邮箱xiaotong@example.com。${asked}`;
const more =
  '身份证330106199001011234，卡6222021234567890123，车牌沪B88K21，护照号E12345678，微信号xiaotong_2020，寄到杭州市西湖区文一路66号3幢402室，单号SF1456789012345';
const solution =
  '欧阳晓彤女士您好。请先用橡皮擦干净充电口的金属片，再换一根线充满四小时，灯就会亮。登记的车牌沪B88K21也给您记下了。';

let server: TestServer;
let lead: Staff;
let agents: readonly Staff[];
before(async () => {
  server = await startTestServer();
  lead = await addStaff(server.plugs.pool, 'supervisor', '周主管');
  agents = [
    await addStaff(server.plugs.pool, 'agent', '王敏', { busy: true }),
    await addStaff(server.plugs.pool, 'agent', '陈立', { busy: true }),
  ];
  // Two customers whom two agents help: what several say is shared.
  for (const agent of agents) await solvedBy(agent);
  await server.caughtUp();
  await server.plugs.analyst.lookNow();
});
after(() => server.stop());

async function served(by: Staff, ...words: readonly string[]): Promise<Customer> {
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  for (const text of words) assert.equal((await customer.say(text)).status, 200);
  await customer.askHuman();
  assert.equal((await command(server.url, by, customer.conversationId, 'accept')).status, 200);
  return customer;
}

async function solvedBy(agent: Staff): Promise<void> {
  const customer = await served(agent, told, more);
  const of = (await server.plugs.log.read(customer.conversationId, 0)).find(
    ({ kind }) => kind === 'message-received',
  )!.seq;
  const act = async (verb: string, body: Record<string, unknown>) =>
    assert.equal((await command(server.url, agent, customer.conversationId, verb, body)).status, 200);
  await act('replies', { text: solution });
  await act('corrections', { of, emotion: 'angry', intent: 'complaints' });
  await act('resolve', { disposition: 'solved' });
}

const ask = async <T>(method: string, path: string, body?: unknown, by = lead): Promise<T> => {
  const answer = await call<T>(server.url, method, path, { cookie: by.cookie, body });
  assert.ok(answer.status < 300, `${path} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

function assertNobody(shown: unknown, where: string): void {
  const words = typeof shown === 'string' ? shown : JSON.stringify(shown);
  for (const secret of secrets) assert.equal(words.includes(secret), false, `${secret} in ${where}`);
}

test('outside of the conversation and its contact no row of the store tells who a customer is', async () => {
  const { pool } = server.plugs;
  const own = ['event', 'conversation', 'contact', 'contact_identity', 'attachment', 'attachment_chunk'];
  // Weights are figures by hash, and many.
  const weights = ['learned_model', 'model_version'];
  const { rows: tables } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() and tablename <> all($1)`,
    [[...own, ...weights]],
  );
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ all: number; telling: string | null }>(
      `select count(*)::integer as all, min(one::text) filter (where one::text like any($1)) as telling from "${name}" as one`,
      [secrets.map((secret) => `%${secret}%`)],
    );
    if (rows[0]!.all > 0) filled.push(name);
    assert.equal(rows[0]!.telling, null, name);
  }
  for (const name of [
    'proposal',
    'training_example',
    'asked_question',
    'solved_conversation',
    'team_sentence',
    'agent_reply',
    'agent_style',
  ])
    assert.ok(filled.includes(name), `${name} holds something that could tell`);
});

test('who helps the next customer reads what was asked and what helped, and not of whom', async () => {
  const customer = await served(agents[0]!, asked);
  const help = await ask<AssistView>(
    'GET',
    `/api/conversations/${customer.conversationId}/assist`,
    undefined,
    agents[0],
  );
  assert.ok(help.solved.length > 0);
  assert.match(help.solved[0]!.worked, /橡皮/);
  assertNobody(help, 'the help beside a conversation');
  assert.ok(help.replies.every(({ text }) => !/\[(?:车牌|姓名)\]/.test(text)));
  const path = `/api/conversations/${customer.conversationId}/assist/check`;
  for (const typed of ['欧阳晓', '登记的车牌', '请先用橡皮'])
    assertNobody(await ask('POST', path, { text: typed }, agents[0]), typed);
});

test('proposals, examples, insights and judged questions show nobody', async () => {
  const { proposals } = await ask<ProposalList>('GET', '/api/drafts');
  assert.ok(proposals.length > 0);
  for (const { id } of proposals) assertNobody(await ask('GET', `/api/drafts/${id}`), 'a proposal');
  await ask('POST', '/api/judged-questions', { text: told, language: 'zh', articleId: null });
  for (const path of [
    '/api/drafts',
    '/api/judged-questions',
    '/api/understanding/examples?source=correction',
    '/api/insights/gaps',
    '/api/insights/rising',
    '/api/insights/demand',
  ])
    assertNobody(await ask('GET', path), path);
});

test('an edit that is tried on past questions shows them without whose they were', async () => {
  const content = {
    language: 'zh',
    title: '露营灯充不进电',
    body: '请擦干净充电口，再充四小时。',
    topic: 'general',
    similarQuestions: [asked],
  };
  const preview = await ask<{ changes: { text: string }[] }>('POST', '/api/articles/new-one/preview', {
    content,
  });
  assert.ok(preview.changes.some(({ text }) => /露营灯/.test(text)));
  assertNobody(preview, 'a preview');
});

test('a policy that is tried on past conversations shows their words without whose they were', async () => {
  const { policy } = server.plugs.policy();
  const toPeople = {
    id: 'lamps',
    name: { zh: '灯', en: 'Lamps' },
    enabled: true,
    when: [{ on: 'words', is: ['露营灯'] }],
    then: [{ do: 'human' }],
  };
  const replay = await ask<PolicyReplay>('POST', '/api/policies/replay', {
    days: 1,
    policy: { ...policy, triage: [toPeople, ...policy.triage] },
  });
  assert.ok(replay.changed.some(({ preview }) => /露营灯/.test(preview)));
  assertNobody(replay, 'a replay');
});
