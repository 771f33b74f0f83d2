import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ArticleList } from '../../core/protocol/articles.ts';
import type { AssistFound } from '../../core/protocol/assist.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let wang: Staff;
let lead: Staff;
let search: (text: string) => Promise<AssistFound>;

before(async () => {
  server = await startTestServer();
  wang = await addStaff(server.plugs.pool, 'agent', '王敏', { busy: true });
  lead = await addStaff(server.plugs.pool, 'supervisor', '组长', { busy: true });
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  await customer.say('在吗');
  await customer.askHuman();
  assert.equal((await command(server.url, wang, customer.conversationId, 'accept')).status, 200);
  await write(
    { title: '门店寄存押金怎么退', body: '门店寄存的押金由财务在三个工作日内退回。', audience: 'staff' },
    true,
  );
  search = async (text) => {
    const path = `/api/conversations/${customer.conversationId}/assist/search?text=${encodeURIComponent(text)}`;
    return (await call<AssistFound>(server.url, 'GET', path, { cookie: wang.cookie })).body;
  };
});
after(() => server.stop());

const list = async (text: string, status = 'published') =>
  (
    await call<ArticleList>(
      server.url,
      'GET',
      `/api/articles?status=${status}&search=${encodeURIComponent(text)}`,
      { cookie: lead.cookie },
    )
  ).body;

async function write(content: object, publish: boolean): Promise<string> {
  const input = { language: 'zh', topic: '售后', similarQuestions: [], ...content };
  const made = await call<{ id: string; version: number }>(server.url, 'POST', '/api/articles', {
    cookie: lead.cookie,
    body: input,
  });
  assert.equal(made.status, 201);
  const { id, version } = made.body;
  if (publish)
    await call(server.url, 'POST', `/api/articles/${id}/publish`, { cookie: lead.cookie, body: { version } });
  return id;
}

const ways: readonly (readonly [string, string, RegExp])[] = [
  ['as it is written', '门店寄存押金', /寄存押金/],
  ['in pinyin', 'mendian yajin', /寄存押金/],
  ['with characters that sound alike', '门店寄存压金', /寄存押金/],
  ['by initials alone', 'yhq', /优惠券/],
  ['with a slip in an English word', 'warrenty', /warrant/i],
];
for (const [how, text, title] of ways)
  test(`an agent finds an article ${how}, and so does the console’s list`, async () => {
    const { passages, meant } = await search(text);
    assert.match(passages.map(({ citation }) => citation.title).join('\n'), title);
    assert.equal(meant !== undefined, /^[a-z ]+$/.test(text), meant);
    const found = await list(text);
    assert.match(found.articles.map((one) => one.title).join('\n'), title);
    assert.equal(found.meant, meant);
  });

test('a single word finds everything that holds it, likely or not', async () => {
  for (const place of ['前台', '后门', '二楼', '车库'])
    await write({ title: `${place}的雪橇架怎么用`, body: `${place}的雪橇架先到先得。` }, true);
  assert.equal((await search('雪橇')).passages.length, 4);
});

test('what is found tells where the sought words stand, and from when to when it holds', async () => {
  const until = Date.now() + 30 * 24 * 3600_000;
  await write({ title: '雪场押金怎么退', body: '雪场押金当天退回。', expiresAt: until }, true);
  const [first] = (await search('雪场押金')).passages;
  assert.deepEqual(first?.marks, ['雪场', '押金']);
  assert.equal((await search('门店寄存押金')).passages[0]?.audience, 'staff');
  assert.equal(first?.expiresAt, until);
});

test('an agent finds what stands in the other language by its words', async () => {
  const { passages } = await search('warranty');
  assert.ok(
    passages.some(({ marks }) => marks?.some((mark) => /warrant/i.test(mark))),
    JSON.stringify(passages.map(({ citation }) => citation.title)),
  );
});

test('the list finds a draft under the words that were meant', async () => {
  await write({ title: '退款到账时间（草稿）', body: '三个工作日。' }, false);
  const { articles, meant } = await list('tuikuan', 'draft');
  assert.equal(meant, '退款');
  assert.deepEqual(
    articles.map(({ title }) => title),
    ['退款到账时间（草稿）'],
  );
});

test('a question in whole sentences leads the list to what answers it, and nonsense to nothing', async () => {
  const { articles } = await list('帐篷的杆子断了我该怎么办呀');
  assert.match(articles[0]?.title ?? '', /杆/);
  assert.deepEqual((await list('qqzzxx')).articles, []);
  assert.deepEqual((await search('qqzzxx')).passages, []);
  assert.deepEqual((await search('   ')).passages, []);
});
