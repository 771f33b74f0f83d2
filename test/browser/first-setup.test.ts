import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, seriousFindings, type WatchedPage } from '../kit/browser.ts';
import { Caller } from '../kit/desk-scene.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let browser: Browser;

before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false', RATE_SIGN_INS: '3' });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function signIn(page: WatchedPage, password: string): Promise<void> {
  await page.goto(`${server.url}/console/`);
  await page.locator('input[type=email]').fill(server.administrator!.email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
}

test('a fresh installation tells its administrator what is still missing, and where to go', async () => {
  const page = await openPage(browser);
  await signIn(page, server.administrator!.password);
  const steps = page.locator('.first-step');
  await steps.first().waitFor();
  assert.equal(await steps.count(), 3);
  assert.equal(await page.locator('.first-step-done').count(), 0);
  assert.deepEqual(await seriousFindings(page), []);

  const administrator = new Caller(server.url);
  await administrator.call('POST', '/api/session', server.administrator);
  await administrator.call('POST', '/api/colleagues', {
    name: '王敏',
    email: 'wang@example.com',
    role: 'agent',
  });
  await page.reload();
  await page.locator('.first-step-done').waitFor();
  assert.match((await page.locator('.first-step-done').textContent()) ?? '', /请同事加入.*2 人/s);
  await steps.first().locator('a').click();
  await page.waitForURL(/#\/knowledge\/imports/);
  await page.context().close();
});

test('an article of a real installation is read without anybody’s shop around it', async () => {
  const administrator = new Caller(server.url);
  await administrator.call('POST', '/api/session', server.administrator);
  const draft = await administrator.call<{ id: string; version: number }>('POST', '/api/articles', {
    language: 'zh',
    title: '怎么退货？',
    body: '七天内可以退，运费由我们承担。',
    topic: '售后',
    similarQuestions: [],
  });
  await administrator.call('POST', `/api/articles/${draft.id}/publish`, { version: draft.version });
  const page = await openPage(browser);
  await page.goto(`${server.url}/help/${draft.id}#p0`);
  await page.getByText('七天内可以退').waitFor();
  const words = (await page.locator('body').textContent()) ?? '';
  assert.doesNotMatch(words, /岚野|演示|商店/);
  assert.equal(await page.locator('.launcher').count(), 0);
  assert.deepEqual(page.problems, []);
  assert.deepEqual(await seriousFindings(page), []);
  await page.context().close();
});

test('who mistypes the password keeps the keyboard where it is, and is told when it was too often', async () => {
  const page = await openPage(browser);
  await signIn(page, 'not the password');
  const failure = page.locator('.ant-alert');
  await failure.getByText('邮箱或密码不对').waitFor();
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).type), 'password');
  for (let tries = 0; tries < 4; tries++) {
    const answered = page.waitForResponse('**/api/session');
    await page.keyboard.press('Enter');
    await answered;
    await page.locator('button[type=submit]:not(.ant-btn-loading)').waitFor();
  }
  await failure.getByText('尝试登录的次数太多').waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await page.context().close();
});
