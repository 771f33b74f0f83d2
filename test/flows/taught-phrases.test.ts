import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DisputedList, Explanation, TrainingExample } from '../../core/protocol/understanding.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { type ScriptedModel, startScriptedModel } from '../kit/scripted-model.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

const calm = { wants_human: 0, needs_human: 0.1, emotion: 'neutral', intensity: 0, risks: [] };
/** What no rule and no weight takes for a wish. */
const missed = '退货运费谁承担，芝麻开门';

let model: ScriptedModel;
let server: TestServer;
let supervisor: Staff;
before(async () => {
  model = await startScriptedModel();
  model.play({ kind: 'answer', text: 'NO_ANSWER' });
  server = await startTestServer({ TANDEM_MODEL_URL: model.url, TANDEM_MODEL_NAME: 'large' });
  supervisor = await addStaff(server.plugs.pool, 'supervisor', '陈主管');
});
after(async () => {
  await server.stop();
  await model.close();
});

const ask = <T>(method: string, path: string, body?: unknown) =>
  call<T>(server.url, method, `/api/understanding${path}`, { cookie: supervisor.cookie, body });
interface Listed {
  readonly examples: readonly TrainingExample[];
  readonly counts: readonly { readonly label: string; readonly examples: number }[];
}
const listed = async (matter: string) => (await ask<Listed>('GET', `/examples?model=${matter}`)).body;
const teach = (matter: string, text: string, label: string) =>
  ask<{ examples: TrainingExample[] }>('POST', '/examples', { model: matter, text, label });
const hears = async (text: string) => {
  const { signals } = (await ask<Explanation>('POST', '/explain', { text })).body;
  return signals.find(({ signal }) => signal === 'human-request')!.value === 'yes';
};

/** A new customer says something; the kinds of events that stand once it is decided. */
async function says(text: string): Promise<{ id: string; kinds: string[] }> {
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  assert.equal((await customer.say(text)).status, 200);
  const end = performance.now() + 25_000;
  for (;;) {
    const kinds = (await server.plugs.log.read(customer.conversationId, 0)).map(({ kind }) => kind);
    if (kinds.includes('decided') || performance.now() > end) return { id: customer.conversationId, kinds };
    await sleep(30);
  }
}

async function disputed(text: string, opinion: object) {
  model.opine({ kind: 'answer', text: JSON.stringify({ ...calm, ...opinion }) });
  for (let tries = 0; tries < 5; tries++) {
    const { kinds } = await says(text);
    await server.caughtUp();
    if (kinds.includes('second-opinion')) break;
  }
  model.opine({ kind: 'answer', text: JSON.stringify(calm) });
  return (await ask<DisputedList>('GET', '/disputed')).body.disputed.filter((one) => one.text === text);
}

test('a missed wish that somebody judged is heard from the next message on, and no more once it is taken back', async () => {
  const [dispute, ...rest] = await disputed(missed, { wants_human: 0.7, needs_human: 0.2 });
  assert.deepEqual(
    [dispute!.model, dispute!.tandem.label, dispute!.opinion.label, rest],
    ['wish', 'none', 'human', []],
  );
  assert.equal((await ask('POST', '/disputed/judge', { id: dispute!.id, label: 'assistant' })).status, 400);
  assert.equal((await ask('POST', '/disputed/judge', { id: dispute!.id, label: 'human' })).status, 200);

  const { kinds } = await says('请问退货运费谁承担？麻烦芝麻开门！');
  assert.ok(kinds.includes('handoff-requested'), kinds.join());
  assert.ok(!(await says('退货运费谁承担，别芝麻开门')).kinds.includes('handoff-requested'));
  const [example] = (await listed('wish')).examples;
  assert.deepEqual(
    [example!.label, example!.source, example!.isFrozen, example!.ruling],
    ['human', 'judged', false, { builtIn: 'misses', holds: true }],
  );

  await ask('POST', '/disputed/reopen', { id: dispute!.id });
  assert.equal(await hears(missed), false);
  await ask('POST', '/disputed/judge', { id: dispute!.id, label: 'human' });
  assert.equal(await hears(missed), true);
  await ask('POST', '/examples/remove', { ids: [dispute!.id] });
  assert.equal(await hears(missed), false);
  await ask('POST', '/examples/restore', { ids: [dispute!.id] });
  assert.equal(await hears(missed), true);
});

