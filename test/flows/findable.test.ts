import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Pool } from 'pg';
import { createArticles } from '../../adapters/store/articles.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';

/** The promise of the knowledge base: findable, and gone, within a second on every process. */
const withinMs = 1_000;

let database: TestDatabase;
let pool: Pool;
let first: ServerProcess;
let second: ServerProcess;
let reviewer: Staff;
before(async () => {
  database = await createTestDatabase();
  pool = new Pool({ ...database.connection, max: 2 });
  reviewer = await addStaff(pool, 'supervisor');
  first = await startServerProcess(database.url);
  second = await startServerProcess(database.url);
});
after(async () => {
  await first?.kill();
  await second?.kill();
  await pool.end();
  await database.drop();
});

async function call<T>(server: ServerProcess, path: string, body: unknown): Promise<T> {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { cookie: reviewer.cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`);
  return (await response.json()) as T;
}

interface Trial {
  readonly decision: string;
  readonly answer: {
    readonly citations: readonly { readonly articleId: string; readonly articleVersion: number }[];
  };
}

/** The article that the server would answer with, and its version; undefined for none. */
async function answeredWith(server: ServerProcess, text: string): Promise<string | undefined> {
  const { answer } = await call<Trial>(server, '/api/knowledge/try', { text });
  const [cited] = answer.citations;
  return cited && `${cited.articleId} v${cited.articleVersion}`;
}

/** Asks until the answer is the wanted one; the milliseconds since `from`. */
async function takes(
  server: ServerProcess,
  text: string,
  wanted: string | undefined,
  from: number,
): Promise<number> {
  while ((await answeredWith(server, text)) !== wanted) {
    const waited = performance.now() - from;
    assert.ok(waited < withinMs * 10, `still not ${wanted} after ${Math.round(waited)} ms`);
    await new Promise((wake) => setTimeout(wake, 10));
  }
  return performance.now() - from;
}

const content = (title: string) => ({
  language: 'zh' as const,
  title,
  similarQuestions: [],
  body: '请在订单页面按提示办理，三个工作日内完成。',
  topic: 'test',
});

test('what one process publishes, changes and archives is so on the other within a second', async () => {
  const question = '充气皮划艇怎么修补漏气？';
  const draft = await call<{ id: string; version: number }>(first, '/api/articles', content(question));
  assert.equal(await answeredWith(second, question), undefined);

  let at = performance.now();
  await call(first, `/api/articles/${draft.id}/publish`, { version: 1 });
  // Here at once, there within the second.
  assert.equal(await answeredWith(first, question), `${draft.id} v2`);
  assert.ok((await takes(second, question, `${draft.id} v2`, at)) < withinMs);

  at = performance.now();
  await call(first, `/api/articles/${draft.id}/archive`, { version: 2 });
  assert.equal(await answeredWith(first, question), undefined);
  assert.ok((await takes(second, question, undefined, at)) < withinMs);
});

test('a change of which every notice was lost is found within a second all the same', async () => {
  const articles = createArticles(pool);
  const waits: number[] = [];
  for (const round of [1, 2, 3]) {
    const question = `第${'一二三'[round - 1]}代折叠自行车锁忘记密码怎么办？`;
    const id = `lost-${round}`;
    // Straight into the store: nobody is told.
    let at = performance.now();
    await articles.put([{ ...content(question), id, status: 'published' }], 'test', Date.now());
    waits.push(...(await Promise.all([first, second].map((one) => takes(one, question, `${id} v1`, at)))));
    at = performance.now();
    await articles.save(id, 1, { status: 'archived' }, 'test', Date.now());
    waits.push(...(await Promise.all([first, second].map((one) => takes(one, question, undefined, at)))));
  }
  assert.ok(Math.max(...waits) < withinMs, waits.map(Math.round).join(' '));
});
