import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { migrationsFolder, pendingMigrations } from '../../adapters/store/migrate.ts';
import { createTestDatabase } from '../kit/database.ts';

test('two test databases are migrated and do not see each other', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const pools = [one, other].map(({ connection }) => new pg.Pool(connection));
  await pools[0]!.query('CREATE TABLE mine (number integer)');
  for (const pool of pools) assert.deepEqual(await pendingMigrations(pool, migrationsFolder), []);
  assert.equal((await pools[1]!.query("SELECT to_regclass('mine') AS mine")).rows[0].mine, null);
  for (const pool of pools) await pool.end();
  await one.drop();
  await other.drop();
});

test('a connection that is still open when its database is dropped is told', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  await assert.rejects(database.drop(), /1 connections to test_\d+_\d+ were still open/);
});
