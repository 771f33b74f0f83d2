import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { seriousFindings } from '../kit/browser.ts';
import { type DeskScene, openDeskScene, type Person } from '../kit/desk-scene.ts';

let scene: DeskScene;
let agent: Person;

before(async () => {
  scene = await openDeskScene();
  agent = await scene.hire('王敏');
});
after(() => scene?.close());

const broken = (page: Page) => page.locator('[data-broken]');

/** Serves the log of one conversation with a message whose words are no text: drawing it throws. */
async function spoilLog(page: Page, conversationId: string): Promise<void> {
  await page.route(`**/api/conversations/${conversationId}/events?*`, async (route) => {
    const response = await route.fetch();
    const log = (await response.json()) as { events: ConversationEvent[]; upTo: number };
    const events = log.events.map((event) =>
      event.kind === 'message-received' ? { ...event, body: { text: { not: 'text' } } } : event,
    );
    await route.fulfill({ response, json: { ...log, events } });
  });
}

test('a conversation that cannot be drawn says so, leaves the desk alone, and comes back by 重试', async () => {
  const bad = scene.customer();
  await bad.say('这条会坏掉');
  const good = scene.customer();
  await good.say('这条好好的');
  const { context, page, errors } = await scene.signIn(agent, '/desk/', { reducedMotion: 'reduce' });
  await spoilLog(page, bad.conversationId);
  await page.getByRole('tab', { name: /AI/ }).click();
  await page.locator(`.row[data-conversation="${bad.conversationId}"]`).click();
  await broken(page).getByText('这个会话显示不出来').waitFor();
  assert.deepEqual(await seriousFindings(page), []);

  await page.locator(`.row[data-conversation="${good.conversationId}"]`).click();
  await page.locator('.message', { hasText: '这条好好的' }).waitFor();
  assert.equal(await broken(page).count(), 0, 'the next conversation is drawn as ever');

  await page.locator(`.row[data-conversation="${bad.conversationId}"]`).click();
  await broken(page).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await broken(page).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  await page.getByRole('button', { name: '返回' }).filter({ visible: true }).click();
  await page.locator(`.row[data-conversation="${bad.conversationId}"]`).click();
  await broken(page).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  await broken(page).getByRole('button', { name: '重试' }).click();
  await page.locator('.message', { hasText: '这条会坏掉' }).waitFor();
  assert.deepEqual(errors, [], 'nothing went past the boundary');
  await context.close();
});

test('a packet that cannot be drawn takes its column only, and 重试 reads it anew', async () => {
  const customer = scene.customer();
  await customer.say('包坏了');
  const { context, page, errors } = await scene.signIn(agent);
  await page.route('**/packet', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), contact: null } });
  });
  await page.getByRole('tab', { name: /AI/ }).click();
  await page.locator(`.row[data-conversation="${customer.conversationId}"]`).click();
  await page.locator('.column-context').getByText('这一栏显示不出来').waitFor();
  await page.locator('.message', { hasText: '包坏了' }).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  await broken(page).getByRole('button', { name: '重试' }).click();
  await page.locator('.profile-head').waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('a section of the console that cannot be drawn leaves the others alone, and comes back by 重试', async () => {
  const lead = await scene.hire('李主管', 'administrator');
  const { context, page, errors } = await scene.signIn(lead);
  await page.route('**/api/reports/overview*', (route) => route.fulfill({ json: { figures: 'none' } }));
  await page.route('**/api/policies/*', async (route) => {
    const response = await route.fetch();
    const version = (await response.json()) as { policy: object };
    await route.fulfill({ response, json: { ...version, policy: { ...version.policy, calendars: null } } });
  });
  await page.goto(`${scene.server.url}/console/#/overview`);
  await broken(page).getByText('这一页显示不出来').waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '团队' }).click();
  await page.getByRole('heading', { level: 1, name: '团队' }).waitFor();
  // What is loaded now takes the place of what broke, which stays hidden until then.
  await broken(page).waitFor({ state: 'detached' });

  await page.goto(`${scene.server.url}/console/#/routing/calendars`);
  await broken(page).waitFor();
  await page
    .getByRole('navigation', { name: '调度的各页' })
    .or(page.locator('.section-tabs'))
    .first()
    .waitFor();

  await page.goto(`${scene.server.url}/console/#/overview`);
  await broken(page).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  await broken(page).getByRole('button', { name: '重试' }).click();
  await page.locator('.figure-card').first().waitFor();
  await broken(page).waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
  await context.close();
});
