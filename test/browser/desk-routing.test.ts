import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Colleague, ConversationSummary } from '../../core/protocol/views.ts';
import type { Policy } from '../../core/terms/policy.ts';
import { seriousFindings } from '../kit/browser.ts';
import { type DeskScene, type OpenDesk, openDeskScene, type Person } from '../kit/desk-scene.ts';

let scene: DeskScene;
let agent: Person;
let colleague: Person;
let supervisor: Person;

before(async () => {
  scene = await openDeskScene();
  agent = await scene.hire('王敏', 'agent', { skills: { returns: 4 } });
  colleague = await scene.hire('陈立');
  supervisor = await scene.hire('李主管', 'supervisor');
});
afterEach(() => scene.settle());
after(() => scene?.close());

const ringOf = (desk: OpenDesk, conversationId: string) =>
  desk.page.locator(`.ring[data-conversation="${conversationId}"]`);
const rowOf = (desk: OpenDesk, conversationId: string) =>
  desk.page.locator(`.row[data-conversation="${conversationId}"]`);

/** A customer who has asked for a person. */
async function waiting(text: string) {
  const customer = scene.customer();
  await customer.say(text);
  await customer.askHuman();
  return customer;
}

/** Opens a desk that is offered nothing until the test says so. */
async function busyDesk(person: Person): Promise<OpenDesk> {
  const desk = await scene.signIn(person);
  await setStatus(desk, '忙碌');
  return desk;
}

async function setStatus({ page }: OpenDesk, name: string): Promise<void> {
  await page.locator('.bar-presence').click();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
  await page.locator('.bar-presence', { hasText: name }).waitFor();
}

async function close(...desks: OpenDesk[]): Promise<void> {
  for (const desk of desks) {
    assert.deepEqual(desk.errors, []);
    await desk.context.close();
  }
}

test('an offer counts down, says why it is mine, and Enter takes it', async () => {
  const desk = await scene.signIn(agent);
  const { page } = desk;
  const { conversationId } = await waiting('帐篷杆断了怎么办');
  const ring = ringOf(desk, conversationId);
  await ring.waitFor();
  const seconds = Number(await ring.locator('.countdown b').textContent());
  assert.ok(seconds > 0 && seconds <= 15, `${seconds} s are left`);
  assert.match((await ring.textContent()) ?? '', /帐篷杆断了.*已等 \d/s);
  await ring.getByRole('button', { name: '为什么是我' }).click();
  const why = page.locator('.why');
  await why.getByText('技能与语言合适').first().waitFor();
  assert.match((await why.textContent()) ?? '', /王敏\d\.\d\d/);
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'hidden' });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Enter');
  await page.locator('.line[data-kind=assigned]', { hasText: '王敏 接手了会话' }).waitFor();
  await ring.waitFor({ state: 'detached' });
  await page.locator('.standing').getByRole('button', { name: '为什么是我' }).waitFor();
  await close(desk);
});

test('who declines passes it on to the next, who is offered it at once', async () => {
  const first = await scene.signIn(agent);
  const second = await busyDesk(colleague);
  const { conversationId } = await waiting('发票抬头错了');
  await ringOf(first, conversationId).waitFor();
  await setStatus(second, '在线');
  await first.page.keyboard.press('d');
  await first.page.getByRole('menuitem', { name: '不熟悉这类问题' }).click();
  await ringOf(second, conversationId).getByRole('button', { name: '接受', exact: true }).click();
  await second.page.locator('.line[data-kind=offer-ended]', { hasText: '王敏 没有接' }).waitFor();
  assert.equal(await ringOf(first, conversationId).count(), 0);
  assert.equal(await first.page.locator('.told').count(), 0, 'what was declined was not missed');
  await close(first, second);
});

test('an offer that runs out says that it was missed', async () => {
  const desk = await scene.signIn(agent);
  const { conversationId } = await waiting('睡袋有异味');
  await ringOf(desk, conversationId).waitFor();
  await desk.page.locator('.told', { hasText: '没接到' }).waitFor({ timeout: 40_000 });
  await desk.page.locator('.told').getByRole('button', { name: '知道了' }).click();
  await desk.page.locator('.told').waitFor({ state: 'detached' });
  await close(desk);
});

