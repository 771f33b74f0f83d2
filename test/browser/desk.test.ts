import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { seriousFindings } from '../kit/browser.ts';
import { type DeskScene, openDeskScene, type Person } from '../kit/desk-scene.ts';

let scene: DeskScene;
let agent: Person;
let colleague: Person;

before(async () => {
  scene = await openDeskScene();
  agent = await scene.hire('王敏');
  colleague = await scene.hire('陈立');
});

afterEach(() => scene.settle());
after(() => scene?.close());

test('from the ring to the resolution, with the packet there before the first keystroke', async () => {
  const desk = await scene.signIn(agent);
  const { page } = desk;
  const customer = scene.customer();
  await customer.say('你们的帐篷杆子用了一天就断了');
  await customer.askHuman();

  const ring = page.locator('.ring');
  await ring.waitFor();
  await ring.filter({ hasText: '客户要求人工' }).waitFor();
  await page.waitForFunction(() => document.title.includes('有客户在等你'));
  const packet = page.locator('[data-testid=packet]');
  await packet.filter({ hasText: '杆子用了一天就断了' }).waitFor();

  await ring.getByRole('button', { name: '接受', exact: true }).click();
  await page.locator('#composer').waitFor();
  assert.match((await packet.textContent()) ?? '', /客户要求人工/);
  assert.equal(await page.locator('#composer').inputValue(), '');
  await page.locator('.line[data-kind=assigned]', { hasText: '王敏 接手了会话' }).waitFor();
  await ring.waitFor({ state: 'detached' });

  await page.fill('#composer', '您好，我马上为您处理。');
  await page.press('#composer', 'Enter');
  await page.locator('.message-agent:not(.outgoing)', { hasText: '我马上为您处理' }).waitFor();
  assert.equal(await page.locator('.outgoing').count(), 0);

  await customer.say('好的，谢谢');
  await page.locator('.message-contact', { hasText: '好的，谢谢' }).waitFor();

  await page.getByRole('tab', { name: '内部备注' }).click();
  await page.fill('#composer', '老客户，优先换新');
  await page.press('#composer', 'Enter');
  await page.locator('.note:not(.outgoing)', { hasText: '优先换新' }).waitFor();

  const other = await scene.signIn(colleague);
  await page.locator('.pane-head').getByRole('button', { name: '转接' }).click();
  await page.getByRole('option', { name: '陈立' }).click();
  await page.fill('#transfer-note', '请跟进换新');
  await page.keyboard.press('Control+Enter');
  await page.locator('.line[data-kind=transferred]', { hasText: '请跟进换新' }).waitFor();
  await page.locator('.composer-closed', { hasText: '陈立 正在接待' }).waitFor();

  await other.page.getByRole('tab', { name: /我的/ }).click();
  await other.page.locator(`.row[data-conversation="${customer.conversationId}"]`).click();
  await other.page.locator('.note', { hasText: '优先换新' }).waitFor();
  await other.page.keyboard.press('Control+Enter');
  await other.page.getByRole('radio', { name: '已解决，需跟进' }).check();
  await other.page.keyboard.press('Control+Enter');
  await other.page.locator('.line[data-kind=resolved]', { hasText: '已解决，需跟进' }).waitFor();
  await page.locator('.line[data-kind=resolved]').waitFor();

  assert.deepEqual([...desk.errors, ...other.errors], []);
  await desk.context.close();
  await other.context.close();
});

test('a draft survives a reload and a visit to another conversation', async () => {
  const { context, page } = await scene.signIn(agent);
  const first = scene.customer();
  const second = scene.customer();
  await first.say('请问发票抬头写错了怎么办');
  await first.askHuman();
  await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
  await page.fill('#composer', '请把正确的抬头发给我，');
  await second.say('优惠券用不了');
  await second.askHuman();
  await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
  await page.locator(`#composer[data-conversation="${second.conversationId}"]`).waitFor();
  assert.equal(await page.locator('#composer').inputValue(), '');
  await page.reload();
  await page.locator(`[data-conversation="${first.conversationId}"].row`).click();
  await page.locator(`#composer[data-conversation="${first.conversationId}"]`).waitFor();
  assert.equal(await page.locator('#composer').inputValue(), '请把正确的抬头发给我，');
  await context.close();
});

