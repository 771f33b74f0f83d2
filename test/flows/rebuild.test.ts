import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { projectionColumns } from '../../adapters/store/projection.ts';
import { rebuildProjections } from '../../adapters/store/rebuild.ts';
import { bootCustomer, type Customer, call } from '../kit/client.ts';
import { addStaff, command } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let customers: Customer[];

/** Conversations that went every way there is. */
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  const { pool } = server.plugs;
  const [li, wang] = [await addStaff(pool, 'agent', '李静'), await addStaff(pool, 'supervisor', '王强')];
  customers = await Promise.all(Array.from({ length: 12 }, () => bootCustomer(server.url)));
  await Promise.all(
    customers.map(async (customer, index) => {
      const { conversationId, token } = customer;
      const act = (verb: string, input = {}, by = li) => command(server.url, by, conversationId, verb, input);
      if (index % 2) await customer.say('How do I return a tent? 😀');
      await customer.say('太差了,气死我了!转人工');
      await customer.askHuman();
      if (index % 3 === 0) return;
      await act('accept');
      await act('notes', { text: '老客户' });
      await act('replies', { text: `您好,${'很长'.repeat(80)}😀` });
      await customer.say('谢谢');
      if (index % 3 === 1) await act('take-over', {}, wang);
      else await act('return', { note: '简单' });
      await customer.say('还有一个问题');
      await act('take-over', {}, wang);
      await act('resolve', { disposition: 'solved-with-follow-up' }, wang);
      await call(server.url, 'POST', `/api/conversations/${conversationId}/rating`, {
        token,
        body: { id: crypto.randomUUID(), score: 4, comment: '快' },
      });
      if (index % 4 === 0) await customer.say('又坏了,怎么退货');
    }),
  );
});
after(() => server.stop());

const cli = (...parts: string[]) =>
  spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../cli/main.ts'), 'rebuild-projections', ...parts],
    { encoding: 'utf8', env: { ...process.env, DATABASE_URL: server.database.url } },
  );

test('the rows of the conversations are what their events make of them', async () => {
  const result = await rebuildProjections(server.plugs.pool, false);
  assert.deepEqual(result, { conversations: customers.length, different: [] });
});

test('a row that was changed, lost or invented is found and put right by the command', async () => {
  const { pool } = server.plugs;
  const [changed, lost] = customers as [Customer, Customer];
  const read = async () =>
    (await pool.query(`select ${projectionColumns.names} from conversation order by id`)).rows;
  const right = await read();
  const invented = crypto.randomUUID();
  await pool.query(
    `update conversation set state = jsonb_set(state::jsonb, '{priority}', '7')::json where id = $1`,
    [changed.conversationId],
  );
  await pool.query('delete from conversation where id = $1', [lost.conversationId]);
  await pool.query(
    `insert into conversation (${projectionColumns.names})
       select $1::uuid, ${projectionColumns.names.replace(/^id, /, '')} from conversation limit 1`,
    [invented],
  );
  const wrong = [changed.conversationId, lost.conversationId, invented];

  const check = cli('--check');
  assert.equal(check.status, 1, check.stderr);
  for (const id of wrong) assert.ok(check.stdout.includes(id));
  assert.notDeepEqual(await read(), right, 'a check changes nothing');

  const repair = cli();
  assert.equal(repair.status, 0, repair.stderr);
  assert.match(repair.stdout, /3 of 12 conversations were put right/);
  assert.deepEqual(await read(), right);
  assert.match(cli('--check').stdout, /12 conversations agree with the log/);
});

test('a word that the command does not know is refused before anything is touched', () => {
  const result = cli('--chek');
  assert.equal(result.status, 1);
  assert.match(result.stderr, /--chek/);
});

test('the log itself can be neither changed nor shortened', async () => {
  for (const statement of [
    `update event set body = '{}'`,
    'delete from event where seq = 1',
    'truncate event',
  ])
    await assert.rejects(server.plugs.pool.query(statement), /the log is append-only/);
});
