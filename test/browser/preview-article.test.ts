import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seriousFindings } from '../kit/browser.ts';
import { bootCustomer } from '../kit/client.ts';
import { type DeskScene, openDeskScene, type Person } from '../kit/desk-scene.ts';

let scene: DeskScene;
let supervisor: Person;

before(async () => {
  scene = await openDeskScene();
  supervisor = await scene.hire('陈立', 'supervisor');
  for (const text of ['运费怎么算？', '多少钱包邮', '多少钱包邮', '电子发票怎么开'])
    await (await bootCustomer(scene.server.url, { inboxId: 'demo' })).say(text);
});

after(async () => {
  await scene?.close();
});

test('an edit shows which answers it would change, and taking the article away, too', async () => {
  const { page, errors, context } = await scene.signIn(supervisor, '/console/');
  await page.goto(`${scene.server.url}/console/#/knowledge`);
  await page.getByPlaceholder('搜索标题、问法或正文').fill('运费怎么算');
  await page.locator('.title-cell a', { hasText: '运费' }).first().click();
  await page.getByRole('tab', { name: '影响' }).click();
  await page.getByRole('button', { name: '看看会改变什么' }).click();
  await page.getByText('没有一个回答会变').waitFor();

  await page.getByRole('button', { name: '如果下架这篇' }).click();
  const lost = page.locator('.impact-change').first();
  await lost.getByText(/答不上了|换了一篇来答/).waitFor();
  await lost.getByText('多半变差').waitFor();

  await page.getByLabel('正文').fill('这里只讲会员积分：每消费一元积一分，次年年底清零。');
  await page.getByRole('button', { name: '按现在的内容再看一次' }).click();
  await page.locator('.impact-new .impact-words', { hasText: '会员积分' }).first().waitFor();
  const changed = page.locator('.impact-change', { hasText: '多少钱包邮' });
  await changed.getByText('问过 2 次').waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  assert.deepEqual(errors, []);
  await context.close();
});
