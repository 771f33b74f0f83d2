import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ImportView, TakenRows } from '../../core/protocol/imports.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import { call } from '../kit/client.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { type Importing, startImporting } from '../kit/importing.ts';
import { until } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let lead: Importing;
let editor: Staff;
let copies: string;
const outside = process.env.TMPDIR;

const abandoned = 'tandem-import-3f0c6a52-6a5e-4c5e-9d5b-0a3c1f2e4d5b-aaaaaa';
const fresh = 'tandem-import-3f0c6a52-6a5e-4c5e-9d5b-0a3c1f2e4d5b-bbbbbb';

before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  lead = await startImporting(server.url, server.administrator!);
  editor = await addStaff(server.plugs.pool, 'supervisor', '许静');
});
after(() => server.stop());

const sheet = (deposit: string, umbrella: string) =>
  `编号,问题,答案\nkayak,皮划艇的押金怎么退？,${deposit}\numbrella,雨伞能借多久？,${umbrella}\n`;
const articleOf = (id: string) => lead.get<ArticleView>(`/api/articles/${id}`);

async function edit(id: string, body: string): Promise<void> {
  const { version, title, language, similarQuestions, topic } = await articleOf(id);
  const { status } = await call(server.url, 'PUT', `/api/articles/${id}`, {
    cookie: editor.cookie,
    body: { version, title, language, similarQuestions, topic, body },
  });
  assert.equal(status, 200);
}
const take = async (one: ImportView, body: object = {}) =>
  (await lead.post<TakenRows>(`/api/imports/${one.id}/take`, body)).body;

test('an import keeps what a person edited since the last one, says who, and the rest is updated', async () => {
  await lead.bring('租借.csv', sheet('当天退。', '三天。'));
  await edit('kayak', '当天退，周末顺延到周一。');
  const second = await lead.bring('租借.csv', sheet('次日退。', '五天。'));
  assert.deepEqual([second.created, second.updated, second.unchanged, second.rejected], [0, 1, 0, 1]);
  assert.equal((await articleOf('kayak')).body, '当天退，周末顺延到周一。');
  assert.equal((await articleOf('umbrella')).body, '五天。');
  const [kept] = await lead.rejected(second.id);
  assert.deepEqual([kept!.row, kept!.code, kept!.kept?.articleId], [2, 'edited-by', 'kayak']);
  assert.equal(kept!.reason, '保留了许静在这里改过的文章，没有覆盖');
  assert.equal(kept!.content.body, '次日退。');
  assert.equal(kept!.kept?.editedBy, '许静');
});

test('one step takes the imported text, the edit stays among the versions, and the next import updates as before', async () => {
  const third = await lead.bring('租借.csv', sheet('次日退。', '五天。'));
  const [kept] = await lead.rejected(third.id);
  assert.deepEqual(await take(third, { ordinals: [kept!.ordinal] }), { taken: 1, edited: 0 });
  assert.equal((await articleOf('kayak')).body, '次日退。');
  assert.ok((await lead.rejected(third.id))[0]!.kept?.takenBy);
  const { versions } = await lead.get<{ versions: ArticleView[] }>('/api/articles/kayak/versions');
  assert.ok(versions.some(({ body }) => body === '当天退，周末顺延到周一。'));
  assert.deepEqual(await take(third), { taken: 0, edited: 0 }, 'nothing is taken twice');
  const next = await lead.bring('租借.csv', sheet('三日内退。', '五天。'));
  assert.deepEqual([next.updated, next.unchanged, next.rejected], [1, 1, 0]);
});

test('what was edited once more after the import is left alone', async () => {
  await edit('kayak', '改过一次。');
  await edit('umbrella', '也改过一次。');
  const one = await lead.bring('租借.csv', sheet('四日内退。', '六天。'));
  assert.equal(one.rejected, 2);
  await edit('kayak', '又改过一次。');
  assert.deepEqual(await take(one), { taken: 1, edited: 1 });
  assert.equal((await articleOf('kayak')).body, '又改过一次。');
  assert.equal((await articleOf('umbrella')).body, '六天。');
});

test('publishing a draft that was imported is no edit of its words', async () => {
  const file = (body: string) => `编号,问题,答案\nstove,气炉怎么退押金？,${body}\n`;
  await lead.bring('气炉.csv', file('当面退。'), { status: 'draft' });
  const { version } = await articleOf('stove');
  const answer = await call(server.url, 'POST', '/api/articles/stove/publish', {
    cookie: editor.cookie,
    body: { version },
  });
  assert.equal(answer.status, 200);
  const next = await lead.bring('气炉.csv', file('线上退。'));
  assert.deepEqual([next.updated, next.rejected], [1, 0]);
});

test('an article that was written here and never imported is kept, too', async () => {
  const { body } = await call<ArticleView>(server.url, 'POST', '/api/articles', {
    cookie: editor.cookie,
    body: {
      language: 'zh',
      title: '浆板怎么充气？',
      body: '用脚踏泵。',
      topic: '租借',
      similarQuestions: [],
    },
  });
  const one = await lead.bring('浆板.csv', `编号,问题,答案\n${body.id},浆板怎么充气？,用电泵。\n`);
  assert.deepEqual([one.updated, one.rejected], [0, 1]);
  assert.equal((await articleOf(body.id)).body, '用脚踏泵。');
});

test('only who may import takes rows', async () => {
  const agent = await addStaff(server.plugs.pool, 'agent', '小林');
  const one = await lead.bring('空.csv', '问题,答案\n有停车位吗？,有。\n');
  const { status } = await call(server.url, 'POST', `/api/imports/${one.id}/take`, {
    cookie: agent.cookie,
    body: {},
  });
  assert.equal(status, 403);
});

test('a process that starts removes copies that a killed one left, and leaves those that are read', async () => {
  copies = await mkdtemp(join(tmpdir(), 'tandem-test-'));
  process.env.TMPDIR = copies;
  try {
    for (const name of [abandoned, fresh, 'of-somebody-else']) {
      await mkdir(join(copies, name));
      await writeFile(join(copies, name, 'source'), 'x');
    }
    const longAgo = new Date(Date.now() - 2 * 86_400_000);
    for (const name of [abandoned, 'of-somebody-else']) await utimes(join(copies, name), longAgo, longAgo);
    await server.startAnother();
    await until('the sweep', async () => !(await readdir(copies)).includes(abandoned));
    assert.deepEqual((await readdir(copies)).filter((name) => name !== abandoned).sort(), [
      'of-somebody-else',
      fresh,
    ]);
  } finally {
    if (outside === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outside;
    await rm(copies, { recursive: true, force: true });
  }
});
