import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';

/** Where Tandem's own migrations lie. */
export const migrationsFolder = join(import.meta.dirname, 'migrations');

/** One numbered SQL file, `NNNN-name.sql`. */
export interface Migration {
  readonly number: number;
  readonly file: string;
  readonly sql: string;
  /** SHA-256 of the text, the same whatever line ends a checkout has. */
  readonly checksum: string;
}

/** The folder and the database do not fit together; the message says which file and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Any number that nothing else in this database locks. */
const lockNumber = 7_300_001;

/**
 * Reads the migrations in order. They are numbered 0001, 0002 … without a gap.
 *
 * @throws MigrationError for a file that is named otherwise, a number given twice, or a gap
 */
export function readMigrations(folder: string): Migration[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')) : [];
  return files.sort().map((file, index) => {
    const digits = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1];
    if (digits === undefined) throw new MigrationError(`${file} is not named like 0001-what-it-does.sql.`);
    if (Number(digits) !== index + 1)
      throw new MigrationError(
        `${file} stands where number ${String(index + 1).padStart(4, '0')} belongs: migrations are numbered without gaps or repeats.`,
      );
    const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    return { number: Number(digits), file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings the database up to the newest migration, forward only, each file in a transaction of its own. Several
 * processes may call it at once: one works, the others wait and find it done.
 *
 * @returns the names of the files applied now
 * @throws MigrationError when an applied migration was changed or is missing, or when a file fails; what was applied
 *   before it stays
 */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    try {
      return await applyMissing(client, migrations);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lockNumber]);
    }
  } finally {
    client.release();
  }
}

/**
 * The files that are not applied yet, without applying them.
 *
 * @throws MigrationError as `migrate` does
 */
export async function pendingMigrations(pool: Pool, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = await pool.connect();
  try {
    const known = await client.query("SELECT to_regclass('schema_migration') IS NOT NULL AS known");
    const done = known.rows[0].known ? await appliedCount(client, migrations) : 0;
    return migrations.slice(done).map(({ file }) => file);
  } finally {
    client.release();
  }
}

async function applyMissing(client: PoolClient, migrations: Migration[]): Promise<string[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migration (
    number integer PRIMARY KEY,
    file text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`);
  const missing = migrations.slice(await appliedCount(client, migrations));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ file }) => file);
}

/** How many of the migrations stand in the database, all of them unchanged and from the first on. */
async function appliedCount(client: PoolClient, migrations: Migration[]): Promise<number> {
  const applied = await client.query<{ number: number; file: string; checksum: string }>(
    'SELECT number, file, checksum FROM schema_migration ORDER BY number',
  );
  for (const [index, row] of applied.rows.entries()) {
    const migration = migrations[index];
    if (migration === undefined)
      throw new MigrationError(
        `The database holds migration ${row.file}, which this version of Tandem does not know. ` +
          'It was used by a newer version: update Tandem, or restore the backup made before.',
      );
    if (migration.number !== row.number)
      throw new MigrationError(
        `The database holds migration ${row.file}, but not ${migration.file} before it. Restore a backup: its table schema_migration was changed by hand.`,
      );
    if (migration.checksum !== row.checksum)
      throw new MigrationError(
        `${migration.file} was changed after it was applied (as ${row.file}). Restore the file and put the change into a new migration.`,
      );
  }
  return applied.rows.length;
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await client.query('INSERT INTO schema_migration (number, file, checksum) VALUES ($1, $2, $3)', [
      migration.number,
      migration.file,
      migration.checksum,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new MigrationError(
      `${migration.file} failed and was rolled back: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