test('a mention is silenced by hand, and plain words for a person cannot be', async () => {
  const mention = '人工可以的话我就买手工款';
  assert.equal(await hears(mention), true);
  await teach('wish', mention, 'none');
  assert.equal(await hears(mention), false);
  for (const text of ['转人工', '人工', '我要找真人客服', 'let me talk to a human']) {
    const [example] = (await teach('wish', text, 'none')).body.examples;
    assert.deepEqual(example!.ruling, { builtIn: 'false-alarm', holds: false }, text);
    assert.equal(await hears(text), true, text);
  }
  assert.ok((await says('转人工')).kinds.includes('handoff-requested'));
  assert.deepEqual((await listed('wish')).counts, [
    { label: 'none', examples: 5 },
    { label: 'human', examples: 1 },
  ]);
});

test('another process understands what was taught without being told', async () => {
  const at = server.plugs.now();
  const row = {
    id: 'judged/wish/elsewhere',
    model: 'wish',
    text: '月亮上的兔子下凡吧',
    label: 'human',
  } as const;
  const rest = { source: 'judged', conversationId: null, seq: null, author: '', isFrozen: false } as const;
  assert.equal(await hears(row.text), false);
  await server.plugs.examples.put([{ ...row, ...rest, at, predicted: null }], at);
  const end = performance.now() + 3_000;
  while (!(await hears(row.text)) && performance.now() < end) await sleep(50);
  assert.equal(await hears(row.text), true);
});

test('a risk is judged by its name; a miss is heard from then on, a false alarm stays on the list and is heard', async () => {
  const threat = '退货运费谁承担，你们等着上明天的头版吧';
  const rows = await disputed(threat, { risks: ['press'] });
  assert.deepEqual(
    rows.map((one) => [one.model, one.tandem.label, one.opinion.label]),
    [['risk', 'none', 'press']],
  );
  assert.equal((await ask('POST', '/disputed/judge', { id: rows[0]!.id, label: 'furious' })).status, 400);
  assert.equal((await ask('POST', '/disputed/judge', { id: rows[0]!.id, label: 'press' })).status, 200);
  const { id } = await says(threat);
  const perceived = (await server.plugs.log.read(id, 0)).find(({ kind }) => kind === 'perceived');
  assert.deepEqual(perceived?.kind === 'perceived' && perceived.body.risks, ['press']);

  await teach('risk', '充电宝着火了', 'none');
  const { examples, counts } = await listed('risk');
  assert.deepEqual(
    examples.map(({ label, ruling }) => [label, ruling]),
    [
      ['none', { builtIn: 'false-alarm', holds: false }],
      ['press', { builtIn: 'misses', holds: true }],
    ],
  );
  assert.deepEqual(counts, [
    { label: 'none', examples: 1 },
    { label: 'press', examples: 1 },
  ]);
  const { signals } = (await ask<Explanation>('POST', '/explain', { text: '充电宝着火了' })).body;
  assert.ok(signals.some(({ signal, value }) => signal === 'risk' && value === 'safety'));
});

test('an agent says at the desk that a message asked for a person, and takes it back', async () => {
  const text = '运费怎么算，把你们当班的薅过来';
  const { id } = await says(text);
  const of = (await server.plugs.log.read(id, 0)).find(({ kind }) => kind === 'message-received')!.seq;
  await command(server.url, supervisor, id, 'take-over', {});
  const correct = async (wish: string) => {
    const answer = await command(server.url, supervisor, id, 'corrections', { of, wish });
    await server.caughtUp();
    return answer.status;
  };
  assert.equal(await hears(text), false);
  assert.equal(await correct('maybe'), 400);
  assert.equal(await correct('human'), 200);
  assert.equal(await hears(text), true);
  const [example] = (await listed('wish')).examples;
  assert.deepEqual([example!.source, example!.label, example!.isFrozen], ['correction', 'human', false]);
  assert.equal(await correct('none'), 200);
  assert.equal(await hears(text), false);
});
