import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ProposalList, ProposalView } from '../../core/protocol/drafts.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let wang: Staff;
let lead: Staff;

const question = '云顶雪板的固定器松了怎么调';
const steps = '用三号螺丝刀把后跟的螺丝拧紧半圈，再等 2 分钟让胶干透就好了。';
const others = '用三号螺丝刀把后跟的螺丝拧紧半圈，再等 5 分钟让胶干透就好了。';

before(async () => {
  server = await startTestServer();
  // Another brand beside the sample shop.
  await server.plugs.pool.query(
    `insert into inbox select 'web', settings, 'key-of-web', 'secret-of-web', created_at from inbox where id = 'demo'`,
  );
  wang = await addStaff(server.plugs.pool, 'agent', '王敏', { busy: true });
  lead = await addStaff(server.plugs.pool, 'supervisor', '组长', { busy: true });
});
after(() => server.stop());

async function solvedIn(inboxId: string, words: string, reply: string): Promise<string> {
  const customer = await bootCustomer(server.url, { inboxId });
  await customer.say(words);
  await customer.askHuman();
  const { conversationId } = customer;
  assert.equal((await command(server.url, wang, conversationId, 'accept')).status, 200);
  assert.equal((await command(server.url, wang, conversationId, 'replies', { text: reply })).status, 200);
  assert.equal(
    (await command(server.url, wang, conversationId, 'resolve', { disposition: 'solved' })).status,
    200,
  );
  await server.caughtUp();
  return `learned-${conversationId}`;
}

const get = async <T>(path: string) => (await call<T>(server.url, 'GET', path, { cookie: lead.cookie })).body;
const accept = (view: ProposalView, changes: object) => {
  const { title, similarQuestions, body, topic, draftVersion: version } = view;
  return call<{ article: ArticleView }>(server.url, 'POST', `/api/drafts/${view.id}/accept`, {
    cookie: lead.cookie,
    body: { title, similarQuestions, body, topic, publish: true, version, ...changes },
  });
};

test('what was learned in one of several inboxes is proposed for that one, and not joined with what another says', async () => {
  const first = await solvedIn('web', question, steps);
  const same = await solvedIn('web', question, steps);
  const there = await solvedIn('demo', question, others);
  const { proposals } = await get<ProposalList>('/api/drafts');
  assert.deepEqual(proposals.map(({ id }) => id).sort(), [first, there].sort());
  assert.ok(!proposals.some(({ id }) => id === same));
  const view = await get<ProposalView>(`/api/drafts/${first}`);
  assert.equal(view.conversations, 2);
  assert.deepEqual(view.inboxIds, ['web']);
  const { article } = (await accept(view, {})).body;
  assert.deepEqual(article.inboxIds, ['web']);
  assert.equal(
    server.plugs.knowledgeBase.knowledge.within({ inboxId: 'demo' }).search(question)[0]?.passage
      .articleId === article.id,
    false,
  );
});

test('a reviewer sees what the inbox sees, and beside what all see before it holds everywhere', async () => {
  const waiting = (await get<ProposalList>('/api/drafts')).proposals[0]!;
  const view = await get<ProposalView>(`/api/drafts/${waiting.id}`);
  assert.deepEqual(view.inboxIds, ['demo']);
  const against = ({ neighbours }: ProposalView) =>
    neighbours.flatMap(({ contradictions }) => contradictions.map(({ clause }) => clause)).join();
  assert.doesNotMatch(against(view), /2 分钟/);
  const everywhere = await get<ProposalView>(`/api/drafts/${waiting.id}?inboxes=`);
  assert.match(against(everywhere), /2 分钟/);
  assert.equal((await accept(view, { inboxIds: ['nowhere'] })).status, 400);
  const { article } = (await accept(view, { inboxIds: [] })).body;
  assert.deepEqual(article.inboxIds, []);
  const [nearest] = server.plugs.knowledgeBase.knowledge.within({ inboxId: 'demo' }).search(question);
  assert.equal(nearest?.passage.articleId, article.id);
});

test('an addition is sought among the articles that the inbox sees', async () => {
  // The first article holds in the other inbox alone; the second now holds here and says the same.
  const more = await solvedIn(
    'demo',
    question,
    `先用三号螺丝刀把后跟的螺丝拧紧半圈。如果螺丝已经滑丝，请换上随板附带的备用螺丝，并在螺纹上涂一点蓝色螺丝胶。`,
  );
  const view = await get<ProposalView>(`/api/drafts/${more}`);
  assert.equal(view.kind, 'addition');
  const target = await get<ArticleView>(`/api/articles/${view.articleId}`);
  assert.deepEqual(target.inboxIds, []);
});

test('what two inboxes learned alike is one draft for both, and not for a third', async () => {
  await server.plugs.pool.query(
    `insert into inbox select 'kiosk', settings, 'key-of-kiosk', 'secret-of-kiosk', created_at from inbox where id = 'demo'`,
  );
  const asked = '雪镜的镜片起雾了怎么除雾';
  const told = '先用清水冲掉镜片上的盐分，再把雪镜放在通风处晾 30 分钟，不要用纸巾擦内侧涂层。';
  const first = await solvedIn('demo', asked, told);
  const second = await solvedIn('web', asked, told);
  const { proposals } = await get<ProposalList>('/api/drafts');
  assert.ok(!proposals.some(({ id }) => id === second));
  const view = await get<ProposalView>(`/api/drafts/${first}`);
  assert.deepEqual([...view.inboxIds].sort(), ['demo', 'web']);
  assert.equal(view.conversations, 2);
  // A third says the same with another figure: that is another answer.
  const third = await solvedIn('kiosk', asked, told.replace('30', '10'));
  assert.deepEqual((await get<ProposalView>(`/api/drafts/${third}`)).inboxIds, ['kiosk']);
  // In either inbox it is known now, also in other words.
  await solvedIn('web', asked, '把雪镜拿到通风处晾一会儿就好，大约半小时。');
  assert.equal((await get<ProposalView>(`/api/drafts/${first}`)).conversations, 3);
  const { article } = (await accept(await get<ProposalView>(`/api/drafts/${first}`), {})).body;
  assert.deepEqual([...article.inboxIds!].sort(), ['demo', 'web']);
  const found = (inboxId: string) =>
    server.plugs.knowledgeBase.knowledge
      .within({ inboxId })
      .search(asked)
      .some(({ passage }) => passage.articleId === article.id);
  assert.deepEqual(['demo', 'web', 'kiosk'].map(found), [true, true, false]);
});
