import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../cli/host-packages.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const failures: string[] = [];

before(async () => {
  server = await startTestServer();
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const { email, password } = server.administrator!;
  context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  });
  page = await signIn(context, email, password);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function signIn(as: BrowserContext, email: string, password: string): Promise<Page> {
  const opened = await as.newPage();
  opened.setDefaultTimeout(30_000);
  opened.on('pageerror', (error) => failures.push(error.message));
  await opened.goto(`${server.url}/console/`);
  await opened.getByLabel('邮箱').fill(email);
  await opened.getByLabel('密码', { exact: true }).fill(password);
  await opened.getByRole('button', { name: '登录' }).click();
  await opened.getByRole('navigation', { name: '主导航' }).waitFor();
  return opened;
}

/** A call of the API as the signed-in administrator, from the page itself. */
function call<Result>(method: string, path: string, body?: unknown): Promise<Result> {
  return page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(where as string, {
        method: how as string,
        headers: what === undefined ? {} : { 'Content-Type': 'application/json' },
        ...(what === undefined ? {} : { body: JSON.stringify(what) }),
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(`${how} ${where}: ${JSON.stringify(answer)}`);
      return answer;
    },
    [method, path, body] as const,
  );
}

const visit = (hash: string) => page.goto(`${server.url}/console/#/${hash}`);
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function draft(title: string, body: string): Promise<ArticleView> {
  return call('POST', '/api/articles', { language: 'zh', title, body, similarQuestions: [], topic: '测试' });
}

/** Asks in the panel beside the editor and waits for what the assistant would do. */
async function tryOut(question: string): Promise<string> {
  await page.getByRole('tab', { name: '试一试' }).click();
  await page.getByRole('textbox', { name: '试一试' }).fill(question);
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/knowledge/try'));
  await button('问').click();
  await answered;
  // The answer before stays on the page until the new one is drawn, and the button works until then.
  await page.locator('.try .ant-btn-loading').waitFor({ state: 'detached' });
  return (await page.locator('.try > [aria-live] .trial').textContent()) ?? '';
}

test('an article is answered with from the moment it is published, and what is saved later at once', async () => {
  await visit('knowledge/new');
  await page.getByLabel('标题').fill('露营灯的驱蚊模式怎么开？');
  await page.getByLabel('正文').fill('连按三下灯头，亮起**琥珀色**就是驱蚊模式。');
  await page.getByLabel('主题').fill('使用');
  await button('保存草稿').click();
  await page.waitForURL(/#\/knowledge\/a-/);
  await page.getByText('草稿 · 第 1 版').waitFor();
  assert.doesNotMatch(await tryOut('露营灯的驱蚊模式怎么开？'), /琥珀色/);

  await button('发布').click();
  await page.getByText('已发布，现在起助手会用它回答').waitFor();
  assert.match(await tryOut('露营灯的驱蚊模式怎么开？'), /琥珀色/);

  await page.getByLabel('正文').fill('长按灯头两秒，亮起**淡紫色**就是驱蚊模式。');
  await button('保存并生效').click();
  await page.getByText('已发布 · 第 3 版').waitFor();
  const answer = await tryOut('露营灯的驱蚊模式怎么开？');
  assert.match(answer, /淡紫色/);
  assert.doesNotMatch(answer, /琥珀色/);
});

test('an old version is compared with the present text and comes back as a new version', async () => {
  const article = await draft('打气筒漏气怎么办？', '换密封圈。');
  const { id, version, ...rest } = article;
  const { language, title, similarQuestions, topic } = rest;
  await call('PUT', `/api/articles/${id}`, {
    version,
    language,
    title,
    similarQuestions,
    topic,
    body: '整个换新。',
  });
  await visit(`knowledge/${id}`);
  await page.getByRole('tab', { name: '历史版本' }).click();
  await page.getByRole('button', { name: /^第 1 版/ }).click();
  await page.locator('.diff-removed', { hasText: '换密封圈。' }).waitFor();
  await page.locator('.diff-added', { hasText: '整个换新。' }).waitFor();
  await button('恢复这一版').click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复这一版' }).click();
  await page.getByText('第 3 版').first().waitFor();
  assert.equal((await call<ArticleView>('GET', `/api/articles/${id}`)).body, '换密封圈。');
});

test('what a colleague saved meanwhile is shown beside my text and overwritten only on my word', async () => {
  const { id, version, language, title, topic } = await draft('天幕怎么收？', '原来的内容');
  await visit(`knowledge/${id}`);
  await page.getByLabel('正文').fill('我的内容');
  await call('PUT', `/api/articles/${id}`, {
    version,
    language,
    title,
    similarQuestions: [],
    topic,
    body: '同事的内容',
  });
  await button('保存草稿').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.diff-removed', { hasText: '同事的内容' }).waitFor();
  await dialog.locator('.diff-added', { hasText: '我的内容' }).waitFor();
  assert.equal((await call<ArticleView>('GET', `/api/articles/${id}`)).body, '同事的内容');

  await dialog.getByRole('button', { name: '用我的覆盖' }).click();
  await page.getByText('草稿 · 第 3 版').waitFor();
  const { versions } = await call<{ versions: ArticleView[] }>('GET', `/api/articles/${id}/versions`);
  assert.deepEqual(
    versions.map((one) => one.body),
    ['我的内容', '同事的内容', '原来的内容'],
  );
});

test('unsaved changes are not left behind without a word', async () => {
  const { id } = await draft('睡袋怎么洗？', '手洗。');
  await visit(`knowledge/${id}`);
  await page.getByLabel('正文').fill('改了一半');
  await page.getByRole('link', { name: '系统' }).click();
  await button('留下继续改').click();
  assert.equal(await page.getByLabel('正文').inputValue(), '改了一半');
  await page.getByRole('link', { name: '系统' }).click();
  await button('不保存，离开').click();
  await page.getByRole('heading', { name: '系统', level: 1 }).waitFor();
});

test('an archived article answers nobody', async () => {
  const { id, version } = await draft('滤网多久换一次？', '每用二十次换一张蜂巢滤网。');
  await call('POST', `/api/articles/${id}/publish`, { version });
  await visit(`knowledge/${id}`);
  assert.match(await tryOut('滤网多久换一次？'), /蜂巢/);
  await button('归档').click();
  await page.getByRole('dialog').getByText('立刻不再用它回答客户').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '归档' }).click();
  await page.getByText('已归档，助手不再用它回答').waitFor();
  await tryOut('滤网多久换一次？');
  // The page draws the new answer a moment after it has come.
  await page.locator('.try > [aria-live] .trial').filter({ hasNotText: '蜂巢' }).waitFor();
});

