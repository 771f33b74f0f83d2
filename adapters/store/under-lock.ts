import type { Pool, PoolClient } from 'pg';
import { inTransaction } from './in-transaction.ts';

/** Runs `work` in a transaction that holds this advisory lock; committed when it resolves, undone when it throws. */
export const underLock = <T>(
  pool: Pool,
  key: bigint | number,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> =>
  inTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock('${key}'::bigint)`);
    return work(client);
  });
