import assert from 'node:assert/strict';
import { connect as connectTcp } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { bootCustomer, call, connect } from '../kit/client.ts';
import { startOwnCluster } from '../kit/cluster.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { readByStream } from '../kit/readers.ts';
import { startServerProcess } from '../kit/server-process.ts';
import { createWriter, type Writer } from '../kit/writer.ts';

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(() => database.drop());

test('a stop during load ends in time and loses nothing acknowledged', async (t) => {
  const server = await startServerProcess(database.url);
  assert.equal((await call(server.url, 'GET', '/readyz')).status, 200);
  const writers: Writer[] = [];
  for (let index = 0; index < 8; index += 1)
    writers.push(
      createWriter(() => server.url, await bootCustomer(server.url), index % 2 ? 'http' : 'socket'),
    );
  t.after(() => {
    for (const writer of writers) writer.abandon();
  });
  // What keeps connections open: a stream, a long-poll, an idle socket, a connection opened in advance.
  const customer = await bootCustomer(server.url);
  await customer.say('你好');
  await readByStream('stream', server.url, customer, customer.conversationId);
  const path = `/api/conversations/${customer.conversationId}/events?after=1000&wait=25`;
  const poll = call(server.url, 'GET', path, { token: customer.token });
  const idle = await connect(server.url, { token: customer.token });
  const unused = connectTcp(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
  await sleep(600);

  const startedAt = performance.now();
  server.child.kill('SIGTERM');
  assert.equal(await server.ended(), 0);
  const took = performance.now() - startedAt;
  assert.ok(took < 5000, `the stop took ${Math.round(took)} ms`);
  assert.equal((await poll).status, 200, 'a long-poll is answered before the end');
  assert.equal(await idle.closed, 1012);
  unused.destroy();
  for (const writer of writers) writer.abandon();

  const pool = new Pool({ ...database.connection, max: 1 });
  let kept = 0;
  for (const { conversationId, acknowledged } of writers) {
    const { rows } = await pool.query<{ id: string; seq: number }>(
      `select id, seq from event where conversation_id = $1 and kind = 'message-received'`,
      [conversationId],
    );
    const stands = new Map(rows.map(({ id, seq }) => [id, seq]));
    for (const [id, seq] of acknowledged) assert.equal(stands.get(id), seq);
    kept += acknowledged.size;
  }
  await pool.end();
  assert.ok(kept > 20, `only ${kept} messages were acknowledged before the stop`);
});

test('a server whose database is gone says that it is not ready, and is ready again afterwards', async () => {
  const cluster = await startOwnCluster();
  const server = await startServerProcess(cluster.url);
  await cluster.kill();
  const { status, body } = await call(server.url, 'GET', '/readyz');
  assert.equal(status, 503, JSON.stringify(body));
  assert.equal((await call(server.url, 'GET', '/healthz')).status, 200, 'the process itself lives');
  const refused = await call(server.url, 'POST', '/api/widget/boot', { body: { inboxId: 'web' } });
  assert.equal(refused.body.error?.code, 'overloaded');
  assert.ok(refused.headers.get('retry-after'));
  await cluster.restart();
  const deadline = Date.now() + 10_000;
  while ((await call(server.url, 'GET', '/readyz')).status !== 200 && Date.now() < deadline) await sleep(50);
  assert.equal((await call(server.url, 'GET', '/readyz')).status, 200);
  await server.kill();
  await cluster.stop();
});
