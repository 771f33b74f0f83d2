import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isFrozen } from '../../core/learning/frozen-set.ts';
import type { ModelOverview, TrainingExample } from '../../core/protocol/understanding.ts';
import type { Server } from '../../server/main.ts';
import { endIdle } from '../../services/end-idle.ts';
import type { NewExample } from '../../services/examples-from-log.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { until } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let another: Server;
let supervisor: Staff;
let agent: Staff;
before(async () => {
  server = await startTestServer({ LEARN_QUIET_S: '86400', LEARN_EVERY_S: '86400' });
  another = await server.startAnother();
  supervisor = await addStaff(server.plugs.pool, 'supervisor', '陈主管');
  agent = await addStaff(server.plugs.pool, 'agent', '林坐席', { busy: true });
});
after(() => server.stop());

const ask = <T>(method: string, path: string, body?: unknown) =>
  call<T>(server.url, method, `/api/understanding${path}`, { cookie: supervisor.cookie, body });
const order = async () =>
  (await ask<{ models: ModelOverview[] }>('GET', '/models')).body.models.find(
    ({ model }) => model === 'retrieval',
  )!;
const rows = async () =>
  (await ask<{ examples: TrainingExample[] }>('GET', '/examples?model=retrieval')).body.examples;
const firstOn = (process: Server, text: string) =>
  process.plugs.knowledgeBase.knowledge.search(text, { languages: ['zh'], limit: 6 })[0]?.passage.articleId;

/** A customer asks, an agent answers with help beside them. */
async function answered(question: string, assist: object) {
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  await customer.say(question);
  await customer.askHuman();
  await command(server.url, agent, customer.conversationId, 'accept');
  const reply = { text: '用附带的 Type-C 线充，两小时左右充满。', assist };
  assert.equal((await command(server.url, agent, customer.conversationId, 'replies', reply)).status, 200);
}

test('an article that an agent sent stands beside the customer’s words, without personal data, and one wholly rewritten does not', async () => {
  const passage = { kind: 'passage', ref: 'headlamp-charging#0' };
  await answered('我叫王小明，电话13812345678，营地灯怎么充', {
    shown: [passage],
    taken: [passage],
    edited: 0.05,
  });
  await answered('营地灯要充多长时间', { shown: [passage], taken: [passage], edited: 0.9 });
  await answered('营地灯怎么充满', { shown: [passage], taken: [], edited: null });
  await server.caughtUp();
  const told = await rows();
  assert.deepEqual(
    told.map(({ label, source, author, title }) => ({ label, source, author, title })),
    [
      {
        label: 'headlamp-charging',
        source: 'article-sent',
        author: '林坐席',
        title: '头灯怎么充电，充多久？',
      },
    ],
  );
  assert.match(told[0]!.text, /营地灯怎么充/);
  assert.doesNotMatch(told[0]!.text, /王小明|138/);
});

test('an answer that was rated well helped, one that was handed over did not, and neither is stored twice', async () => {
  const pleased = await bootCustomer(server.url, { inboxId: 'demo' });
  await pleased.say('七天无理由退货怎么申请');
  assert.ok(
    await endIdle({ log: server.plugs.log, idleMs: 0 }, pleased.conversationId, server.plugs.now() + 1),
  );
  const rated = await call(server.url, 'POST', `/api/conversations/${pleased.conversationId}/rating`, {
    token: pleased.token,
    body: { id: crypto.randomUUID(), score: 5, comment: '' },
  });
  assert.equal(rated.status, 200, JSON.stringify(rated.body));
  const upset = await bootCustomer(server.url, { inboxId: 'demo' });
  await upset.say('七天无理由退货怎么申请');
  await upset.askHuman();
  await server.caughtUp();
  const outcomes = await server.plugs.insightStore.articleOutcomes(0, 100);
  const of = (conversationId: string) =>
    outcomes.filter((one) => one.conversationId === conversationId).map(({ hasHelped }) => hasHelped);
  assert.deepEqual(of(pleased.conversationId), [true]);
  assert.deepEqual(of(upset.conversationId), [false]);
  assert.equal((await rows()).length, 1);
  assert.ok((await order()).examples >= 3);
});

test('too few outcomes train nothing', async () => {
  assert.equal((await ask('POST', '/models/retrieval/train')).body.error?.code, 'too-few-examples');
});

