import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { ArticlePreview, JudgedQuestionView } from '../../core/protocol/preview.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import { createPreviewer } from '../../server/preview/preview-beside.ts';
import { bootCustomer, type CallOptions, call } from '../kit/client.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let lead: Staff;
let agent: Staff;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  lead = await addStaff(server.plugs.pool, 'supervisor', '组长');
  agent = await addStaff(server.plugs.pool, 'agent', '小林');
  await publish('returns', '买了不合适可以退货吗', '签收后 7 天内，商品没有使用过就可以申请退货。');
  await publish('freight', '运费怎么算', '单笔满 99 元包邮，不满收 8 元运费。');
  await publish('invoice', '怎么开发票', '订单完成后在「我的订单」里点「开发票」。');
  for (const text of [
    '运费怎么算',
    '怎么开发票',
    '帐篷能不能租',
    '帐篷能不能租',
    '怎么联系李雷 13812345678 租帐篷',
  ])
    await (await bootCustomer(server.url)).say(text);
});
after(() => server.stop());

const ask = <T>(method: string, path: string, body?: unknown, options: CallOptions = {}) =>
  call<T>(server.url, method, path, { cookie: lead.cookie, body, ...options });

const content = (title: string, body: string, similarQuestions: readonly string[] = []) => ({
  language: 'zh',
  title,
  body,
  topic: 'general',
  similarQuestions,
});
const ids = new Map<string, string>();

async function publish(name: string, title: string, body: string): Promise<void> {
  const { body: article } = await ask<ArticleView>('POST', '/api/articles', content(title, body));
  ids.set(name, article.id);
  const done = await ask('POST', `/api/articles/${article.id}/publish`, { version: article.version });
  assert.equal(done.status, 200, JSON.stringify(done.body));
}

const preview = (id: string, edited: object | null, more: object = {}) =>
  ask<ArticlePreview>('POST', `/api/articles/${id}/preview`, { content: edited, ...more });
const changesOf = ({ body }: { body: ArticlePreview }) =>
  body.changes.map(({ text, change, verdict, times }) => [text, change, verdict, times]);

test('a new article shows which past questions it would answer, the ones asked most first, before it is published', async () => {
  const rent = content('帐篷能不能租', '门店可以租帐篷，每天 60 元。', ['租帐篷多少钱']);
  const found = await preview('not-there-yet', rent);
  assert.equal(found.status, 200, JSON.stringify(found.body));
  assert.equal(found.body.questions, 4);
  assert.deepEqual(changesOf(found)[0], ['帐篷能不能租', 'gained', 'likely-better', 2]);
  assert.equal(found.body.changes[0]!.before.kind !== 'answer', true);
  assert.match(found.body.changes[0]!.after.text, /每天 60 元/);
  const customer = await bootCustomer(server.url);
  await customer.say('帐篷能不能租');
  const { body } = await ask<{ events: { kind: string; body: { text?: string } }[] }>(
    'GET',
    `/api/conversations/${customer.conversationId}/events?after=0`,
  );
  assert.ok(!body.events.some((event) => event.body.text?.includes('60 元')), 'nobody was told the draft');
});

test('personal data of past questions is not shown', async () => {
  const found = await preview('x', content('怎么租帐篷', '门店可以租。', ['怎么联系你们租帐篷']));
  assert.ok(!JSON.stringify(found.body).includes('13812345678'));
});

test('an edit that changes nothing for anybody says so', async () => {
  const found = await preview(
    ids.get('freight')!,
    content('运费怎么算', '单笔满 99 元包邮，不满收 8 元运费。'),
  );
  assert.deepEqual(found.body.changes, []);
});

test('changed words are shown beside the old ones', async () => {
  const found = await preview(
    ids.get('freight')!,
    content('运费怎么算', '单笔满 199 元包邮，不满收 12 元运费。'),
  );
  assert.deepEqual(changesOf(found), [['运费怎么算', 'reworded', 'unclear', 1]]);
  const [change] = found.body.changes;
  assert.match(change!.before.text, /满 99 元/);
  assert.match(change!.after.text, /满 199 元/);
});

test('taking an article away shows the questions that would lose their answer', async () => {
  const found = await preview(ids.get('invoice')!, null);
  assert.deepEqual(
    changesOf(found).map(([text, change]) => [text, change]),
    [['怎么开发票', 'lost']],
  );
});

test('a judged question is a regression test: its loss is worse, and stands first', async () => {
  const judged = await ask<JudgedQuestionView>('POST', '/api/judged-questions', {
    text: '怎么开发票',
    language: 'zh',
    articleId: ids.get('invoice'),
  });
  assert.equal(judged.status, 201);
  assert.equal(judged.body.title, '怎么开发票');
  const found = await preview(ids.get('invoice')!, null);
  assert.deepEqual(changesOf(found), [['怎么开发票', 'lost', 'worse', 1]]);
  assert.deepEqual(found.body.judged, { total: 1, before: 1, after: 0 });
  assert.equal(found.body.verdicts.worse, 1);
  const again = await ask<JudgedQuestionView>('POST', '/api/judged-questions', {
    text: '怎么开发票',
    language: 'zh',
    articleId: null,
  });
  assert.equal(again.body.id, judged.body.id, 'the same words are one question');
  assert.equal((await preview(ids.get('invoice')!, null)).body.changes[0]!.verdict, 'better');
  const gone = await ask('DELETE', `/api/judged-questions/${judged.body.id}`);
  assert.equal(gone.status, 204);
  assert.deepEqual((await ask<{ questions: unknown[] }>('GET', '/api/judged-questions')).body.questions, []);
});

