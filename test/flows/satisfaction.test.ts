import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import pg from 'pg';
import { createLog } from '../../adapters/store/log.ts';
import { call } from '../../cli/replay/api.ts';
import type { SatisfactionView } from '../../core/protocol/satisfaction.ts';
import type { Overview } from '../../core/protocol/views.ts';
import { endIdle } from '../../services/end-idle.ts';
import { ask, invitePeople, logOf, type People } from '../kit/people.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

const hour = 3600_000;

suite('how it went for the customer', () => {
  let server: TestServer;
  let people: People;
  let pool: pg.Pool;
  before(async () => {
    server = await startTestServer();
    people = await invitePeople(server);
    pool = new pg.Pool(server.database.connection);
  });
  after(async () => {
    await people.leave();
    await pool.end();
    await server.stop();
  });

  /** As the clock does an hour after the last word. */
  const end = (conversationId: string) =>
    endIdle(
      {
        log: createLog(pool, { onAppended: () => undefined }),
        idleMs: hour,
        satisfactionModel: server.plugs.satisfactionModel,
      },
      conversationId,
      Date.now() + 2 * hour,
    );
  const estimateOf = (conversationId: string) =>
    call<SatisfactionView>(people.administrator, 'GET', `/api/conversations/${conversationId}/satisfaction`);

  test('an answer that was thanked for looks solved, one that did not help does not, and resolved containment tells them apart', async () => {
    const content = await people.customer();
    await ask(content, '云栖 2 展开有多大？');
    await ask(content, '好的，谢谢');
    const lost = await people.customer();
    await ask(lost, '云栖 2 展开有多大？');
    await ask(lost, '不对，没有用');
    const good = await estimateOf(content.conversationId);
    const bad = await estimateOf(lost.conversationId);
    assert.ok(good.solved > 0.7, `solved ${good.solved}`);
    assert.ok(bad.solved < good.solved - 0.3, `solved ${bad.solved}`);
    assert.equal(good.course.length, 2);
    assert.ok(good.reasons.some(({ sign }) => sign === 'thanks'));
    assert.equal(good.by, 'weights', 'what was learned has its say while the conversation goes on');

    await end(content.conversationId);
    await end(lost.conversationId);
    const log = await logOf(people.administrator, content.conversationId);
    const resolved = log.find((event) => event.kind === 'resolved');
    assert.equal(resolved?.kind === 'resolved' && resolved.body.estimate?.solved, good.solved);
    assert.equal(resolved?.kind === 'resolved' && resolved.body.estimate?.by, 'weights');
    const { figures } = await call<Overview>(
      people.administrator,
      'GET',
      `/api/reports/overview?from=${Date.now() - 24 * hour}&to=${Date.now() + 24 * hour}`,
    );
    const figure = (name: string) => figures.find((one) => one.name === name)?.value;
    assert.equal(figure('containment'), 1);
    assert.equal(figure('resolvedContainment'), 0.5);
  });

  test('the customer does not learn how the house judges the conversation', async () => {
    const customer = await people.customer();
    await ask(customer, '云栖 2 展开有多大？');
    await end(customer.conversationId);
    const { event } = await customer.until('the end', ({ kind }) => kind === 'resolved');
    assert.deepEqual(event.body, { disposition: 'no-reply', note: '' });
  });
});
