import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { PolicyReplay, PolicyTrial } from '../../core/protocol/policies.ts';
import type { ArticlePreview } from '../../core/protocol/preview.ts';
import type { TriageRule } from '../../core/terms/triage.ts';
import { loadConfig } from '../../server/config.ts';
import { type Server, startServer } from '../../server/main.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { createMeaningScene, inOtherWords, type MeaningScene, until } from '../kit/meaning-scene.ts';

/** What is tried before it is in force asks the same search as the product: by meaning where a model is configured. */
let scene: MeaningScene;
let server: Server;
before(async () => {
  scene = await createMeaningScene();
  server = await startServer(
    loadConfig({ PORT: '0', RATE_ADDRESS_REQUESTS: '1000000', LOG_LEVEL: 'error', ...scene.environment }),
    { database: scene.database.connection },
  );
  await until('the shop is known', () => {
    const { there, wanted } = server.plugs.knowledgeBase.meaning!.counts;
    return there > 0 && wanted === 0;
  });
  for (const text of ['周末想到野外睡', inOtherWords, '运费怎么算'])
    await (await bootCustomer(server.url)).say(text);
});
after(async () => {
  await server?.close();
  await scene.close();
});

const ask = async <T>(path: string, body: unknown): Promise<T> => {
  const answer = await call<T>(server.url, 'POST', path, { cookie: scene.cookie, body });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
};
const preview = (id: string, content: object | null) =>
  ask<ArticlePreview>(`/api/articles/${id}/preview`, { content });
const content = (title: string, body: string) => ({
  language: 'zh',
  title,
  body,
  topic: 'test',
  similarQuestions: [],
});
const changeOf = ({ changes }: ArticlePreview, text: string) => changes.find((one) => one.text === text);

test('a draft is found by its meaning before it is published, as it will be afterwards', async () => {
  const found = await preview('tent', content('帐篷租借', '门店可以租。'));
  const change = changeOf(found, '周末想到野外睡');
  assert.equal(change?.change, 'clarified', JSON.stringify(found));
  assert.equal(change.after.articleId, 'tent');
  assert.deepEqual(found.meaning, { questions: 0, texts: 0 });
  assert.equal(changeOf(found, inOtherWords), undefined, 'what the edit does not touch stays');
});

test('what is found by its meaning alone is missed where its article goes', async () => {
  const found = await preview('returns', null);
  const change = changeOf(found, inOtherWords);
  assert.equal(change?.change, 'clarified', JSON.stringify(found));
  assert.equal(change.before.articleId, 'returns');
  assert.equal(change.after.kind, 'unknown');
});

test('a second look asks for no text that was told before', async () => {
  const asked = scene.model.texts().length;
  await preview('tent', content('帐篷租借', '门店可以租。'));
  assert.equal(scene.model.texts().length, asked);
});

test('an embedding server that fails costs the meanings, not the preview, and that is told', async () => {
  scene.model.play({ kind: 'status', status: 500 });
  try {
    const found = await preview('tent', content('帐篷出借', '现在可以借。'));
    assert.deepEqual(found.meaning, { questions: 0, texts: 2 });
    assert.equal(changeOf(found, '周末想到野外睡'), undefined);
  } finally {
    scene.model.play({ kind: 'answer' });
  }
});

const rule: TriageRule = {
  id: 'returns-to-people',
  name: { zh: '退货转人工', en: 'Returns to people' },
  enabled: true,
  when: [{ on: 'topic', is: ['returns'] }],
  then: [{ do: 'human' }],
};
const withRule = () => {
  const { policy } = server.plugs.policy();
  return { ...policy, triage: [rule, ...policy.triage] };
};

test('a rule that asks for a topic is replayed by meaning', async () => {
  const replayed = await ask<PolicyReplay>('/api/policies/replay', { policy: withRule(), days: 1 });
  assert.equal(replayed.more, 1, JSON.stringify(replayed));
  assert.equal(replayed.changed[0]!.preview, inOtherWords);
  assert.equal(replayed.unknownMeanings, 0);
});

test('the command that replays a policy does so by meaning, too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-replay-policy-'));
  try {
    const file = join(folder, 'policy.json');
    await writeFile(file, JSON.stringify(withRule()));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, '../../cli/main.ts'), 'replay-policy', '--policy', file, '--json'],
      { env: { ...process.env, ...scene.environment, DATABASE_URL: scene.database.url } },
    );
    const replayed = JSON.parse(stdout) as PolicyReplay;
    assert.equal(replayed.more, 1, stdout);
    assert.equal(replayed.unknownMeanings, 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a message is tried on a policy by meaning', async () => {
  const trial = await ask<PolicyTrial>('/api/policies/try', { policy: withRule(), text: inOtherWords });
  assert.ok(trial.verdict.ruleIds.includes(rule.id));
});
