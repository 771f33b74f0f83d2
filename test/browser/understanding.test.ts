import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { seriousFindings } from '../kit/browser.ts';
import { type DeskScene, openDeskScene, type Person, patience } from '../kit/desk-scene.ts';

let scene: DeskScene;
let agent: Person;
let supervisor: Person;

before(async () => {
  scene = await openDeskScene();
  agent = await scene.hire('王敏');
  supervisor = await scene.hire('陈立', 'supervisor');
});

after(async () => {
  await scene?.close();
});

/** The console in a profile of its own, at a page of the section. */
async function openConsole(page: string) {
  const opened = await scene.signIn(supervisor, '/console/');
  await opened.page.goto(`${scene.server.url}/console/#/understanding/${page}`);
  return opened;
}

test('a message is explained while it is written, and a signal marks its words in it', async () => {
  const { page, errors, context } = await openConsole('explorer');
  await page.getByLabel('客户说').fill('太气人了，快给我转人工');
  const wish = page.locator('.signal[data-signal=human-request]');
  await wish.waitFor();
  assert.deepEqual(await page.locator('.marked mark').allTextContents(), ['转人工']);
  await page.getByText('没有听出：', { exact: false }).waitFor();
  await page.locator('.signal[data-signal=handoff]').getByText('客户情绪不好').waitFor();
  await page.locator('.signal[data-signal=satisfaction]').getByText('客户现在情绪不好').waitFor();

  const mood = page.locator('.signal[data-signal=emotion]');
  await mood.focus();
  await page.keyboard.press('Enter');
  assert.equal(await mood.getAttribute('aria-pressed'), 'true');
  assert.equal(await wish.getAttribute('aria-pressed'), 'false');
  assert.match((await page.locator('.marked mark').allTextContents()).join(), /气/);

  await page.getByRole('button', { name: '人工费怎么收？' }).click();
  await page.locator('.marked-text', { hasText: '人工费怎么收？' }).waitFor();
  assert.equal(await wish.count(), 0, 'a fee is no wish for a person');
  await page.getByRole('button', { name: '太气人了，快给我转人工' }).click();
  await wish.waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('examples are added, pasted, found, removed, and taken back', async () => {
  const { page, errors, context } = await openConsole('examples');
  await page.getByLabel('客户会怎么说').fill('包裹卡在半路不动了');
  await page.getByRole('combobox', { name: '意图' }).fill('催件');
  await page.getByRole('button', { name: '添加', exact: true }).click();
  const line = page.locator('.example', { hasText: '包裹卡在半路不动了' });
  await line.getByText('催件').waitFor();

  await page.getByRole('button', { name: '粘贴导入' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('快递三天没更新\t催件\n没有意图的一行\n物流一直不走\t催件');
  await dialog.getByText('第 2 行没有制表符').waitFor();
  await dialog.getByRole('button', { name: '导入 2 条' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('.intents button', { hasText: '催件' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.example').length === 3);

  await page.getByLabel('搜索例句').fill('卡在半路');
  await page.waitForFunction(() => document.querySelectorAll('.example').length === 1);
  await line.getByRole('button', { name: /^移除/ }).click();
  await page.getByText('没有这样的例句').waitFor();
  await page.getByRole('checkbox', { name: '已移除的' }).check();
  await line.getByRole('button', { name: /^恢复/ }).click();
  await page.getByText('没有移除过例句').waitFor();
  await page.getByRole('checkbox', { name: '已移除的' }).uncheck();
  await line.waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('what the model hears otherwise is judged by keys, one message after another, and taken back', async () => {
  const emptied = await openConsole('judging');
  await emptied.page.getByRole('heading', { name: '还没有第二种听法' }).waitFor();
  await emptied.context.close();
  const dispute = (text: string, at: number) => ({
    id: `judged/emotion/${text}`,
    model: 'emotion' as const,
    text,
    tandem: { label: 'neutral', share: 0 },
    opinion: { label: 'angry', share: 0.7, by: 'large' },
    conversationId: crypto.randomUUID(),
    seq: 2,
    at,
    predicted: null,
  });
  const now = Date.now();
  const texts = ['真行，一周了还没到', '行吧，你们看着办', '我谢谢你们'];
  await scene.server.plugs.disputed.put(texts.map((text, n) => dispute(text, now - n * 1000)));
  const { page, errors, context } = await openConsole('judging');
  const lines = page.locator('.dispute');
  await page.getByRole('link', { name: /待判断\s*3/ }).waitFor();
  assert.deepEqual(await seriousFindings(page), []);

  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() =>
    document.activeElement?.closest('.dispute')?.textContent?.includes('一周了还没到'),
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('2');
  await page.getByText('已记为「生气」').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.dispute').length === 2);
  await page.waitForFunction(() =>
    document.activeElement?.closest('.dispute')?.textContent?.includes('看着办'),
  );
  await page.keyboard.press('0');
  await page.getByText('不会再来问').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.dispute').length === 1);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.dispute').length === 2);
  const last = lines.filter({ hasText: '我谢谢你们' });
  await last.getByRole('combobox').click();
  await page.locator('.ant-select-item', { hasText: '难过' }).click();
  await page.getByText('已记为「难过」').waitFor();
  await lines.first().getByRole('button', { name: /内置/ }).click();
  await page.getByRole('heading', { name: '还没有第二种听法' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'content');

  await page.getByRole('link', { name: '意图和例句' }).click();
  await page.getByText('情绪', { exact: true }).click();
  const judged = page.locator('.example', { hasText: '真行' });
  await judged.getByText('分歧裁定').waitFor();
  await judged.getByRole('button', { name: /^移除/ }).click();
  await judged.waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
  await context.close();
});

test('a missed wish is judged, holds at once, is listed with what the rules made of it, exported and removed', async () => {
  const text = '芝麻开门';
  await scene.server.plugs.disputed.put([
    {
      id: `judged/wish/${text}`,
      model: 'wish',
      text,
      tandem: { label: 'none', share: null },
      opinion: { label: 'human', share: 0.8, by: 'large' },
      conversationId: crypto.randomUUID(),
      seq: 2,
      at: Date.now(),
      predicted: null,
    },
  ]);
  const { page, errors, context } = await openConsole('judging');
  await page
    .locator('.dispute')
    .getByRole('button', { name: /语言模型/ })
    .click();
  await page.getByText('已记为「是要人工」，整句再来就这样听').waitFor();

  await page.getByRole('link', { name: '意图和例句' }).click();
  await page.getByText('要人工', { exact: true }).click();
  const line = page.locator('.example', { hasText: text });
  await line.getByText('内置漏听 · 已按此听').waitFor();
  await page.getByLabel('客户会怎么说').fill('转人工');
  await page.getByRole('combobox', { name: '要人工' }).click();
  await page.locator('.ant-select-item', { hasText: '没要人工' }).click();
  await page.getByRole('button', { name: '添加', exact: true }).click();
  const plain = page.locator('.example', { hasText: '转人工' });
  await plain.getByText('内置误听 · 只作记录').waitFor();
  await page.getByText('已记录；内置的照听').waitFor();
  assert.deepEqual(await seriousFindings(page), []);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出' }).click(),
  ]);
  const table = readFileSync(await download.path(), 'utf8');
  assert.match(table, /芝麻开门,是要人工,内置漏听 · 已按此听,分歧裁定,陈立,/);
  assert.match(table, /转人工,没要人工,内置误听 · 只作记录,/);
  await line.getByRole('button', { name: /^移除/ }).click();
  await line.waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
  await context.close();
});

test('a version is trained with what came of it told, and the way back is one confirmed click', async () => {
  const { page, errors, context } = await openConsole('versions');
  const intents = page.locator('.panel', { has: page.getByRole('heading', { name: '意图', exact: true }) });
  await intents.getByRole('button', { name: '现在训练' }).click();
  await intents
    .getByRole('row', { name: /第 1 版/ })
    .getByText('生效中')
    .waitFor({ timeout: 60_000 });
  await intents
    .getByText(/第一版|同样的考题上/)
    .first()
    .waitFor();

  await intents.getByRole('button', { name: '换成这一版 · 只用规则' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '换成这一版', exact: true }).click();
  await intents
    .getByRole('row', { name: /^只用规则/ })
    .getByText('生效中')
    .waitFor();
  const { models } = await scene.administrator.call<{ models: { model: string; inForce: number }[] }>(
    'GET',
    '/api/understanding/models',
  );
  assert.equal(models.find(({ model }) => model === 'intent')?.inForce, 0);
  assert.deepEqual(await seriousFindings(page), []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('the agent sees how it stands, puts the mood right with one choice, and takes it back', async () => {
  const customer = scene.customer();
  const { page, errors, context } = await scene.signIn(agent);
  await customer.say('帐篷防水吗');
  await customer.say('你们这帮骗子，我要投诉！！！');
  await customer.askHuman();
  await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
  const reading = page.getByTestId('reading');
  await reading.getByText('越来越急').waitFor();
  await reading.getByRole('listitem').getByText('投诉').waitFor();

  const corrections = async () => {
    const { events } = await scene.administrator.call<{ events: ConversationEvent[] }>(
      'GET',
      `/api/conversations/${customer.conversationId}/events?after=0&wait=0`,
    );
    return events.flatMap((event) => (event.kind === 'perception-corrected' ? [event.body.to] : []));
  };
  const settled = async (wanted: readonly string[]) => {
    const until = Date.now() + patience;
    while (Date.now() < until && (await corrections()).length < wanted.length)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(await corrections(), wanted);
  };
  await reading.getByRole('button', { name: /^生气/ }).click();
  await page.getByRole('menuitem', { name: '着急' }).click();
  await reading.getByRole('button', { name: /^着急/ }).waitFor();
  await settled(['anxious']);
  await reading.getByRole('button', { name: '撤销' }).click();
  await reading.getByRole('button', { name: /^生气/ }).waitFor();
  await settled(['anxious', 'angry']);

  await page.getByRole('button', { name: '看依据' }).click();
  await page.locator('.reading-message').first().waitFor();
  assert.equal(await page.locator('.reading-message').count(), 2);
  const first = page.locator('.reading-message').first();
  await first.getByRole('button', { name: /^没要人工/ }).click();
  await page.getByRole('menuitem', { name: '要人工', exact: true }).click();
  await first.getByRole('button', { name: /^要人工/ }).waitFor();
  await settled(['anxious', 'angry', 'human']);
  assert.deepEqual(await seriousFindings(page), []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('a correction that the server refuses leaves the screen as it was', async () => {
  const customer = scene.customer();
  const { page, context } = await scene.signIn(agent);
  await customer.say('气死我了！！！你们怎么回事');
  await customer.askHuman();
  await page.locator('.ring').getByRole('button', { name: '接受', exact: true }).click();
  const mood = page.getByTestId('reading').getByRole('button', { name: /^生气/ });
  await mood.waitFor();
  await context.setOffline(true);
  await mood.click();
  await page.getByRole('menuitem', { name: '平静' }).click();
  await page
    .getByText(/没有连上服务器/)
    .first()
    .waitFor();
  await mood.waitFor();
  await context.close();
});