test('a desk that was cut off shows everything once when it is back, and sends what waited', async () => {
  const { context, page } = await scene.signIn(agent);
  const customer = scene.customer();
  await customer.say('帐篷能退吗');
  await customer.askHuman();
  await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
  await page.locator('#composer').waitFor();
  await context.setOffline(true);
  await page.fill('#composer', '断线时写的回复');
  await page.press('#composer', 'Enter');
  await page.locator('.outgoing-failed', { hasText: '断线时写的回复' }).waitFor();
  for (let index = 1; index <= 100; index += 1) await customer.say(`断线期间第 ${index} 句`);
  await context.setOffline(false);
  await page.locator('.message-contact', { hasText: '断线期间第 100 句' }).waitFor();
  await page.locator('.message-agent:not(.outgoing)', { hasText: '断线时写的回复' }).waitFor();
  const seen = await page.locator('.message-contact', { hasText: '断线期间第' }).allTextContents();
  const numbers = seen.map((text) => Number(/第 (\d+) 句/.exec(text)?.[1]));
  assert.deepEqual(
    numbers,
    Array.from({ length: 100 }, (_, index) => index + 1),
  );
  assert.equal(await page.locator('.message-agent', { hasText: '断线时写的回复' }).count(), 1);
  await context.close();
});

test('Esc closes an explanation first and the conversation only then', async () => {
  const { context, page } = await scene.signIn(agent);
  const customer = scene.customer();
  await customer.say('质量问题怎么退货');
  await page.getByRole('tab', { name: /AI 接待中/ }).click();
  await page.locator(`[data-conversation="${customer.conversationId}"]`).click();
  await page.locator('.explain').first().click();
  await page.locator('.figures').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.figures').waitFor({ state: 'hidden' });
  assert.equal(await page.locator('.timeline').isVisible(), true);
  await page.keyboard.press('Escape');
  await page.locator('.timeline').waitFor({ state: 'detached' });
  await context.close();
});

test('Enter while a pinyin word is being composed sends nothing', async () => {
  const { context, page } = await scene.signIn(agent);
  const customer = scene.customer();
  await customer.say('睡袋多重');
  await customer.askHuman();
  await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
  await page.fill('#composer', 'nihao');
  await page.locator('#composer').dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await page.locator('#composer').dispatchEvent('keydown', { key: 'Process', keyCode: 229 });
  assert.equal(await page.locator('#composer').inputValue(), 'nihao');
  assert.equal(await page.locator('.outgoing').count(), 0);
  await context.close();
});

