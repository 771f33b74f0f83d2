import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childrenOf, waitForEnd } from '../../server/embedded-postgres/process.ts';
import {
  type EmbeddedConnection,
  type EmbeddedPostgres,
  startPostgres,
} from '../../server/embedded-postgres/start.ts';

const checkout = createHash('sha256')
  .update(join(import.meta.dirname, '../..'))
  .digest('hex')
  .slice(0, 10);

/** What every database folder of this checkout's tests begins with, so that a leak can be told from a neighbour's. */
export const clusterPrefix = join(tmpdir(), `tandem-test-${process.getuid?.() ?? 0}-${checkout}`);

/** The folder of the cluster that all test files share. It stays between runs, which saves making it anew. */
export const sharedDataDirectory = join(clusterPrefix, 'shared');

/** Uses the shared cluster, starting it when no test process has yet. `stop` leaves it to the others. */
export function joinSharedCluster(): Promise<EmbeddedPostgres> {
  return startPostgres({ dataDirectory: sharedDataDirectory, log: () => undefined, watch: false });
}

/** A PostgreSQL of a test's own, for tests that kill it. */
export interface OwnCluster {
  readonly connection: EmbeddedConnection;
  readonly url: string;
  readonly dataDirectory: string;
  readonly pid: number;
  /** SIGKILL to the server and all its processes, as a power cut would; resolves when they are gone. */
  kill(): Promise<void>;
  /** Starts it again after `kill`; the connection stays the same. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/** Makes and starts a cluster of the test's own, empty (call `migrate` on it). About two seconds. */
export async function startOwnCluster(): Promise<OwnCluster> {
  const folder = mkdtempSync(`${clusterPrefix}-own-`);
  const dataDirectory = join(folder, 'data');
  const server = await startPostgres({ dataDirectory, log: () => undefined, watch: false });
  return {
    connection: server.connection,
    url: server.url,
    dataDirectory,
    get pid() {
      return server.pid;
    },
    async kill() {
      const processes = [server.pid, ...childrenOf(server.pid)];
      for (const pid of processes) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended between being listed and being killed.
        }
      }
      for (const pid of processes) await waitForEnd(pid, 10_000);
    },
    restart: () => server.revive(),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
