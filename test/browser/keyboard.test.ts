import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, seriousFindings, type WatchedPage } from '../kit/browser.ts';
import { type DeskScene, openDeskScene, type Person, patience } from '../kit/desk-scene.ts';
import { listenTo, timesHeard } from '../kit/heard.ts';

let scene: DeskScene;
let browser: Browser;
let agent: Person;
let lead: Person;

before(async () => {
  scene = await openDeskScene();
  browser = await openBrowser();
  agent = await scene.hire('王敏');
  lead = await scene.hire('陈立', 'supervisor');
});
after(async () => {
  await browser?.close();
  await scene?.close();
});

/** Signs in without a pointer. */
async function enter(face: 'desk' | 'console', person: Person): Promise<WatchedPage> {
  const page = await openPage(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(patience);
  await listenTo(page);
  await page.goto(`${scene.server.url}/${face}/`);
  await page.locator('input[type=email]').waitFor();
  await page.keyboard.type(person.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await page.locator('.column-list, main#content').first().waitFor();
  return page;
}

/** Waits until the keyboard is there, inside the widget too. */
async function hasKeyboard(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const inside = document.querySelector('tandem-widget')?.shadowRoot?.activeElement;
    return (inside ?? document.activeElement)?.matches(wanted);
  }, selector);
}

test('the desk is worked without a pointer: the keyboard comes back from every dialog, and each message is told once', async () => {
  const page = await enter('desk', agent);
  const customer = scene.customer();
  await customer.say('七天无理由怎么退？');
  await customer.askHuman();
  await page.locator('.ring').waitFor();
  assert.equal(await timesHeard(page, '派给你的会话'), 1);
  await page.keyboard.press('Enter');
  await hasKeyboard(page, '#composer');

  await page.keyboard.type('您好，我来帮您退。');
  await page.keyboard.press('Enter');
  await page.locator('.message-agent:not(.outgoing)', { hasText: '我来帮您退' }).waitFor();
  await customer.say('衣服没有拆吊牌');
  await page.locator('.message-contact', { hasText: '没有拆吊牌' }).waitFor();
  assert.equal(await timesHeard(page, '我来帮您退'), 1);
  assert.equal(await timesHeard(page, '没有拆吊牌'), 1);

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: '搜索会话或操作' }).waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await page.keyboard.press('Escape');
  await hasKeyboard(page, '#composer');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('转接');
  await page.keyboard.press('Enter');
  const search = page.getByRole('combobox', { name: '搜索队列、同事或技能' });
  await search.waitFor();
  await page.keyboard.press('ArrowDown');
  const choice = await search.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`[id="${choice}"]`).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Escape');
  await hasKeyboard(page, '#composer');

  await page.keyboard.press('Control+Enter');
  await hasKeyboard(page, 'input[type=radio]');
  await page.keyboard.press('Enter');
  await page.locator('.line[data-kind=resolved]').waitFor();
  await hasKeyboard(page, '.timeline');
  await page.context().close();
});

test('beside a conversation stands how this customer is, and nothing of the one before', async () => {
  const first = scene.customer();
  await first.say('帐篷防水吗');
  await first.say('你们这帮骗子，我要投诉！！！');
  const second = scene.customer();
  await second.say('支持花呗吗？');
  const { page, errors, context } = await scene.signIn(lead);
  for (const { conversationId } of [first, second, first, second]) {
    await page.evaluate((id) => {
      location.hash = `#/c/${id}`;
    }, conversationId);
    await page.locator('[data-testid=packet] blockquote').waitFor();
    await page.getByTestId('reading').first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('[data-testid=reading]').length === 1);
  }
  const reading = (await page.getByTestId('reading').textContent()) ?? '';
  assert.doesNotMatch(reading, /生气|投诉/);
  assert.deepEqual(errors, []);
  await context.close();
});

test('a customer rates without a pointer and goes on writing; an answer is told once', async () => {
  const page = await openPage(browser);
  await listenTo(page);
  await page.goto(`${scene.server.url}/?lang=zh`);
  await page.locator('.launcher').focus();
  await page.keyboard.press('Enter');
  await hasKeyboard(page, '.composer textarea');
  await page.keyboard.type('羽绒睡袋怎么洗？');
  await page.keyboard.press('Enter');
  await page.locator('.sources a').first().waitFor();
  const answer = (await page.locator('.message.assistant .bubble p').nth(1).textContent()) ?? '';
  assert.equal(await timesHeard(page, answer), 1);
  const opened = await page.waitForFunction(() => localStorage.getItem('tandem:demo|visitor:opened'));
  const id = (await opened.jsonValue()) as string;
  const staff = (verb: string, input: object = {}) =>
    scene.administrator.call('POST', `/api/conversations/${id}/${verb}`, {
      id: crypto.randomUUID(),
      ...input,
    });
  await staff('take-over');
  await staff('resolve', { disposition: 'solved' });
  await page.locator('.scores input').first().waitFor();
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await page.locator('.scores input:focus').count()) break;
  }
  await hasKeyboard(page, '.scores input');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await hasKeyboard(page, '.rating textarea');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.line.rated').waitFor();
  await hasKeyboard(page, '.composer textarea');
  assert.deepEqual(await seriousFindings(page), []);
  await page.context().close();
});

test('in the console a dialog begins at its first field and gives the keyboard back; a page begins at its content', async () => {
  const page = await enter('console', lead);
  await page.goto(`${scene.server.url}/console/#/understanding/examples`);
  const paste = page.getByRole('button', { name: '粘贴导入' });
  await paste.focus();
  await page.keyboard.press('Enter');
  await hasKeyboard(page, '.ant-modal textarea');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('粘贴导入'));
  await page.locator('.section-tabs a').last().focus();
  await page.keyboard.press('Enter');
  await page.locator('.panel h2', { hasText: '意图' }).waitFor();
  await hasKeyboard(page, 'main#content, .section-tabs a[aria-current]');
  assert.match(await page.title(), /^理解 · /);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('no page of the console is wider than a small phone in English, where words are long', async () => {
  await scene.hire('Alexandra Featherstonehaugh-Montgomery');
  const { page, context } = await scene.signIn(lead, '/console/', { locale: 'en-US' });
  await page.setViewportSize({ width: 360, height: 780 });
  const sections = ['overview', 'knowledge', 'insights', 'understanding', 'routing', 'team', 'system'];
  const seen = new Set<string>();
  const wide: string[] = [];
  const waiting = sections.map((name) => `#/${name}`);
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    await page.goto(`${scene.server.url}/console/${at}`);
    await page.locator('main#content .panel, main#content .section-lead').first().waitFor();
    await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 360) wide.push(`${at}: ${width}`);
    const tabs = await page
      .locator('.section-tabs a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    waiting.push(...tabs.filter((href) => href !== '' && !seen.has(href)));
  }
  assert.ok(seen.size > 20, `${seen.size} pages`);
  assert.deepEqual(wide, []);
  await context.close();
});
