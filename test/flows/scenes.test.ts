import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { call } from '../../cli/replay/api.ts';
import type { ArticleView, ConversationSummary, HandoffPacket } from '../../core/protocol/views.ts';
import { ask, cited, invitePeople, logOf, type People } from '../kit/people.ts';
import { type ScriptedModel, startScriptedModel } from '../kit/scripted-model.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

const id = () => crypto.randomUUID();

suite('scenes of the main job, with a model that writes', () => {
  let server: TestServer;
  let people: People;
  let model: ScriptedModel;
  before(async () => {
    model = await startScriptedModel();
    server = await startTestServer({ TANDEM_MODEL_URL: model.url, TANDEM_MODEL_NAME: 'scripted' });
    people = await invitePeople(server);
  });
  after(async () => {
    await people.leave();
    await server.stop();
    await model.close();
  });
  const words =
    '退款发起后，微信、支付宝和花呗 1–3 个工作日到账[1]。借记卡 3–5 个工作日[1]，信用卡 5–7 个工作日[1]，礼品卡马上到[1]。';

  test('words appear while they are written, and what is said at the end is cited', async () => {
    model.play({ kind: 'answer', text: words, tokenMs: 5 });
    const customer = await people.customer();
    let shown = '';
    const written = customer.hear('words on their way', (frame) => {
      if (frame.type === 'writing') shown += frame.text;
      return shown.length > 10 || undefined;
    });
    const answer = await ask(customer, '退款多久能到账');
    await written;
    assert.match(answer.text, /微信、支付宝和花呗 1–3 个工作日/);
    assert.deepEqual(cited(answer), ['refund-time']);
  });

  test('转人工 tapped while the assistant is writing: the writing stops, the queue has it, no question is asked', async () => {
    model.play({ kind: 'answer', text: words.repeat(3), tokenMs: 60 });
    const [agent] = await people.agents(1);
    const customer = await people.customer();
    const begun = customer.hear('words on their way', (frame) => frame.type === 'writing' || undefined);
    const stopped = customer.hear(
      'the end of the writing',
      (frame) => frame.type === 'writing-stopped' || undefined,
    );
    await customer.say(id(), '退款多久能到账');
    await begun;
    const tappedAt = performance.now();
    await customer.askHuman(id());
    await customer.until('the place in the queue', (event) => event.kind === 'queued');
    await stopped;
    const shownAt = await agent!.sawWaiting(customer.conversationId);
    assert.ok(
      shownAt - tappedAt < 1000,
      `the desk showed it ${Math.round(shownAt - tappedAt)} ms after the tap`,
    );
    await sleep(600);
    const log = await logOf(agent!.api, customer.conversationId);
    assert.deepEqual(
      log.filter(({ kind }) => kind === 'message-sent'),
      [],
      'nothing was said and nothing asked',
    );
    assert.equal(model.requests.at(-1)?.abandoned, true, 'the model is not left writing');
  });
});

