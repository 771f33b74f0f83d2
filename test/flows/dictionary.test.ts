import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DictionaryVersion } from '../../core/terms/dictionary.ts';
import { type CallOptions, call } from '../kit/client.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let lead: Staff;
let agent: Staff;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  lead = await addStaff(server.plugs.pool, 'supervisor', '组长');
  agent = await addStaff(server.plugs.pool, 'agent', '小林');
  await publish('重疾险理赔需要什么材料', '准备诊断证明、住院发票和身份证，在「我的保单」里提交。');
  await publish('保单怎么退保', '犹豫期内全额退，之后按现金价值退。');
  await publish('怎么修改受益人', '在「我的保单」里点「受益人」。');
});
after(() => server.stop());

const ask = <T>(method: string, path: string, body?: unknown, options: CallOptions = {}) =>
  call<T>(server.url, method, path, { cookie: lead.cookie, body, ...options });
const put = (basedOn: number, synonyms: readonly (readonly string[])[], words: readonly string[] = []) =>
  ask<DictionaryVersion>('PUT', '/api/dictionary', { basedOn, words, synonyms });

async function publish(title: string, body: string): Promise<void> {
  const { body: article } = await ask<{ id: string; version: number }>('POST', '/api/articles', {
    language: 'zh',
    title,
    body,
    topic: 'general',
    similarQuestions: [],
  });
  const { version } = article;
  assert.equal((await ask('POST', `/api/articles/${article.id}/publish`, { version })).status, 200);
}

const first = (on: TestServer['plugs'], text: string) =>
  on.knowledgeBase.knowledge.search(text, { languages: ['zh'] })[0];

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 15_000;
  while (!holds()) {
    assert.ok(performance.now() < end, 'in time');
    await sleep(20);
  }
}

test('a word that the house calls the same is found by it, on every process', async () => {
  const another = await server.startAnother();
  const question = '赔付大病要准备啥';
  const before = first(server.plugs, question);
  assert.equal(
    (
      await put(0, [
        ['理赔', '赔付', 'claim'],
        ['重疾', '大病', '重大疾病'],
      ])
    ).status,
    200,
  );
  for (const { plugs } of [server, another]) {
    await until(() => plugs.knowledgeBase.dictionaryVersion === 1);
    const found = first(plugs, question);
    assert.equal(found?.passage.title, '重疾险理赔需要什么材料');
    assert.ok(
      found!.coverage.question > (before?.coverage.question ?? 0),
      'more of what was asked stands there',
    );
    assert.equal(plugs.knowledgeBase.size, 3);
  }
});

test('what is published while texts are cut anew is not missing afterwards', async () => {
  const { body } = await ask<DictionaryVersion>('GET', '/api/dictionary');
  await put(body.version, [...body.synonyms, ['退保', '解约']]);
  await publish('保单丢了怎么补办', '带身份证到柜面补办。');
  await until(() => server.plugs.knowledgeBase.dictionaryVersion === body.version + 1);
  await server.plugs.knowledgeBase.follow();
  assert.equal(first(server.plugs, '保单丢了怎么补办')?.passage.title, '保单丢了怎么补办');
  assert.equal(server.plugs.knowledgeBase.size, 4);
});

test('two who save at once do not overwrite each other, and the second sees what the first saved', async () => {
  const { body } = await ask<DictionaryVersion>('GET', '/api/dictionary');
  const [one, other] = await Promise.all([
    put(body.version, body.synonyms, ['稳健增利三号']),
    put(body.version, body.synonyms, ['福满人生']),
  ]);
  assert.deepEqual([one.status, other.status].toSorted(), [200, 409]);
  const refused = (one.status === 409 ? one : other) as unknown as {
    body: { error: { code: string; details: { dictionary: DictionaryVersion } } };
  };
  assert.equal(refused.body.error.code, 'version-conflict');
  assert.equal(refused.body.error.details.dictionary.version, body.version + 1);
});

test('agents may read and not change; bad words are refused with their place', async () => {
  const asAgent = { cookie: agent.cookie };
  assert.equal((await ask('GET', '/api/dictionary', undefined, asAgent)).status, 200);
  const change = { basedOn: 0, words: [], synonyms: [] };
  assert.equal((await ask('PUT', '/api/dictionary', change, asAgent)).status, 403);
  for (const bad of [
    { ...change, words: ['有 空格'] },
    { ...change, words: ['一'] },
    { ...change, words: ['这个词实在是太长了长到没有人会这样说话也没有人记得住'] },
    { ...change, synonyms: [['只有一个']] },
    { ...change, synonyms: [['理赔', ' ']] },
    { ...change, basedOn: -1 },
  ])
    assert.equal((await ask('PUT', '/api/dictionary', bad)).status, 400, JSON.stringify(bad));
});
