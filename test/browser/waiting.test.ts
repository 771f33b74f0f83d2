import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Calendar } from '../../core/terms/calendar.ts';
import type { ConversationEvent, EventOf } from '../../core/terms/event.ts';
import { openBrowser, openPage, seriousFindings, type WatchedPage } from '../kit/browser.ts';
import { bootCustomer, connect, type LiveSocket } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { policyWith, publishPolicy, until } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let browser: Browser;
let page: WatchedPage;
const desks: LiveSocket[] = [];

before(async () => {
  server = await startTestServer();
  browser = await openBrowser();
});
afterEach(async () => {
  await page?.context().close();
  for (const desk of desks.splice(0)) await desk.close();
  // Nobody of one test waits before those of the next.
  const lead = await addStaff(server.plugs.pool, 'supervisor');
  const open = await server.plugs.pool.query<{ id: string }>(
    `select id from conversation where status = 'open'`,
  );
  for (const { id } of open.rows) await resolves(lead, id);
  await until('everybody has left', () => server.plugs.presence.agentsOnline() === 0);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function openWidget(options: Parameters<typeof openPage>[1] = {}, url = server.url): Promise<void> {
  page = await openPage(browser, options);
  // Counts the notes that the page plays.
  await page.addInitScript(() => {
    const played = { notes: 0 };
    Object.assign(globalThis, { played });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      played.notes += 1;
      start.apply(this, when);
    };
  });
  await page.goto(`${url}/?lang=zh`);
  await page.locator('.launcher').click();
  await page.locator('.message.assistant').first().waitFor();
}

const notes = () =>
  page.evaluate(() => (globalThis as unknown as { played: { notes: number } }).played.notes);

async function publish(...parts: Parameters<typeof policyWith>): Promise<void> {
  await publishPolicy(server.plugs.pool, policyWith(...parts));
  await server.plugs.policyInForce.follow();
}

async function online(name: string): Promise<Staff> {
  const profile = { skills: {}, languages: [], capacity: 1, maximumConversations: 1 };
  const agent = await addStaff(server.plugs.pool, 'agent', name, { profile });
  desks.push(await connect(server.url, agent));
  await until(
    'the agent is there',
    () => server.plugs.presence.roster().get(agent.id)?.presence === 'online',
  );
  return agent;
}

const logOf = (id: string) => server.plugs.log.read(id, 0);

async function conversationOf(browserPage: Page): Promise<string> {
  const opened = await browserPage.waitForFunction(() => localStorage.getItem('tandem:demo|visitor:opened'));
  return (await opened.jsonValue()) as string;
}

const leftIn = async (id: string) =>
  (await logOf(id)).filter((event): event is EventOf<'message-left'> => event.kind === 'message-left');

/** The agent takes what they are offered. */
async function accepts(agent: Staff, id: string): Promise<void> {
  const offered = (event: ConversationEvent) => event.kind === 'offered' && event.body.agentId === agent.id;
  await until('the offer', async () => (await logOf(id)).some(offered));
  assert.equal((await command(server.url, agent, id, 'accept')).status, 200);
}

const resolves = (agent: Staff, id: string) =>
  command(server.url, agent, id, 'resolve', { disposition: 'solved' });

/** Open every day from 9 to 12 and from 14 to 18, but not today: by the clock of the browser, which is the host's. */
function closedToday(): Calendar {
  const spans = [
    { from: 9 * 60, to: 12 * 60 },
    { from: 14 * 60, to: 18 * 60 },
  ];
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now());
  const exceptions = [{ day: today, name: '盘点', spans: [] }];
  return { id: 'shop', name: 'Shop', timeZone, week: Array(7).fill(spans), holidays: 'none', exceptions };
}

test('who waits sees the place and an observed range, which change in place, and hears when it is their turn', async () => {
  await publish({});
  const wang = await online('王敏');
  const [served, before] = [
    await bootCustomer(server.url, { inboxId: 'demo' }),
    await bootCustomer(server.url, { inboxId: 'demo' }),
  ];
  await served.askHuman();
  await accepts(wang, served.conversationId);
  await before.askHuman();

  await openWidget();
  await page.locator('.bar .human').click();
  const figures = page.locator('.waiting .figures');
  await figures.filter({ hasText: '您前面还有 1 位 · 还估不准要等多久' }).waitFor();
  await page.locator('.waiting .next', { hasText: '提示音' }).waitFor();
  assert.deepEqual(await page.locator('.instead button').allTextContents(), ['留言']);
  assert.deepEqual(await seriousFindings(page), []);
  const height = (await page.locator('.waiting').boundingBox())?.height;
  const announced = () => page.locator('[role=status].unseen').textContent();
  assert.match((await announced()) ?? '', /正在为您转接人工/);

  await resolves(wang, served.conversationId);
  await accepts(wang, before.conversationId);
  await figures.filter({ hasText: '您是下一位' }).waitFor();
  assert.equal((await page.locator('.waiting').boundingBox())?.height, height, 'nothing jumps');
  assert.doesNotMatch(
    (await announced()) ?? '',
    /您是下一位/,
    'figures are not announced one after the other',
  );

  assert.equal(await notes(), 0);
  await resolves(wang, before.conversationId);
  const id = await conversationOf(page);
  await accepts(wang, id);
  await page.locator('.line.assigned', { hasText: '王敏 接手了会话' }).waitFor();
  assert.equal(await page.locator('.waiting').count(), 0);
  assert.equal(await notes(), 2);
  await resolves(wang, id);
});

