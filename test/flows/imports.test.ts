import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createImports } from '../../adapters/store/imports.ts';
import type { ImportView } from '../../core/protocol/imports.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import { call } from '../kit/client.ts';
import { printed, wordDocument, workbook } from '../kit/documents.ts';
import { type Importing, startImporting } from '../kit/importing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let lead: Importing;

before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false', IMPORT_MAX_MB: '20' });
  lead = await startImporting(server.url, server.administrator!);
});
after(async () => {
  await server.stop();
});

const found = async (text: string) => {
  const { body } = await lead.post<{ candidates: { article: { id: string; title: string } }[] }>(
    '/api/knowledge/try',
    { text },
  );
  return body.candidates[0]?.article.title;
};
const articles = async (search: string) =>
  (await lead.get<{ articles: ArticleView[] }>(`/api/articles?search=${encodeURIComponent(search)}`))
    .articles;

test('a sheet of questions and answers is previewed, written, findable, and every rejected row is told', async () => {
  const sheet =
    '\uFEFF标准问,相似问,答案,分类\r\n发票抬头怎么改？,抬头开错了|换抬头,在订单详情里修改。,发票\r\n,没有问题的,有答案,发票\r\n没有答案？,,,发票\r\n发票抬头怎么改？,,重复的,发票\r\n';
  const one = await lead.upload('问答.csv', sheet);
  assert.equal(one.state, 'prepared');
  assert.deepEqual(one.preview?.sheets[0]?.mapping, ['title', 'similar', 'body', 'topic']);
  assert.deepEqual(
    one.preview?.rows.map(({ row, title, similar, reason }) => ({
      row,
      title,
      similar,
      told: reason !== undefined,
    })),
    [
      { row: 2, title: '发票抬头怎么改？', similar: 2, told: false },
      { row: 3, title: undefined, similar: undefined, told: true },
      { row: 4, title: undefined, similar: undefined, told: true },
      { row: 5, title: undefined, similar: undefined, told: true },
    ],
  );
  await lead.post(`/api/imports/${one.id}/start`, { status: 'published', topic: '未分类' });
  const done = await lead.ended(one.id);
  assert.deepEqual(
    [done.state, done.rows, done.created, done.updated, done.unchanged, done.rejected, done.share],
    ['done', 4, 1, 0, 0, 3, 1],
  );
  assert.equal(await found('抬头开错了怎么办'), '发票抬头怎么改？');
  const rejected = await lead.rejected(one.id);
  assert.deepEqual(
    rejected.map(({ row, code, reason, content }) => [row, code, reason, content]),
    [
      [3, 'no-title', '没有标题或问题', { 相似问: '没有问题的', 答案: '有答案', 分类: '发票' }],
      [4, 'no-body', '没有正文或答案', { 标准问: '没有答案？', 分类: '发票' }],
      [
        5,
        'same-id',
        '与第 2 行重复（同一个问题或编号）',
        { 标准问: '发票抬头怎么改？', 答案: '重复的', 分类: '发票' },
      ],
    ],
  );
});

test('a file that nobody started is let go after a day, and not before', async () => {
  const imports = createImports(server.plugs.pool);
  const { id } = await lead.upload('没开始.csv', '问题,答案\n几点开门？,九点。\n');
  const state = async () =>
    (await lead.get<{ imports: ImportView[] }>('/api/imports')).imports.find((one) => one.id === id)?.state;
  await imports.tidy(server.plugs.now());
  assert.equal(await state(), 'prepared');
  await imports.tidy(server.plugs.now() + 86_400_001);
  assert.equal(await state(), 'cancelled');
});