/** A customer asks, an agent solves it, and the conversation is resolved: over the same calls as everybody's. */
async function solvedByAgent(question: string, solution: string): Promise<string> {
  const boot = await fetch(`${server.url}/api/widget/boot`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inboxId: 'demo', language: 'zh' }),
  });
  const { token, conversationId } = (await boot.json()) as { token: string; conversationId: string };
  const asCustomer = (path: string, body: object) =>
    fetch(`${server.url}/api/conversations/${conversationId}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ id: crypto.randomUUID(), ...body }),
    });
  await asCustomer('messages', { text: question });
  await asCustomer('human', {});
  const asAgent = (path: string, body: object) =>
    call('POST', `/api/conversations/${conversationId}/${path}`, { id: crypto.randomUUID(), ...body });
  await asAgent('accept', {});
  await asAgent('replies', { text: solution });
  await asCustomer('messages', { text: '好了，谢谢！' });
  await asAgent('resolve', { disposition: 'solved' });
  await server.caughtUp();
  return conversationId;
}

const question = '我的月影炉点火之后发出蓝紫色火星，是不是坏了？';
const solution =
  '这是出厂防锈油在燃烧，不是故障。请在通风处空烧十分钟，把残留的防锈油烧干净，之后火焰就恢复正常的蓝色了。';

test('a draft learned from a conversation stands beside it and answers customers after one click', async () => {
  const conversationId = await solvedByAgent(question, solution);
  await visit('knowledge?status=draft');
  await page.locator(`a[href$="learned-${conversationId}"]`).click();
  await page.locator('.timeline-message.by-agent[data-used]', { hasText: '空烧十分钟' }).waitFor();
  const tried = async () => JSON.stringify(await call('POST', '/api/knowledge/try', { text: question }));
  assert.doesNotMatch(await tried(), /空烧十分钟/);
  await page.getByRole('button', { name: /^采用并发布/ }).click();
  await page.getByText('已发布，现在起助手会用它回答').waitFor();
  assert.match(await tried(), /空烧十分钟/);
});

test('a rejected draft is archived and its reason noted in the conversation', async () => {
  const conversationId = await solvedByAgent(
    '我的星野望远镜右边镜筒里有一粒黑点，怎么弄掉？',
    '请不要自行拆开。用气吹从目镜一侧轻吹三次，黑点仍在的话寄回杭州维修中心，我们免费做内部清洁。',
  );
  await visit(`knowledge/learned-${conversationId}`);
  await page.getByRole('button', { name: /^不采用/ }).click();
  await page.getByLabel('说法不准确').check();
  await page.getByRole('dialog').getByRole('button', { name: '不采用' }).click();
  await page.getByText('已记下：不采用').waitFor();
  const { events } = await call<{ events: { kind: string; body: { text?: string } }[] }>(
    'GET',
    `/api/conversations/${conversationId}/events?after=0`,
  );
  assert.match(events.findLast((event) => event.kind === 'note-added')?.body.text ?? '', /说法不准确/);
});

test('the dashboard counts what the log says and shows resolved containment beside containment', async () => {
  await visit('overview');
  const count = page.locator('[data-figure=conversations] .figure-value');
  await count.waitFor();
  assert.equal(await count.textContent(), '2');
  assert.equal(await page.locator('[data-figure=containment] .figure-value').textContent(), '0.0%');
  assert.equal(await page.locator('[data-figure=resolvedContainment] .figure-value').textContent(), '0.0%');
  // Nobody has rated: that is no data, not zero per cent.
  await page.locator('[data-figure=csat]', { hasText: '还没有数据' }).waitFor();
  await page.getByRole('button', { name: '有效闭环率是怎么算的' }).click();
  await page.getByText('闭环且真正解决的会话 ÷').waitFor();
  await page.getByText('客户要求人工').first().waitFor();
  const download = page.waitForEvent('download');
  await button('导出 CSV').click();
  await page.getByRole('menuitem', { name: '指标汇总' }).click();
  assert.match(readFileSync(await (await download).path(), 'utf8'), /有效闭环率,0,,比例,2/);
});

test('an inbox changes its face, and its secret is shown once', async () => {
  await visit('inboxes');
  await page.getByLabel('助手的名字 中文').fill('小野');
  await page.locator('.preview-speaker', { hasText: '小野' }).waitFor();
  await button('保存').click();
  await page.getByText('已保存').first().waitFor();
  const { inboxes } = await call<{ inboxes: { assistantName: { zh: string } }[] }>('GET', '/api/inboxes');
  assert.equal(inboxes[0]!.assistantName.zh, '小野');
  await button('更换密钥').click();
  await page.getByText('旧密钥签发的令牌立刻失效').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '更换密钥' }).click();
  assert.match((await page.getByTestId('secret').textContent()) ?? '', /^\S{20,}$/);
  await button('已经存好了').click();
  assert.equal(await page.getByTestId('secret').count(), 0);
});

test('an invited agent signs in with the shown password, sees what agents may, and is out when disabled', async () => {
  await visit('team');
  await button('添加同事').click();
  await page.getByLabel('姓名').fill('周远');
  await page.getByLabel('邮箱').fill('zhou@tandem.local');
  await button('添加').click();
  const password = (await page.getByTestId('secret').textContent()) ?? '';
  await button('已经记下了').click();

  const agents = await browser.newContext({ locale: 'zh-CN' });
  const agentPage = await signIn(agents, 'zhou@tandem.local', password);
  const places = await agentPage
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link')
    .allTextContents();
  assert.deepEqual(
    places.map((place) => place.trim()),
    ['知识库', '系统'],
  );
  await agentPage.goto(`${server.url}/console/#/team`);
  await agentPage.getByText('你的角色是坐席，这一页需要主管').waitFor();

  await page.getByRole('button', { name: '更多操作 · 周远' }).click();
  await page.getByRole('menuitem', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  // What stays is looked for: the words that say so are gone after three seconds.
  await page.getByRole('row', { name: /周远/ }).getByText('已停用').waitFor();
  await agentPage.reload();
  await agentPage.getByRole('button', { name: '登录' }).waitFor();
  await agents.close();
});

test('axe finds nothing serious on any page, in either language and theme, on a desktop and a phone', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const [article] = (await call<{ articles: ArticleView[] }>('GET', '/api/articles?status=published'))
    .articles;
  const hashes = ['overview', 'knowledge', `knowledge/${article!.id}`, 'inboxes', 'team', 'system'];
  const found: string[] = [];
  for (const [scheme, language, width] of [
    ['light', 'zh', 1280],
    ['dark', 'en', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((chosen) => localStorage.setItem('tandem.language', chosen), language);
    await page.reload();
    for (const hash of hashes) {
      await visit(hash);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe: loaded } = window as unknown as {
          axe: {
            run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
          };
        };
        return (await loaded.run()).violations;
      });
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          found.push(`${hash} ${scheme}: ${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    }
  }
  assert.deepEqual(found, []);
});

test('no page threw an error and the log holds no failure', () => {
  assert.deepEqual(failures, []);
  assert.deepEqual(
    server.journalLines.filter((line) => JSON.parse(line).level === 'error'),
    [],
  );
});
