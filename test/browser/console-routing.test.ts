import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Policy } from '../../core/terms/policy.ts';
import { openBrowser, openPage, seriousFindings, type WatchedPage } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';
import { type StaffClient, signIn } from '../kit/staff.ts';

let server: TestServer;
let browser: Browser;
let administrator: StaffClient;
let page: WatchedPage;

before(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  administrator = await signIn(server.url, server.administrator!);
  page = await openConsole(server.administrator!);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The console as somebody of the staff sees it, in a browser of their own. */
async function openConsole(account: {
  readonly email: string;
  readonly password: string;
}): Promise<WatchedPage> {
  const opened = await openPage(browser, { reducedMotion: 'reduce' });
  await opened.goto(`${server.url}/console/`);
  await opened.getByLabel('邮箱').fill(account.email);
  await opened.getByLabel('密码', { exact: true }).fill(account.password);
  await opened.getByRole('button', { name: '登录' }).click();
  await opened.getByRole('navigation', { name: '主导航' }).waitFor();
  return opened;
}

const visit = (hash: string) => page.goto(`${server.url}/console/#/routing/${hash}`);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const bar = (): Locator => page.locator('.draft-bar');

async function inForce(): Promise<{ version: number; policy: Policy; note: string }> {
  const { active } = await administrator.call<{ active: number }>('GET', '/api/policies');
  return administrator.call('GET', `/api/policies/${active}`);
}

async function discardDraft(on: Page = page): Promise<void> {
  await on.evaluate(() => localStorage.clear());
  await on.reload();
  await on.getByRole('heading', { level: 1 }).waitFor();
}

test('a draft is kept over a reload, checked as it grows, published with a note, and an old version comes back', async () => {
  const before = await inForce();
  await visit('queues');
  await page.getByLabel('中文名').fill('客户服务台');
  await bar().getByText('草稿改了 1 处，还没有生效').waitFor();
  await button('再加一步').click();
  // A stage that widens nothing is a problem, told at its field and in the list.
  await page.getByRole('combobox', { name: '技能要求' }).last().press('ArrowDown');
  await page.getByTitle('技能要求不变').last().click();
  await bar().getByRole('button', { name: '1 个问题要先解决' }).click();
  await page.getByRole('link', { name: /既不去别的队列，也不放宽技能要求/ }).click();
  await page.locator('.stages .problem-error').waitFor();
  assert.ok(await bar().getByRole('button', { name: '检查并发布' }).isDisabled());

  await page.reload();
  assert.equal(await page.getByLabel('中文名').inputValue(), '客户服务台');
  await page.getByRole('combobox', { name: '技能要求' }).last().press('ArrowDown');
  await page.getByTitle('技能要求放低 2 级').last().click();
  await bar().getByText('检查通过').waitFor();
  assert.equal((await inForce()).version, before.version, 'a draft changes nothing');

  await bar().getByRole('button', { name: '检查并发布' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/技能要求放低 2 级$/).waitFor();
  await dialog.getByRole('button', { name: '发布' }).click();
  await dialog.getByText('请填写这一项').waitFor();
  await dialog.getByLabel('这次为什么改').fill('等久了放宽技能');
  await dialog.getByRole('button', { name: '发布' }).click();
  await page.getByText(`第 ${before.version + 1} 版已生效`).waitFor();
  const published = await inForce();
  assert.equal(published.note, '等久了放宽技能');
  assert.equal(published.policy.queues[0]?.name.zh, '客户服务台');
  assert.equal(await bar().count(), 0);

  await visit('versions');
  await page
    .locator('.comparison')
    .getByText(/名称：.+ → 客户服务台/)
    .waitFor();
  await button(`恢复第 ${before.version} 版`).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
  await page.getByText(`第 ${before.version + 2} 版已生效`).waitFor();
  assert.deepEqual((await inForce()).policy, before.policy);
});

test('what a colleague published meanwhile is explained, and both changes come together', async () => {
  await visit('queues');
  await page.getByLabel('英文名').fill('Front desk');
  await bar().waitFor();
  const { version, policy } = await inForce();
  const theirs = { ...policy, handoff: { ...policy.handoff, turns: 9 } };
  await administrator.call('POST', '/api/policies', { policy: theirs, note: '早点转人工', basedOn: version });
  await bar().getByText('检查通过').waitFor();
  await bar().getByRole('button', { name: '检查并发布' }).click();
  await page.getByRole('dialog').getByLabel('这次为什么改').fill('英文名');
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await button('看看两边各改了什么').click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByText('聊了很久还没结束：14 → 9').waitFor();
  await dialog.getByRole('button', { name: '合并到一起' }).click();
  await page.getByText('已合并，请再看一遍后发布').waitFor();
  await bar().getByText('检查通过').waitFor();
  await bar().getByRole('button', { name: '检查并发布' }).click();
  await page.getByRole('dialog').getByLabel('这次为什么改').fill('英文名');
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await page.getByText(`第 ${version + 2} 版已生效`).waitFor();
  const merged = (await inForce()).policy;
  assert.equal(merged.handoff.turns, 9);
  assert.equal(merged.queues[0]?.name.en, 'Front desk');
});

test('a rule is written as a sentence, moved by the keyboard, and tried beside the version in force', async () => {
  await visit('triage');
  await button('新建规则').click();
  const card = page.locator('.rule[data-rule^="rule-"]');
  await card.getByRole('combobox', { name: '取值' }).fill('彩虹暗号');
  await card.getByRole('combobox', { name: '取值' }).press('Enter');
  await card.getByText('当 说到「彩虹暗号」').waitFor();
  const first = page.locator('.rules-panel .rule').first();
  const places = await page.locator('.rules-panel .rule').count();
  await card.locator('a.rule-words').focus();
  for (let moves = 1; moves < places; moves += 1) await page.keyboard.press('Alt+ArrowUp');
  await first.getByText('说到「彩虹暗号」').waitFor();
  await bar().getByText('检查通过').waitFor();

  await visit('try');
  await page.getByRole('textbox', { name: '客户说' }).fill('彩虹暗号是什么意思');
  await button('试一试').click();
  const [active, draft] = [page.getByTestId('trial-result').first(), page.getByTestId('trial-result').last()];
  await draft.locator('.outcome h3', { hasText: /^转人工$/ }).waitFor();
  assert.doesNotMatch((await active.locator('.outcome h3').textContent()) ?? '', /^转人工$/);
  await draft.locator('.verdict-holds').getByText('和另一版不同').waitFor();
  await draft.getByText('实际：彩虹暗号').waitFor();
});

test('leaving with a draft says that it is kept, and the draft is there on the way back', async () => {
  await visit('triage');
  await page.getByRole('link', { name: '团队' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '留下继续改' }).click();
  assert.match(page.url(), /#\/routing\/triage/);
  await page.getByRole('link', { name: '团队' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '先离开' }).click();
  await page.waitForURL(/#\/team/);
  await visit('triage');
  await page.getByText('说到「彩虹暗号」').waitFor();
});

test('a day is simulated with both versions in the browser, and the past is replayed', async () => {
  await visit('simulation');
  await button('开始模拟').click();
  const figures = page.locator('.simulation-figures');
  await figures.waitFor({ timeout: 60_000 });
  const stranded = await figures.locator('[data-figure="stranded"] td.number').allTextContents();
  assert.deepEqual(stranded.slice(0, 2), ['0', '0']);
  await page.locator('.simulation-charts svg').nth(3).waitFor();

  await visit('replay');
  await button('用草稿回放').click();
  await page.getByText(/这段时间没有会话|重走之后/).waitFor();
});

test('hours are read as people write them, and an imported list shows what it did not take', async () => {
  await visit('calendars');
  await button('新建服务时间').click();
  await page.waitForURL(/calendars\/.+/);
  const sunday = page.getByLabel('周日的时间');
  await sunday.fill('22:00-06:00');
  await sunday.press('Enter');
  await page.getByText('「22:00-06:00」跨过了零点，请分写在两天').waitFor();
  await sunday.fill('9-12，13：30~18');
  await sunday.press('Enter');
  assert.equal(await sunday.inputValue(), '09:00-12:00 13:30-18:00');
  await button('导入日期').click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: '导入日期' })
    .fill('2026-12-31,年终盘点,休息\n2026-02-30,没有这一天,休息');
  await dialog.getByText('1 行没读懂，不会导入').waitFor();
  await dialog.getByRole('button', { name: '导入 1 天' }).click();
  assert.equal(await page.getByLabel('原因').inputValue(), '年终盘点');
});

test('a supervisor reads, tries and simulates, and changes nothing', async () => {
  const { password } = await administrator.call<{ password: string }>('POST', '/api/colleagues', {
    name: '王敏',
    email: 'wang@tandem.local',
    role: 'supervisor',
  });
  const theirs = await openConsole({ email: 'wang@tandem.local', password });
  await theirs.goto(`${server.url}/console/#/routing/queues`);
  await theirs.getByText('规则由管理员修改').waitFor();
  assert.ok(await theirs.getByLabel('中文名').isDisabled());
  assert.equal(await theirs.getByRole('button', { name: '新建队列' }).count(), 0);
  await theirs.goto(`${server.url}/console/#/routing/try`);
  await theirs.getByRole('button', { name: '等了三天还没退款，我要投诉！' }).click();
  await theirs.getByTestId('trial-result').locator('.outcome h3', { hasText: '转人工' }).waitFor();
  await theirs.context().close();
});

// Before axe, whose own script the pages' content security policy refuses at first.
test('no page threw an error and the log holds no failure', () => {
  assert.deepEqual(page.problems, []);
  assert.deepEqual(
    server.journalLines.filter((line) => JSON.parse(line).level === 'error'),
    [],
  );
});

test('axe finds nothing serious on any page of routing, in either language and theme, wide and narrow', async () => {
  const hashes = [
    'queues',
    'triage',
    'calendars',
    'sla',
    'weights',
    'try',
    'replay',
    'simulation',
    'versions',
  ];
  const found: string[] = [];
  for (const [scheme, language, width] of [
    ['light', 'zh', 1280],
    ['dark', 'en', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 860 });
    await page.evaluate((chosen) => localStorage.setItem('tandem.language', chosen), language);
    await page.reload();
    for (const hash of hashes) {
      await visit(hash);
      await page.locator('.section-tabs [aria-current]').waitFor();
      await page.waitForLoadState('networkidle');
      found.push(...(await seriousFindings(page)).map((finding) => `${hash} ${scheme}: ${finding}`));
    }
    await page.goto(`${server.url}/console/#/team/skills`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /先离开|Leave for now/ })
      .click();
    await page.locator('.matrix').waitFor();
    found.push(...(await seriousFindings(page)).map((finding) => `team/skills ${scheme}: ${finding}`));
  }
  assert.deepEqual(found, []);
  await discardDraft();
});