test('the sheet of rejected rows can be corrected and imported as it is', async () => {
  const one = await lead.bring('退款.csv', '问题,答案\n退款要几天？,三天\n退到哪里？,\n');
  assert.equal(one.rejected, 1);
  const answer = await call(server.url, 'GET', `/api/imports/${one.id}/rejected.csv`, {
    cookie: lead.cookie,
  });
  const csv = (answer.body as unknown as { text: string }).text;
  assert.match(csv, /^\uFEFF?行,未导入的原因,问题\r\n3,没有正文或答案,退到哪里？\r\n$/);
  const corrected = '行,未导入的原因,问题,答案\r\n3,没有正文或答案,退到哪里？,原路退回\r\n';
  const again = await lead.bring('退款-改.csv', corrected);
  assert.deepEqual([again.created, again.rejected], [1, 0]);
});

test('importing again updates what changed and leaves the rest without a new version', async () => {
  const first = await lead.bring(
    'a.csv',
    'question,answer\nHow long is the warranty?,Two years.\nIs there a shop?,No.\n',
  );
  assert.deepEqual([first.created, first.unchanged], [2, 0]);
  const second = await lead.bring(
    'a.csv',
    'question,answer\nHow long is the warranty?,Three years.\nIs there a shop?,No.\n',
  );
  assert.deepEqual([second.created, second.updated, second.unchanged], [0, 1, 1]);
  assert.deepEqual(
    (await articles('warranty')).map(({ version, body }) => [version, body]),
    [[2, 'Three years.']],
  );
  const { body: third } = await lead.post<ImportView>(`/api/imports/${second.id}/again`);
  assert.equal((await lead.ended(third.id)).unchanged, 2);
});

test('a sheet saved by Excel in China, one in UTF-16 and one with semicolons are read as they are meant', async () => {
  const gbk = Buffer.from('cecacce22cb4f0b0b80ab6cfcfdfc1cb2cd6d8c6f4', 'hex');
  const one = await lead.upload('gbk.csv', gbk);
  assert.deepEqual(one.preview?.sheets[0]?.header, ['问题', '答案']);
  const utf16 = await lead.upload('u.csv', Buffer.from('\uFEFF问题\t答案\n怎么换货\t联系客服\n', 'utf16le'));
  assert.equal(utf16.preview?.rows[0]?.title, '怎么换货');
  const semicolons = await lead.upload('s.csv', 'Question;Answer\nWhere, exactly?;"Here; there"\n');
  assert.equal(semicolons.preview?.rows[0]?.excerpt, 'Here; there');
});

test('columns with names that nobody knows are named by hand', async () => {
  const one = await lead.upload('x.csv', 'col1,col2,col3\n甲,怎么注销账号？,在设置里注销。\n');
  assert.equal(one.state, 'prepared');
  assert.deepEqual(one.preview?.sheets[0]?.header, ['col1', 'col2', 'col3']);
  const { body } = await lead.post<ImportView>(`/api/imports/${one.id}/preview`, {
    mapping: ['topic', 'title', 'body'],
  });
  assert.equal(body.preview?.rows[1]?.title, '怎么注销账号？');
  await lead.post(`/api/imports/${one.id}/start`, { mapping: ['topic', 'title', 'body'], status: 'draft' });
  const done = await lead.ended(one.id);
  assert.deepEqual([done.state, done.created], ['done', 1]);
  // Names that nobody knows might be somebody's words: they are told, with what stood there.
  const [names] = await lead.rejected(done.id);
  assert.deepEqual([names?.row, names?.code, names?.content['#1']], [1, 'taken-for-names', 'col1']);
});

test('a sheet without names of columns loses no line when its columns are named by hand', async () => {
  const one = await lead.upload(
    '无表头.csv',
    '冰爪怎么装,先松开绑带再套上鞋底。\n冰爪能租吗,可以，每天 30 元。\n',
  );
  await lead.post(`/api/imports/${one.id}/start`, { mapping: ['title', 'body'], status: 'draft' });
  const done = await lead.ended(one.id);
  assert.deepEqual([done.rows, done.created, done.rejected], [2, 2, 0]);
});

