import assert from 'node:assert/strict';
import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { writerLock } from '../../adapters/store/articles.ts';
import { writeVersions } from '../../adapters/store/write-articles.ts';
import type { ImportView, SiteChangeView, SiteView, TakenRows } from '../../core/protocol/imports.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import { createGuardedFetch, FetchProblem } from '../../server/imports/guarded-fetch.ts';
import { call } from '../kit/client.ts';
import { type Importing, startImporting } from '../kit/importing.ts';
import { until } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

/** What stands at each path of a small site; a number is a status. */
const pages = new Map<string, string | number>();
const asked: string[] = [];
let site: HttpServer;
let address: string;
let server: TestServer;
let lead: Importing;

const page = (title: string, text: string, links: readonly string[] = []) =>
  `<!doctype html><html lang="zh"><head><title>${title} - 帮助中心</title></head><body><nav><a href="/help/">首页</a></nav><main><h1>${title}</h1><p>${text}</p>${links.map((link) => `<p><a href="${link}">去看 ${link} 的说明</a></p>`).join('')}</main><footer>版权所有</footer></body></html>`;

function etagOf(request: IncomingMessage, body: string): string | undefined {
  const etag = `"${Buffer.from(body).toString('base64').slice(-20)}${body.length}"`;
  return request.headers['if-none-match'] === etag ? undefined : etag;
}

before(async () => {
  site = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (path === '/help/to-metadata')
      return response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    if (path === '/help/round-about') return response.writeHead(302, { location: '/help/secret' }).end();
    if (path === '/help/sitemap.xml.gz') {
      const list = `<urlset>${['/help/', '/help/a', '/help/secret'].map((one) => `<url><loc>${address}${one}</loc></url>`).join('')}</urlset>`;
      return response.writeHead(200, { 'content-type': 'application/gzip' }).end(gzipSync(list));
    }
    const found = pages.get(path);
    if (typeof found !== 'string') return response.writeHead(found ?? 404).end();
    if (path === '/robots.txt') return response.writeHead(200, { 'content-type': 'text/plain' }).end(found);
    const etag = etagOf(request, found);
    if (etag === undefined) return response.writeHead(304).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(found);
  });
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  address = `http://${host}`;
  pages.set('/robots.txt', 'User-agent: *\nDisallow: /help/secret\n');
  pages.set(
    '/help/',
    page('帮助首页', '欢迎。', [
      '/help/a',
      '/help/b?utm_source=x#top',
      '/help/secret',
      '/other/c',
      'https://elsewhere.example/',
    ]),
  );
  pages.set('/help/a', page('怎么退货', '七天内可以退。', ['/help/', '/help/to-metadata']));
  pages.set('/help/b', page('怎么换货', '十五天内可以换。'));
  pages.set('/help/secret', page('不给看', '秘密。'));
  pages.set('/other/c', page('别的栏目', '不在帮助里。'));
  server = await startTestServer({ TANDEM_DEMO: 'false', IMPORT_HOSTS: host, IMPORT_PAUSE_MS: '0' });
  lead = await startImporting(server.url, server.administrator!);
});
after(async () => {
  await server.stop();
  site.closeAllConnections();
  await new Promise((closed) => site.close(closed));
});

async function read(body: object): Promise<ImportView> {
  const { status, body: one } = await lead.post<ImportView>('/api/imports', { status: 'published', ...body });
  assert.equal(status, 201, JSON.stringify(one));
  return lead.ended(one.id);
}
const article = async (search: string) =>
  (await lead.get<{ articles: ArticleView[] }>(`/api/articles?search=${encodeURIComponent(search)}`))
    .articles[0];
const changes = async (id: string) =>
  (await lead.get<{ changes: SiteChangeView[] }>(`/api/imports/${id}/changes`)).changes.map(
    ({ change, title }) => `${change} ${title}`,
  );

