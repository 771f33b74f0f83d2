/** Run as a process: what of a server runs imports, on the database of the given address; it is there to be killed. */
import { Pool } from 'pg';
import { createArticles } from '../../adapters/store/articles.ts';
import { createImportSites } from '../../adapters/store/import-sites.ts';
import { createImports } from '../../adapters/store/imports.ts';
import { createGuardedFetch } from '../../server/imports/guarded-fetch.ts';
import { createImportRunner } from '../../server/imports/run-imports.ts';

const pool = new Pool({ connectionString: process.argv[2]!, max: 4 });
createImportRunner({
  pool,
  articles: createArticles(pool),
  imports: createImports(pool),
  sites: createImportSites(pool),
  fetch: createGuardedFetch({ allowedHosts: [], agentName: 'Tandem test' }),
  processId: crypto.randomUUID(),
  now: Date.now,
  pauseMs: 0,
  onWritten: async () => undefined,
  onError: (error) => console.error(error),
}).wake();
// The runner's own timer keeps no process alive.
setInterval(() => undefined, 60_000);
console.log('running');
