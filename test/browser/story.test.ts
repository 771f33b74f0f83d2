import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, type WatchedPage } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';
import { signIn } from '../kit/staff.ts';

let server: TestServer;
let browser: Browser;

before(async () => {
  server = await startTestServer();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function openWidget(): Promise<WatchedPage> {
  const page = await openPage(browser);
  await page.goto(`${server.url}/?lang=zh`);
  await page.locator('.launcher').click();
  await page.locator('.message.assistant').first().waitFor();
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('.composer textarea').fill(text);
  await page.locator('.composer textarea').press('Enter');
}

/** What the assistant has said last, once it has cited something that matches `title`. */
async function citedAnswer(page: Page, title: RegExp): Promise<string> {
  const answer = page.locator('.message.assistant', {
    has: page.locator('.sources a', { hasText: title }),
  });
  await answer.last().waitFor();
  return (await answer.last().locator('.bubble').textContent()) ?? '';
}

async function enter(
  face: 'desk' | 'console',
  account: { readonly email: string; readonly password: string },
): Promise<WatchedPage> {
  const page = await openPage(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${server.url}/${face}/`);
  await page.locator('input[type=email]').fill(account.email);
  await page.locator('input[type=password]').fill(account.password);
  await page.locator('button[type=submit]').click();
  return page;
}

const unknownQuestion = '萤火 Pro 头灯连不上手机 App，升级到 iOS 26 之后一直配对失败，怎么办？';
const inOtherWords = '手机更新 iOS 26 以后，萤火 Pro 头灯在 App 里配对不成功';
const solution =
  '您好，iOS 26 改了蓝牙权限。请在手机的隐私设置里打开 App 的蓝牙权限，再长按头灯电源键 8 秒，灯闪三下之后重新配对就能连上。';

test('a question is answered, one that nobody knew goes to a person, and what the person said answers the next customer', async () => {
  const administrator = await signIn(server.url, server.administrator!);
  const { password } = await administrator.call<{ password: string }>('POST', '/api/colleagues', {
    name: '王敏',
    email: 'wangmin@example.com',
    role: 'agent',
  });
  const desk = await enter('desk', { email: 'wangmin@example.com', password });
  await desk.locator('.column-list').waitFor();
  assert.equal(await desk.locator('.ring').count(), 0, 'nobody is waiting yet');

  const customer = await openWidget();
  await say(customer, '云栖 2 双人帐篷有多重？');
  assert.match(await citedAnswer(customer, /云栖 2/), /1\.95 kg/);

  await say(customer, unknownQuestion);
  await customer.locator('.message.assistant .human').waitFor();
  await customer.locator('.bar .human').click();
  await customer.locator('.waiting').waitFor();

  const ring = desk.locator('.ring');
  await ring.filter({ hasText: 'iOS 26' }).waitFor();
  await ring.getByRole('button', { name: '接受', exact: true }).click();
  const composer = desk.locator('#composer');
  await composer.waitFor();
  assert.equal(await composer.inputValue(), '');
  const packet = (await desk.locator('[data-testid=packet]').textContent()) ?? '';
  assert.match(packet, /升级到 iOS 26 之后一直配对失败/);
  assert.match(packet, /客户要求人工/);
  assert.match(packet, /1\.95 kg/, 'what was tried is in the packet');
  await customer.locator('.line.assigned', { hasText: '王敏' }).waitFor();

  await customer.locator('.composer textarea').pressSequentially('在吗');
  await desk.locator('.typing-contact').waitFor();
  await composer.pressSequentially('您好');
  await customer.locator('.dots', { hasText: '王敏 正在输入' }).waitFor();
  await composer.fill(solution);
  await composer.press('Enter');
  await customer.locator('.message.agent .bubble', { hasText: '长按头灯电源键 8 秒' }).waitFor();
  await say(customer, '连上了，谢谢！');
  await desk.locator('.message-contact', { hasText: '连上了' }).waitFor();

  await desk.keyboard.press('Control+Enter');
  await desk.getByRole('radio', { name: '已解决', exact: true }).check();
  await desk.keyboard.press('Control+Enter');
  await customer.locator('.rating').waitFor();
  await customer.locator('.scores label', { hasText: '非常满意' }).click();
  await customer.locator('.rating .primary').click();
  await customer.locator('.line.rated', { hasText: '5 分' }).waitFor();
  await desk.locator('.line[data-kind=rated]', { hasText: '5 分' }).waitFor();

  const second = await openWidget();
  await say(second, inOtherWords);
  await second.locator('.message.assistant').nth(1).locator('.bubble:not(.writing)').waitFor();
  assert.doesNotMatch(
    (await second.locator('.log').textContent()) ?? '',
    /电源键 8 秒/,
    'a draft answers nobody',
  );

  const office = await enter('console', server.administrator!);
  await office.getByRole('link', { name: /知识库/ }).click();
  await office.getByRole('link', { name: /^草稿/ }).click();
  await office.getByRole('link', { name: /iOS 26/ }).click();
  await office.locator('.timeline-message.by-agent[data-used]', { hasText: '电源键 8 秒' }).waitFor();
  const body = office.getByLabel('正文');
  assert.match(await body.inputValue(), /电源键 8 秒/);
  await body.fill(`${await body.inputValue()}\n\n还是连不上，可以到任意门店免费检测。`);
  await office.getByRole('button', { name: /^采用并发布/ }).click();
  await office.getByText('已发布，现在起助手会用它回答').waitFor();

  const third = await openWidget();
  await say(third, inOtherWords);
  const answer = await citedAnswer(third, /iOS 26/);
  assert.match(answer, /电源键 8 秒/);
  assert.equal(await third.locator('.line.queued').count(), 0, 'no person was needed');

  for (const page of [desk, customer, second, office, third]) assert.deepEqual(page.problems, []);
  assert.deepEqual(
    server.journalLines.filter((line) => JSON.parse(line).level === 'error'),
    [],
  );
});
