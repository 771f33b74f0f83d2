import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, call } from '../../cli/replay/api.ts';
import type { ArticleList, PublicArticle } from '../../core/protocol/articles.ts';
import type { ArticleView, Colleague } from '../../core/protocol/views.ts';
import { ask, cited, invitePeople, type People } from '../kit/people.ts';
import { startScriptedModel } from '../kit/scripted-model.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

const base = {
  language: 'zh',
  title: '皮划艇的押金收多少？',
  similarQuestions: ['租皮划艇要押金吗', '皮划艇押金怎么收'],
  topic: '租赁',
} as const;
const body = (amount: number) =>
  `租皮划艇每艘收押金 ${amount} 元，还艇验收后原路退回。\n\n## 免押金\n金卡会员租皮划艇免押金，请在下单前登录。`;

suite('articles in force for a time and for some', () => {
  let server: TestServer;
  let people: People;
  let lead: Api;
  let agent: Api;
  before(async () => {
    server = await startTestServer();
    people = await invitePeople(server);
    lead = people.administrator;
    agent = (await people.agents(1))[0]!.api;
  });
  after(async () => {
    await people.leave();
    await server.stop();
  });

  const now = () => server.plugs.now();
  const until = async (at: number) => sleep(Math.max(0, at - now()) + 5);
  const draft = (change: object = {}, by = lead) =>
    call<ArticleView>(by, 'POST', '/api/articles', { ...base, body: body(200), ...change });
  const act = (article: ArticleView, move: string, by = lead) =>
    call<ArticleView>(by, 'POST', `/api/articles/${article.id}/${move}`, { version: article.version });
  const save = ({ id, version }: ArticleView, change: object, by = lead) =>
    call<ArticleView>(by, 'PUT', `/api/articles/${id}`, { ...base, body: body(200), version, ...change });
  const read = (id: string) => call<ArticleView>(lead, 'GET', `/api/articles/${id}`);
  const search = (text: string, scope = {}) =>
    server.plugs.knowledgeBase.knowledge
      .search(text, scope)
      .map(({ passage }) => `${passage.articleId}@${passage.articleVersion}`);
  const isRefused = (code: string) => (error: unknown) => {
    assert.match(String(error), new RegExp(`\\b${code}\\b`));
    return true;
  };
  /** As nobody in particular would fetch it. */
  const openPage = async (id: string, query = '') => {
    const response = await fetch(`${server.url}/api/articles/${id}/public${query}`);
    const answer = (await response.json()) as PublicArticle & { error?: { code: string } };
    return { status: response.status, code: answer.error?.code, article: answer };
  };
  const question = '皮划艇押金怎么收的呀';

  test('a clause answers inside its window only, to the second, and is marked as expired after it', async () => {
    const from = now() + 4_000;
    const end = from + 6_000;
    const article = await act(await draft({ effectiveFrom: from, expiresAt: end }), 'publish');
    assert.equal(article.status, 'published');
    assert.equal((await openPage(article.id)).status, 410, 'not yet');
    const customer = await people.customer();
    assert.ok(!cited(await ask(customer, question)).includes(article.id), 'before its first day');
    await until(from);
    assert.deepEqual(cited(await ask(await people.customer(), question)), [article.id]);
    assert.equal((await openPage(article.id)).article.expiresAt, end);
    const first = `${article.id}@${article.version}`;
    assert.ok(search(question, { at: end - 1 }).includes(first), 'in its last millisecond');
    assert.ok(!search(question, { at: end }).includes(first), 'and at its end no more, whatever a job does');
    await until(end);
    assert.ok(!search(question).includes(first));
    assert.ok(!cited(await ask(await people.customer(), question)).includes(article.id));
    assert.equal((await openPage(article.id)).code, 'article-gone');
    await sleep(1_500);
    const after = await read(article.id);
    assert.deepEqual([after.status, after.version, after.editions], ['expired', article.version, []]);
    await act(after, 'archive');
  });

  test('the scheduled next version takes over at its second on both processes, and the old is cited no more', async () => {
    const other = await server.startAnother();
    const first = await act(await draft(), 'publish');
    const from = now() + 6_000;
    const second = await save(first, { body: body(300), effectiveFrom: from });
    assert.deepEqual(
      second.editions.map(({ version, effectiveFrom }) => [version, effectiveFrom]),
      [
        [first.version, null],
        [second.version, from],
      ],
    );
    const told = await ask(await people.customer(), question);
    assert.match(told.text, /200 元/);
    assert.equal(told.citations?.[0]?.articleVersion, first.version);
    assert.equal((await openPage(first.id)).article.version, first.version);
    await until(from);
    for (const at of [server, other]) {
      const answer = await ask(await people.customer({ at }), question);
      assert.match(answer.text, /300 元/);
      assert.equal(answer.citations?.[0]?.articleVersion, second.version);
    }
    await sleep(1_500);
    assert.deepEqual(
      (await read(first.id)).editions.map(({ version }) => version),
      [second.version],
    );
    await act(second, 'archive');
    assert.ok(!search(question).some((found) => found.startsWith(first.id)));
  });

  test('what is internal reaches no customer by any way, and the staff find it', async () => {
    const words = {
      title: '皮划艇破损能赔多少？',
      similarQuestions: ['皮划艇坏了怎么赔'],
      audience: 'staff',
    };
    const text = '坐席可当场补偿皮划艇客户至多 88 元，超过请主管批。';
    const article = await act(await draft({ ...words, body: text }), 'publish');
    const asked = '皮划艇破损能赔多少';
    assert.ok(search(asked, { audience: 'staff' }).some((found) => found.startsWith(article.id)));
    assert.ok(!search(asked).some((found) => found.startsWith(article.id)));
    const customer = await people.customer();
    const answer = await ask(customer, asked);
    assert.doesNotMatch(JSON.stringify(answer), /88 元|皮划艇破损能赔多少/);
    const seen = JSON.stringify(customer.delivered);
    assert.ok(
      !seen.includes(article.id) && !seen.includes('88 元'),
      'nothing of it in what was sent to the widget',
    );
    assert.deepEqual(
      [(await openPage(article.id)).status, (await openPage(article.id)).code],
      [404, 'not-found'],
    );
    const trial = await call<{ candidates: { article: { id: string } }[] }>(
      agent,
      'POST',
      '/api/knowledge/try',
      {
        text: asked,
      },
    );
    assert.ok(!trial.candidates.some((one) => one.article.id === article.id));
    const open = await save(article, { ...words, body: text, audience: 'everyone' });
    assert.equal((await openPage(article.id)).status, 200);
    const closed = await save(open, { ...words, body: text });
    assert.deepEqual(
      [(await openPage(article.id)).status, (await openPage(article.id)).code],
      [410, 'article-gone'],
    );
    await act(closed, 'archive');
  });

  test('what is for one inbox is found in that inbox alone', async () => {
    const article = await act(await draft({ inboxIds: ['demo'] }), 'publish');
    const isFound = (inboxId: string) =>
      search(question, { inboxId }).some((found) => found.startsWith(article.id));
    assert.deepEqual([isFound('demo'), isFound('elsewhere')], [true, false]);
    assert.deepEqual(cited(await ask(await people.customer(), question)), [article.id]);
    await act(article, 'archive');
  });

  test('agents write and send to review, supervisors publish; a proposal leaves alone what answers', async () => {
    const written = await draft({}, agent);
    const waiting = await act(written, 'review', agent);
    assert.equal(waiting.status, 'review');
    await assert.rejects(act(waiting, 'publish', agent), isRefused('forbidden'));
    const live = await act(waiting, 'publish');
    await assert.rejects(save(live, { body: body(1) }, agent), isRefused('forbidden'));
    const proposal = await save(live, { body: body(250), as: 'draft' }, agent);
    assert.deepEqual(
      [proposal.status, proposal.editions.map(({ version }) => version)],
      ['draft', [live.version]],
    );
    assert.match((await openPage(live.id)).article.body, /200 元/);
    const list = await call<ArticleList>(lead, 'GET', '/api/articles?status=published&search=皮划艇');
    assert.ok(
      list.articles.some(({ id }) => id === live.id),
      'what answers stands among the published',
    );
    const published = await act(await act(proposal, 'review', agent), 'publish');
    assert.match((await openPage(live.id)).article.body, /250 元/);
    await assert.rejects(act(published, 'review'), isRefused('article-move'));
    await assert.rejects(act(await act(published, 'archive'), 'archive'), isRefused('article-move'));
  });

  test('of two who save at once one is told of the other’s text, and nothing is lost', async () => {
    const article = await draft();
    const results = await Promise.allSettled([
      save(article, { body: body(210) }),
      save(article, { body: body(220) }, agent),
    ]);
    const won = results.find((one) => one.status === 'fulfilled')!.value;
    const lost = results.find((one) => one.status === 'rejected')!.reason;
    assert.ok(isRefused('version-conflict')(lost));
    const response = await fetch(`${server.url}/api/articles/${article.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...lead.headers },
      body: JSON.stringify({ ...base, body: body(230), version: article.version }),
    });
    const { error } = (await response.json()) as { error: { details: { article: ArticleView } } };
    assert.equal(response.status, 409);
    assert.deepEqual([error.details.article.body, error.details.article.version], [won.body, won.version]);
  });

  test('rolling back is a new version with the old words, under the present dates and audience', async () => {
    const first = await draft();
    const second = await save(first, { body: body(500), audience: 'staff' });
    const restored = await call<ArticleView>(lead, 'POST', `/api/articles/${first.id}/restore`, {
      version: second.version,
      of: first.version,
    });
    assert.deepEqual([restored.version, restored.body, restored.audience], [3, body(200), 'staff']);
    const { versions } = await call<{ versions: ArticleView[] }>(
      lead,
      'GET',
      `/api/articles/${first.id}/versions`,
    );
    assert.deepEqual(
      versions.map(({ version, audience }) => [version, audience]),
      [
        [3, 'staff'],
        [2, 'staff'],
        [1, 'everyone'],
      ],
    );
    const nowhere = call(lead, 'POST', `/api/articles/${first.id}/restore`, { version: 3, of: 99 });
    await assert.rejects(nowhere, isRefused('not-found'));
  });

  test('dates that cannot be and references to nothing are refused with a code', async () => {
    const at = now();
    await assert.rejects(draft({ effectiveFrom: at + 10, expiresAt: at + 10 }), isRefused('article-dates'));
    const over = await draft({ expiresAt: at - 1 });
    await assert.rejects(act(over, 'publish'), isRefused('article-dates'));
    for (const wrong of [
      { inboxIds: ['nowhere'] },
      { ownerId: crypto.randomUUID() },
      { translationOf: 'nothing' },
      { effectiveFrom: 'soon' },
      { effectiveFrom: 1e300 },
      { audience: 'nobody' },
      { products: [''] },
    ])
      await assert.rejects(save(over, wrong), isRefused('bad-input'), JSON.stringify(wrong));
    await assert.rejects(save(over, { translationOf: over.id }), isRefused('bad-input'));
    await assert.rejects(call(lead, 'GET', '/api/articles?due=never'), isRefused('bad-input'));
  });

  test('a citation opens the place in the present text, and says what changed since', async () => {
    const first = await act(await draft(), 'publish');
    const at = (version: number, passage: number) => `?version=${version}&passage=${passage}`;
    const opened = await openPage(first.id, at(first.version, 1));
    assert.deepEqual(opened.article.place, { ordinal: 1, change: 'same' });
    const more = `先付定金。\n\n## 定金\n每艘 50 元。\n\n## 免押金\n金卡和银卡会员免押金。`;
    const second = await save(first, { body: more });
    assert.deepEqual((await openPage(first.id, at(first.version, 1))).article.place, {
      ordinal: 2,
      change: 'changed',
    });
    const third = await save(second, { body: '一律不收押金。' });
    assert.deepEqual((await openPage(first.id, at(second.version, 2))).article.place, {
      ordinal: null,
      change: 'gone',
    });
    assert.equal((await openPage(first.id, at(99, 0))).article.place, undefined);
    assert.equal((await openPage(first.id, '?version=0&passage=x')).code, 'bad-input');
    await act(third, 'archive');
  });

  test('lists narrow by who looks after it, for whom it is and what is due', async () => {
    const { colleagues } = await call<{ colleagues: Colleague[] }>(agent, 'GET', '/api/colleagues');
    const ownerId = colleagues[0]!.id;
    const at = now();
    const article = await act(
      await draft({
        ownerId,
        products: ['云栖皮划艇'],
        audience: 'staff',
        reviewAt: at - 1,
        expiresAt: at + 86_400_000,
      }),
      'publish',
    );
    const later = await act(await draft({ effectiveFrom: at + 60_000 }), 'publish');
    const ids = async (query: string) =>
      (await call<ArticleList>(agent, 'GET', `/api/articles?${query}`)).articles.map(({ id }) => id);
    for (const query of [
      `ownerId=${ownerId}`,
      'product=云栖皮划艇',
      'audience=staff',
      'due=review',
      'due=ends-soon',
      'inboxId=demo&search=皮划艇的押金',
    ])
      assert.ok((await ids(query)).includes(article.id), query);
    assert.ok((await ids('due=scheduled')).includes(later.id));
    assert.ok(!(await ids('due=scheduled')).includes(article.id));
    assert.ok(!(await ids('due=review')).includes(later.id));
    const list = await call<ArticleList>(agent, 'GET', '/api/articles');
    assert.ok(list.products.includes('云栖皮划艇'));
  });

  test('translations are known from both sides', async () => {
    const original = await draft();
    const translated = await draft({ language: 'en', title: 'Kayak deposit?', translationOf: original.id });
    const seen = async (id: string) => (await read(id)).translations?.map((one) => [one.id, one.isOriginal]);
    assert.deepEqual(await seen(original.id), [[translated.id, false]]);
    assert.deepEqual(await seen(translated.id), [[original.id, true]]);
  });
});

test('a model is given what is in force and for customers, and nothing else', async () => {
  const model = await startScriptedModel();
  const server = await startTestServer({ TANDEM_MODEL_URL: model.url, TANDEM_MODEL_NAME: 'scripted' });
  const people = await invitePeople(server);
  try {
    const { administrator: lead } = people;
    const at = server.plugs.now();
    const publish = async (text: string, reach: object) => {
      const article = await call<ArticleView>(lead, 'POST', '/api/articles', {
        ...base,
        body: text,
        ...reach,
      });
      await call(lead, 'POST', `/api/articles/${article.id}/publish`, { version: article.version });
    };
    await publish('租皮划艇每艘收押金 200 元。', {});
    await publish('内部：皮划艇押金可以减到 66 元。', { audience: 'staff' });
    await publish('明年起皮划艇押金每艘 777 元。', { effectiveFrom: at + 86_400_000 });
    model.play({ kind: 'answer', text: '每艘收押金 200 元[1]。' });
    await ask(await people.customer(), '皮划艇的押金收多少钱呢');
    const asked = JSON.stringify(model.requests.map(({ body: sent }) => sent));
    assert.match(asked, /200 元/);
    assert.doesNotMatch(asked, /66 元|777 元/);
  } finally {
    await people.leave();
    await server.stop();
    await model.close();
  }
});
