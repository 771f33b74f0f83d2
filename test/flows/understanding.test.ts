import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFrozen } from '../../core/learning/frozen-set.ts';
import type {
  Explanation,
  IntentSummary,
  LearnedModel,
  ModelOverview,
  TrainingExample,
} from '../../core/protocol/understanding.ts';
import type { EventOf } from '../../core/terms/event.ts';
import type { Server } from '../../server/main.ts';
import { bootCustomer, type CallOptions, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let another: Server;
let supervisor: Staff;
before(async () => {
  server = await startTestServer({ LEARN_QUIET_S: '86400' });
  another = await server.startAnother();
  supervisor = await addStaff(server.plugs.pool, 'supervisor', '陈主管');
});
after(() => server.stop());

const ask = <T>(method: string, path: string, body?: unknown, options: CallOptions = {}) =>
  call<T>(server.url, method, `/api/understanding${path}`, { cookie: supervisor.cookie, body, ...options });
const modelOf = async (model: LearnedModel) =>
  (await ask<{ models: ModelOverview[] }>('GET', '/models')).body.models.find((one) => one.model === model)!;
const examplesOf = async (query: string) =>
  (await ask<{ examples: TrainingExample[]; next: string | null }>('GET', `/examples?${query}`)).body;
const add = (examples: readonly { model: LearnedModel; text: string; label: string }[]) =>
  ask<{ changed: number }>('POST', '/examples', { examples });
const explain = async (text: string) => (await ask<Explanation>('POST', '/explain', { text })).body;
const valueIn = ({ signals }: Explanation, signal: string) =>
  signals.find((one) => one.signal === signal)?.value;

async function until<T>(
  withinMs: number,
  look: () => Promise<T | undefined | false>,
  everyMs = 20,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`did not happen within ${withinMs} ms`);
    await sleep(everyMs);
  }
}

/** Trains and waits for the version that came of it. */
async function train(model: LearnedModel) {
  const before = (await modelOf(model)).versions[0]?.version ?? 0;
  assert.equal((await ask('POST', `/models/${model}/train`)).status, 202);
  const look = async () => {
    const overview = await modelOf(model);
    const newest = overview.versions[0];
    return !overview.isTraining && newest && newest.version > before && { overview, newest };
  };
  return until(60_000, look, 250);
}

/** A conversation that an agent serves, and the place of the customer's message in it. */
async function served(text: string, agent: Staff) {
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  const { body } = await customer.say(text);
  await customer.askHuman();
  await command(server.url, agent, customer.conversationId, 'accept');
  return { customer, of: body.seq };
}

const correct = (agent: Staff, conversationId: string, body: object) =>
  command(server.url, agent, conversationId, 'corrections', body as Record<string, unknown>);

test('an agent’s correction stands in the log and becomes an example without personal data', async () => {
  const agent = await addStaff(server.plugs.pool, 'agent', '林坐席');
  const { customer, of } = await served('我叫王小明，电话13812345678，什么时候给我个说法', agent);
  const { conversationId } = customer;
  const answer = await correct(agent, conversationId, { of, emotion: 'angry', intent: 'complaints' });
  assert.equal(answer.status, 200);
  const events = await server.plugs.log.read(conversationId, 0);
  const corrections = events.filter(({ kind }) => kind === 'perception-corrected');
  assert.deepEqual(
    corrections.map((event) => {
      const { of: at, what, to } = (event as EventOf<'perception-corrected'>).body;
      return [at, what, to];
    }),
    [
      [of, 'emotion', 'angry'],
      [of, 'intent', 'complaints'],
    ],
  );
  assert.equal((await server.plugs.log.state(conversationId))?.moods[0]?.emotion, 'angry');
  const { examples } = await until(5_000, async () => {
    const found = await examplesOf('source=correction');
    return found.examples.length === 2 && found;
  });
  assert.deepEqual(examples.map(({ model, label }) => [model, label]).sort(), [
    ['emotion', 'angry'],
    ['intent', 'complaints'],
  ]);
  for (const { text, author, conversationId: from, seq } of examples) {
    assert.doesNotMatch(text, /王小明|138/);
    assert.deepEqual([author, from, seq], ['林坐席', conversationId, of]);
  }
  const stranger = await addStaff(server.plugs.pool, 'agent', '别人', { busy: true });
  const refused = await correct(stranger, conversationId, { of, emotion: 'sad' });
  assert.equal(refused.body.error?.code, 'not-yours');

  const perceived = events.find(({ kind }) => kind === 'perceived') as EventOf<'perceived'>;
  await correct(agent, conversationId, { of, emotion: perceived.body.emotion });
  // Correcting back takes the example away. The reader may be the other process's.
  await until(5_000, async () => {
    const left = (await examplesOf('source=correction')).examples.map(({ model }) => model);
    return left.length === 1 && left[0] === 'intent';
  });
});

