import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { call } from '../../cli/replay/api.ts';
import type { ProposalList, ProposalView } from '../../core/protocol/drafts.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { ask, cited, invitePeople, type People } from '../kit/people.ts';
import {
  type Play,
  type RecordedRequest,
  type ScriptedModel,
  startScriptedModel,
} from '../kit/scripted-model.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

const id = () => crypto.randomUUID();

/** A customer asks, a person answers, the conversation is solved. */
async function solved(
  people: People,
  server: TestServer,
  question: string,
  replies: readonly string[],
  note?: string,
) {
  const [agent] = await people.agents(1);
  const customer = await people.customer();
  await customer.say(id(), question);
  await customer.askHuman(id());
  await customer.until('the place in the queue', (event) => event.kind === 'queued');
  await agent!.sawWaiting(customer.conversationId);
  await agent!.act(customer.conversationId, 'accept', { id: id() });
  if (note)
    await call(agent!.api, 'POST', `/api/conversations/${customer.conversationId}/notes`, {
      id: id(),
      text: note,
    });
  for (const text of replies) await agent!.act(customer.conversationId, 'replies', { id: id(), text });
  await agent!.act(customer.conversationId, 'resolve', { id: id(), disposition: 'solved' });
  await server.caughtUp();
  return customer.conversationId;
}

const question = '萤火 Pro 头灯 App 配对 iOS 26 一直失败怎么办';
const solution =
  '请先到 设置 - 隐私与安全性 - 本地网络，打开「岚野」的开关，再长按头灯电源键 8 秒清除旧配对，然后在 App 里重新添加就可以。不要同时连两台手机。';

