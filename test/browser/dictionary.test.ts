import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DictionaryVersion } from '../../core/terms/dictionary.ts';
import { seriousFindings } from '../kit/browser.ts';
import { type DeskScene, openDeskScene } from '../kit/desk-scene.ts';

let scene: DeskScene;
before(async () => {
  scene = await openDeskScene();
});
after(() => scene?.close());

const stored = () => scene.administrator.call<DictionaryVersion>('GET', '/api/dictionary');

test('a lead teaches words and groups, and a colleague’s save is merged, not lost', async () => {
  const { page, errors, context } = await scene.signIn(await scene.hire('陈立', 'supervisor'), '/console/');
  await page.goto(`${scene.server.url}/console/#/knowledge/dictionary`);
  await page.getByText('还没有人改过').waitFor();
  assert.deepEqual(await seriousFindings(page), []);

  const word = page.getByLabel('输入一个词，或粘贴很多行');
  await word.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '云栖三号\n福满人生\n一');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByText('加入 2 个词').waitFor();
  await page.getByText('没有加入：一。').waitFor();
  await word.fill('山居');
  await word.press('Enter');

  await page.getByRole('button', { name: '新建一组' }).click();
  await page.keyboard.type('理赔');
  await page.keyboard.press('Enter');
  await page.getByText('一组至少要有两个词。').waitFor();
  assert.ok(await page.getByRole('button', { name: '保存', exact: true }).isDisabled());
  await page.keyboard.type('赔付、');
  await page.getByText('一组至少要有两个词。').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '粘贴导入' }).click();
  await page
    .getByRole('textbox', { name: '粘贴同义词' })
    .fill('重疾,大病,critical illness\n孤单\n赔付\t理赔');
  await page.getByText('第 2 行没法成组').waitFor();
  await page.getByRole('button', { name: '加入 1 组' }).click();

  // Leaving asks; staying keeps all of it.
  await page.getByRole('link', { name: '文章', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /留下|继续/ })
    .click();

  await scene.administrator.call('PUT', '/api/dictionary', {
    basedOn: 0,
    words: ['雪线'],
    synonyms: [['退保', '解约']],
  });
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const conflict = page.getByRole('dialog', { name: /刚刚也保存了词典/ });
  await conflict.locator('ins', { hasText: '退保 = 解约' }).waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await conflict.getByRole('button', { name: '合并两边' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('陈立 保存于').waitFor();
  const { version, words, synonyms } = await stored();
  assert.equal(version, 2);
  assert.deepEqual([...words].sort(), ['云栖三号', '山居', '福满人生', '雪线'].sort());
  assert.deepEqual(synonyms, [
    ['退保', '解约'],
    ['重疾', '大病', 'critical illness'],
    ['理赔', '赔付'],
  ]);
  assert.deepEqual(errors, []);
  await context.close();
});

test('an agent reads the dictionary and changes nothing', async () => {
  const { page, context } = await scene.signIn(await scene.hire('小林'), '/console/');
  await page.goto(`${scene.server.url}/console/#/knowledge/dictionary`);
  await page.getByText('critical illness').waitFor();
  assert.equal(await page.getByRole('button', { name: '新建一组' }).count(), 0);
  assert.equal(await page.getByRole('button', { name: '保存', exact: true }).count(), 0);
  assert.equal(await page.locator('.word-tags button, .word-tags .ant-tag-close-icon').count(), 0);
  assert.deepEqual(await seriousFindings(page), []);
  await context.close();
});