test('a removed example stays removed when the log is read again, until it is restored', async () => {
  const [example] = (await examplesOf('source=correction')).examples;
  const ids = [example!.id];
  assert.deepEqual((await ask('POST', '/examples/remove', { ids })).body, { removed: 1 });
  assert.deepEqual((await examplesOf('source=correction')).examples, []);
  const cursor = () => server.plugs.wholeLog.readerCursor('examples');
  const readBefore = await cursor();
  await server.plugs.pool.query(`delete from log_reader where name = 'examples'`);
  await until(10_000, async () => (await cursor()) >= readBefore);
  assert.deepEqual((await examplesOf('source=correction')).examples, []);
  assert.deepEqual(
    (await examplesOf('removed=true')).examples.map(({ id }) => id),
    ids,
  );
  await ask('POST', '/examples/restore', { ids });
  assert.deepEqual((await examplesOf('source=correction')).examples, [example]);
});

test('ratings and needless handoffs teach whom to leave to the assistant', async () => {
  const taught: { conversationId: string; label: string | undefined }[] = [];
  for (const [score, label] of [
    [1, 'human'],
    [5, 'assistant'],
    [3, undefined],
  ] as const) {
    const customer = await bootCustomer(server.url, { inboxId: 'demo' });
    await customer.say('退货运费谁承担？');
    const { conversationId, token } = customer;
    await command(server.url, supervisor, conversationId, 'resolve', { disposition: 'solved' });
    const rated = await call(server.url, 'POST', `/api/conversations/${conversationId}/rating`, {
      token,
      body: { id: crypto.randomUUID(), score },
    });
    assert.equal(rated.status, 200, JSON.stringify(rated.body));
    taught.push({ conversationId, label });
  }

  const agent = await addStaff(server.plugs.pool, 'agent', '周坐席');
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  await customer.say('退货运费谁承担？');
  await customer.say('退货的运费到底谁承担？');
  await customer.say('我问的是退货运费谁承担？');
  const { conversationId } = customer;
  const events = await server.plugs.log.read(conversationId, 0);
  const handoff = events.find(({ kind }) => kind === 'handoff-requested') as EventOf<'handoff-requested'>;
  assert.equal(handoff.body.by, 'assistant');
  const decided = events.findLast(({ kind }) => kind === 'decided') as EventOf<'decided'>;
  const article = await server.plugs.articles.find(decided.body.considered[0]!.articleId);
  await command(server.url, agent, conversationId, 'accept');
  const reply = await command(server.url, agent, conversationId, 'replies', { text: article!.body });
  assert.equal(reply.status, 200);
  await command(server.url, agent, conversationId, 'resolve', { disposition: 'solved' });
  const { examples } = await until(5_000, async () => {
    const found = await examplesOf('source=needless-handoff');
    return found.examples.length > 0 && found;
  });
  assert.deepEqual(
    examples.map((one) => [one.conversationId, one.seq, one.label]),
    [[conversationId, decided.body.of, 'assistant']],
  );
  // Read in the order in which it happened, all ratings were read before.
  const rated = (await examplesOf('model=handoff&source=rating')).examples;
  for (const { conversationId: id, label } of taught)
    assert.deepEqual(
      rated.filter((one) => one.conversationId === id).map((one) => [one.text, one.label]),
      label ? [['退货运费谁承担？', label]] : [],
    );
});

test('articles teach intents; an article’s row can be removed and comes back only when restored', async () => {
  const { examples, next } = await examplesOf('source=knowledge&limit=20');
  assert.equal(examples.length, 20);
  const second = await examplesOf(`source=knowledge&limit=20&after=${encodeURIComponent(next!)}`);
  assert.equal(
    new Set([...examples, ...second.examples].map(({ id }) => id)).size,
    40,
    'pages do not overlap',
  );
  const { id, label } = examples[0]!;
  const intentOf = async () =>
    (await ask<{ intents: IntentSummary[] }>('GET', '/intents')).body.intents.find(
      ({ name }) => name === label,
    )!;
  const before = await intentOf();
  await ask('POST', '/examples/remove', { ids: [id] });
  assert.equal((await intentOf()).fromKnowledge, before.fromKnowledge - 1);
  await ask('POST', '/examples/restore', { ids: [id] });
  assert.deepEqual(await intentOf(), before);
});

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => Math.round((user + system) / 1000);

