import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ImportView, SiteView } from '../../core/protocol/imports.ts';
import type { JudgedQuestionView } from '../../core/protocol/preview.ts';
import type { ArticleView, Colleague } from '../../core/protocol/views.ts';
import { type Answer, call } from '../kit/client.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

// Calls that no other flow brings to a good end, so that what they answer is seen once, too (`test/kit/answers.ts`).

let server: TestServer;
let administrator: Staff;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  administrator = await addStaff(server.plugs.pool, 'administrator');
});
after(() => server.stop());

async function ask<T>(method: string, path: string, body?: unknown, status = 200): Promise<T> {
  const { cookie } = administrator;
  const answer: Answer<T> = await call<T>(server.url, method, path, { cookie, body });
  assert.equal(answer.status, status, `${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

test('a colleague is added, signs in, takes another password, and is changed', async () => {
  const added = await ask<{ colleague: Colleague; password: string }>('POST', '/api/colleagues', {
    name: '新同事',
    email: 'new@tandem.test',
    role: 'agent',
  });
  const account = { email: 'new@tandem.test', password: added.password };
  const session = await call(server.url, 'POST', '/api/session', { body: account });
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0]!;
  const next = 'another long password';
  const wrong = { current: 'not this', next };
  const refused = await call(server.url, 'PUT', '/api/session/password', { cookie, body: wrong });
  assert.equal(refused.body.error?.code, 'wrong-password');
  const right = { current: added.password, next };
  const changed = await call(server.url, 'PUT', '/api/session/password', { cookie, body: right });
  assert.deepEqual([changed.status, changed.body], [200, {}]);
  const { id } = added.colleague;
  const promoted = await ask<{ colleague: Colleague }>('PATCH', `/api/colleagues/${id}`, {
    role: 'supervisor',
  });
  assert.equal(promoted.colleague.role, 'supervisor');
  const out = await call(server.url, 'DELETE', '/api/session', { cookie });
  assert.deepEqual([out.status, out.body], [200, {}]);
});

test('an article goes to review and out, back to earlier words, and away', async () => {
  const words = {
    language: 'zh',
    title: '怎么开发票',
    similarQuestions: [],
    body: '在订单页申请。',
    topic: '发票',
  };
  const made = await ask<ArticleView>('POST', '/api/articles', words, 201);
  const path = `/api/articles/${made.id}`;
  const reviewed = await ask<ArticleView>('POST', `${path}/review`, { version: made.version });
  const out = await ask<ArticleView>('POST', `${path}/publish`, { version: reviewed.version });
  const saved = await ask<ArticleView>('PUT', path, {
    ...words,
    body: '在订单页或邮件里申请。',
    version: out.version,
  });
  const back = await ask<ArticleView>('POST', `${path}/restore`, {
    version: saved.version,
    of: made.version,
  });
  assert.equal(back.body, words.body);
  const { versions } = await ask<{ versions: ArticleView[] }>('GET', `${path}/versions`);
  assert.equal(versions.length, 5);
  const judged = await ask<JudgedQuestionView>(
    'POST',
    '/api/judged-questions',
    { text: '发票怎么开', language: 'zh', articleId: made.id },
    201,
  );
  await ask('DELETE', `/api/judged-questions/${judged.id}`, undefined, 204);
  const gone = await ask<ArticleView>('POST', `${path}/archive`, { version: back.version });
  assert.equal(gone.status, 'archived');
});

test('a site that is looked at every day is looked at every week, then no more', async () => {
  // Inside the own network, so that nothing is fetched.
  const wanted = { url: 'http://127.0.0.1:9/help', kind: 'page', every: 'day' };
  const { siteId, id } = await ask<ImportView>('POST', '/api/imports', wanted, 201);
  const path = `/api/import-sites/${siteId}`;
  const weekly = await ask<{ every: string; nextAt: number }>('PATCH', path, { every: 'week' });
  assert.equal(weekly.every, 'week');
  const { sites } = await ask<{ sites: SiteView[] }>('GET', '/api/import-sites');
  assert.deepEqual(
    sites.map((site) => site.id),
    [siteId],
  );
  assert.deepEqual(await ask('GET', `/api/imports/${id}/changes`), { changes: [] });
  await ask('DELETE', path, undefined, 204);
});

test('a rising topic that was none is dismissed with the reason', async () => {
  const at = Date.now();
  const figures = { windowMinutes: 30, count: 20, expected: 1, chancePerWeek: 0.001, total: 20, trend: [20] };
  const id = crypto.randomUUID();
  await server.plugs.risingAlerts.raise({
    id,
    series: ['s'],
    name: '优惠券用不了',
    language: 'zh',
    startedAt: at,
    raisedAt: at,
    figures,
    examples: [],
    articleId: null,
  });
  assert.deepEqual(await ask('POST', `/api/insights/rising/${id}/dismiss`, { reason: '演练' }), {
    dismissed: true,
  });
  const { alerts } = await ask<{ alerts: { id: string; dismissedBy: string | null }[] }>(
    'GET',
    '/api/insights/rising',
  );
  assert.equal(alerts.find((alert) => alert.id === id)?.dismissedBy, administrator.name);
});
