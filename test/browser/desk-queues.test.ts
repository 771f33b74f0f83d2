import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Calendar } from '../../core/terms/calendar.ts';
import { seriousFindings } from '../kit/browser.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { type DeskScene, type OpenDesk, openDeskScene, type Person } from '../kit/desk-scene.ts';
import { policyWith, publishPolicy, until } from '../kit/routing.ts';

let scene: DeskScene;
const desks: OpenDesk[] = [];

before(async () => {
  scene = await openDeskScene();
});
afterEach(async () => {
  for (const { context, errors } of desks.splice(0)) {
    await context.close();
    assert.deepEqual(errors, []);
  }
  await scene.settle();
  await until('everybody has left', () => scene.server.plugs.presence.agentsOnline() === 0);
});
after(() => scene?.close());

async function publish(...parts: Parameters<typeof policyWith>): Promise<void> {
  await publishPolicy(scene.server.plugs.pool, policyWith(...parts));
  await scene.server.plugs.policyInForce.follow();
}

/** The desk of somebody new, whose seat the server knows to be there. */
async function openDesk(name = '王敏'): Promise<OpenDesk & { readonly agent: Person }> {
  const agent = await scene.hire(name);
  const desk = { ...(await scene.signIn(agent, '/desk/', { reducedMotion: 'reduce' })), agent };
  desks.push(desk);
  await until('the agent is there', () => presenceOf(agent) === 'online', 20_000);
  return desk;
}

const presenceOf = ({ id }: Pick<Person, 'id'>) => scene.server.plugs.presence.roster().get(id)?.presence;
const stateOf = async (id: string) => (await scene.server.plugs.log.state(id))!;
const ringOf = (desk: OpenDesk, id: string) => desk.page.locator(`.ring[data-conversation="${id}"]`);
const rowOf = (desk: OpenDesk, id: string) => desk.page.locator(`.row[data-conversation="${id}"]`);

async function waiting(text: string): Promise<string> {
  const customer = scene.customer();
  await customer.say(text);
  await customer.askHuman();
  return customer.conversationId;
}

/** Takes what rings, and waits until it is this agent's. */
async function takes(desk: OpenDesk, id: string): Promise<void> {
  await ringOf(desk, id).getByRole('button', { name: '接受', exact: true }).click();
  await desk.page.locator(`#composer[data-conversation="${id}"]`).waitFor();
}

/** A customer who books a call from a moment on, and may book another one. */
async function caller() {
  const customer = await bootCustomer(scene.server.url, { inboxId: 'demo' });
  const id = customer.conversationId;
  const books = async (from: number) => {
    const { status } = await call(scene.server.url, 'POST', `/api/conversations/${id}/leave-message`, {
      token: customer.token,
      body: {
        id: crypto.randomUUID(),
        way: 'callback',
        text: '帐篷杆断了，请回电',
        phone: '13800138000',
        slot: { from, to: from + 3_600_000 },
      },
    });
    assert.equal(status, 200);
  };
  return Object.assign(books, { id });
}

test('in a pull queue it rings for everybody, no time runs out, and who takes it first has it', async () => {
  await publish({ mode: 'pull' });
  const [mine, theirs] = [await openDesk(), await openDesk('陈立')];
  const first = await waiting('先来的');
  const second = await waiting('后来的');
  for (const desk of [mine, theirs]) {
    const ring = ringOf(desk, first);
    await ring.waitFor();
    assert.equal(await ring.locator('.countdown').count(), 0, 'nobody is asked, so nothing runs out');
    assert.equal(await ring.getByRole('button', { name: '不接' }).count(), 0);
    await ring.getByRole('button', { name: /还有 1/ }).waitFor();
  }
  assert.deepEqual(await seriousFindings(mine.page), []);
  await takes(mine, first);
  await ringOf(theirs, first).waitFor({ state: 'detached' });
  await takes(theirs, second);
  await ringOf(mine, second).waitFor({ state: 'detached' });
  assert.deepEqual((await stateOf(second)).owner, { kind: 'agent', agentId: theirs.agent.id });
  const taken = (await scene.server.plugs.log.read(first, 0)).find((event) => event.kind === 'assigned');
  assert.equal(taken?.kind === 'assigned' && taken.body.how, 'pull');
});

