import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import type { ModelOverview } from '../../core/protocol/understanding.ts';
import { loadQuestions } from '../../demo/load-questions.ts';
import { call } from '../kit/client.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let administrator: Staff;

before(async () => {
  server = await startTestServer();
  administrator = await addStaff(server.plugs.pool, 'administrator', '管理员', { busy: true });
});
after(() => server.stop());

async function cli(...parts: string[]) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../cli/main.ts'), 'fit-confidence', ...parts],
    { env: { ...process.env, DATABASE_URL: server.database.url }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [stdout, stderr, status] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { stdout, stderr, status };
}
const overview = async () => {
  const { body } = await call<{ models: ModelOverview[] }>(server.url, 'GET', '/api/understanding/models', {
    cookie: administrator.cookie,
  });
  return body.models.find(({ model }) => model === 'retrieval')!;
};
const judge = (language: 'zh' | 'en', text: string, articleId: string | null) =>
  server.plugs.judgedQuestions.judge(
    { id: `q-${crypto.randomUUID()}`, text, language, articleId },
    '组长',
    server.plugs.now(),
  );
const question = '帐篷搭起来以后里面总是湿的';
const confidence = () => server.plugs.knowledgeBase.knowledge.search(question, { limit: 1 })[0]!.confidence;

test('with too few judged questions nothing is stored and the command says how many are missing', async () => {
  const result = await cli();
  assert.equal(result.status, 1);
  assert.match(result.stderr, /at least/);
  assert.deepEqual((await overview()).versions, []);
});

test('confidences are fitted from judged questions, told before and after, and in force on the running server', async () => {
  // Nearly all that the search is sure of was judged to be wrong: it must be surer of less from now on.
  const asked = loadQuestions().slice(0, 320);
  for (const [place, { text, language, relevant }] of asked.entries())
    await judge(language, text, place % 3 === 0 ? (relevant[0] ?? null) : null);
  const before = confidence();
  const told = await cli('--check');
  assert.equal(told.status, 0, told.stderr);
  assert.deepEqual((await overview()).versions, []);
  const result = await cli();
  assert.equal(result.status, 0, result.stderr);
  const { inForce, versions } = await overview();
  assert.equal(inForce, 1);
  const { figures, before: was } = versions[0]!;
  assert.ok(figures.calibrationError! < was.calibrationError!, JSON.stringify(versions[0]));
  await server.plugs.understanding.follow();
  assert.ok(confidence() < before, `${before} ${confidence()}`);
});

test('what the frozen questions say is worse is stored as refused, and what is in force stays', async () => {
  const said = confidence();
  const { isFrozen } = await import('../../core/learning/frozen-set.ts');
  // Those to learn from are judged the other way round now, those held back are not.
  for (const { text, language, relevant } of loadQuestions().slice(0, 320))
    if (!isFrozen(text)) await judge(language, text, relevant[0] ?? null);
  const result = await cli();
  assert.equal(result.status, 1);
  assert.match(result.stdout, /refused/);
  const { inForce, versions } = await overview();
  assert.equal(inForce, 1);
  assert.equal(versions[0]!.standing, 'refused');
  await server.plugs.understanding.follow();
  assert.equal(confidence(), said);
});

test('going back to what ships takes the fit back', async () => {
  const said = confidence();
  assert.ok(await server.plugs.modelVersions.publish('retrieval', 0));
  await server.plugs.understanding.follow();
  assert.ok(confidence() > said);
});
