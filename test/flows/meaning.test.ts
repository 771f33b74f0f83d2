import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SystemView } from '../../core/protocol/system.ts';
import { loadConfig } from '../../server/config.ts';
import { createJournal } from '../../server/journal.ts';
import { type Server, startServer } from '../../server/main.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { addStaff } from '../kit/colleagues.ts';
import {
  createMeaningScene,
  inOtherWords,
  type MeaningScene,
  published,
  shopArticles,
  until,
} from '../kit/meaning-scene.ts';
import { startScriptedModel } from '../kit/scripted-model.ts';

/** Question line and passage of each. */
const shopTexts = shopArticles.length * 2;

let scene: MeaningScene;
let first: Server;
let second: Server;
const journalLines: string[] = [];
const start = (environment: Readonly<Record<string, string>> = {}) =>
  startServer(
    loadConfig({
      PORT: '0',
      RATE_ADDRESS_REQUESTS: '1000000',
      LOG_LEVEL: 'info',
      ...scene.environment,
      ...environment,
    }),
    {
      journal: createJournal('info', (line) => journalLines.push(line)),
      database: scene.database.connection,
    },
  );
const known = (server: Server) => server.plugs.knowledgeBase.meaning!.counts;

before(async () => {
  scene = await createMeaningScene();
  first = await start();
  second = await start();
  await until('both know the shop', () =>
    [first, second].every((server) => known(server).there === shopTexts && known(server).wanted === 0),
  );
});
after(async () => {
  await second?.close();
  await first?.close();
  await scene.close();
});

async function metric(server: Server, name: string): Promise<number> {
  const page = await (await fetch(`${server.url}/metrics`)).text();
  return Number(
    page
      .split('\n')
      .find((line) => line.startsWith(name))
      ?.split(' ')
      .at(-1) ?? 0,
  );
}

test('leads see which models are configured and how much was read, and no key; agents do not', async () => {
  const { status, body } = await call<SystemView>(first.url, 'GET', '/api/system', { cookie: scene.cookie });
  assert.equal(status, 200);
  const { name, host, ...counts } = body.embedding!;
  assert.equal(name, scene.environment.TANDEM_EMBEDDING_NAME);
  assert.equal(host, new URL(scene.environment.TANDEM_EMBEDDING_URL!).host);
  assert.deepEqual(counts, { known: shopTexts, awaited: 0 });
  assert.equal(body.model, null);
  assert.equal(body.articles, shopArticles.length);
  const agent = await addStaff(first.plugs.pool, 'agent');
  assert.equal((await call(first.url, 'GET', '/api/system', { cookie: agent.cookie })).status, 403);
});

test('staff who search by hand find by meaning, too', async () => {
  const path = `/api/articles?status=published&search=${encodeURIComponent(inOtherWords)}`;
  const { body } = await call<{ articles: { id: string }[] }>(first.url, 'GET', path, {
    cookie: scene.cookie,
  });
  assert.deepEqual(
    body.articles.map(({ id }) => id),
    ['returns'],
  );
});

test('a question in other words is asked back about, with the right article first', async () => {
  const words = await start({
    TANDEM_EMBEDDING_URL: '',
    TANDEM_EMBEDDING_KEY: '',
    TANDEM_EMBEDDING_NAME: '',
    TANDEM_EMBEDDING_QUESTION_MS: '',
  });
  try {
    assert.equal((await scene.ask(words, inOtherWords)).decision, 'offer-human');
    assert.equal(words.plugs.meaning, undefined);
  } finally {
    await words.close();
  }
  for (const server of [first, second]) {
    const trial = await scene.ask(server, inOtherWords);
    assert.equal(trial.decision, 'clarify');
    assert.equal(trial.choices[0], '怎么退货');
    assert.ok(trial.confidence < 0.7);
  }
});

test('a customer is asked back about it in the conversation', async () => {
  const customer = await bootCustomer(first.url);
  const { status } = await customer.say(inOtherWords);
  assert.equal(status, 200);
  const events = await first.plugs.log.read(customer.conversationId, 0);
  const sent = events.find((event) => event.kind === 'message-sent');
  assert.equal(sent?.kind === 'message-sent' && sent.body.choices?.[0], '怎么退货');
});

test('each text is sent once, whoever asks, and what words answer surely is not sent at all', async () => {
  const sent = scene.model.texts();
  const ofArticles = sent.filter((text) => shopArticles.some(({ title }) => text.startsWith(title)));
  assert.equal(ofArticles.length, shopTexts, sent.join(' | '));
  const before = scene.model.texts().length;
  assert.equal((await scene.ask(first, '怎么退货')).decision, 'answer');
  await scene.ask(first, inOtherWords);
  assert.equal(scene.model.texts().length, before);
});

test('what is published is found by its meaning on every process, and what is archived no longer', async () => {
  await scene.articles.put(
    [published({ id: 'tent', title: '帐篷租借', body: '门店可以租。' })],
    'test',
    Date.now(),
  );
  for (const server of [first, second])
    await until(
      'findable',
      async () => (await scene.ask(server, '周末想到野外睡')).choices[0] === '帐篷租借',
    );
  assert.equal(scene.model.texts().filter((text) => text.startsWith('帐篷租借')).length, 2);
  await scene.articles.save('tent', 1, { status: 'archived' }, 'test', Date.now());
  for (const server of [first, second])
    await until('gone', async () => (await scene.ask(server, '周末想到野外睡')).decision === 'offer-human');
});