test('taking over from the assistant, a canned reply by `/`, and giving the conversation back', async () => {
  const { context, page, errors } = await scene.signIn(agent);
  const customer = scene.customer();
  await customer.say('羽绒睡袋怎么洗？');
  await page.getByRole('tab', { name: /AI 接待中/ }).click();
  await page.locator(`[data-conversation="${customer.conversationId}"].row`).click();
  await page.locator('.composer-closed').getByRole('button', { name: '接手', exact: true }).click();
  await page.locator('#composer').waitFor();
  await page.locator('.line[data-kind=assigned]', { hasText: '王敏 接手了会话' }).waitFor();

  await page.locator('#composer').pressSequentially('/订单号');
  await page.getByRole('option', { name: /请把订单号发给我/ }).waitFor();
  await page.press('#composer', 'Enter');
  assert.match(await page.locator('#composer').inputValue(), /请把订单号发给我/);
  await page.fill('#composer', '/手洗');
  await page.locator('[role=option]', { hasText: '知识库' }).first().waitFor();
  await page.press('#composer', 'Escape');
  assert.equal(await page.getByRole('option').count(), 0);
  await page.fill('#composer', '');
  await page.locator('.suggestion').first().click();
  await page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#composer')?.value.includes('30℃'),
  );
  await page.press('#composer', 'Enter');
  await page.locator('.message-agent:not(.outgoing)', { hasText: '30℃' }).waitFor();

  await page.press('#composer', 'Escape');
  await page.keyboard.press('b');
  await page.getByRole('dialog').getByText('之后由 AI 助手继续接待').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.line[data-kind=returned-to-assistant]', { hasText: '交还给 AI 助手' }).waitFor();
  await customer.say('七天无理由退货怎么退？');
  await page.locator('.message-assistant', { hasText: '退' }).last().waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('the command bar finds a conversation and an action by a few letters', async () => {
  const { context, page } = await scene.signIn(agent);
  const customer = scene.customer();
  await customer.say('量子露营灯的独特问题');
  await page.getByRole('tab', { name: /等待中/ }).waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await field.fill('量子露营灯');
  await page
    .getByRole('option', { name: /量子露营灯|访客/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.message-contact', { hasText: '量子露营灯' }).waitFor();
  await page.keyboard.press('Control+k');
  await field.fill('快捷键');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '键盘快捷键' }).getByText('Ctrl+K').waitFor();
  await context.close();
});

test('who reads further up stays there and is told of what is new', async () => {
  const { context, page } = await scene.signIn(agent);
  const customer = scene.customer();
  for (let index = 1; index <= 12; index += 1) await customer.say(`帐篷问题之${index}：拉链卡住了怎么办`);
  await page.goto(`${scene.server.url}/desk/#/c/${customer.conversationId}`);
  const timeline = page.locator('.timeline');
  await page.locator('.message-contact').nth(5).waitFor();
  await timeline.hover();
  await page.mouse.wheel(0, -2_000);
  await page.locator('.to-end').waitFor();
  const before = await timeline.evaluate((element) => element.scrollTop);
  await customer.say('还有一件事');
  const news = page.locator('.to-end-news', { hasText: '条新消息' });
  await news.waitFor();
  assert.equal(await timeline.evaluate((element) => element.scrollTop), before);
  await news.click();
  await page.locator('.to-end').waitFor({ state: 'detached' });
  await context.close();
});

test('the ring sounds, tells an agent who looks elsewhere once, and is silent for one who is away', async () => {
  const { context, page } = await scene.signIn(agent);
  await context.grantPermissions(['notifications'], { origin: scene.server.url });
  await page.evaluate(() => {
    const heard = { tones: 0, told: [] as string[] };
    Object.assign(globalThis, { heard });
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when?: number) {
      heard.tones += 1;
      start.call(this, when);
    };
    class Told {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      onclick: (() => void) | null = null;
      constructor(title: string, options: { tag: string }) {
        heard.told.push(`${options.tag} ${title}`);
      }
      close() {}
    }
    Object.assign(globalThis, { Notification: Told });
    document.hasFocus = () => false;
  });
  await page.mouse.click(700, 700);
  const heard = () =>
    page.evaluate(() => (globalThis as unknown as { heard: { tones: number; told: string[] } }).heard);
  const customer = scene.customer();
  await customer.say('头灯坏了');
  await customer.askHuman();
  await page.locator('.ring').waitFor();
  await page.waitForFunction(() => (globalThis as unknown as { heard: { tones: number } }).heard.tones >= 4);
  const told = (await heard()).told.filter((line) => line.startsWith(customer.conversationId));
  assert.equal(told.length, 1, 'one notification for one customer');
  assert.match(told[0]!, /在等你/);
  await page.locator('.bar-presence').click();
  await page.getByRole('menuitemradio', { name: '小休' }).click();
  await page.locator('.ring').waitFor({ state: 'detached' });
  const { tones } = await heard();
  await page.waitForTimeout(4_500);
  assert.equal((await heard()).tones, tones, 'nothing rings for who is away');
  assert.equal(await page.title(), '坐席工作台 · Tandem');
  await page.locator('.bar-presence').click();
  await page.getByRole('menuitemradio', { name: /在线/ }).click();
  await page.locator('.bar-presence', { hasText: '在线' }).waitFor();
  await context.close();
});

test('a word that an older desk has stored does not keep the desk from opening', async () => {
  const { context, page, errors } = await scene.signIn(agent);
  await page.evaluate(() => localStorage.setItem('tandem.desk.view', 'everything'));
  await page.reload();
  await page.getByRole('tab', { name: /等待中/, selected: true }).waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('on a phone the list, the conversation and the packet take turns and lead back', async () => {
  const { context, page } = await scene.signIn(agent, '/desk/', { viewport: { width: 390, height: 844 } });
  const customer = scene.customer();
  await customer.say('帐篷怎么收');
  await customer.askHuman();
  await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
  await page.locator('.timeline').waitFor();
  assert.equal(await page.locator('.column-list').isVisible(), false);
  await page.getByRole('button', { name: '客户与资料' }).click();
  await page.locator('[data-testid=packet]').waitFor();
  await page.locator('.context-back button').click();
  await page.locator('.pane-head').getByRole('button', { name: '返回' }).click();
  await page.locator('.row').first().waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(overflow, 0);
  await context.close();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the desk (${scheme})`, async () => {
    const { context, page } = await scene.signIn(agent);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const mine = scene.customer();
    await mine.say('头灯怎么充电');
    await mine.askHuman();
    await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
    await page.locator('#composer').waitFor();
    const waiting = scene.customer();
    await waiting.say('太气人了，我要投诉');
    await waiting.askHuman();
    await page.locator('.ring').waitFor();
    await page.locator('.message').first().waitFor();
    await page.locator('[data-testid=packet]').waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    await context.close();
  });
}
