import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { seriousFindings } from '../kit/browser.ts';
import { type DeskScene, openDeskScene, type Person, patience } from '../kit/desk-scene.ts';
import { until } from '../kit/routing.ts';
import { type ScriptedModel, startScriptedModel } from '../kit/scripted-model.ts';

let scene: DeskScene;
let model: ScriptedModel;
let agent: Person;

before(async () => {
  model = await startScriptedModel();
  model.play({ kind: 'answer', text: '90 天内有质量问题可换新。', tokenMs: 5 });
  scene = await openDeskScene({ TANDEM_MODEL_URL: model.url, TANDEM_MODEL_NAME: 'scripted' });
  agent = await scene.hire('王敏');
});

afterEach(() => scene.settle());
after(async () => {
  await scene?.close();
  await model?.close();
});

/** A customer with this question, accepted by the agent; the composer is there. */
async function serve(page: Page, question: string) {
  const customer = scene.customer();
  await customer.say(question);
  await customer.askHuman();
  await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
  await page.locator(`#composer[data-conversation="${customer.conversationId}"]`).waitFor();
  await page.locator('.assist .suggestion').first().waitFor();
  return customer;
}

async function lastReply(conversationId: string) {
  const { events } = await scene.administrator.call<{ events: ConversationEvent[] }>(
    'GET',
    `/api/conversations/${conversationId}/events?after=0`,
  );
  const reply = events.findLast((event) => event.kind === 'message-sent' && event.actor.kind === 'agent');
  assert.ok(reply?.kind === 'message-sent');
  return reply.body;
}

test('the customer asks, help is there, one key inserts it, it is edited and sent, and the log knows', async () => {
  const { context, page, errors } = await scene.signIn(agent);
  const customer = await serve(page, '你们的帐篷杆子用了一天就断了，太差劲了，我要退货！');
  const composer = page.locator('#composer');
  assert.deepEqual(await seriousFindings(page), []);

  // A second key takes the place of the first insertion, and undo brings that back.
  const texts = await page.locator('.suggestion-text').allTextContents();
  assert.ok(texts.length > 1);
  await composer.press('Tab');
  assert.equal(await composer.inputValue(), texts[0]);
  await page.keyboard.press('Alt+2');
  assert.equal(await composer.inputValue(), texts[1]);
  await page.keyboard.press('Control+z');
  assert.equal(await composer.inputValue(), texts[0]);
  await page.keyboard.press('Control+z');
  assert.equal(await composer.inputValue(), '');

  // New words bring new help without a reload, measured from when they stand in the timeline.
  const took = page.evaluate(async () => {
    const lastSeq = () =>
      Math.max(
        0,
        ...[...document.querySelectorAll<HTMLElement>('.message-contact')].map((one) =>
          Number(one.dataset.seq),
        ),
      );
    const until = async (isSo: () => boolean) => {
      const end = performance.now() + 30_000;
      while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
      return performance.now();
    };
    const before = lastSeq();
    const heard = await until(() => lastSeq() > before);
    const helped = await until(
      () => Number(document.querySelector<HTMLElement>('.assist')?.dataset.of) >= lastSeq(),
    );
    return helped - heard;
  });
  await customer.say('另外，羽绒睡袋怎么洗？');
  assert.ok((await took) < 1_000, `the help took ${Math.round(await took)} ms`);
  const first = await page.locator('.suggestion-text').first().textContent();
  assert.match(first ?? '', /30℃/);
  await composer.press('Tab');
  await composer.press('End');
  await composer.pressSequentially('有问题随时找我。');
  await composer.press('Enter');
  await page.locator('.message-agent:not(.outgoing)', { hasText: '有问题随时找我' }).waitFor();
  const { assist, text } = await lastReply(customer.conversationId);
  assert.equal(text, `${first}有问题随时找我。`);
  assert.equal(assist?.taken.length, 1);
  assert.equal(assist?.taken[0]?.kind, 'reply');
  assert.deepEqual(assist?.shown[0], assist?.taken[0]);
  assert.ok(assist?.edited != null && assist.edited > 0 && assist.edited < 0.5, String(assist?.edited));
  assert.equal((await customer.sees()).includes(assist?.taken[0]?.ref ?? ''), false);
  assert.deepEqual(errors, []);
  await context.close();
});