test('documents keep headings, lists and tables, and a PDF its pages', async () => {
  const word = await lead.bring(
    '手册.docx',
    wordDocument([
      { text: '换新服务', style: 'T' },
      { text: '条件', style: '1' },
      { text: '购买后一年内', item: true },
      { text: '价格', style: '2' },
      {
        table: [
          ['型号', '价格'],
          ['星驰 S1', '99 元'],
        ],
      },
    ]),
  );
  assert.deepEqual([word.state, word.created], ['done', 1]);
  const [manual] = await articles('换新服务');
  assert.equal(
    manual?.body,
    '# 条件\n\n- 购买后一年内\n\n## 价格\n\n| 型号 | 价格 |\n| --- | --- |\n| 星驰 S1 | 99 元 |',
  );

  const page = (text: string) => [
    { text: '内部资料', x: 60, y: 40, size: 9 },
    { text, x: 60, y: 120, size: 18 },
    { text: '以旧换新按成色估价。', x: 60, y: 160 },
  ];
  const pdf = await lead.bring('估价.pdf', printed([page('估价规则'), page('上门取件')]), {
    split: 'sections',
  });
  assert.deepEqual([pdf.state, pdf.created], ['done', 2]);
  const [pickup] = await articles('上门取件');
  assert.equal(pickup?.body, '## 第 2 页\n\n以旧换新按成色估价。');

  const sheets = await lead.bring(
    'book.xlsx',
    workbook({
      问答: [
        ['问题', '答案'],
        ['怎么连蓝牙？', '长按三秒。'],
      ],
      说明: [['给同事看的'], [''], ['第二行', '也是']],
    }),
  );
  assert.deepEqual([sheets.created, sheets.rejected], [1, 2]);
  assert.deepEqual(
    (await lead.rejected(sheets.id)).map(({ sheet, row, content }) => [sheet, row, content['#1']]),
    [
      ['说明', 1, '给同事看的'],
      ['说明', 3, '第二行'],
    ],
  );
});

test('a file that cannot be read says why and what to do, and nothing is kept of one that is too large', async () => {
  for (const [name, bytes, code] of [
    ['x.exe', 'MZ', 'file-type'],
    ['x.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-office-format'],
    ['x.pdf', '%PDF-1.7 nothing of the kind', 'file-broken'],
    ['x.docx', 'PK\u0003\u0004 broken', 'file-broken'],
    ['x.json', '{', 'file-broken'],
    ['x.csv', '', 'file-empty'],
    ['scan.pdf', printed([[]]), 'no-text'],
  ] as const) {
    const one = await lead.upload(name, bytes);
    assert.deepEqual([name, one.state, one.failure?.code], [name, 'failed', code]);
    assert.match(one.failure?.sentence ?? '', /[。]$/);
  }
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(21 * 1024 * 1024)]), 'x.csv');
  const { status, body } = await lead.post('/api/imports', form);
  assert.deepEqual([status, body.error?.code], [413, 'too-large']);
  const { rows } = await server.plugs.pool.query(`select 1 from knowledge_import where state = 'uploading'`);
  assert.equal(rows.length, 0);
});

test('an agent who is no lead imports nothing', async () => {
  const { body } = await lead.post<{ password: string }>('/api/colleagues', {
    name: '小林',
    email: 'lin@example.com',
    role: 'agent',
  });
  const agent = await startImporting(server.url, { email: 'lin@example.com', password: body.password });
  assert.equal((await agent.post('/api/imports', { url: 'https://example.com', kind: 'page' })).status, 403);
});

test('an import that is cancelled keeps what was written, and goes on where it stopped', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `取消测试第 ${at} 问？,第 ${at} 个答案`).join('\n');
  const one = await lead.upload('long.csv', `问题,答案\n${rows}\n`);
  await lead.post(`/api/imports/${one.id}/start`, { status: 'draft' });
  const { body } = await lead.post<ImportView>(`/api/imports/${one.id}/cancel`);
  assert.equal(body.state, 'cancelled');
  await lead.post(`/api/imports/${one.id}/resume`);
  const done = await lead.ended(one.id);
  assert.deepEqual([done.state, done.rows, done.created, done.updated], ['done', 3000, 3000, 0]);
});
