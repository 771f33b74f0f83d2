import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DisputedList, TrainingExample } from '../../core/protocol/understanding.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { type ScriptedModel, startScriptedModel } from '../kit/scripted-model.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

const calm = { wants_human: 0, needs_human: 0.1, emotion: 'neutral', intensity: 0, risks: [] };

let model: ScriptedModel;
let server: TestServer;
let supervisor: Staff;
before(async () => {
  model = await startScriptedModel();
  model.play({ kind: 'answer', text: 'NO_ANSWER' });
  server = await startTestServer({
    TANDEM_MODEL_URL: model.url,
    TANDEM_MODEL_NAME: 'large',
    LEARN_QUIET_S: '86400',
  });
  supervisor = await addStaff(server.plugs.pool, 'supervisor', '陈主管');
});
after(async () => {
  await server.stop();
  await model.close();
});

const ask = <T>(method: string, path: string, body?: unknown, by = supervisor) =>
  call<T>(server.url, method, `/api/understanding${path}`, { cookie: by.cookie, body });
const waiting = async (query = '') => (await ask<DisputedList>('GET', `/disputed${query}`)).body;
const judge = (id: string, label: string | null, by = supervisor) =>
  ask<{ waiting: number }>('POST', '/disputed/judge', { id, label }, by);
const examples = async () =>
  (await ask<{ examples: TrainingExample[] }>('GET', '/examples?source=judged')).body.examples;

/**
 * A message that the model hears in its own way; resolves when the opinion stands in the log. On a machine that others
 * keep busy an opinion may come too late, which is none: then another customer says the same.
 */
async function heard(text: string, opinion: object): Promise<string> {
  model.opine({ kind: 'answer', text: JSON.stringify({ ...calm, ...opinion }) });
  for (let tries = 0; tries < 5; tries++) {
    const customer = await bootCustomer(server.url, { inboxId: 'demo' });
    assert.equal((await customer.say(text)).status, 200);
    const end = performance.now() + 25_000;
    let events = await server.plugs.log.read(customer.conversationId, 0);
    while (!events.some(({ kind }) => kind === 'decided') && performance.now() < end) {
      await sleep(50);
      events = await server.plugs.log.read(customer.conversationId, 0);
    }
    if (!events.some(({ kind }) => kind === 'second-opinion')) continue;
    await server.caughtUp();
    return customer.conversationId;
  }
  throw new Error('no opinion came');
}

const angry = { emotion: 'angry', intensity: 0.5 };

test('what the model hears otherwise waits without personal data, and what is judged right becomes an example', async () => {
  assert.deepEqual(await waiting(), { disputed: [], next: null, waiting: 0, asksOpinion: true });
  await heard('我叫王小明，帐篷多重', angry);
  await heard('帐篷有几种颜色', calm);
  const { disputed, waiting: count } = await waiting();
  assert.equal(count, 1);
  const [one] = disputed;
  assert.deepEqual(
    [one!.model, one!.tandem.label, one!.opinion],
    ['emotion', 'neutral', { label: 'angry', share: 0.5, by: 'large' }],
  );
  assert.doesNotMatch(JSON.stringify(disputed), /王小明/);

  assert.equal((await judge(one!.id, 'furious')).status, 400);
  assert.deepEqual((await judge(one!.id, 'anxious')).body, { judged: true, waiting: 0 });
  assert.equal((await judge(one!.id, 'angry')).status, 409, 'the first word counts');
  const [example] = await examples();
  assert.deepEqual(
    [example!.model, example!.label, example!.text, example!.author, example!.conversationId],
    ['emotion', 'anxious', one!.text, '陈主管', one!.conversationId],
  );
  assert.equal((await judge('judged/emotion/nothing', 'sad')).status, 404);
});

test('a judgement is taken back, and given again where the example was removed meanwhile', async () => {
  const [example] = await examples();
  assert.equal((await ask('POST', '/disputed/reopen', { id: example!.id })).status, 200);
  assert.deepEqual(await examples(), []);
  assert.equal((await waiting()).waiting, 1);
  await judge(example!.id, 'angry');
  await ask('POST', '/examples/remove', { ids: [example!.id] });
  await ask('POST', '/disputed/reopen', { id: example!.id });
  await judge(example!.id, 'angry');
  assert.deepEqual(
    (await examples()).map(({ id, label }) => [id, label]),
    [[example!.id, 'angry']],
  );
});

test('reading the log again makes the same rows, and none that was judged, left out or said twice', async () => {
  await heard('怎么开发票', angry);
  await heard('怎么开发票？？', angry);
  await heard('退货运费谁承担', angry);
  const before = await waiting();
  assert.equal(before.waiting, 2, 'the same words are one row');
  const leftOut = before.disputed.find(({ text }) => text.includes('退货'))!;
  assert.deepEqual((await judge(leftOut.id, null)).body, { judged: true, waiting: 1 });
  const settled = await waiting();
  const taught = await examples();
  await server.plugs.pool.query(`delete from log_reader where name = 'disputes'`);
  await server.caughtUp();
  assert.deepEqual(await waiting(), settled);
  assert.deepEqual(await examples(), taught);
});

test('pages do not overlap, and a kind is listed by itself', async () => {
  for (const text of ['运费怎么算', '帐篷多重', '怎么申请退货']) await heard(text, angry);
  const first = await waiting('?limit=2');
  const second = await waiting(`?limit=2&after=${encodeURIComponent(first.next!)}`);
  const ids = [...first.disputed, ...second.disputed].map(({ id }) => id);
  assert.equal(new Set(ids).size, 4);
  assert.deepEqual((await waiting('?model=intent')).disputed, []);
  assert.equal((await waiting('?model=emotion')).disputed.length, 4);
});

test('what an agent put right at the desk is not asked again, until the agent takes it back', async () => {
  const agent = await addStaff(server.plugs.pool, 'agent', '林坐席');
  const conversationId = await heard('炉子怎么点火', angry);
  const before = (await waiting()).waiting;
  const of = (await server.plugs.log.read(conversationId, 0)).find(
    ({ kind }) => kind === 'message-received',
  )!.seq;
  await command(server.url, supervisor, conversationId, 'take-over', {});
  const correct = async (emotion: string) => {
    const answer = await command(server.url, supervisor, conversationId, 'corrections', { of, emotion });
    assert.equal(answer.status, 200);
    await server.caughtUp();
  };
  await correct('anxious');
  assert.equal((await waiting()).waiting, before - 1);
  await correct('neutral');
  assert.equal((await waiting()).waiting, before);
  const [one] = (await waiting()).disputed;
  assert.equal((await ask('GET', '/disputed', undefined, agent)).status, 403);
  assert.equal((await judge(one!.id, 'sad', agent)).status, 403);
});