test('an edit that comes into force later is tried at that time', async () => {
  const later = Date.now() + 86_400_000;
  const found = await preview(ids.get('freight')!, {
    ...content('运费怎么算', '全场包邮。'),
    effectiveFrom: later,
  });
  assert.equal(found.body.at, later);
  assert.match(found.body.changes[0]!.after.text, /全场包邮/);
});

test('what is published meanwhile is seen by the next preview', async () => {
  await publish('rent', '帐篷能不能租', '门店可以租帐篷。');
  const found = await preview('another', content('露营灯怎么充电', '用 Type-C 充电。'));
  assert.deepEqual(found.body.changes, []);
  const away = await preview(ids.get('rent')!, null);
  assert.ok(away.body.changes.some(({ text, change }) => text === '帐篷能不能租' && change === 'lost'));
});

test('agents may look and not judge; bad input is refused with a sentence', async () => {
  const asAgent = { cookie: agent.cookie };
  const looked = await ask('POST', `/api/articles/${ids.get('invoice')}/preview`, { content: null }, asAgent);
  assert.equal(looked.status, 200);
  const judged = await ask(
    'POST',
    '/api/judged-questions',
    { text: '怎么开发票', language: 'zh', articleId: null },
    asAgent,
  );
  assert.equal(judged.status, 403);
  for (const body of [
    { text: '', language: 'zh', articleId: null },
    { text: 'x', language: 'fr', articleId: null },
    { text: 'x', language: 'zh', articleId: '../x' },
  ])
    assert.equal((await ask('POST', '/api/judged-questions', body)).status, 400);
  assert.equal(
    (await ask('POST', '/api/judged-questions', { text: 'x', language: 'zh', articleId: 'gone' })).status,
    404,
  );
  assert.equal((await preview('x', { ...content('', ''), body: '' })).status, 400);
  assert.equal((await preview('x', null, { days: 0 })).status, 400);
  assert.equal((await ask('POST', '/api/articles/x/preview', { content: null }, { cookie: '' })).status, 401);
});

test('an edit without dates is tried in place of a version that began on a date, as saving it would put it there', async () => {
  await (await bootCustomer(server.url)).say('露营车怎么预约');
  const began = { effectiveFrom: Date.now() - 86_400_000 };
  const { body: article } = await ask<ArticleView>('POST', '/api/articles', {
    ...content('露营车怎么预约', '提前一天在小程序预约露营车，每天 60 元。'),
    ...began,
  });
  await ask('POST', `/api/articles/${article.id}/publish`, { version: article.version });
  const found = await preview(article.id, {
    ...content('露营车怎么预约', '提前一天在小程序预约露营车，每天 80 元。'),
    effectiveFrom: null,
  });
  const [change] = found.body.changes;
  assert.match(change?.after.text ?? '', /每天 80 元/, JSON.stringify(found.body));
  await ask('POST', `/api/articles/${article.id}/archive`, { version: 2 });
});

test('an edit that does not say for whom it is keeps the reach of the article: internal stays internal', async () => {
  await (await bootCustomer(server.url)).say('充气床垫漏气怎么补');
  const { body: article } = await ask<ArticleView>('POST', '/api/articles', {
    ...content('充气床垫漏气怎么补', '用自带的补丁贴上，等 10 分钟再充气。'),
    audience: 'staff',
  });
  const found = await preview(
    article.id,
    content('充气床垫漏气怎么补', '用自带的补丁贴上，等 20 分钟再充气。'),
  );
  assert.ok(!found.body.changes.some(({ after }) => after.articleId === article.id));
});

test('an edit that waits for the articles is tried to its end, though the dictionary changes meanwhile', async () => {
  let version = 1;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const previewer = createPreviewer(
    {
      changedSince: async (revision) => {
        await held;
        return server.plugs.articles.changedSince(revision);
      },
    },
    async () => ({ version, words: [], synonyms: [], by: '', at: 0 }),
    { limitMs: 30_000 },
  );
  const task = { articleId: 'x', after: [], at: Date.now(), since: 0, asked: [], judged: [] };
  const began = performance.now();
  try {
    const first = previewer.preview(task, false);
    await setImmediate();
    version = 2;
    const second = previewer.preview(task, false);
    await setImmediate();
    release();
    const [one, other] = await Promise.all([first, second]);
    assert.deepEqual([one.questions, other.questions], [0, 0]);
    assert.ok(performance.now() - began < 25_000);
  } finally {
    previewer.close();
  }
});
