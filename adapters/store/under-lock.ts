import type { Pool, PoolClient } from 'pg';

/** Runs `work` in a transaction that holds this advisory lock; committed when it resolves, undone when it throws. */
export async function underLock<T>(
  pool: Pool,
  key: bigint | number,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock('${key}'::bigint)`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
