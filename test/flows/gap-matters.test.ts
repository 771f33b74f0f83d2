import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Gap } from '../../core/protocol/insights.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let lead: Staff;
before(async () => {
  // Looks are taken by hand.
  server = await startTestServer({ INSIGHTS_EVERY_S: '3600' });
  lead = await addStaff(server.plugs.pool, 'supervisor', '陈主管');
});
after(() => server.stop());

const code = [
  'SNOW88 用不了',
  '输入 snow88 显示已失效怎么回事',
  '结账时 SNOW88 不给抵扣',
  '为什么填了SNOW88没有减钱',
  '我领的 SNOW88 在哪里用啊',
];
const thing = ['丰巢超时费谁出', '丰巢取件码没收到', '丰巢里的东西拿不出来', '快递放丰巢了没通知我'];

async function gapsNaming(name: RegExp): Promise<Gap[]> {
  const { status, body } = await call<{ gaps: Gap[] }>(server.url, 'GET', '/api/insights/gaps?days=30', {
    cookie: lead.cookie,
  });
  assert.equal(status, 200);
  return body.gaps.filter(({ examples, name: title }) =>
    [title, ...examples.map(({ text }) => text)].some((text) => name.test(text)),
  );
}

test('what nobody could answer about one thing is one gap, however differently it was asked', async () => {
  for (const text of [...code, ...thing]) await (await bootCustomer(server.url)).say(text);
  await server.caughtUp();
  await server.plugs.analyst.lookNow();
  const snow = await gapsNaming(/snow88/i);
  assert.equal(snow.length, 1, JSON.stringify(snow.map(({ name, examples }) => [name, examples])));
  assert.ok(snow[0]!.examples.every(({ text }) => /snow88/i.test(text)));
  const { rows } = await server.plugs.pool.query<{ topics: number }>(
    `select count(distinct topic_id)::int as topics from asked_question
     where text like '%丰巢%' and outcome in ('unanswered', 'badly-answered')`,
  );
  assert.equal(rows[0]!.topics, 1);
});

test('what comes later joins it, also after a look at all of them', async () => {
  await (await bootCustomer(server.url)).say('付款页面填 SNOW88 没反应');
  await server.caughtUp();
  await server.plugs.analyst.lookNow();
  await server.plugs.analyst.refineNow();
  assert.equal((await gapsNaming(/snow88/i)).length, 1);
});