test('a training learns intents beside the server, in force everywhere; no version learns a frozen row', async () => {
  const warm = await explain('怎么开发票？');
  assert.equal(valueIn(warm, 'intent'), undefined);
  const onThisThread = process.threadCpuUsage();
  const onAll = process.cpuUsage();
  const { newest, overview } = await train('intent');
  const ofThread = milliseconds(process.threadCpuUsage(onThisThread));
  const ofProcess = milliseconds(process.cpuUsage(onAll));
  console.log(`# processor time while training: ${ofThread} ms on the server's thread of ${ofProcess} ms`);
  assert.ok(ofThread < ofProcess / 2, `${ofThread} of ${ofProcess} ms`);
  assert.equal(newest.standing, 'in-force');
  assert.equal(newest.author, '陈主管');
  assert.equal(overview.changedSince, 0);
  assert.equal(newest.examples + newest.frozen, overview.examples);
  assert.ok(newest.frozen > 10 && newest.figures.macroF1! > 0.5, JSON.stringify(newest.figures));
  // Either process may have trained it; the other is told.
  for (const { plugs } of [server, another])
    await until(1_000, async () => plugs.understanding.active().versions.intent === newest.version);
  const explained = await explain('怎么开发票？');
  assert.equal(explained.versions.intent, newest.version);
  const intent = explained.signals.find(({ signal }) => signal === 'intent')!;
  assert.ok(intent.probability! > 0 && intent.probability! <= 1 && intent.parts.length > 0);
  const customer = await bootCustomer(another.url, { inboxId: 'demo' });
  await customer.say('怎么开发票？');
  const events = await server.plugs.log.read(customer.conversationId, 0);
  const perceived = events.find(({ kind }) => kind === 'perceived') as EventOf<'perceived'>;
  assert.equal(perceived.body.intent?.name, intent.value);
  assert.match(perceived.body.weights!.intents!, /^intent-/);
  console.log(
    `# perception of one message took ${explained.tookMs} ms; frozen ${JSON.stringify(newest.figures)}`,
  );
});

test('a version that is worse on the frozen set is stored with its figures and refused', async () => {
  const good = (await modelOf('intent')).inForce;
  const { examples } = await examplesOf('source=knowledge&limit=500');
  // Everything that is learned from is labelled wrongly, what is frozen stays as it is.
  const labels = [...new Set(examples.map(({ label }) => label))];
  const wrong = examples
    .filter(({ isFrozen: is }) => !is)
    .map(({ text, label }) => ({
      model: 'intent' as const,
      text,
      label: labels[(labels.indexOf(label) + 1) % labels.length]!,
    }));
  assert.equal((await add(wrong)).status, 201);
  const { newest, overview } = await train('intent');
  assert.equal(newest.standing, 'refused');
  assert.ok(newest.figures.macroF1! < newest.before.macroF1!, JSON.stringify(newest));
  assert.equal(overview.inForce, good);
  const forced = await ask('POST', `/models/intent/versions/${newest.version}/publish`);
  assert.equal(forced.body.error?.code, 'version-refused');
  const { examples: added } = await examplesOf('source=console&limit=500');
  await ask('POST', '/examples/remove', { ids: added.map(({ id }) => id) });
});

test('back and forward between versions takes one call, and both processes follow without being asked', async () => {
  const { inForce } = await modelOf('intent');
  for (const version of [0, inForce]) {
    assert.equal((await ask('POST', `/models/intent/versions/${version}/publish`)).status, 200);
    assert.equal(server.plugs.understanding.active().versions.intent, version);
    // Some tens of milliseconds where the machine is free (docs/measurements.md); a full one takes its time.
    await until(5_000, async () => another.plugs.understanding.active().versions.intent === version);
    assert.equal(valueIn(await explain('怎么开发票？'), 'intent') === undefined, version === 0);
  }
  assert.equal((await ask('POST', '/models/intent/versions/999/publish')).status, 404);
});