test('a site is read by its links, robots.txt is kept, and a redirect into the own network is refused', async () => {
  const done = await read({ url: `${address}/help/`, kind: 'crawl' });
  assert.deepEqual([done.state, done.created, done.rejected, done.rows], ['done', 3, 2, 5]);
  assert.equal((await article('怎么退货'))?.body.startsWith('七天内可以退。'), true);
  assert.deepEqual((await lead.rejected(done.id)).map(({ code }) => code).sort(), [
    'address-refused',
    'robots',
  ]);
  assert.ok(!asked.includes('/help/secret') && !asked.includes('/other/c'));
});

test('a redirect leads to no page that robots.txt keeps away', async () => {
  const before = asked.filter((path) => path === '/help/secret').length;
  const done = await read({ url: `${address}/help/round-about`, kind: 'page' });
  assert.deepEqual([done.created, done.rejected], [0, 1]);
  assert.deepEqual(
    (await lead.rejected(done.id)).map(({ code }) => code),
    ['robots'],
  );
  assert.equal(asked.filter((path) => path === '/help/secret').length, before);
});

test('reading again costs nothing for what stayed, versions what changed, and reports and archives what is gone', async () => {
  pages.set('/help/a', page('怎么退货', '现在三十天内可以退。', ['/help/', '/help/to-metadata']));
  pages.set('/help/b', 404);
  const done = await read({ url: `${address}/help/`, kind: 'crawl', vanished: 'archive' });
  assert.deepEqual(
    [done.state, done.created, done.updated, done.unchanged, done.vanished],
    ['done', 0, 1, 1, 1],
  );
  assert.deepEqual(await changes(done.id), ['changed 怎么退货', 'vanished 怎么换货']);
  assert.equal((await article('怎么退货'))?.version, 2);
  const archived = await lead.get<{ articles: ArticleView[] }>(
    `/api/articles?status=archived&search=${encodeURIComponent('怎么换货')}`,
  );
  assert.equal(archived.articles.length, 1);
});

test('what an agent changed here is not overwritten by the page, and that is told', async () => {
  const before = await article('怎么退货');
  assert.ok(before);
  const { id, version, language, title, similarQuestions, topic } = before;
  await server.plugs.articles.save(
    id,
    version,
    { language, title, similarQuestions, topic, body: '我们改过的答案。' },
    '小林',
    Date.now(),
  );
  pages.set('/help/a', page('怎么退货', '网站又改了。', ['/help/']));
  const done = await read({ url: `${address}/help/`, kind: 'crawl' });
  assert.deepEqual(
    (await lead.rejected(done.id)).flatMap(({ code, kept }) =>
      code === 'edited-by' ? [[code, kept?.editedBy]] : [],
    ),
    [['edited-by', '小林']],
  );
  assert.equal((await article('怎么退货'))?.body, '我们改过的答案。');
});

test('the text of a page may be taken after all, and is nobody’s edit for the next reading', async () => {
  const kept = await read({ url: `${address}/help/`, kind: 'crawl' });
  const row = (await lead.rejected(kept.id)).find(({ code }) => code === 'edited-by')!;
  assert.match(row.content.body ?? '', /^网站又改了。/);
  const { ordinal } = row;
  const { body: taken } = await lead.post<TakenRows>(`/api/imports/${kept.id}/take`, { ordinals: [ordinal] });
  assert.deepEqual(taken, { taken: 1, edited: 0 });
  assert.match((await article('怎么退货'))!.body, /网站又改了/);
  pages.set('/help/a', page('怎么退货', '网站改了第三次。', ['/help/']));
  const next = await read({ url: `${address}/help/`, kind: 'crawl' });
  assert.deepEqual(
    (await lead.rejected(next.id)).filter(({ code }) => code === 'edited-by'),
    [],
  );
  assert.match((await article('怎么退货'))!.body, /第三次/);
});