suite('scenes of the main job, with the built-in answerer', () => {
  let server: TestServer;
  let people: People;
  before(async () => {
    server = await startTestServer();
    people = await invitePeople(server);
  });
  after(async () => {
    await people.leave();
    await server.stop();
  });

  test('three in the morning: a customer who asks for a person hears at once that nobody is there, and is kept', async () => {
    const customer = await people.customer();
    await customer.say(id(), '我的包裹三天没动了，转人工');
    const notice = await customer.until('an honest word', (event) => event.kind === 'notice-given');
    assert.deepEqual(notice.event.kind === 'notice-given' && notice.event.body.code, 'nobody-online');
    assert.equal(customer.owner(), 'queue');
    // In the morning somebody comes and finds the customer waiting.
    const [agent] = await people.agents(1);
    const { conversations } = await call<{ conversations: ConversationSummary[] }>(
      agent!.api,
      'GET',
      '/api/conversations?view=waiting',
    );
    assert.deepEqual(
      conversations.map((one) => one.id),
      [customer.conversationId],
    );
    await agent!.act(customer.conversationId, 'accept', { id: id() });
    const replyId = id();
    await agent!.act(customer.conversationId, 'replies', { id: replyId, text: '早上好，我来查。' });
    await customer.until('the reply', (event) => event.id === replyId);
    await agent!.act(customer.conversationId, 'resolve', { id: id(), disposition: 'no-reply' });
  });

  test('a size and a promotion are answered at once and cited; fury about a broken product goes to a human with everything on the screen', async () => {
    const [agent] = await people.agents(1);
    const customer = await people.customer({ as: 'lanye-10021' });
    const size = await ask(customer, '云栖 2 展开有多大？');
    assert.deepEqual(cited(size), ['tent-yunqi2-specs']);
    assert.match(size.text, /215/);
    const promotion = await ask(customer, '双12 满减规则是什么');
    assert.deepEqual(cited(promotion), ['promo-1212-rules']);
    assert.match(promotion.text, /满 ¥1,000 减 150/);

    const handedOver = await ask(customer, '帐篷才用了一天杆就断了，气死我了！！');
    assert.match(handedOver.text, /抱歉/);
    assert.equal(customer.owner(), 'queue');
    await agent!.sawWaiting(customer.conversationId);
    await agent!.act(customer.conversationId, 'accept', { id: id() });
    const packet = await call<HandoffPacket>(
      agent!.api,
      'GET',
      `/api/conversations/${customer.conversationId}/packet`,
    );
    assert.equal(packet.contact.name, '林晓语');
    assert.ok(packet.records.length > 0, 'the orders are there');
    assert.equal(packet.mood.now, 'angry');
    assert.equal(packet.mood.trend, 'rising');
    assert.equal(packet.why?.reasons[0]?.code, 'anger');
    assert.match(packet.wants.question, /杆就断了/);
    assert.deepEqual(
      packet.tried.map(({ citations }) => citations[0]?.articleId),
      ['tent-yunqi2-specs', 'promo-1212-rules'],
    );
    assert.ok(packet.suggestions.length > 0);
    await customer.say(id(), '下周就要出发了');
    await sleep(200);
    const log = await logOf(agent!.api, customer.conversationId);
    const assigned = log.findIndex(({ kind }) => kind === 'assigned');
    const spoke = log
      .slice(assigned)
      .some(({ kind, actor }) => kind === 'message-sent' && actor.kind === 'assistant');
    assert.equal(spoke, false, 'the assistant is silent beside a human');
    await agent!.act(customer.conversationId, 'resolve', { id: id(), disposition: 'solved' });
  });

  test('the same thing asked again in other words is noticed: first a human is offered, then the assistant hands over and says why', async () => {
    const customer = await people.customer();
    const first = await ask(customer, '退款多久能到账');
    assert.deepEqual(cited(first), ['refund-time']);
    assert.ok(!first.offersHuman);
    const second = await ask(customer, '退款一般几天到账呢');
    assert.equal(second.offersHuman, true);
    assert.equal(customer.owner(), 'assistant');
    const third = await ask(customer, '到底几天能退款到账啊');
    assert.match(third.text, /同一个问题您已经问了几次/);
    assert.equal(customer.owner(), 'queue');
    const log = await logOf(people.administrator, customer.conversationId);
    const request = log.find(({ kind }) => kind === 'handoff-requested');
    assert.ok(
      request?.kind === 'handoff-requested' &&
        request.body.reasons.some(
          ({ code, figures }) => code === 'repeated-question' && figures?.times === 2,
        ),
    );
  });

  test('an anxious customer is met with calm and steps, a cheerful one is not slowed down', async () => {
    const anxious = await ask(await people.customer(), '急死了，快递显示签收了但我没收到怎么办');
    assert.match(anxious.text, /^[^\n]*快递显示签收了但您没收到[^\n]*急[^\n]*：\n/);
    assert.deepEqual(cited(anxious), ['ship-signed-not-received']);
    const cheerful = await ask(await people.customer(), '哈哈太喜欢你们家了，退款多久能到账');
    assert.match(cheerful.text, /^退款发起后/);
  });

  test('转人工 tapped right behind a question: the queue has it, nothing is asked and the assistant falls silent', async () => {
    const customer = await people.customer();
    await ask(customer, '发票怎么开');
    await Promise.all([customer.say(id(), '抬头开错了能改吗'), customer.askHuman(id())]);
    await customer.until('the place in the queue', (event) => event.kind === 'queued');
    await customer.say(id(), '公司要专票');
    const log = await logOf(people.administrator, customer.conversationId);
    const queued = log.findIndex(({ kind }) => kind === 'queued');
    assert.deepEqual(
      log.slice(queued + 1).filter(({ kind }) => kind === 'message-sent' || kind === 'decided'),
      [],
    );
    assert.equal(log.at(-1)?.kind === 'perceived' || log.at(-1)?.kind === 'message-received', true);
  });

  test('the agent who accepts has the profile, the history and everything that was said before', async () => {
    const [agent] = await people.agents(1);
    const earlier = await people.customer({ as: 'lanye-10007' });
    await ask(earlier, '山居四装后备箱装得下不，收起来多长');
    await earlier.askHuman(id());
    await agent!.sawWaiting(earlier.conversationId);
    await agent!.act(earlier.conversationId, 'accept', { id: id() });
    await agent!.act(earlier.conversationId, 'replies', {
      id: id(),
      text: '收起来 92 厘米，轿车后备箱斜着放。',
    });
    await agent!.act(earlier.conversationId, 'resolve', { id: id(), disposition: 'solved' });
    await earlier.until('the end', (event) => event.kind === 'resolved');
    await earlier.rate(id(), 5);

    const now = id();
    const say = (text: string) =>
      call(earlier.api, 'POST', `/api/conversations/${now}/messages`, { id: id(), text });
    await say('帐篷拉链卡住了怎么办');
    await say('转人工');
    await agent!.sawWaiting(now);
    await agent!.act(now, 'accept', { id: id() });
    const packet = await call<HandoffPacket>(agent!.api, 'GET', `/api/conversations/${now}/packet`);
    assert.equal(packet.contact.name, '陈静怡');
    assert.equal(packet.contact.verified, true);
    assert.deepEqual(
      packet.history.map(({ question, resolvedBy, disposition, rating }) => ({
        question,
        resolvedBy,
        disposition,
        rating,
      })),
      [
        {
          question: '山居四装后备箱装得下不，收起来多长',
          resolvedBy: 'agent',
          disposition: 'solved',
          rating: 5,
        },
      ],
    );
    assert.match(packet.history[0]!.agentName!, /坐席/);
    assert.equal(packet.wants.question, '帐篷拉链卡住了怎么办');
    assert.equal(packet.why?.reasons[0]?.code, 'customer-asked');
    assert.ok((await logOf(agent!.api, earlier.conversationId)).length > 5, 'what was said then can be read');
    await agent!.act(now, 'resolve', { id: id(), disposition: 'no-reply' });
  });

  test('what an agent found out is drafted, approved, and told to the next customer in the same second, also by another process', async () => {
    const question = '萤火 Pro 头灯 App 配对 iOS 26 一直失败';
    const [agent] = await people.agents(1);
    const first = await people.customer();
    const unknown = await ask(first, question);
    assert.deepEqual(cited(unknown), [], 'nothing is asserted that nobody knows');
    if (first.owner() !== 'queue') await first.askHuman(id());
    await first.until('the place in the queue', (event) => event.kind === 'queued');
    await agent!.sawWaiting(first.conversationId);
    await agent!.act(first.conversationId, 'accept', { id: id() });
    const explanation =
      'iOS 26 请先到 设置 - 隐私与安全性 - 本地网络，打开「岚野」的开关，再长按头灯电源键 8 秒清除旧配对，然后在 App 里重新添加就可以配对成功。';
    await agent!.act(first.conversationId, 'replies', { id: id(), text: explanation });
    await agent!.act(first.conversationId, 'resolve', { id: id(), disposition: 'solved' });
    await server.caughtUp();

    const { articles } = await call<{ articles: ArticleView[] }>(
      people.administrator,
      'GET',
      '/api/articles?status=draft',
    );
    const draft = articles.find((one) => one.sourceConversationId === first.conversationId);
    assert.ok(draft, 'the conversation gave a draft');
    assert.match(draft.title, /萤火 Pro/);
    assert.match(draft.body, /本地网络/);

    const another = await server.startAnother();
    const next = await people.customer();
    const elsewhere = await people.customer({ at: another });
    const before = await ask(next, question);
    assert.deepEqual(cited(before), [], 'a draft answers nobody');

    const approvedAt = performance.now();
    await call(people.administrator, 'POST', `/api/articles/${draft.id}/publish`, { version: draft.version });
    const third = await people.customer();
    const answer = await ask(third, '头灯 App 配对失败，手机是 iOS 26');
    const tookMs = performance.now() - approvedAt;
    assert.deepEqual(cited(answer), [draft.id]);
    assert.match(answer.text, /本地网络/);
    assert.ok(tookMs < 1000, `the next customer was answered ${Math.round(tookMs)} ms after the approval`);

    const left = 1000 - (performance.now() - approvedAt);
    await sleep(Math.max(0, left));
    const there = await ask(elsewhere, question);
    assert.deepEqual(cited(there), [draft.id], 'the other process knows it within a second');
  });
});
