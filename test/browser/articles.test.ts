import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Api, call, signIn } from '../../cli/replay/api.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import { openBrowser, openPage, seriousFindings, type WatchedPage } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let browser: Browser;
let page: WatchedPage;
let lead: Api;

before(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  const { email, password } = server.administrator!;
  lead = (await signIn(server.url, email, password)).api;
  page = await openPage(browser, { viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' });
  await page.goto(`${server.url}/console/`);
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const content = (body: string) => ({
  language: 'zh',
  title: '寄存行李收费吗？',
  similarQuestions: ['行李寄存多少钱'],
  topic: '门店',
  body,
});

async function publish(body: string): Promise<ArticleView> {
  const { id, version } = await call<ArticleView>(lead, 'POST', '/api/articles', content(body));
  return call(lead, 'POST', `/api/articles/${id}/publish`, { version });
}

test('a lead schedules the next version; the one in force goes on, and list and history tell both', async () => {
  const first = await publish('寄存行李每件 10 元。');
  await page.goto(`${server.url}/console/#/knowledge/${first.id}`);
  await page.getByLabel('正文').fill('寄存行李每件 15 元。');
  await page.getByRole('tab', { name: '范围与期限' }).click();
  const year = new Date().getFullYear() + 1;
  const from = page.getByLabel('生效时间');
  await from.fill(`${year}年3月1日 00:00`);
  await from.press('Enter');
  await page.getByText(`将在 ${year}年3月1日 00:00 生效，在那之前不影响现在的回答。`).waitFor();
  await button('保存并定时生效').click();
  await page.getByText('已发布 · 第 3 版').waitFor();
  assert.deepEqual(await seriousFindings(page), []);

  await page.getByRole('tab', { name: '历史版本' }).click();
  await page.locator('.versions li', { hasText: '第 3 版' }).getByText('待生效').waitFor();
  await page.locator('.versions li', { hasText: '第 2 版' }).getByText('生效中').waitFor();
  await page.getByRole('button', { name: /^第 2 版/ }).click();
  await page.locator('.diff-removed', { hasText: '10 元' }).waitFor();
  await page.locator('.diff-added', { hasText: '生效时间' }).waitFor();

  await page.goto(`${server.url}/console/#/knowledge?due=scheduled&search=${encodeURIComponent('寄存')}`);
  await page.getByText(`第 3 版 ${year}年3月1日 00:00 生效`).waitFor();
  const { body } = await (await fetch(`${server.url}/api/articles/${first.id}/public`)).json();
  assert.match(body, /10 元/);
});

test('a citation opens its passage, says when it has changed, and when it is no longer public', async () => {
  const first = await publish('寄存行李收费。\n\n## 价格\n每件 10 元。');
  const address = `${server.url}/help/${first.id}#p1v${first.version}`;
  const help = await openPage(browser);
  await help.goto(address);
  await help.locator('section.cited', { hasText: '每件 10 元' }).getByText('回答引用了这一段').waitFor();

  const second = await call<ArticleView>(lead, 'PUT', `/api/articles/${first.id}`, {
    ...content('寄存行李收费。\n\n## 时间\n8 点到 20 点。\n\n## 价格\n每件 15 元。'),
    version: first.version,
  });
  await help.reload();
  const cited = help.locator('section.cited', { hasText: '每件 15 元' });
  await cited.getByText('之后改过').waitFor();
  assert.deepEqual(help.problems, []);
  assert.deepEqual(await seriousFindings(help), []);

  await call(lead, 'PUT', `/api/articles/${first.id}`, {
    ...content('坐席专用：寄存行李的价格。'),
    audience: 'staff',
    version: second.version,
  });
  await help.reload();
  await help.getByRole('heading', { name: '这篇内容已不再公开' }).waitFor();
  assert.ok(!(await help.content()).includes('坐席专用'));
});

test('an agent proposes a change to a published article and sends it to review; customers still get the old', async () => {
  const article = await publish('寄存行李每件 10 元。');
  const agents = await browser.newContext({ locale: 'zh-CN' });
  const { password } = await call<{ password: string }>(lead, 'POST', '/api/colleagues', {
    name: '许佳',
    email: 'xujia@lanye.example',
    role: 'agent',
  });
  const desk = await agents.newPage();
  await desk.goto(`${server.url}/console/#/knowledge/${article.id}`);
  await desk.getByLabel('邮箱').fill('xujia@lanye.example');
  await desk.getByLabel('密码', { exact: true }).fill(password);
  await desk.getByRole('button', { name: '登录' }).click();
  await desk.getByLabel('正文').fill('寄存行李每件 12 元。');
  await desk.getByRole('button', { name: '送审' }).click();
  await desk.getByText('待审 · 第 4 版').waitFor();
  await desk.getByText('线上的第 2 版继续回答客户').waitFor();
  const { body } = await (await fetch(`${server.url}/api/articles/${article.id}/public`)).json();
  assert.match(body, /10 元/);
  await agents.close();

  await page.goto(`${server.url}/console/#/knowledge?status=review`);
  await page.getByRole('link', { name: '寄存行李收费吗？' }).first().click();
  await button('发布').click();
  await page.getByText('已发布 · 第 5 版').waitFor();
});