test('ghost text completes what the team writes, and keeps out of the way of the input method', async () => {
  const { context, page, errors } = await scene.signIn(agent);
  const composer = page.locator('#composer');
  const ghost = page.locator('.ghost');
  for (const question of ['帐篷杆断了怎么换', '帐篷杆断了能换吗', '帐篷杆断了一节']) {
    await serve(page, question);
    await composer.fill('请把断掉的那一节拍张照片发给我。');
    await composer.press('Enter');
    await page.locator('.message-agent:not(.outgoing)', { hasText: '断掉的那一节' }).waitFor();
  }
  await serve(page, '我的帐篷杆断了');
  await until('the team’s sentence is known', async () => {
    await composer.fill('');
    await composer.pressSequentially('请把断掉');
    return ghost
      .waitFor({ timeout: 1_000 })
      .then(() => true)
      .catch(() => false);
  });
  assert.match((await ghost.textContent()) ?? '', /^的那一节/);
  await composer.pressSequentially('的那');
  assert.match((await ghost.textContent()) ?? '', /^一节/);

  // While a word is being composed nothing is proposed, and Enter chooses the word.
  const keyboard = await context.newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'yi', selectionStart: 2, selectionEnd: 2 });
  await ghost.waitFor({ state: 'detached' });
  assert.equal(await composer.inputValue(), '请把断掉的那yi');
  await keyboard.send('Input.insertText', { text: '一节' });
  assert.equal(await composer.inputValue(), '请把断掉的那一节');
  await ghost.waitFor();
  await page.keyboard.press('Alt+0');
  await page.locator('[aria-live=polite]', { hasText: '按 Tab 接受' }).waitFor({ state: 'attached' });
  await composer.press('Tab');
  assert.match(await composer.inputValue(), /^请把断掉的那一节拍张照片发给我/);

  await composer.fill('');
  await composer.pressSequentially('请把断掉');
  await ghost.waitFor();
  await composer.press('Escape');
  await ghost.waitFor({ state: 'detached' });
  assert.equal(await composer.evaluate((element) => element === document.activeElement), true);
  assert.deepEqual(errors, []);
  await context.close();
});

test('an agent looks something up by initials and puts it in without touching the mouse', async () => {
  const { context, page, errors } = await scene.signIn(agent);
  await serve(page, '帐篷杆断了怎么换');
  const composer = page.locator('#composer');
  await composer.press('Alt+9');
  await page.keyboard.type('yhq', { delay: 20 });
  const found = page.locator('.assist-search .assist-card');
  await page.locator('.assist-search mark', { hasText: '优惠券' }).first().waitFor();
  await page.locator('.assist-search', { hasText: '也按「优惠券」查了' }).waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  const has = (at: number) => found.nth(at).evaluate((card) => card === document.activeElement);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await has(1), true);
  await page.keyboard.press('ArrowUp');
  assert.equal(await has(0), true);
  await page.keyboard.press('ArrowUp');
  await page.locator('.assist-search input:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('#composer:focus').waitFor();
  assert.match(await composer.inputValue(), /优惠券/);
  await page.keyboard.press('Alt+9');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.assist-search input').inputValue(), '');
  await found.first().waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.locator('#composer:focus').waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('a reply against a clause in force asks once, and the model writes beside the draft', async () => {
  const { context, page, errors } = await scene.signIn(agent);
  await serve(page, '东西坏了几天内可以换新');
  const composer = page.locator('#composer');
  await composer.fill('收到 90 天内有质量问题都可以换新。');
  await page.locator('.draft-warning.serious').first().waitFor();
  await composer.press('Enter');
  await page.locator('.send-anyway').waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await composer.press('Escape');
  await page.locator('.send-anyway').waitFor({ state: 'detached' });

  await page.locator('.writing-open').click();
  await page.getByRole('menuitem', { name: '更短' }).click();
  const panel = page.locator('.writing-panel');
  await panel.filter({ hasText: '90 天内有质量问题可换新' }).waitFor();
  assert.equal(await composer.inputValue(), '收到 90 天内有质量问题都可以换新。');
  await panel.getByRole('button', { name: '替换草稿' }).click();
  await panel.waitFor({ state: 'detached' });
  assert.equal(await composer.inputValue(), '90 天内有质量问题可换新。');
  await page.keyboard.press('Control+z');
  assert.equal(await composer.inputValue(), '收到 90 天内有质量问题都可以换新。');
  // What was asked about once is not asked again.
  await composer.press('Enter');
  await page.locator('.message-agent:not(.outgoing)', { hasText: '90 天内' }).waitFor({ timeout: patience });
  assert.deepEqual(errors, []);
  await context.close();
});