test('corrected emotions change what is felt in such messages, and nothing else', async () => {
  const texts = Array.from({ length: 12 }, (_, n) => `第${n + 1}次来问了，订单还在揽收中`);
  const learned = texts.filter((text) => !isFrozen(text));
  assert.equal(valueIn(await explain(learned[0]!), 'emotion'), 'neutral');
  await add(texts.map((text) => ({ model: 'emotion', text, label: 'angry' })));
  const { newest } = await train('emotion');
  assert.equal(newest.standing, 'in-force', JSON.stringify(newest));
  assert.ok(newest.figures.commonMacroF1! >= newest.before.commonMacroF1! - 0.02);
  const explained = await explain('第20次来问了，订单还在揽收中');
  assert.equal(valueIn(explained, 'emotion'), 'angry');
  assert.equal(explained.signals.find(({ signal }) => signal === 'emotion')?.by, 'learned');
  assert.equal(valueIn(await explain('请问这款帐篷有几种颜色'), 'emotion'), 'neutral');
});

test('weights that are broken or hostile leave every process with what it had', async () => {
  const { inForce } = await modelOf('intent');
  const bytes = (await server.plugs.modelVersions.weights('intent', inForce))!;
  const lying = Buffer.from('TDW1\xff\xff\xff\x7f{}', 'latin1');
  const emptyHead = Buffer.from(JSON.stringify({ name: 'intents', version: 'x', head: {}, tensors: [] }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(emptyHead.length);
  const hostile = [
    Buffer.alloc(0),
    Buffer.from('nonsense'),
    Buffer.from(bytes).subarray(0, bytes.length - 7),
    lying,
    Buffer.concat([Buffer.from('TDW1'), length, emptyHead]),
  ];
  for (const weights of hostile) {
    const stored = await server.plugs.modelVersions.store(
      'intent',
      {
        trainedAt: 1,
        author: null,
        examples: 0,
        frozen: 0,
        figures: {},
        before: {},
        isRefused: false,
        weights,
      },
      (await modelOf('intent')).inForce,
    );
    assert.equal((await ask('POST', `/models/intent/versions/${stored}/publish`)).status, 200);
    await sleep(50);
    for (const one of [server, another])
      assert.equal(one.plugs.understanding.active().versions.intent, inForce);
    assert.ok(valueIn(await explain('怎么开发票？'), 'intent'));
  }
  assert.ok(server.journalLines.some((line) => line.includes('the one before stays')));
  await ask('POST', `/models/intent/versions/${inForce}/publish`);
});

test('too few examples train nothing, and say so', async () => {
  const answer = await ask('POST', '/models/handoff/train');
  assert.equal(answer.body.error?.code, 'too-few-examples');
});

test('decisions keep how likely a person was needed, and enough of them recalibrate it', async () => {
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  await customer.say('怎么开发票？');
  await customer.say('电子发票能报销吗？');
  const decisionsOf = async (conversationId: string) =>
    (await server.plugs.log.read(conversationId, 0)).flatMap((event) =>
      event.kind === 'decided' ? [event.body.needsHuman] : [],
    );
  const [first, second] = await decisionsOf(customer.conversationId);
  assert.equal(first, undefined, 'a first message is nobody’s failure yet');
  assert.ok(second && second.probability === second.raw && second.probability > 0);
  const { plugs } = server;
  const rows = Array.from({ length: 80 }, (_, n) => ({
    id: `rating/test/${n}`,
    model: 'handoff' as const,
    text: `需要人工的第${n}行`,
    // A person was needed far more often than was said.
    label: n % 20 < 4 ? 'assistant' : 'human',
    source: 'rating' as const,
    conversationId: null,
    seq: null,
    author: '',
    at: n,
    isFrozen: isFrozen(`需要人工的第${n}行`),
    predicted: [0.01, 0.03, 0.1, 0.3, 0.6][n % 5]!,
  }));
  await plugs.examples.put(rows, plugs.now());
  const { newest } = await train('handoff');
  assert.equal(newest.standing, 'in-force', JSON.stringify(newest));
  await until(1_000, async () => another.plugs.handoffModel?.recalibration);
  await customer.say('发票抬头写错了怎么办？');
  const third = (await decisionsOf(customer.conversationId)).at(-1);
  assert.ok(third!.probability > third!.raw, JSON.stringify(third));
  assert.match(third!.weights, / handoff-/);
  assert.equal((await ask('POST', '/models/handoff/versions/0/publish')).status, 200);
  assert.equal(plugs.handoffModel?.recalibration, undefined);
});

test('examples are learned from by themselves once they have been quiet', async () => {
  const eager = await startTestServer({ LEARN_QUIET_S: '1', LEARN_EVERY_S: '1' });
  try {
    const version = await until(30_000, async () => eager.plugs.understanding.active().versions.intent);
    assert.equal(version, 1);
    await sleep(2_500);
    assert.equal(eager.plugs.understanding.active().versions.intent, 1, 'and not again without a change');
  } finally {
    await eager.stop();
  }
});