suite('what people found out becomes proposals that people decide on', () => {
  let server: TestServer;
  let people: People;
  const get = <T>(path: string) => call<T>(people.administrator, 'GET', path);
  const post = <T>(path: string, body: object) => call<T>(people.administrator, 'POST', path, body);
  before(async () => {
    server = await startTestServer();
    people = await invitePeople(server);
  });
  after(async () => {
    await people.leave();
    await server.stop();
  });

  test('a conversation proposes an article without personal data and without notes; the next on the same matter joins it', async () => {
    const first = await solved(
      people,
      server,
      `我叫王小明，电话13812345678，${question}`,
      [solution],
      '这客户很烦',
    );
    await solved(people, server, question, [solution]);
    const { proposals, counts } = await get<ProposalList>('/api/drafts');
    assert.equal(proposals.length, 1);
    assert.equal(counts.waiting, 1);
    assert.equal(proposals[0]!.id, `learned-${first}`);
    assert.equal(proposals[0]!.conversations, 2);
    const view = await get<ProposalView>(`/api/drafts/${proposals[0]!.id}`);
    assert.match(view.body, /本地网络/);
    assert.deepEqual(view.parts.avoid, ['不要同时连两台手机。']);
    assert.doesNotMatch(JSON.stringify(view), /王小明|13812345678|很烦/);
    assert.equal(view.sources.length, 2);
    assert.deepEqual(view.decision, null);
  });

  test('a rejected matter comes up again only after three further conversations, with who rejected it and why', async () => {
    const [waiting] = (await get<ProposalList>('/api/drafts')).proposals;
    await post(`/api/drafts/${waiting!.id}/reject`, { reason: '只是个别情况' });
    await assert.rejects(post(`/api/drafts/${waiting!.id}/reject`, { reason: '再来一次' }), /conflict|409/);
    const archived = await get<ArticleView>(`/api/articles/${waiting!.articleId}`);
    assert.deepEqual([archived.status, archived.isProposed], ['archived', false]);
    await solved(people, server, question, [solution]);
    await solved(people, server, question, [solution]);
    assert.deepEqual((await get<ProposalList>('/api/drafts')).proposals, []);
    await solved(people, server, question, [solution]);
    const [again] = (await get<ProposalList>('/api/drafts')).proposals;
    assert.ok(again?.isRejectedBefore);
    const view = await get<ProposalView>(`/api/drafts/${again.id}`);
    assert.equal(view.rejectedBefore?.reason, '只是个别情况');
  });

  test('who solved it reads in their conversation why it is not wanted, and the customer does not', async () => {
    const conversation = await solved(people, server, '折叠桌的桌腿晃得厉害怎么固定', [
      '先把四个桌腿的锁扣全部打开再依次扣紧，听到咔哒声。如果还晃，把底部的调节脚垫往外拧两圈。',
    ]);
    const [waiting] = (await get<ProposalList>('/api/drafts')).proposals.filter(
      ({ id: one }) => one === `learned-${conversation}`,
    );
    const proposed = await get<ArticleView>(`/api/articles/${waiting!.articleId}`);
    assert.deepEqual([proposed.status, proposed.isProposed], ['draft', true]);
    await post(`/api/drafts/${waiting!.id}/reject`, { reason: '说法不准确：新款没有调节脚垫' });
    const { events } = await get<{ events: ConversationEvent[] }>(
      `/api/conversations/${conversation}/events?after=0&wait=0`,
    );
    const notes = events.filter((event) => event.kind === 'note-added');
    assert.equal(notes.length, 1);
    const { sources } = await get<ProposalView>(`/api/drafts/${waiting!.id}`);
    assert.ok(notes[0]!.body.text.startsWith(sources[0]!.agentName));
    assert.match(notes[0]!.body.text, /新款没有调节脚垫/);
    assert.equal(events.at(-1)!.kind, 'note-added', 'the conversation stays as it ended');
  });

  test('accepted and published it answers the next customer at once', async () => {
    const [waiting] = (await get<ProposalList>('/api/drafts')).proposals;
    const view = await get<ProposalView>(`/api/drafts/${waiting!.id}`);
    const { article } = await post<{ article: ArticleView }>(`/api/drafts/${view.id}/accept`, {
      title: view.title,
      similarQuestions: view.similarQuestions,
      body: view.body,
      topic: view.topic,
      publish: true,
      version: view.draftVersion,
    });
    const answer = await ask(await people.customer(), question);
    assert.deepEqual(cited(answer), [article.id]);
    const { proposals } = await get<ProposalList>('/api/drafts?state=accepted');
    assert.deepEqual(
      proposals.map((one) => one.id),
      [view.id],
    );
  });

  test('what contradicts an article is shown beside it, and merging saves over the version that was read', async () => {
    await solved(people, server, '萤火 Pro 头灯 App 配对失败，iOS 26', [
      '长按头灯电源键 3 秒清除旧配对。如果还不行，请把手机的蓝牙关掉再打开，等十秒后在 App 里重新添加。',
    ]);
    const [waiting] = (await get<ProposalList>('/api/drafts')).proposals;
    const view = await get<ProposalView>(`/api/drafts/${waiting!.id}`);
    const near = view.neighbours[0]!;
    assert.match(near.body, /8 秒/);
    assert.ok(near.contradictions.some(({ words, clause }) => /3 秒/.test(words) && /8 秒/.test(clause)));
    const path = `/api/drafts/${view.id}/merge`;
    await assert.rejects(
      post(path, { articleId: near.articleId, version: near.version + 7, body: near.merged }),
      /version-conflict|409/,
    );
    const { article } = await post<{ article: ArticleView }>(path, {
      articleId: near.articleId,
      version: near.version,
      body: near.merged,
    });
    assert.match(article.body, /8 秒/);
    assert.match(article.body, /等十秒后/);
    assert.equal((await get<ProposalList>('/api/drafts?state=merged')).proposals.length, 1);
  });

  test('of people who decide at the same moment one decides, and the others change nothing', async () => {
    await solved(people, server, '流萤营灯的灯罩上沾了松脂怎么清洁', [
      '先用软布蘸少量食用油轻擦松脂，等五分钟，再用温水和中性洗洁精洗净晾干，不要用酒精。',
    ]);
    const [waiting] = (await get<ProposalList>('/api/drafts')).proposals;
    const targets: ArticleView[] = [];
    for (const title of ['灯罩怎么保养', '帐篷布怎么保养', '雨披怎么保养'])
      targets.push(
        await post<ArticleView>('/api/articles', {
          ...{ language: 'zh', title, similarQuestions: [], topic: 'general' },
          body: '平时用清水擦洗。',
        }),
      );
    const path = `/api/drafts/${waiting!.id}`;
    const decisions = await Promise.allSettled(
      targets.map(({ id: articleId, version }) =>
        post(`${path}/merge`, { articleId, version, body: '平时用清水擦洗。\n\n松脂用食用油擦。' }),
      ),
    );
    assert.equal(decisions.filter(({ status }) => status === 'fulfilled').length, 1);
    const now = await Promise.all(targets.map(({ id: of }) => get<ArticleView>(`/api/articles/${of}`)));
    assert.equal(now.filter(({ version }) => version > 1).length, 1, 'one article was changed');
  });

  test('two proposals that were solved the same way are shown beside each other, and one merges into the other', async () => {
    const first = await solved(people, server, '远岫45的腰封怎么拆下来洗', [
      '第一步，把背包倒过来，找到腰封中间的魔术贴。第二步，用直尺插进魔术贴里左右划开。第三步，把腰封从两侧抽出来。',
    ]);
    const second = await solved(people, server, '背包腰封能拆吗 怎么拆', [
      '能拆：把背包倒过来，腰封中间有魔术贴，用直尺插进去划开，再从两侧抽出来。',
    ]);
    const view = await get<ProposalView>(`/api/drafts/learned-${second}`);
    const other = view.neighbours.find(({ articleId }) => articleId === `learned-${first}`);
    assert.equal(other?.status, 'draft');
    await post(`/api/drafts/${view.id}/merge`, {
      articleId: other!.articleId,
      version: other!.version,
      body: other!.merged,
    });
    const { proposals } = await get<ProposalList>('/api/drafts');
    assert.ok(proposals.some(({ id: one }) => one === `learned-${first}`));
    assert.ok(proposals.every(({ id: one }) => one !== view.id));
    const kept = await get<ProposalView>(`/api/drafts/learned-${first}`);
    assert.ok(kept.similarQuestions.includes(view.title), 'the other wording finds it');
  });

  test('agents read proposals and decide on none; a conversation read twice teaches once', async () => {
    const [agent] = await people.agents(1);
    const { proposals } = await call<ProposalList>(agent!.api, 'GET', '/api/drafts?state=merged');
    await assert.rejects(
      call(agent!.api, 'POST', `/api/drafts/${proposals[0]!.id}/reject`, { reason: '不' }),
      /forbidden|403/,
    );
    const before = await get<ProposalList>('/api/drafts?state=accepted');
    await server.plugs.pool.query("delete from log_reader where name = 'learn'");
    await server.caughtUp();
    assert.deepEqual(await get<ProposalList>('/api/drafts?state=accepted'), before);
  });
});

