import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { migrate, pendingMigrations } from '../../adapters/store/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { startKitProcess } from '../kit/processes.ts';

let database: TestDatabase;
let pool: pg.Pool;
let folder: string;

before(async () => {
  database = await createTestDatabase('empty');
  pool = new pg.Pool(database.connection);
});
after(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-migrations-'));
  await pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (file: string, sql: string): void => writeFileSync(join(folder, file), sql);

test('new files are applied in order, and applied ones are not applied again', async () => {
  put('0001-first.sql', 'CREATE TABLE thing (number integer)');
  assert.deepEqual(await migrate(pool, folder), ['0001-first.sql']);
  put('0002-second.sql', 'INSERT INTO thing VALUES (1); INSERT INTO thing VALUES (2);');
  assert.deepEqual(await pendingMigrations(pool, folder), ['0002-second.sql']);
  assert.deepEqual(await migrate(pool, folder), ['0002-second.sql']);
  assert.deepEqual(await migrate(pool, folder), []);
  assert.equal((await pool.query('SELECT count(*)::integer AS count FROM thing')).rows[0].count, 2);
});

test('processes that migrate at once apply each file once', async () => {
  put('0001-slow.sql', 'SELECT pg_sleep(0.3); CREATE TABLE thing (number integer)');
  put('0002-row.sql', 'INSERT INTO thing VALUES (1)');
  const racers = [1, 2, 3].map(() => startKitProcess('migrate-once.ts', database.url, folder));
  const applied = await Promise.all(racers.map(async (racer) => JSON.parse(await racer.line()) as string[]));
  assert.deepEqual(applied.flat().sort(), ['0001-slow.sql', '0002-row.sql']);
  assert.deepEqual(await Promise.all(racers.map((racer) => racer.ended())), [0, 0, 0]);
  assert.equal((await pool.query('SELECT count(*)::integer AS count FROM thing')).rows[0].count, 1);
});

test('a file that fails leaves nothing of itself behind and keeps those before it', async () => {
  put('0001-good.sql', 'CREATE TABLE thing (number integer)');
  put('0002-bad.sql', 'CREATE TABLE half (number integer); SELECT nonsense');
  await assert.rejects(migrate(pool, folder), /0002-bad\.sql failed and was rolled back: .*nonsense/);
  const left = await pool.query("SELECT to_regclass('thing') AS thing, to_regclass('half') AS half");
  assert.deepEqual(left.rows, [{ thing: 'thing', half: null }]);
  put('0002-bad.sql', 'SELECT 1');
  assert.deepEqual(await migrate(pool, folder), ['0002-bad.sql']);
});

test('an applied file that was changed is refused, but not for its line ends', async () => {
  put('0001-first.sql', 'CREATE TABLE thing (\n number integer)');
  await migrate(pool, folder);
  put('0001-first.sql', 'CREATE TABLE thing (\r\n number integer)');
  assert.deepEqual(await migrate(pool, folder), []);
  put('0001-first.sql', 'CREATE TABLE thing (number bigint)');
  await assert.rejects(migrate(pool, folder), /0001-first\.sql was changed after it was applied/);
});

test('a database that a newer version migrated is refused', async () => {
  put('0001-first.sql', 'SELECT 1');
  put('0002-second.sql', 'SELECT 1');
  await migrate(pool, folder);
  rmSync(join(folder, '0002-second.sql'));
  await assert.rejects(migrate(pool, folder), /0002-second\.sql, which this version of Tandem does not know/);
});

test('gaps, repeats and other names are refused before anything is applied', async () => {
  put('0001-first.sql', 'CREATE TABLE thing (number integer)');
  for (const wrong of ['0003-gap.sql', '0001-twice.sql', 'second.sql']) {
    put(wrong, 'SELECT 1');
    await assert.rejects(migrate(pool, folder), { name: 'MigrationError' });
    rmSync(join(folder, wrong));
  }
  assert.equal((await pool.query("SELECT to_regclass('thing') AS thing")).rows[0].thing, null);
});
