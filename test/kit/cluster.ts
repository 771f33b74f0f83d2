import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { membersOf } from '../../server/embedded-postgres/lock.ts';
import { readPostmaster } from '../../server/embedded-postgres/postmaster.ts';
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

/**
 * Kills the servers that tests of this checkout left running without anybody using them.
 *
 * @returns what was found; empty off Linux, where processes cannot be told
 */
export async function killLeakedServers(): Promise<{ pid: number; directory: string }[]> {
  if (process.platform !== 'linux') return [];
  const leaked: { pid: number; directory: string }[] = [];
  for (const directory of globSync(`${clusterPrefix}{/shared,-own-*/data}`)) {
    const server = readPostmaster(directory);
    if (server === undefined || membersOf(`${directory}.run`) > 0) continue;
    leaked.push({ pid: server.pid, directory });
    process.kill(server.pid, 'SIGQUIT');
    await waitForEnd(server.pid, 10_000);
  }
  for (const folder of globSync(`${clusterPrefix}-own-*`))
    if (membersOf(join(folder, 'data.run')) === 0) rmSync(folder, { recursive: true, force: true });
  return leaked;
}