test('after a resolution there is time to write up, in which nothing rings; it ends by one tap or by itself', async () => {
  await publish({ wrapUpMs: 600_000 });
  const desk = await openDesk();
  const { page } = desk;
  const first = await waiting('杆断了');
  await takes(desk, first);
  await page.locator('.pane-actions').getByRole('button', { name: '解决' }).click();
  await page.getByRole('radio').first().check();
  await page.keyboard.press('Control+Enter');
  await page.locator('.wrap-up', { hasText: /还剩 9:\d\d/ }).waitFor();
  await page.locator('.bar-presence', { hasText: '话后处理' }).waitFor();
  await until('the server knows', () => presenceOf(desk.agent) === 'wrap-up');
  const second = await waiting('还有一个');
  await page.getByRole('tab', { name: /等待/ }).click();
  await rowOf(desk, second).waitFor();
  assert.equal(await ringOf(desk, second).count(), 0, 'who writes up is offered nothing');
  assert.deepEqual(await seriousFindings(page), []);
  await page.locator('.wrap-up').getByRole('button', { name: '处理完了' }).click();
  await page.locator('.wrap-up').waitFor({ state: 'detached' });
  await takes(desk, second);

  await publish({ wrapUpMs: 5_000 });
  await page.locator('.pane-actions').getByRole('button', { name: '解决' }).click();
  await page.getByRole('radio').first().check();
  await page.keyboard.press('Control+Enter');
  await page.locator('.wrap-up').waitFor();
  await page.locator('.wrap-up').waitFor({ state: 'detached' });
  await page.locator('.bar-presence', { hasText: '在线' }).waitFor();
  assert.equal((await stateOf(second)).status, 'resolved');
});

test('a booked call stands apart until its time, then rings with the number to call', async () => {
  await publish({});
  const desk = await openDesk();
  const { page } = desk;
  const books = await caller();
  await books(scene.server.plugs.now() + 3_600_000);
  const { id } = books;
  await rowOf(desk, id).locator('.tag', { hasText: /回电/ }).waitFor();
  assert.equal(await ringOf(desk, id).count(), 0, 'nobody is disturbed before the time');
  await page.getByRole('button', { name: /留言与回电/ }).click();
  await rowOf(desk, id).waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  // The customer would rather be called soon.
  const from = scene.server.plugs.now() + 2_000;
  await books(from);
  await ringOf(desk, id).locator('.ring-facts', { hasText: '回电' }).waitFor();
  assert.ok(scene.server.plugs.now() >= from, 'it rings when it is time');
  await takes(desk, id);
  await page.locator('.line[data-kind=message-left]', { hasText: '13800138000' }).last().waitFor();
  await page.locator('.message', { hasText: '请回电' }).last().waitFor();
});

test('in a pull queue a booked call rings from its time on', async () => {
  await publish({ mode: 'pull' });
  const desk = await openDesk();
  const books = await caller();
  const from = scene.server.plugs.now() + 2_000;
  await books(from);
  await rowOf(desk, books.id).waitFor();
  await ringOf(desk, books.id).waitFor();
  assert.ok(scene.server.plugs.now() >= from);
  await takes(desk, books.id);
});

/** Open every day, but not today: by the clock of the browser, which is the host's. */
function closedToday(): Calendar {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now());
  return {
    id: 'shop',
    name: 'Shop',
    timeZone,
    week: Array(7).fill([{ from: 9 * 60, to: 18 * 60 }]),
    holidays: 'none',
    exceptions: [{ day: today, name: '盘点', spans: [] }],
  };
}

