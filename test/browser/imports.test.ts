import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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