test('a status with its reason is known to everybody', async () => {
  const desk = await scene.signIn(agent);
  const { page } = desk;
  const known = async () => {
    const { colleagues } = await scene.administrator.call<{ colleagues: Colleague[] }>(
      'GET',
      '/api/colleagues',
    );
    const { presence, awayReason, awayNote } = colleagues.find(({ id }) => id === agent.id)!;
    return [presence, awayReason, awayNote].filter(Boolean).join(' ');
  };
  await setStatus(desk, '忙碌');
  assert.equal(await known(), 'busy');
  await page.keyboard.press('p');
  await page.getByRole('menuitemradio', { name: '用餐' }).click();
  await page.locator('.bar-presence', { hasText: '用餐' }).waitFor();
  assert.equal(await known(), 'away meal');
  await page.keyboard.press('p');
  await page.getByRole('menuitemradio', { name: /其他/ }).click();
  await page.getByLabel('写明原因').fill('盘点');
  await page.keyboard.press('Enter');
  await page.locator('.bar-presence', { hasText: '离开' }).waitFor();
  assert.equal(await known(), 'away other 盘点');
  await setStatus(desk, '在线');
  assert.equal(await known(), 'online');
  await page.locator('.load', { hasText: '0/50' }).waitFor();
  await close(desk);
});

test('a supervisor’s whisper reaches the agent, looks like nothing else, and never the customer', async () => {
  const desk = await scene.signIn(agent);
  const customer = await waiting('炉头打不着火');
  await ringOf(desk, customer.conversationId).getByRole('button', { name: '接受', exact: true }).click();
  await desk.page.locator('#composer').waitFor();
  const lead = await busyDesk(supervisor);
  await lead.page.goto(`${scene.server.url}/desk/#/c/${customer.conversationId}`);
  await lead.page.locator('.composer-closed').getByRole('button', { name: '悄悄话' }).click();
  await lead.page.locator('#composer').fill('直接换新，不用寄回');
  await lead.page.keyboard.press('Enter');
  await desk.page.locator('.note.whisper', { hasText: '直接换新' }).waitFor();
  await desk.page.locator('.arrival-whisper', { hasText: '李主管 悄悄对你说' }).waitFor();
  assert.doesNotMatch(await customer.sees(), /直接换新/);
  assert.deepEqual(await seriousFindings(lead.page), []);
  await close(desk, lead);
});

test('a colleague who is asked to help reads along, writes notes, and leaves', async () => {
  const desk = await scene.signIn(agent);
  const { conversationId } = await waiting('这批杆子是不是有问题');
  await ringOf(desk, conversationId).getByRole('button', { name: '接受', exact: true }).click();
  await desk.page.locator('#composer').waitFor();
  const helper = await busyDesk(colleague);
  await desk.page.locator('#composer').press('Escape');
  await desk.page.keyboard.press('h');
  await desk.page.getByRole('option', { name: /陈立/ }).click();
  await desk.page.fill('#help-note', '有质量通告吗');
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.locator('.helper', { hasText: '陈立' }).waitFor();
  await helper.page.locator('.arrival-helping').waitFor();
  await helper.page.getByRole('tab', { name: /协助/ }).click();
  await rowOf(helper, conversationId).click();
  await helper.page.locator('.line[data-kind=helper-added]', { hasText: '有质量通告吗' }).waitFor();
  assert.equal(await helper.page.getByRole('button', { name: '解决', exact: true }).count(), 0);
  await helper.page.locator('.helper').getByRole('button', { name: '退出协助' }).click();
  await desk.page.locator('.line[data-kind=helper-removed]', { hasText: '陈立 不再协助' }).waitFor();
  await close(desk, helper);
});

test('promises of time count down in the row and the head, and stand still while the customer is waited for', async () => {
  const desk = await scene.signIn(agent);
  const { page } = desk;
  const { conversationId } = await waiting('什么时候发货');
  await rowOf(desk, conversationId).locator('.sla-bar[data-tone=calm]').waitFor({ state: 'attached' });
  await ringOf(desk, conversationId).getByRole('button', { name: '接受', exact: true }).click();
  const head = page.locator('.standing');
  await head.locator('[data-target=first-response]', { hasText: /首次响应 0:\d\d/ }).waitFor();
  await page.fill('#composer', '今天发。');
  await page.press('#composer', 'Enter');
  await head.locator('[data-target=first-response]').waitFor({ state: 'detached' });
  await head.locator('[data-target=resolution][data-tone=paused]').waitFor();
  await close(desk);
});

