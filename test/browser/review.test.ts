import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { call } from '../../cli/replay/api.ts';
import type { ProposalList, ProposalView } from '../../core/protocol/drafts.ts';
import { openBrowser, openPage, seriousFindings, type WatchedPage } from '../kit/browser.ts';
import { addStaff } from '../kit/colleagues.ts';
import { invitePeople, type People } from '../kit/people.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let people: People;
let browser: Browser;
let page: WatchedPage;
const id = () => crypto.randomUUID();
/** Where pictures go, for whoever wants to look at the pages. */
const pictures = process.env.TANDEM_TEST_PICTURES;

before(async () => {
  server = await startTestServer();
  people = await invitePeople(server);
  await solved('我叫王小明，电话 13812345678，月影炉点火之后发出蓝紫色火星，是不是坏了？', [
    '这是出厂防锈油在燃烧，不是故障。首先把炉子搬到通风处。然后空烧 10 分钟。最后等炉头变凉再收起来。不要在帐篷里空烧。',
  ]);
  await solved('买了不合适，退货可以吗？衣服吊牌还在', [
    '可以退的。签收后 15 天内在订单页申请退货，吊牌要还在。退回的包裹请保留快递小票拍照。',
  ]);
  browser = await openBrowser();
  page = await signedIn();
});
after(async () => {
  await browser?.close();
  await people?.leave();
  await server?.stop();
});

async function solved(question: string, replies: readonly string[]) {
  const [agent] = await people.agents(1);
  const customer = await people.customer();
  await customer.say(id(), question);
  await customer.askHuman(id());
  await customer.until('the place in the queue', (event) => event.kind === 'queued');
  await agent!.sawWaiting(customer.conversationId);
  await agent!.act(customer.conversationId, 'accept', { id: id() });
  for (const text of replies) await agent!.act(customer.conversationId, 'replies', { id: id(), text });
  await agent!.act(customer.conversationId, 'resolve', { id: id(), disposition: 'solved' });
  await server.caughtUp();
}

async function signedIn(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const opened = await openPage(browser, { reducedMotion: 'reduce', ...options });
  const { email, password } = server.administrator!;
  await opened.goto(`${server.url}/console/`);
  await opened.locator('input[type=email], input[name=email], #email').first().fill(email);
  await opened.locator('input[type=password]').first().fill(password);
  await opened.locator('button[type=submit]').click();
  await opened.locator('main#content').waitFor();
  return opened;
}

const list = () => call<ProposalList>(people.administrator, 'GET', '/api/drafts');

test('who does not decide may improve the words, and the decision stays open', async () => {
  const agent = await addStaff(server.plugs.pool, 'agent', '小林');
  const [name, value] = agent.cookie.split('=') as [string, string];
  const one = await openPage(browser, { reducedMotion: 'reduce' });
  await one.context().addCookies([{ name, value, url: server.url }]);
  await one.goto(`${server.url}/console/#/knowledge?status=draft`);
  await one.locator('.article-table a', { hasText: '蓝紫色火星' }).click();
  await one.getByText('你可以改得更准确').waitFor();
  assert.equal(await one.getByRole('button', { name: '不采用' }).count(), 0);
  const body = one.getByLabel('正文');
  await body.fill(`${await body.inputValue()}\n\n空烧时请远离帐篷。`);
  await one.getByRole('button', { name: '保存修改' }).click();
  await one.getByText('已保存').waitFor();
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await one.screenshot({ path: `${pictures}/agent.png`, fullPage: true });
  }
  await one.context().close();
  const { proposals, counts } = await list();
  assert.equal(counts.waiting, 2);
  const drafted = proposals.find(({ kind }) => kind === 'new')!;
  const view = await call<ProposalView>(people.administrator, 'GET', `/api/drafts/${drafted.id}`);
  assert.match(view.body, /空烧时请远离帐篷/);
});

test('the list leads to a proposal beside its conversation, and a key publishes it', async () => {
  await page.goto(`${server.url}/console/#/knowledge/review`);
  await page.locator('.proposal-row').first().waitFor();
  assert.equal(await page.locator('.proposal-row').count(), 2);
  assert.deepEqual(await seriousFindings(page), []);
  // The list of articles and the address of the draft lead to the same page.
  await page.goto(`${server.url}/console/#/knowledge?status=draft`);
  await page.locator('.article-table a', { hasText: '蓝紫色火星' }).click();
  await page.getByText('已去掉个人信息').waitFor();
  const review = page.url();
  assert.match(review, /#\/knowledge\/review\//);
  await page.goto(review.replace('/review/', '/'));
  await page.getByText('已去掉个人信息').waitFor();
  assert.equal(page.url(), review);
  await page.locator('.timeline-message.by-agent[data-used]', { hasText: '防锈油' }).waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await page.locator('h1').click();
  await page.keyboard.press('a');
  await page.getByText('已发布，现在起助手会用它回答').waitFor();
  assert.equal((await list()).counts.accepted, 1);
});

test('a contradiction stands side by side with the words that differ, and a rejection is remembered with its reason', async () => {
  const [waiting] = (await list()).proposals;
  await page.goto(`${server.url}/console/#/knowledge/review/${waiting!.id}`);
  await page.locator('.contradiction mark', { hasText: '15' }).first().waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('m');
  await page.getByText('左边是现在的文章').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('左边是现在的文章').waitFor({ state: 'hidden' });
  await page.locator('h1').click();
  await page.keyboard.press('r');
  await page.getByLabel('说法不准确').check();
  await page.getByRole('dialog').getByRole('button', { name: '不采用' }).click();
  await page.getByText('已记下：不采用').waitFor();
  await page.goto(`${server.url}/console/#/knowledge/review/${waiting!.id}`);
  await page.getByText('说法不准确').first().waitFor();
  await page.goto(`${server.url}/console/#/knowledge/review`);
  await page.getByText('没有等待审阅的提案').waitFor();
  assert.equal((await list()).counts.rejected, 1);
  // The policy refuses the script of axe, which then comes in another way.
  assert.deepEqual(
    page.problems.filter((problem) => !/content security policy/i.test(problem)),
    [],
  );
});

if (pictures)
  test('pictures of the pages', async () => {
    mkdirSync(pictures, { recursive: true });
    await solved('买的裤子不合适，退货可以吗？', [
      '可以退的。签收后 15 天内在订单页申请退货，吊牌要还在。退回的包裹请保留快递小票拍照。不要用到付寄回。',
    ]);
    await solved('这双登山鞋鞋带孔松了怎么修？电话 13712345678', [
      '首先把松了的鞋带孔用尖嘴钳压紧。然后在背面点一滴鞋胶。最后放 12 小时再穿。如果孔已经掉了，请寄回换新。',
    ]);
    const { proposals } = await list();
    for (const [name, options] of [
      ['wide-light-zh', { viewport: { width: 1440, height: 900 } }],
      ['wide-dark-en', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark', locale: 'en-US' }],
      ['phone-light-zh', { viewport: { width: 390, height: 844 } }],
      ['phone-dark-en', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'en-US' }],
    ] as const) {
      const one = await signedIn(options);
      await one.goto(`${server.url}/console/#/knowledge/review`);
      await one.locator('.proposal-row').first().waitFor();
      await one.screenshot({ path: `${pictures}/${name}-list.png`, fullPage: true });
      for (const [place, proposal] of proposals.entries()) {
        await one.goto(`${server.url}/console/#/knowledge/review/${proposal.id}`);
        await one.locator('.timeline-message').first().waitFor();
        await one.screenshot({ path: `${pictures}/${name}-review-${place}.png`, fullPage: true });
      }
      await one.context().close();
    }
  });