suite('with a model, the model writes the draft', () => {
  let server: TestServer;
  let people: People;
  let model: ScriptedModel;
  let written: Play;
  const drafts: RecordedRequest[] = [];
  before(async () => {
    model = await startScriptedModel();
    server = await startTestServer({ TANDEM_MODEL_URL: model.url, TANDEM_MODEL_NAME: 'scripted' });
    people = await invitePeople(server);
    model.play((request) => {
      if (!request.text.includes('知识库写草稿')) return { kind: 'answer', text: 'NO_ANSWER' };
      drafts.push(request);
      return written;
    });
  });
  after(async () => {
    await people.leave();
    await server.stop();
    await model.close();
  });
  const draftOf = async (conversationId: string) => {
    await server.plugs.draftWriter.idle();
    return call<ProposalView>(people.administrator, 'GET', `/api/drafts/learned-${conversationId}`);
  };

  test('its words stand in the draft, and no personal data came to it', async () => {
    written = {
      kind: 'answer',
      text: JSON.stringify({
        title: '头灯和 iOS 26 配对失败怎么办？',
        questions: [],
        steps: ['打开本地网络的开关', '长按电源键 8 秒'],
        conditions: [],
        avoid: ['不要同时连两台手机'],
      }),
    };
    const view = await draftOf(
      await solved(people, server, `我叫王小明，电话13812345678，${question}`, [solution], '客户很烦'),
    );
    assert.equal(view.writtenBy, 'scripted');
    assert.equal(view.title, '头灯和 iOS 26 配对失败怎么办？');
    assert.match(view.body, /2\. 长按电源键 8 秒/);
    assert.equal(drafts.length, 1);
    assert.doesNotMatch(drafts[0]!.text, /王小明|13812345678|很烦/);
  });

  for (const [fault, play] of [
    ['invents a figure', { kind: 'answer', text: '{"title":"炉头怎么清洁？","steps":["用酒精泡 45 分钟"]}' }],
    ['writes no draft', { kind: 'answer', text: '抱歉，我做不到。' }],
    ['breaks off', { kind: 'cut', text: '{"title":"炉头' }],
    ['is overloaded', { kind: 'status', status: 503 }],
    ['is empty', { kind: 'empty' }],
  ] as const)
    test(`where the model ${fault}, the extracted draft stands`, async () => {
      written = play;
      const matter = `${['月影炉头', '星野水壶', '岩脊背包', '松涛吊床', '流萤营灯'][drafts.length % 5]}上沾了松脂怎么清洁`;
      const view = await draftOf(
        await solved(people, server, matter, ['用棉签蘸酒精擦拭沾了松脂的地方，再用温水冲洗干净晾干就行。']),
      );
      assert.equal(view.writtenBy, '');
      assert.match(view.body, /棉签蘸酒精/);
    });
});