test('outside business hours promises of time stand still at the desk, and say when they go on', async () => {
  await publish(
    {},
    {
      calendars: [closedToday()],
      sla: [
        { id: 'first', target: 'first-response', limitMs: 300_000, warnAt: 0.8, calendarId: 'shop' },
        { id: 'all', target: 'resolution', limitMs: 3_600_000, warnAt: 0.8 },
      ],
    },
  );
  const desk = await openDesk();
  const { page } = desk;
  const id = await waiting('什么时候发货');
  await takes(desk, id);
  const head = page.locator('.standing');
  const night = head.locator('[data-target=first-response][data-tone=closed]');
  await night.getByText('‖ 5:00').waitFor();
  await head.locator('[data-target=resolution][data-tone=calm]').waitFor();
  const closed = head.locator('.sla-closed-until');
  assert.match((await closed.textContent()) ?? '', /^营业时间外，\d+月\d+日 9:00 继续$/);
  const [first, later] = [
    await head.locator('[data-target=resolution] b').textContent(),
    await until('a second has passed', async () => {
      const now = await head.locator('[data-target=resolution] b').textContent();
      return now !== '1:00:00' && now;
    }),
  ];
  assert.ok(first && later);
  assert.equal(await night.locator('b').textContent(), '‖ 5:00', 'the one runs, the other does not');
  assert.match(
    (await rowOf(desk, id).locator('.sla-bar').getAttribute('title')) ?? '',
    /解决 剩|首次响应 暂停/,
  );
  assert.deepEqual(await seriousFindings(page), []);
});

test('labels are added and removed in place, and a segment is called by its name', async () => {
  const tag = {
    id: 'tag',
    name: { zh: '标', en: 'Tag' },
    enabled: true,
    when: [{ on: 'words' as const, is: ['绝不会出现的词'] }],
    then: [{ do: 'label' as const, label: '质量问题' }],
  };
  const segment = { id: 'seg-1', name: { zh: '老客户', en: 'Regulars' }, when: [], priority: 0 };
  await publish({}, { triage: [tag], segments: [segment] });
  const desk = await openDesk();
  const { page } = desk;
  const id = await waiting('杆断了');
  await ringOf(desk, id).locator('[data-segment]', { hasText: '老客户' }).waitFor();
  await takes(desk, id);
  await page.locator('.pane-who [data-segment]', { hasText: '老客户' }).waitFor();

  const labels = page.locator('.standing .labels');
  await labels.getByRole('button', { name: '加标签' }).click();
  await page.locator('.label-known').getByRole('button', { name: '质量问题' }).click();
  await labels.locator('[data-label="质量问题"]').waitFor();
  await labels.getByRole('button', { name: '加标签' }).click();
  await page.getByRole('textbox', { name: '加标签' }).fill(' 加急 ');
  await page.keyboard.press('Enter');
  await labels.locator('[data-label="加急"]').waitFor();
  assert.deepEqual((await stateOf(id)).labels, ['质量问题', '加急']);
  assert.deepEqual(await seriousFindings(page), []);
  await labels.getByRole('button', { name: '去掉标签「质量问题」' }).click();
  await labels.locator('[data-label="质量问题"]').waitFor({ state: 'detached' });
  assert.deepEqual((await stateOf(id)).labels, ['加急']);
  await page.locator('.line[data-kind=labels-changed]').last().getByText('标签：加急').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await labels.waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
});

test('who lets several offers pass is set away, is told why, and comes back by one tap', async () => {
  const { routing } = policyWith({});
  await publish({ offerMs: 1_500 }, { routing: { ...routing, missedOffersToAway: 1 } });
  const desk = await openDesk();
  const { page } = desk;
  await waiting('有人吗');
  await page.locator('.told', { hasText: '系统已把你设为离开' }).waitFor();
  await page.locator('.bar-presence', { hasText: '连续未接' }).waitFor();
  await publish({});
  await page.locator('.told').getByRole('button', { name: '我回来了，上线' }).click();
  await page.locator('.bar-presence', { hasText: '在线' }).waitFor();
  await page.locator('.told', { hasText: '系统已把你设为离开' }).waitFor({ state: 'detached' });
});

test('eighty who wait when an agent comes all ring, and the desk draws every one of them', async () => {
  await Promise.all(Array.from({ length: 80 }, (_, place) => waiting(`帐篷漏水，第 ${place + 1} 位`)));
  const desk = await openDesk('周宁');
  await desk.page.locator('.ring').waitFor();
  await until('the list has all of them', async () =>
    /80/.test((await desk.page.getByRole('tab', { name: /^等待中/ }).textContent()) ?? ''),
  );
  // What they asked, not the sentence that hands everybody over.
  assert.match(
    (await desk.page.locator('.row .row-preview').first().textContent()) ?? '',
    /^帐篷漏水，第 \d+ 位$/,
  );
});
