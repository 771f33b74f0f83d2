import { Pool } from 'pg';
import { type Config, loadConfig } from '../server/config.ts';
import { startPostgres } from '../server/embedded-postgres/start.ts';

/** Does something with the installation's database, beside a running server or alone; what was started for it is stopped. */
export async function withDatabase<Result>(
  environment: Readonly<Record<string, string | undefined>>,
  work: (pool: Pool, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig(environment);
  const embedded = config.databaseUrl
    ? undefined
    : await startPostgres({ dataDirectory: `${config.dataDirectory}/postgres`, log: () => undefined });
  // Two at least: one may hold a lock while the other reads.
  const pool = new Pool({ ...(embedded?.connection ?? { connectionString: config.databaseUrl }), max: 2 });
  try {
    return await work(pool, config);
  } finally {
    await pool.end();
    await embedded?.stop();
  }
}
