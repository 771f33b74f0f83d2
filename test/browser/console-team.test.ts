import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Route } from 'playwright-core';
import type { Colleague } from '../../core/protocol/views.ts';
import { openBrowser, openPage, seriousFindings, type WatchedPage } from '../kit/browser.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { until } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';
import { type StaffClient, signIn } from '../kit/staff.ts';

let server: TestServer;
let browser: Browser;
let administrator: StaffClient;
let page: WatchedPage;
let wang: Staff;
let chen: Staff;

const blank = { skills: {}, languages: [], capacity: 4, maximumConversations: 4 } as const;

before(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  administrator = await signIn(server.url, server.administrator!);
  wang = await addStaff(server.plugs.pool, 'agent', '王敏', {
    profile: { ...blank, skills: { returns: 2 } },
  });
  chen = await addStaff(server.plugs.pool, 'agent', '陈立', { profile: blank });
  page = await openPage(browser, { reducedMotion: 'reduce' });
  await page.goto(`${server.url}/console/#/team/skills`);
  await page.getByLabel('邮箱').fill(server.administrator!.email);
  await page.getByLabel('密码', { exact: true }).fill(server.administrator!.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('.matrix').waitFor();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const rowOf = (person: Staff) => page.locator(`tr[data-person="${person.name}"]`);
const levelOf = (person: Staff, skill: string) =>
  rowOf(person).getByLabel(new RegExp(`${person.name}.*${skill}`));

async function profileOf(person: Staff): Promise<Colleague['profile']> {
  const { colleagues } = await administrator.call<{ colleagues: Colleague[] }>('GET', '/api/colleagues');
  return colleagues.find(({ id }) => id === person.id)!.profile;
}

/** The server has it: what the page shows is only a promise. */
const saved = (person: Staff, fits: (profile: Colleague['profile']) => boolean) =>
  until('the profile is saved', async () => fits(await profileOf(person)));

test('a level, a new skill, languages and limits are each saved as they are changed, and stand after a reload', async () => {
  await levelOf(wang, '退换货').selectOption('4');
  await page.getByText('王敏', { exact: false }).first().waitFor();
  await saved(wang, ({ skills }) => skills.returns === 4);

  await page.getByRole('button', { name: '加一项技能' }).click();
  await page.getByRole('textbox', { name: /技能/ }).fill('stoves');
  await page.keyboard.press('Enter');
  await levelOf(chen, 'stoves').selectOption('3');
  await saved(chen, ({ skills }) => skills.stoves === 3);

  const limit = rowOf(chen).getByLabel('陈立 · 容量');
  await limit.fill('6');
  await limit.press('Enter');
  await saved(chen, ({ capacity }) => capacity === 6);
  await rowOf(chen).getByRole('combobox', { name: '陈立 · 语言' }).click();
  await page.getByTitle('英文').last().click();
  await page.keyboard.press('Escape');
  await saved(chen, ({ languages }) => languages.join() === 'en');

  await page.reload();
  await page.locator('.matrix').waitFor();
  assert.equal(await levelOf(wang, '退换货').inputValue(), '4');
  assert.equal(await levelOf(chen, 'stoves').inputValue(), '3');
  assert.equal(await rowOf(chen).getByLabel('陈立 · 容量').inputValue(), '6');
  await levelOf(wang, '退换货').selectOption('0');
  await saved(wang, ({ skills }) => !('returns' in skills));
  assert.deepEqual(await seriousFindings(page), []);
});

test('two quick changes of one agent both stay, however late the first arrives', async () => {
  const path = `**/api/colleagues/${wang.id}`;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let count = 0;
  await page.route(path, async (route: Route) => {
    count += 1;
    if (count === 1) await held;
    await route.continue();
  });
  await levelOf(wang, 'stoves').selectOption('2');
  await until('the first is on its way', () => count === 1);
  const limit = rowOf(wang).getByLabel('王敏 · 最多会话');
  await limit.fill('7');
  await limit.press('Enter');
  await levelOf(wang, 'stoves').selectOption('5');
  release();
  await until('all have arrived', () => count === 3);
  await saved(wang, ({ skills, maximumConversations }) => skills.stoves === 5 && maximumConversations === 7);
  await page.unroute(path);
  assert.equal(await levelOf(wang, 'stoves').inputValue(), '5');
  assert.equal(await rowOf(wang).getByLabel('王敏 · 最多会话').inputValue(), '7');
});

test('what the server refuses is told, and the cell shows what is true', async () => {
  const path = `**/api/colleagues/${chen.id}`;
  await page.route(path, (route) =>
    route.fulfill({
      status: 503,
      json: { error: { code: 'overloaded', message: '现在太忙，请稍后再试。' } },
    }),
  );
  await levelOf(chen, 'stoves').selectOption('1');
  await page.getByText('现在太忙，请稍后再试。').waitFor();
  await page.unroute(path);
  await until('the cell is back', async () => (await levelOf(chen, 'stoves').inputValue()) === '3');
  assert.equal((await profileOf(chen)).skills.stoves, 3);
});

test('a supervisor reads the matrix and changes nothing in it', async () => {
  const lead = await addStaff(server.plugs.pool, 'supervisor', '李主管');
  const theirs = await openPage(browser, { reducedMotion: 'reduce' });
  const [name, value] = lead.cookie.split('=') as [string, string];
  await theirs.context().addCookies([{ name, value, url: server.url }]);
  await theirs.goto(`${server.url}/console/#/team/skills`);
  await theirs.locator('.matrix').waitFor();
  assert.ok(await theirs.getByLabel(/陈立.*stoves/).isDisabled());
  assert.ok(await theirs.getByLabel('陈立 · 容量').isDisabled());
  assert.equal(await theirs.getByRole('button', { name: '加一项技能' }).count(), 0);
  await theirs.context().close();
});
