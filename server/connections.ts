import { Pool, type PoolConfig } from 'pg';
import type { Journal } from './journal.ts';

/** The connections of one process: for reading and all other work, and two of their own for the log's transactions. */
export function openConnections(database: PoolConfig, journal: Journal) {
  const pool = new Pool({ ...database, max: 16, application_name: 'tandem', idleTimeoutMillis: 60_000 });
  pool.on('error', (error) =>
    journal.warn('store', 'an idle connection was lost', { reason: error.message }),
  );
  const writerPool = new Pool({
    ...database,
    max: 2,
    pipeline: true,
    application_name: 'tandem-log',
    // Its statements look up a few keys in the largest tables. A plan made while those were empty would go on reading
    // them whole until they are analysed next; these leave the planner nothing but the indexes.
    options: '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off',
  });
  writerPool.on('error', (error) =>
    journal.warn('store', 'an idle connection of the log was lost', { reason: error.message }),
  );
  // A pool listens to connections only while they are idle. One that breaks while it is lent out rejects its query
  // and may emit an error besides, which would end the process if nobody listened.
  for (const one of [pool, writerPool])
    one.on('connect', (client) =>
      client.on('error', (error) =>
        journal.debug('store', 'a connection in use was lost', { reason: error.message }),
      ),
    );
  return { pool, writerPool };
}