test('a conversation goes to another queue by the same dialog as to a colleague', async () => {
  const desk = await scene.signIn(agent);
  const { page } = desk;
  const { conversationId } = await waiting('要换货');
  await ringOf(desk, conversationId).getByRole('button', { name: '接受', exact: true }).click();
  await page.locator('#composer').press('Escape');
  await page.keyboard.press('t');
  await page.locator('.queue-option').first().click();
  await page.keyboard.press('Control+Enter');
  await page.locator('.line[data-kind=queued]').nth(1).waitFor();
  const { owner } = await scene.administrator.call<ConversationSummary>(
    'GET',
    `/api/conversations/${conversationId}`,
  );
  assert.equal(owner.kind, 'queue');
  await close(desk);
});

test('the board shows who waits and who is there, follows what happens, and takes no seat', async () => {
  const desk = await busyDesk(agent);
  const customer = await waiting('等了很久了');
  const onlooker = await scene.hire('周主管', 'supervisor');
  const board = await scene.signIn(onlooker, '/desk/board');
  const { page } = board;
  await page.locator(`.person[data-conversation="${customer.conversationId}"]`).waitFor();
  await page.locator(`[data-agent="${agent.id}"]`, { hasText: '忙碌' }).waitFor();
  assert.equal(await page.locator(`[data-agent="${onlooker.id}"]`).count(), 0, 'who only looks is not there');
  await page
    .locator('[data-queue]', { hasText: /没有人在线|已打烊/ })
    .first()
    .waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await rowOf(desk, customer.conversationId).click();
  await desk.page.locator('.composer-closed').getByRole('button', { name: '接受' }).click();
  await page.locator(`[data-agent="${agent.id}"]`, { hasText: '1/50' }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(overflow, 0);
  await setStatus(desk, '在线');
  await close(desk, board);
});

test('the board is closed to an agent, and says to whom it is open', async () => {
  const board = await scene.signIn(agent, '/desk/board');
  await board.page.getByText('看板只对主管开放').waitFor();
  await close(board);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious while something is offered (${scheme})`, async () => {
    const desk = await scene.signIn(agent);
    await desk.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const { conversationId } = await waiting('太气人了，我要投诉');
    const ring = ringOf(desk, conversationId);
    await ring.waitFor();
    await ring.getByRole('button', { name: '为什么是我' }).click();
    await desk.page.locator('.why').waitFor();
    await desk.page.waitForTimeout(300);
    assert.deepEqual(await seriousFindings(desk.page), []);
    await close(desk);
  });
}

test('what is given without being asked announces itself, and opens unless something is being written', async () => {
  const { administrator } = scene;
  const { active } = await administrator.call<{ active: number }>('GET', '/api/policies');
  const { policy } = await administrator.call<{ policy: Policy }>('GET', `/api/policies/${active}`);
  const queues = policy.queues.map((queue) => ({ ...queue, mode: 'auto' as const }));
  const note = '自动分配';
  await administrator.call('POST', '/api/policies', {
    policy: { ...policy, queues },
    note,
    basedOn: active,
  });
  const desk = await scene.signIn(agent);
  const { page } = desk;
  const first = await waiting('帐篷漏水');
  await page.locator('.arrival-given', { hasText: '新会话给了你' }).waitFor();
  await page.locator(`#composer[data-conversation="${first.conversationId}"]`).waitFor();
  await page.fill('#composer', '写到一半的话');
  const second = await waiting('雨衣破了');
  await rowOf(desk, second.conversationId).waitFor();
  await page.locator('.arrival-given').getByRole('button', { name: '打开' }).waitFor();
  assert.equal(await page.locator('#composer').inputValue(), '写到一半的话');
  assert.equal(await page.locator('#composer').getAttribute('data-conversation'), first.conversationId);
  await close(desk);
});