test('what is not for a customer is not found by its meaning either', async () => {
  await scene.articles.put(
    [
      { ...published({ id: 'staff', title: '内部流程', body: '只给同事看。' }), audience: 'staff' as const },
      { ...published({ id: 'other', title: '内部优惠', body: '只在别处。' }), inboxIds: ['elsewhere'] },
    ],
    'test',
    Date.now(),
  );
  await until('known', () => known(first).there === shopTexts + 4 && known(first).wanted === 0);
  const customer = await bootCustomer(first.url);
  await customer.say('暗号是什么');
  const events = await first.plugs.log.read(customer.conversationId, 0);
  const decided = events.find((event) => event.kind === 'decided');
  assert.ok(decided?.kind === 'decided');
  assert.equal(decided.body.decision, 'offer-human');
  assert.deepEqual(
    decided.body.considered
      ?.map(({ articleId }) => articleId)
      .filter((id) => id === 'staff' || id === 'other'),
    [],
  );
});

test('no personal data is sent', async () => {
  await scene.ask(first, '我是 13812345678，东西想还给你们公司');
  assert.ok(!scene.model.texts().some((text) => text.includes('13812345678')));
  assert.ok(scene.model.texts().some((text) => text.includes('还给你们公司')));
});

test('a model that is slow costs the limit and no answer, counted and told without a text', async () => {
  const hurried = await start({ TANDEM_EMBEDDING_QUESTION_MS: '150' });
  try {
    await until('known', () => known(hurried).wanted === 0 && known(hurried).there > 0);
    scene.model.play({ kind: 'hang' });
    const customer = await bootCustomer(hurried.url);
    await customer.say('你好');
    const asked = scene.model.requests.length;
    const startedAt = performance.now();
    const { status } = await customer.say('衣服想还给你们怎么弄呢');
    const took = performance.now() - startedAt;
    assert.equal(status, 200);
    assert.equal(scene.model.requests.length, asked + 1);
    assert.ok(took < 150 + 2_000, `${took} ms`);
    assert.equal(await metric(hurried, 'tandem_question_meanings_total{outcome="late"}'), 1);
    const events = await hurried.plugs.log.read(customer.conversationId, 0);
    assert.equal(events.filter(({ kind }) => kind === 'message-sent').length, 2);
    const told = journalLines.filter((line) => line.includes('meaning of a question'));
    assert.ok(told.length > 0 && !told.join().includes('还给'), told.join());
    // After a few in a row nobody waits any more.
    for (const round of [1, 2, 3]) await scene.ask(hurried, `第${round}次还给你们`);
    const borne = scene.model.requests.length;
    await scene.ask(hurried, '又想还给你们');
    assert.equal(scene.model.requests.length, borne);
    assert.ok((await metric(hurried, 'tandem_question_meanings_total{outcome="paused"}')) >= 1);
  } finally {
    scene.model.play({ kind: 'answer' });
    await hurried.close();
  }
});

for (const [name, play] of [
  ['overloaded', { kind: 'status', status: 429 }],
  ['broken', { kind: 'status', status: 500 }],
  [
    'talking nonsense',
    { kind: 'spoilt', spoil: (vectors) => vectors.map((one) => one.map(() => Number.NaN)) },
  ],
  ['of other dimensions', { kind: 'spoilt', spoil: (vectors) => vectors.map((one) => one.slice(3)) }],
] as const satisfies readonly (readonly [string, Parameters<MeaningScene['model']['play']>[0]])[])
  test(`with a model that is ${name} a question is answered by its words`, async () => {
    const other = await start();
    try {
      await until('known', () => known(other).wanted === 0 && known(other).there > 0);
      scene.model.play(play);
      assert.equal((await scene.ask(other, `${inOtherWords}${name}`)).decision, 'offer-human');
      assert.equal((await scene.ask(other, '怎么退货')).decision, 'answer');
    } finally {
      scene.model.play({ kind: 'answer' });
      await other.close();
    }
  });

test('a model that writes is given what the question means', async () => {
  const writer = await startScriptedModel();
  writer.play({ kind: 'answer', text: '签收后七天内可以在订单页申请[1]。' });
  const server = await start({
    TANDEM_MODEL_URL: writer.url,
    TANDEM_MODEL_NAME: 'scripted',
    TANDEM_MODEL_OPINION: 'false',
  });
  try {
    await until('known', () => known(server).wanted === 0 && known(server).there > 0);
    const customer = await bootCustomer(server.url);
    await customer.say(inOtherWords);
    const answer = async () =>
      (await server.plugs.log.read(customer.conversationId, 0)).find(({ kind }) => kind === 'message-sent');
    await until('answered', async () => (await answer()) !== undefined);
    const sources = writer.requests[0]!.body.messages[0]!.content;
    assert.match(sources, /\[1\] 怎么退货/);
    const sent = await answer();
    assert.deepEqual(
      sent?.kind === 'message-sent' && sent.body.citations?.map(({ articleId }) => articleId),
      ['returns'],
    );
  } finally {
    await server.close();
    await writer.close();
  }
});

test('the help beside a conversation shows what the question means', async () => {
  const customer = await bootCustomer(first.url);
  await customer.say(inOtherWords);
  const path = `/api/conversations/${customer.conversationId}/assist`;
  const shown = async () => {
    const { status, body } = await call<{ passages: { citation: { articleId: string } }[] }>(
      first.url,
      'GET',
      path,
      {
        cookie: scene.cookie,
      },
    );
    assert.equal(status, 200);
    return body.passages.map(({ citation }) => citation.articleId);
  };
  assert.equal((await shown())[0], 'returns');
});