/** What this shop's customers say, and the article that its agents send: others stand first as shipped. */
const matters = {
  营地灯怎么充: 'headlamp-charging',
  退的钱啥时候回到微信: 'refund-time',
  拆开发现地钉没放: 'ship-missing-item',
  '垫子不想拿嘴吹，有别的法子没': 'mat-inflate',
  '单子还没发出来，地址要换一下': 'order-modify-address',
} as const;
const openings = ['', '请问', '你好，', '麻烦问下', '在吗，', '客服，', '老板，', '想问一下'];
const endings = ['', '？', '呀', '，谢谢', '，急'];
const unheard = '亲，退的钱啥时候回到我微信啊';

/** What agents sent, in many wordings. */
const told = (at: number) =>
  Object.entries(matters).flatMap(([words, articleId], matter) =>
    openings.flatMap((opening, n) =>
      endings.map((ending, m): NewExample => {
        const text = `${opening}${words}${ending}`;
        return {
          id: `useful/test/${matter}/${n}/${m}`,
          model: 'retrieval',
          text,
          label: articleId,
          source: 'article-sent',
          conversationId: null,
          seq: null,
          author: '林坐席',
          at,
          isFrozen: isFrozen(text),
          predicted: null,
        };
      }),
    ),
  );

test('what agents sent changes the order of a search on every process, and the way back takes one call', async () => {
  const { plugs } = server;
  const before = [server, another].map((process) => firstOn(process, unheard));
  assert.deepEqual(before, ['refund-where', 'refund-where']);
  const elsewhere = '冲锋衣可以机洗吗';
  const wasElsewhere = firstOn(server, elsewhere);
  await plugs.examples.put(told(plugs.now()), plugs.now());
  assert.equal((await ask('POST', '/models/retrieval/train')).status, 202);
  const look = async () => {
    const { versions, isTraining } = await order();
    return !isTraining && versions.length > 0 && versions;
  };
  // A second or two where the machine is free.
  const [newest] = await until('the training', look, 90_000);
  assert.ok(newest);
  assert.equal(newest.standing, 'in-force', JSON.stringify(newest));
  assert.ok(newest.figures.hitsAt1! > newest.before.hitsAt1!, JSON.stringify(newest));
  assert.equal(firstOn(server, unheard), 'refund-time');
  await until('the other process', async () => firstOn(another, unheard) === 'refund-time');
  assert.equal(firstOn(server, elsewhere), wasElsewhere, 'what nobody taught stays as it was');

  const bytes = Buffer.from((await plugs.modelVersions.weights('retrieval', newest.version))!);
  for (const words of ['营地灯', '微信', 'headlamp-charging'])
    assert.equal(bytes.includes(words), false, words);

  assert.equal((await ask('POST', '/models/retrieval/versions/0/publish')).status, 200);
  assert.equal(firstOn(server, unheard), 'refund-where');
  await until('the way back', async () => firstOn(another, unheard) === 'refund-where');
  assert.equal((await ask('POST', `/models/retrieval/versions/${newest.version}/publish`)).status, 200);
  assert.equal(firstOn(server, unheard), 'refund-time');
});

test('weights that are none leave the order as it was', async () => {
  const { plugs } = server;
  const { inForce } = await order();
  const version = await plugs.modelVersions.store(
    'retrieval',
    {
      trainedAt: 1,
      author: null,
      examples: 0,
      frozen: 0,
      figures: {},
      before: {},
      isRefused: false,
      weights: Buffer.from('nonsense'),
    },
    inForce,
  );
  await plugs.understanding.follow();
  assert.equal((await order()).inForce, version);
  assert.equal(plugs.understanding.active().versions.retrieval, inForce);
  assert.equal(firstOn(server, unheard), 'refund-time');
});

test('the order is learned by itself when enough is known', async () => {
  const eager = await startTestServer({ LEARN_QUIET_S: '1', LEARN_EVERY_S: '1' });
  try {
    const { examples, now, understanding } = eager.plugs;
    await examples.put(told(now()), now());
    await until('the training', () => understanding.active().versions.retrieval === 1, 90_000);
    assert.equal(firstOn(eager, unheard), 'refund-time');
  } finally {
    await eager.stop();
  }
});
