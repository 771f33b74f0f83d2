import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isAlive, waitForEnd } from '../../server/embedded-postgres/process.ts';
import { type EmbeddedPostgres, startPostgres } from '../../server/embedded-postgres/start.ts';
import { startOwnCluster } from '../kit/database.ts';
import { startKitProcess } from '../kit/processes.ts';

// A folder that only we may enter, with a path too long for a socket's address: the hardest place to start in.
const folder = mkdtempSync(join(tmpdir(), 'tandem-launcher-'));
const dataDirectory = join(folder, 'a'.repeat(120), 'data');
const start = (): Promise<EmbeddedPostgres> =>
  startPostgres({ dataDirectory, log: () => undefined, watch: false });

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

before(async () => {
  const server = await start();
  await ask(server.url, 'CREATE TABLE kept (number integer PRIMARY KEY)');
  await server.stop();
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('a new cluster is durable, checked, UTF-8 and reachable by no network', async () => {
  const server = await start();
  const [seen] = await ask(
    server.url,
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
      current_setting('data_checksums') AS checksums, current_setting('server_encoding') AS encoding,
      current_setting('listen_addresses') AS addresses`,
  );
  assert.deepEqual(seen, { fsync: 'on', commit: 'on', checksums: 'on', encoding: 'UTF8', addresses: '' });
  assert.equal(statSync(server.connection.host).mode & 0o077, 0);
  assert.notEqual(statSync(`/proc/${server.pid}`).uid, 0, 'PostgreSQL runs as root');
  await server.stop();
  assert.equal(isAlive(server.pid), false);
  assert.equal(existsSync(server.connection.host), false);
});

test('a server that outlived its killed Tandem process is adopted with its data', async () => {
  const holder = startKitProcess('hold-postgres.ts', dataDirectory);
  const held = JSON.parse(await holder.line());
  await ask(held.url, 'INSERT INTO kept VALUES (1)');
  holder.child.kill('SIGKILL');
  await holder.ended();
  assert.equal(isAlive(held.pid), true);

  const server = await start();
  assert.equal(server.adopted, true);
  assert.equal(server.pid, held.pid);
  assert.deepEqual(await ask(server.url, 'SELECT number FROM kept'), [{ number: 1 }]);
  await server.stop();
  assert.equal(isAlive(held.pid), false);
});

test('processes that start at once share one server, and the last to leave stops it', async () => {
  const fresh = join(folder, 'raced', 'data');
  const holders = [1, 2, 3].map(() => startKitProcess('hold-postgres.ts', fresh));
  const held = await Promise.all(holders.map(async (holder) => JSON.parse(await holder.line())));
  assert.equal(new Set(held.map(({ pid }) => pid)).size, 1);
  assert.equal(held.filter(({ adopted }) => !adopted).length, 1);
  for (const holder of holders) {
    assert.equal(isAlive(held[0].pid), true);
    await ask(held[0].url, 'SELECT 1');
    holder.tell('leave');
    assert.equal(await holder.line(), 'stopped');
    assert.equal(await holder.ended(), 0);
  }
  assert.equal(isAlive(held[0].pid), false);
});

test('a stale postmaster.pid is removed, also when its number now belongs to another program', async () => {
  for (const pid of [process.pid, 4_194_303]) {
    writeFileSync(
      join(dataDirectory, 'postmaster.pid'),
      `${pid}\n${dataDirectory}\n1\n5432\n/tmp\n\n 1 1\nready\n`,
    );
    const server = await start();
    assert.notEqual(server.pid, pid);
    assert.equal(server.adopted, false);
    await server.stop();
  }
});

test('what was committed stands after the power goes, and the address stays', async () => {
  const cluster = await startOwnCluster();
  const neighbour = await startOwnCluster();
  await ask(cluster.url, 'CREATE TABLE kept (number integer)');
  for (let round = 0; round < 3; round += 1) {
    await ask(cluster.url, `INSERT INTO kept VALUES (${round})`);
    await cluster.kill();
    await assert.rejects(ask(cluster.url, 'SELECT 1'));
    // Its number lives again, as that of another program of the same account.
    const lock = join(cluster.connection.host, '.s.PGSQL.5432.lock');
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, `${neighbour.pid}`));
    await cluster.restart();
    const rows = await ask<{ number: number }>(cluster.url, 'SELECT number FROM kept ORDER BY number');
    assert.deepEqual(
      rows.map(({ number }) => number),
      Array.from({ length: round + 1 }, (_, index) => index),
    );
  }
  await neighbour.stop();
  await cluster.stop();
  assert.equal(existsSync(cluster.dataDirectory), false);
});

test('a watched server that is killed comes back by itself', async () => {
  const server = await startPostgres({ dataDirectory, log: () => undefined });
  const killed = server.pid;
  process.kill(killed, 'SIGKILL');
  await waitForEnd(killed, 5000);
  const end = Date.now() + 15_000;
  while (server.pid === killed && Date.now() < end) await sleep(50);
  assert.notEqual(server.pid, killed);
  await ask(server.url, 'SELECT 1');
  await server.stop();
  assert.equal(isAlive(server.pid), false);
});

test('a data folder that vanishes is not replaced by an empty database', async () => {
  const cluster = await startOwnCluster();
  await cluster.kill();
  renameSync(cluster.dataDirectory, `${cluster.dataDirectory}.away`);
  await assert.rejects(cluster.restart(), /is gone/);
  assert.equal(existsSync(cluster.dataDirectory), false);
  renameSync(`${cluster.dataDirectory}.away`, cluster.dataDirectory);
  await cluster.restart();
  await ask(cluster.url, 'SELECT 1');
  await cluster.stop();
});

test('the lock of a process that died is taken over', async () => {
  writeFileSync(join(`${dataDirectory}.run`, 'lock'), '4194303 1');
  const server = await start();
  await server.stop();
  assert.deepEqual(
    readdirSync(`${dataDirectory}.run`).filter((name) => /lock|ticket/.test(name)),
    [],
  );
});

test('a server that cannot start says why, in its own last words', async () => {
  const broken = join(folder, 'broken', 'data');
  const cluster = await startPostgres({ dataDirectory: broken, log: () => undefined, watch: false });
  await cluster.stop();
  const { host } = cluster.connection;
  writeFileSync(join(broken, 'postgresql.conf'), "shared_buffers = 'plenty'\n");
  await assert.rejects(
    startPostgres({ dataDirectory: broken, log: () => undefined, watch: false }),
    (error: Error & { code: string }) => {
      assert.equal(error.code, 'postgres-not-started');
      assert.match(error.message, /shared_buffers/);
      assert.ok(error.message.split('\n').length <= 21);
      return true;
    },
  );
  assert.equal(existsSync(host), false);
});

test('a folder that holds other files is refused and left as it is', async () => {
  const taken = join(folder, 'taken');
  mkdirSync(taken);
  writeFileSync(join(taken, 'letter.txt'), 'mine');
  await assert.rejects(
    startPostgres({ dataDirectory: taken, log: () => undefined, watch: false }),
    /holds files/,
  );
  assert.deepEqual(readdirSync(taken), ['letter.txt']);
});
