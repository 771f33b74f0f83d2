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
const thing = ['怎么进徒步群', '徒步群二维码过期了', '徒步群满了怎么办', '想加你们的徒步群'];

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
  for (const text of [...code, ...thing])
    await (await bootCustomer(server.url, { inboxId: 'demo' })).say(text);
  await server.caughtUp();
  await server.plugs.analyst.lookNow();
  const snow = await gapsNaming(/snow88/i);
  assert.equal(snow.length, 1, JSON.stringify(snow.map(({ name, examples }) => [name, examples])));
  assert.ok(snow[0]!.examples.every(({ text }) => /snow88/i.test(text)));
  assert.equal((await gapsNaming(/徒步群/)).length, 1);
});

test('what comes later joins it, also after a look at all of them', async () => {
  await (await bootCustomer(server.url, { inboxId: 'demo' })).say('付款页面填 SNOW88 没反应');
  await server.caughtUp();
  await server.plugs.analyst.lookNow();
  await server.plugs.analyst.refineNow();
  assert.equal((await gapsNaming(/snow88/i)).length, 1);
});