test('handling times of minutes that were observed are told as a range of minutes', async () => {
  await publish({});
  const wang = await online('王敏');
  const served = await bootCustomer(server.url, { inboxId: 'demo' });
  await served.askHuman();
  await accepts(wang, served.conversationId);
  // As if whoever was served before had been served for four or six minutes.
  const { rowCount } = await server.plugs.pool.query(
    `update conversation set handled_ms = 240000 + random() * 120000 where status = 'resolved'`,
  );
  assert.ok(rowCount);
  await openWidget({}, (await server.startAnother()).url);
  await page.locator('.bar .human').click();
  const figures = page.locator('.waiting .figures', {
    hasText: /您是下一位 · 大约 \d+(–\d+ 分钟| 分钟以内)/,
  });
  await figures.waitFor();
});

test('with nobody online a message is left, checked with sentences that help, and confirmed', async () => {
  await publish({});
  await openWidget();
  await page.locator('.office', { hasText: '现在没有客服在线' }).waitFor();
  await page.locator('.composer textarea').fill('订单 20481 的帐篷杆断了');
  await page.locator('.composer textarea').press('Enter');
  await page.locator('.message.assistant').nth(1).waitFor();
  await page.locator('.bar .human').click();
  await page.locator('.waiting.nobody').waitFor();
  await page.locator('.instead button', { hasText: '留言' }).click();
  const text = page.locator('#tandem-text');
  assert.equal(await text.inputValue(), '订单 20481 的帐篷杆断了', 'the open question stands in the form');
  const focused = () =>
    page.evaluate(() => document.querySelector('tandem-widget')?.shadowRoot?.activeElement?.id);
  assert.equal(await focused(), 'tandem-text');

  await text.fill('  ');
  await page.locator('#tandem-reach').fill('lin@example');
  await page.keyboard.press('Enter');
  await page.locator('#tandem-text-help', { hasText: '请写几个字' }).waitFor();
  await page.locator('#tandem-reach-help', { hasText: 'name@example.com' }).waitFor();
  assert.equal(await focused(), 'tandem-text', 'the first field that needs something has the focus');
  assert.deepEqual(await seriousFindings(page), []);

  await text.fill('帐篷杆断了，请补一根');
  await page.locator('#tandem-reach').fill('ｌｉｎ＠example.com');
  // As a browser reports Enter that chooses a candidate of an input method.
  await page.locator('#tandem-reach').dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await page.locator('.launcher').click();
  await page.locator('.launcher').click();
  assert.equal(await text.inputValue(), '帐篷杆断了，请补一根', 'closing the widget loses nothing either');
  await text.press('Escape');
  assert.equal(await page.locator('.leave').count(), 0);
  await page.locator('.instead button', { hasText: '留言' }).click();
  assert.equal(await text.inputValue(), '帐篷杆断了，请补一根', 'what was written comes back');
  await page.locator('.leave .primary').click();
  await page.locator('.notice', { hasText: '留言已收到，不用在这里等' }).waitFor();
  await page.locator('.left-as', { hasText: '留言 · lin@example.com' }).waitFor();
  assert.equal(await page.locator('.waiting').count(), 0);
  const [left] = await leftIn(await conversationOf(page));
  assert.deepEqual([left?.body.way, left?.body.email], ['message', 'lin@example.com']);
  assert.deepEqual(await seriousFindings(page), []);
});

