import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { migrate, migrationsFolder } from '../../adapters/store/migrate.ts';
import { rebuildProjections } from '../../adapters/store/rebuild.ts';
import { bootCustomer } from '../kit/client.ts';
import { type OwnCluster, startOwnCluster } from '../kit/cluster.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { createWriter, type Writer } from '../kit/writer.ts';

let cluster: OwnCluster;
let server: ServerProcess;

before(async () => {
  cluster = await startOwnCluster();
  const pool = new Pool({ ...cluster.connection, max: 1 });
  await migrate(pool, migrationsFolder);
  await pool.end();
  server = await startServerProcess(cluster.url);
});
after(async () => {
  await server.kill();
  await cluster.stop();
});

const attacks: readonly (() => Promise<void>)[] = [
  async () => {
    await server.kill();
    server = await startServerProcess(cluster.url);
  },
  async () => {
    await cluster.kill();
    await cluster.restart();
  },
  async () => {
    await Promise.all([server.kill(), cluster.kill()]);
    await cluster.restart();
    server = await startServerProcess(cluster.url);
  },
];

const rounds = 21;

test('nothing acknowledged is lost or doubled by killing the server and the database', async (t) => {
  const writers: Writer[] = [];
  for (let index = 0; index < 10; index += 1) {
    const customer = await bootCustomer(server.url);
    writers.push(createWriter(() => server.url, customer, index % 2 === 0 ? 'socket' : 'http'));
  }
  t.after(() => {
    for (const writer of writers) writer.abandon();
  });
  const acknowledged = () => writers.reduce((sum, writer) => sum + writer.acknowledged.size, 0);
  for (let round = 0; round < rounds; round += 1) {
    await sleep(50 + Math.random() * 350);
    const before = acknowledged();
    await attacks[round % attacks.length]!();
    const deadline = Date.now() + 15_000;
    while (acknowledged() < before + writers.length) {
      assert.ok(Date.now() < deadline, `round ${round}: no writing any more after the restart`);
      await sleep(20);
    }
  }
  await Promise.all(writers.map((writer) => writer.stop()));

  const pool = new Pool({ ...cluster.connection, max: 3 });
  try {
    for (const { conversationId, sent, acknowledged } of writers) {
      const { rows } = await pool.query<{ seq: number; id: string; kind: string }>(
        'select seq, id, kind from event where conversation_id = $1 order by seq',
        [conversationId],
      );
      assert.deepEqual(
        rows.map(({ seq }) => seq),
        rows.map((_, index) => index + 1),
        'the seqs have no gaps',
      );
      const received = rows.filter(({ kind }) => kind === 'message-received');
      assert.deepEqual(
        received.map(({ id }) => id),
        sent,
        'every message stands once, in the order in which it was sent',
      );
      for (const { id, seq } of received)
        assert.equal(acknowledged.get(id), seq, 'at the acknowledged place');
    }
    assert.deepEqual((await rebuildProjections(pool, false)).different, []);
  } finally {
    await pool.end();
  }
  t.diagnostic(`${rounds} rounds, ${acknowledged()} acknowledged messages`);
});