test('what an agent saves in the very moment in which a page is written is not overwritten either', async () => {
  pages.set('/help/late', page('怎么改地址', '发货前可以改地址。'));
  const url = `${address}/help/late`;
  await read({ url, kind: 'page' });
  const before = await article('怎么改地址');
  assert.equal(before?.version, 1);
  pages.set('/help/late', page('怎么改地址', '发货后也可以改地址。'));
  const { pool } = server.plugs;
  const agent = await pool.connect();
  try {
    // The agent's save stands between the look of the importer and its own write, which waits for this lock.
    await agent.query('begin');
    await agent.query(`select pg_advisory_xact_lock('${writerLock}'::bigint)`);
    const reading = read({ url, kind: 'page' });
    await until('the importer waits', async () => {
      const { rowCount } = await pool.query(
        `select 1 from pg_locks where locktype = 'advisory' and not granted and objid = $1::bigint::oid`,
        [writerLock],
      );
      return rowCount! > 0;
    });
    await writeVersions(agent, [{ ...before, version: 2, body: '我们改过的地址。' }], '小林', Date.now());
    await agent.query('commit');
    const done = await reading;
    assert.deepEqual(
      (await lead.rejected(done.id)).map(({ code }) => code),
      ['edited-by'],
    );
  } finally {
    agent.release();
  }
  assert.equal((await article('怎么改地址'))?.body, '我们改过的地址。');
});

test('a packed sitemap names the pages, and only those that may be read are asked for', async () => {
  const done = await read({ url: `${address}/help/sitemap.xml.gz`, kind: 'sitemap', below: false });
  assert.deepEqual([done.state, done.rows], ['done', 3]);
  assert.deepEqual(
    (await lead.rejected(done.id)).map(({ code }) => code),
    ['robots'],
  );
});

test('an address that is refused stands in the list with its reason, is read by nobody by itself, and can be removed', async () => {
  const failed = await read({ url: 'http://169.254.169.254/help/', kind: 'crawl', topic: 't', every: 'day' });
  assert.equal(failed.failure?.code, 'address-refused');
  const listed = async () =>
    (await lead.get<{ sites: SiteView[] }>('/api/import-sites')).sites.find(({ id }) => id === failed.siteId);
  const kept = await listed();
  assert.equal(kept?.pages, 0);
  assert.equal(kept.every, null);
  assert.equal(kept.nextAt, null);
  assert.ok((kept.lastImport?.failure?.sentence ?? '').length > 10);
  const { status } = await call(server.url, 'DELETE', `/api/import-sites/${failed.siteId}`, {
    cookie: lead.cookie,
  });
  assert.equal(status, 204);
  assert.equal(await listed(), undefined);
});

test('without being named in the settings the own machine is refused, by number, by name and in disguise', async () => {
  const fetch = createGuardedFetch({ allowedHosts: [], agentName: 'Tandem test' });
  const port = (site.address() as AddressInfo).port;
  const wish = { accepts: /./, mostBytes: 1000, withinMs: 3000, signal: new AbortController().signal };
  for (const url of [
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00::1]/',
    'http://0.0.0.0/',
    `http://93.184.215.14:${port}/`,
    'http://name:word@example.com/',
    'file:///etc/passwd',
    'ftp://example.com/',
  ])
    await assert.rejects(
      fetch(url, wish),
      (error) => error instanceof FetchProblem && error.code === 'address-refused',
      url,
    );
});

test('a name that answers with a public address first and a private one later is refused', async () => {
  const answers = ['127.0.0.1', '10.0.0.8'];
  let times = 0;
  const lookup = ((
    _name: string,
    _options: unknown,
    done: (error: null, found: { address: string; family: number }[]) => void,
  ) => {
    // The first answer names both: one private address among public ones is enough to refuse.
    const found = times === 0 ? ['93.184.215.14', answers[0]!] : [answers[1]!];
    times += 1;
    done(
      null,
      found.map((one) => ({ address: one, family: 4 })),
    );
  }) as never;
  const fetch = createGuardedFetch({ allowedHosts: [], agentName: 'Tandem test', lookup });
  const wish = { accepts: /./, mostBytes: 1000, withinMs: 3000, signal: new AbortController().signal };
  for (let round = 1; round <= 2; round += 1) {
    await assert.rejects(
      fetch('http://rebound.example/', wish),
      (error) => error instanceof FetchProblem && error.code === 'address-refused',
    );
    assert.equal(times, round, 'a name is resolved once a call: what was looked at is what is connected to');
  }
});