test('outside hours it is told before the tap; the tap leads to the card, and a call is booked by keyboard', async () => {
  await publish({ calendarId: 'shop', whenClosed: 'callback' }, { calendars: [closedToday()] });
  await openWidget({ viewport: { width: 320, height: 568 }, colorScheme: 'dark' });
  await page.locator('.office', { hasText: '人工客服 明天 9:00 上班' }).waitFor();
  await page.locator('.bar .human').click();
  await page.locator('.waiting.closed .figures', { hasText: '明天 9:00 上班' }).waitFor();
  assert.deepEqual(await page.locator('.instead button').allTextContents(), ['约个时间回电', '留言']);
  assert.deepEqual(await seriousFindings(page), []);
  await page.locator('.instead button').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.leave .primary').focus();
  await page.keyboard.press('Enter');
  await page.locator('.of-slot .failed', { hasText: '请选一个方便接电话的时间' }).waitFor();
  // The first time has the focus now: space chooses it, an arrow goes on.
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.locator('.of-slot label.chosen', { hasText: '10:00–11:00' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('1380013800');
  await page.locator('#tandem-phone-help', { hasText: '手机号是 11 位，您填了 10 位' }).waitFor();
  await page.keyboard.type('0');
  await page.keyboard.press('Tab');
  await page.keyboard.type('帐篷杆断了，请给我回电');
  assert.deepEqual(await seriousFindings(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.notice', { hasText: '我们会在 明天 10:00–11:00 拨打 13800138000 给您回电' }).waitFor();
  const [left] = await leftIn(await conversationOf(page));
  const slot = left?.body.slot;
  assert.ok(slot && new Date(slot.from).getHours() === 10 && slot.to - slot.from === 3_600_000);
  assert.deepEqual(await seriousFindings(page), []);
});

test('the form opens a conversation; left without a network it survives a reload and arrives once', async () => {
  await publish({ calendarId: 'shop' }, { calendars: [closedToday()] });
  await openWidget();
  await page.locator('.office .link', { hasText: '留言' }).click();
  await page.route('**/api/**', (route) => route.abort());
  await page.locator('#tandem-text').fill('断网时留的话');
  await page.locator('.leave .primary').click();
  await page.locator('.progress', { hasText: '网络恢复后发送' }).waitFor();
  await page.reload();
  await page.locator('.launcher').click();
  await page.locator('.own', { hasText: '断网时留的话' }).waitFor();
  await page.locator('.left-as').waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  await page.locator('.banner button').click();
  await page.locator('.notice', { hasText: '明天 9:00 上班后有人回复您' }).waitFor();
  const id = await conversationOf(page);
  // A second copy would come now.
  await page.waitForTimeout(500);
  assert.equal((await leftIn(id)).length, 1);
  assert.equal((await logOf(id)).filter(({ kind }) => kind === 'message-received').length, 1);
  assert.equal(await page.locator('.own').count(), 1);
});

test('who waits when the last agent leaves lets the assistant help by one tap, and keeps the place', async () => {
  await publish({ whenNobody: 'assistant' });
  const wang = await online('王敏');
  const served = await bootCustomer(server.url, { inboxId: 'demo' });
  await served.askHuman();
  await accepts(wang, served.conversationId);
  await openWidget();
  await page.locator('.composer textarea').fill('云栖 2 双人帐篷的参数是什么？我要人工');
  await page.locator('.composer textarea').press('Enter');
  // The first word on the place brings what may be done instead.
  await page.locator('.waiting.connecting .instead button', { hasText: '留言' }).waitFor();
  assert.deepEqual(await page.locator('.instead button').allTextContents(), ['留言']);
  await server.plugs.routing.setStatus(wang.id, { status: 'busy' });
  await page.locator('.waiting.nobody .figures', { hasText: '您排在第 1 位' }).waitFor();
  assert.deepEqual(await page.locator('.instead button').allTextContents(), ['让 AI 助手先帮忙', '留言']);
  assert.deepEqual(await seriousFindings(page), []);
  await page.locator('.instead button', { hasText: '让 AI 助手先帮忙' }).click();
  await page.locator('.waiting.meanwhile', { hasText: '您的位置已保留' }).waitFor();
  await page.locator('.line', { hasText: 'AI 助手继续为您服务' }).waitFor();
  const field = page.locator('.composer textarea');
  assert.match(await field.inputValue(), /云栖 2/, 'the open question is at hand');
  await field.fill('云栖 2 双人帐篷的参数是什么？');
  await field.press('Enter');
  await page.locator('.sources a').first().waitFor();
  const id = await conversationOf(page);
  const since = (await server.plugs.log.state(id))?.waitingSince;
  await resolves(wang, served.conversationId);
  await server.plugs.routing.setStatus(wang.id, { status: 'online' });
  await accepts(wang, id);
  await page.locator('.line.assigned').waitFor();
  const queued = (await logOf(id)).filter((event) => event.kind === 'queued');
  assert.deepEqual(
    queued.map(({ body }) => [body.meanwhile, body.waitingSince ?? since]),
    [
      [undefined, since],
      ['assistant', since],
      [undefined, since],
    ],
  );
  await resolves(wang, id);
});

test('while nobody can come the assistant carries on, and the wish for a person stands', async () => {
  await publish({ whenNobody: 'assistant' });
  await openWidget();
  await page.locator('.bar .human').click();
  await page.locator('.waiting.meanwhile').waitFor();
  await page.locator('.instead button', { hasText: '让 AI 助手先帮忙' }).click();
  await page.keyboard.type('云栖 2 双人帐篷的参数是什么？');
  await page.keyboard.press('Enter');
  await page.locator('.sources a').first().waitFor();
  await page.locator('.waiting.meanwhile').waitFor();
  const wang = await online('王敏');
  const id = await conversationOf(page);
  await accepts(wang, id);
  await page.locator('.line.assigned').waitFor();
  await resolves(wang, id);
});
