import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { openBrowser, openPage, seriousFindings, type WatchedPage } from '../kit/browser.ts';
import { startScriptedModel } from '../kit/scripted-model.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';
import { type StaffClient, signIn } from '../kit/staff.ts';

let server: TestServer;
let browser: Browser;
let staff: StaffClient;

before(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  staff = await signIn(server.url, server.administrator!);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function openShop(options: Parameters<typeof openPage>[1] = {}): Promise<WatchedPage> {
  const page = await openPage(browser, options);
  await page.goto(`${server.url}/?lang=zh`);
  return page;
}

async function openWidget(options: Parameters<typeof openPage>[1] = {}): Promise<WatchedPage> {
  const page = await openShop(options);
  await page.locator('.launcher').click();
  await page.locator('.composer textarea').waitFor();
  await page.locator('.message.assistant').first().waitFor();
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('.composer textarea').fill(text);
  await page.locator('.composer textarea').press('Enter');
}

/** The conversation that this browser has opened, as soon as the server has acknowledged its first message. */
async function conversationOf(page: Page, person = 'visitor'): Promise<string> {
  const opened = await page.waitForFunction(
    (key) => localStorage.getItem(key),
    `tandem:demo|${person}:opened`,
  );
  return (await opened.jsonValue()) as string;
}

const eventsOf = async (conversationId: string) =>
  (await staff.call<{ events: ConversationEvent[] }>('GET', `/api/conversations/${conversationId}/events`))
    .events;

const commandId = () => crypto.randomUUID();

test('a question is answered with its source, which opens at the words that were cited', async () => {
  const page = await openWidget();
  await say(page, '云栖 2 双人帐篷的参数是什么？');
  const answer = page.locator('.message.assistant .bubble').last();
  await page.locator('.sources a').first().waitFor();
  assert.match((await answer.textContent()) ?? '', /1\.95 kg/);
  const opening = page.waitForEvent('popup');
  await page.locator('.sources a').first().click();
  const article = await opening;
  await article.locator('section.cited').waitFor();
  assert.match((await article.locator('h1').textContent()) ?? '', /云栖 2/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a message carries the product of the page that it is written on', async () => {
  const page = await openWidget();
  await page.evaluate(`tandem('update', { product: '云栖 2' })`);
  await say(page, '收纳后有多大？');
  await page.locator('.message.assistant').nth(1).waitFor();
  await page.evaluate(`tandem('update', { product: null })`);
  await say(page, '怎么开发票？');
  await page.locator('.message.assistant').nth(2).waitFor();
  const received = (await eventsOf(await conversationOf(page))).filter(
    (event) => event.kind === 'message-received',
  );
  assert.deepEqual(
    received.map(({ body }) => body.products),
    [['云栖 2'], undefined],
  );
  await page.context().close();
});

test('转人工 is one tap, also while a model is writing, and the writing stops at once', async () => {
  const model = await startScriptedModel();
  const withModel = await startTestServer({ TANDEM_MODEL_URL: model.url, TANDEM_MODEL_NAME: 'scripted' });
  const page = await openPage(browser);
  try {
    const words = '云栖 2 的全套重量是 1.95 kg，收纳后约 45×15 cm。[1] '.repeat(40);
    model.play({ kind: 'answer', text: words, tokenMs: 40 });
    await page.goto(`${withModel.url}/?lang=zh`);
    await page.locator('.launcher').click();
    await page.locator('.message.assistant').first().waitFor();
    await say(page, '云栖 2 双人帐篷有多重？');
    const writing = page.locator('.bubble.writing');
    await writing.filter({ hasText: '1.95 kg' }).waitFor();
    const early = (await writing.textContent())?.length ?? 0;
    await page.waitForFunction(
      (length) =>
        (document.querySelector('tandem-widget')?.shadowRoot?.querySelector('.writing')?.textContent ?? '')
          .length > length,
      early,
    );
    await page.locator('.bar .human').click();
    assert.equal(await writing.count(), 0);
    await page.locator('.waiting').waitFor();
    await page.locator('.line.queued').waitFor();
    await page.waitForTimeout(500);
    assert.equal(await writing.count(), 0, 'words that come late are not shown');
    assert.equal(await page.locator('.bar .human').count(), 0, 'who waits already is not asked again');
    await say(page, '补充一句：颜色要雾青');
    await page.locator('.own', { hasText: '补充一句' }).waitFor();
  } finally {
    await page.context().close();
    await withModel.stop();
    await model.close();
  }
});

test('转人工 tapped without a network is honoured when it is back', async () => {
  const page = await openWidget();
  await say(page, '离线之前的问题');
  await conversationOf(page);
  await page.context().setOffline(true);
  await page.locator('.banner').waitFor();
  await page.locator('.bar .human').click();
  await page.locator('.waiting', { hasText: '网络恢复后' }).waitFor();
  await page.context().setOffline(false);
  await page.locator('.line.queued').waitFor();
  assert.equal(await page.locator('.line.queued').count(), 1);
  await page.context().close();
});

test('Enter chooses a candidate while pinyin is composed and sends only afterwards', async () => {
  const page = await openWidget();
  const field = page.locator('.composer textarea');
  await field.focus();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  // As a browser reports it: first with isComposing, in Safari only by its key code.
  for (const composing of [{ isComposing: true }, { keyCode: 229 }])
    await field.evaluate((element, init) => {
      const press = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
      element.dispatchEvent(press);
    }, composing);
  assert.equal(await page.locator('.message.own').count(), 0);
  await input.send('Input.insertText', { text: '你好' });
  assert.equal(await field.inputValue(), '你好');
  await page.keyboard.press('Shift+Enter');
  assert.equal(await page.locator('.message.own').count(), 0);
  await page.keyboard.press('Enter');
  await page.locator('.message.own', { hasText: '你好' }).waitFor();
  assert.equal(await field.inputValue(), '');
  await page.context().close();
});

test('a message written while the server is away survives a reload and arrives once', async () => {
  const page = await openWidget();
  await say(page, '第一句话');
  const id = await conversationOf(page);
  await page.route('**/api/**', (route) => route.abort());
  await page.routeWebSocket('**/api/socket*', (socket) => socket.close());
  await say(page, '断网时写的话');
  await say(page, '断网时的第二句');
  await page.locator('.progress', { hasText: '网络恢复后发送' }).first().waitFor();
  await page.reload();
  await page.locator('.launcher').click();
  await page.locator('.own', { hasText: '断网时写的话' }).waitFor();
  await page.locator('.own', { hasText: '第一句话' }).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  await page.locator('.banner button').click();
  await page.locator('.progress', { hasText: '网络恢复后发送' }).first().waitFor({ state: 'detached' });
  const saidNow = async () =>
    (await eventsOf(id)).flatMap((event) => (event.kind === 'message-received' ? event.body.text : []));
  for (let tries = 0; tries < 50 && (await saidNow()).length < 3; tries += 1) await page.waitForTimeout(100);
  // A second copy would come now.
  await page.waitForTimeout(500);
  const said = await saidNow();
  assert.deepEqual(said, ['第一句话', '断网时写的话', '断网时的第二句']);
  await page.context().close();
});

test('a keyboard is enough: open, ask, ask for a person, close', async () => {
  const page = await openShop();
  await page.locator('.launcher').waitFor();
  const focused = () =>
    page.evaluate(() => {
      const inside = document.querySelector('tandem-widget')?.shadowRoot?.activeElement;
      return inside ? `${inside.tagName} ${inside.className}` : '';
    });
  await page.locator('.launcher').focus();
  await page.keyboard.press('Enter');
  await page.locator('.message.assistant').first().waitFor();
  assert.match(await focused(), /^TEXTAREA/);
  await page.keyboard.type('羽绒睡袋怎么洗？');
  await page.keyboard.press('Enter');
  await page.locator('.sources a').first().waitFor();
  for (let presses = 0; presses < 6 && !(await focused()).includes('human'); presses += 1)
    await page.keyboard.press('Tab');
  assert.match(await focused(), /human/);
  await page.keyboard.press('Enter');
  await page.locator('.waiting').waitFor();
  assert.match(await focused(), /^TEXTAREA/, 'the focus goes on in the conversation');
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
  // The launcher takes the focus with the frame that draws it.
  await page.waitForFunction(() =>
    document.querySelector('tandem-widget')?.shadowRoot?.activeElement?.classList.contains('launcher'),
  );
  await page.context().close();
});

test('what customers and agents write is shown as they wrote it and never runs', async () => {
  const page = await openWidget();
  const hostile = '<img src=x onerror="document.title=\'hacked\'"><script>alert(1)</script>危险';
  await say(page, hostile);
  const id = await conversationOf(page);
  assert.match((await page.locator('.own .bubble').textContent()) ?? '', /<script>alert\(1\)<\/script>/);
  await staff.call('POST', `/api/conversations/${id}/take-over`, { id: commandId() });
  await staff.call('POST', `/api/conversations/${id}/replies`, {
    id: commandId(),
    text: `${hostile} [点我](javascript:alert(1)) [好](https://example.com)`,
  });
  const reply = page.locator('.message.agent .bubble').last();
  await reply.waitFor();
  assert.match((await reply.textContent()) ?? '', /<img src=x/);
  assert.equal(await page.locator('.log img, .log script').count(), 0);
  assert.deepEqual(
    await reply.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ['https://example.com'],
  );
  assert.doesNotMatch(await page.title(), /hacked/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a person takes over with face and name, resolves, and is rated once; writing again reopens', async () => {
  const page = await openWidget();
  await say(page, '我要找人工，订单问题');
  await page.locator('.line.queued').waitFor();
  const id = await conversationOf(page);
  await staff.call('POST', `/api/conversations/${id}/accept`, { id: commandId() });
  await page.locator('.line.assigned').waitFor();
  await page.keyboard.press('Escape');
  await staff.call('POST', `/api/conversations/${id}/replies`, { id: commandId(), text: '您好，我来处理。' });
  await page.locator('.badge', { hasText: '1' }).waitFor();
  assert.match(await page.title(), /^\(1\) /);
  await page.locator('.launcher').click();
  await page.locator('.message.agent .face').waitFor();
  assert.doesNotMatch(await page.title(), /^\(/);
  assert.deepEqual(await seriousFindings(page), []);
  await staff.call('POST', `/api/conversations/${id}/resolve`, { id: commandId(), disposition: 'solved' });
  await page.locator('.rating').waitFor();
  await page.locator('.scores input').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.locator('.scores label.chosen', { hasText: '不满意' }).waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await page.locator('.rating textarea').fill('等得久了一点');
  await page.locator('.rating .primary').click();
  await page.locator('.line.rated', { hasText: '2 分' }).waitFor();
  const rated = (await eventsOf(id)).filter((event) => event.kind === 'rated');
  assert.deepEqual(
    rated.map((event) => event.body),
    [{ score: 2, comment: '等得久了一点' }],
  );
  await say(page, '七天无理由怎么退？');
  await page.locator('.line.reopened').waitFor();
  await page.locator('.sources a').first().waitFor();
  await page.context().close();
});

test('a picture is sent, shown to the one who sent it, and fetched with the token only', async () => {
  const page = await openWidget();
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '破损.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
  await say(page, '帐篷这里破了');
  const picture = page.locator('.own .picture img');
  await picture.waitFor();
  assert.match((await picture.getAttribute('src')) ?? '', /^blob:/);
  const id = await conversationOf(page);
  const received = (await eventsOf(id)).find((event) => event.kind === 'message-received');
  const attachment = received?.kind === 'message-received' ? received.body.attachments?.[0] : undefined;
  assert.equal(attachment?.mediaType, 'image/png');
  const withoutToken = await fetch(`${server.url}/api/attachments/${attachment?.id}`);
  assert.equal(withoutToken.status, 401);
  await page.context().close();
});

test('signing in takes the conversation along, and signing out leaves nothing behind', async () => {
  const page = await openWidget();
  await say(page, '登录前问的：羽绒睡袋怎么洗？');
  await page.locator('.sources a').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.account button').click();
  await page.locator('.member').waitFor();
  await page.locator('.launcher').click();
  await page.locator('.composer textarea').waitFor();
  await say(page, '登录后又问了一句');
  const id = await conversationOf(page, 'contact:lanye-10021');
  const summary = (await staff.conversations('open')).find((conversation) => conversation.id === id);
  assert.equal(summary?.contact.verified, true);
  await page.keyboard.press('Escape');
  await page.locator('.account button').click();
  await page.locator('.member').waitFor({ state: 'detached' });
  await page.locator('.launcher').click();
  await page.locator('.message.assistant').first().waitFor();
  assert.equal(await page.locator('.message.own').count(), 0);
  const stored = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('|')));
  assert.deepEqual(stored, []);
  await page.context().close();
});

test('axe finds nothing serious in the shop, the reader and the conversation, light and dark, small and large', async () => {
  for (const options of [
    { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 320, height: 568 } },
  ] as const) {
    const page = await openShop(options);
    await page.locator('.launcher').waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    await page.locator('.launcher').click();
    await say(page, '云栖 2 双人帐篷的参数是什么？');
    await page.locator('.sources a').first().waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    await page.goto(`${server.url}/help/tent-yunqi2-specs#p1`);
    await page.locator('section.cited').waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    await page.context().close();
  }
});

test('a page that sets everything important changes nothing in the widget', async () => {
  const page = await openShop();
  await page.locator('.launcher').waitFor();
  const look = () =>
    page.locator('.launcher').evaluate((button) => {
      const { width, height, x, y } = button.getBoundingClientRect();
      const { color, backgroundColor, fontSize, direction, opacity } = getComputedStyle(button);
      return { width, height, x, y, color, backgroundColor, fontSize, direction, opacity };
    });
  const untouched = await look();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'body * { all: unset !important; display: none !important; color: red !important; font: 40px serif !important;' +
        'direction: rtl !important; opacity: 0.2 !important; zoom: 2 !important; position: static !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  assert.deepEqual(await look(), untouched);
  await page.context().close();
});
