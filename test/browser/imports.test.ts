import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ArticleView } from '../../core/protocol/views.ts';
import { seriousFindings } from '../kit/browser.ts';
import { type DeskScene, openDeskScene, type Person } from '../kit/desk-scene.ts';

let scene: DeskScene;
let supervisor: Person;

before(async () => {
  scene = await openDeskScene();
  supervisor = await scene.hire('陈立', 'supervisor');
});
after(async () => {
  await scene?.close();
});

test('a sheet is dropped, looked at, imported, and the row that was not taken says why', async () => {
  const { page, errors, context } = await scene.signIn(supervisor, '/console/');
  await page.goto(`${scene.server.url}/console/#/knowledge/imports`);
  await page.locator('input[type=file]').setInputFiles({
    name: '售后问答.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '问题,相似问,答案,备注\n保价多久？,降价了能退差价吗|保价期,签收后七天内。,内部\n能换颜色吗？,,,\n',
    ),
  });
  const prepared = page.getByTestId('prepared-import');
  await prepared.getByText('保价多久？').waitFor();
  await prepared.getByText('没有正文或答案').waitFor();
  if (process.env.TANDEM_TEST_PICTURES)
    await page.screenshot({ path: `${process.env.TANDEM_TEST_PICTURES}/prepared.png`, fullPage: true });
  assert.deepEqual(await seriousFindings(page), []);
  await prepared.getByRole('button', { name: '开始导入' }).click();
  const line = page.locator('.import-line[data-state=done]');
  await line.getByText('新建 1 · 更新 0 · 未变 0').waitFor();
  await line.getByRole('button', { name: '查看原因' }).click();
  await line.getByRole('cell', { name: '没有正文或答案' }).waitFor();
  if (process.env.TANDEM_TEST_PICTURES) {
    await page.screenshot({ path: `${process.env.TANDEM_TEST_PICTURES}/done.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText('网站', { exact: true }).first().click();
    await page.screenshot({ path: `${process.env.TANDEM_TEST_PICTURES}/phone.png`, fullPage: true });
  }
  assert.deepEqual(await seriousFindings(page), []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('what a colleague edited since the last import is kept, and one step takes the imported text', async () => {
  const { administrator, server } = scene;
  const sheet = (deposit: string, umbrella: string) => ({
    name: '租借.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `编号,问题,答案\nkayak,皮划艇的押金怎么退？,${deposit}\numbrella,雨伞能借多久？,${umbrella}\n`,
    ),
  });
  const { page, errors, context } = await scene.signIn(supervisor, '/console/');
  await page.goto(`${server.url}/console/#/knowledge/imports`);
  const bring = async (file: ReturnType<typeof sheet>) => {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByTestId('prepared-import').getByRole('button', { name: '开始导入' }).click();
  };
  const lines = page.locator('.import-line[data-state=done]', { hasText: '租借.csv' });
  await bring(sheet('当天退。', '三天。'));
  await lines.first().waitFor();
  for (const id of ['kayak', 'umbrella']) {
    const { version, title, language, similarQuestions, topic } = await administrator.call<ArticleView>(
      'GET',
      `/api/articles/${id}`,
    );
    const body = '已经改得更清楚。';
    const content = { version, title, language, similarQuestions, topic, body };
    await administrator.call('PUT', `/api/articles/${id}`, content);
  }
  await bring(sheet('次日退。', '五天。'));
  const line = lines.filter({ hasText: '2 行没有导入' });
  await line.getByRole('button', { name: '查看原因' }).click();
  await line.getByText('在这里改过的文章，没有覆盖').first().waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  const pictures = process.env.TANDEM_TEST_PICTURES;
  if (pictures) {
    await page.screenshot({ path: `${pictures}/kept.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    // Colours come to rest.
    await page.waitForTimeout(1_000);
    await page.screenshot({ path: `${pictures}/kept-phone.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await line.getByRole('button', { name: '改用导入的文字', exact: true }).first().click();
  await line.getByText('已改用导入的文字').first().waitFor();
  assert.equal((await administrator.call<ArticleView>('GET', '/api/articles/kayak')).body, '次日退。');
  assert.equal(
    (await administrator.call<ArticleView>('GET', '/api/articles/umbrella')).body,
    '已经改得更清楚。',
  );
  if (pictures) await page.screenshot({ path: `${pictures}/taken.png`, fullPage: true });
  assert.deepEqual(errors, []);
  await context.close();
});

test('a site whose address is refused says why, is offered no daily reading, and leaves the list in one step', async () => {
  const { administrator, server } = scene;
  await administrator.call('POST', '/api/imports', {
    url: 'http://169.254.169.254/help/',
    kind: 'crawl',
    topic: '售后',
    every: 'day',
  });
  const { page, errors, context } = await scene.signIn(supervisor, '/console/');
  await page.goto(`${server.url}/console/#/knowledge/imports`);
  const site = page.locator('.import-list li', { hasText: '169.254.169.254' }).filter({
    has: page.getByRole('button', { name: '从列表移除' }),
  });
  await site.getByText('不能读取', { exact: true }).waitFor();
  await site.getByText('address-refused').waitFor();
  assert.equal(await site.getByRole('combobox').count(), 0);
  const pictures = process.env.TANDEM_TEST_PICTURES;
  if (pictures) await page.screenshot({ path: `${pictures}/refused.png`, fullPage: true });
  assert.deepEqual(await seriousFindings(page), []);
  await site.getByRole('button', { name: '从列表移除' }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: '从列表移除' }).click();
  await site.waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
  await context.close();
});
