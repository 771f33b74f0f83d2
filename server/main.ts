import type { AddressInfo } from 'node:net';
import type { RouteOptions } from 'fastify';
import { Pool, type PoolConfig } from 'pg';
import { createOpenAiCompatible } from '../adapters/models/openai-compatible.ts';
import { createOpenAiEmbeddings } from '../adapters/models/openai-embeddings.ts';
import { migrate, migrationsFolder } from '../adapters/store/migrate.ts';
import { createWholeLog } from '../adapters/store/whole-log.ts';
import type { Config } from './config.ts';
import { createCustomerActions } from './customer-actions.ts';
import { startPostgres } from './embedded-postgres/start.ts';
import { furnish } from './furnish.ts';
import { createApp } from './http/app.ts';
import { watchConnections } from './http/unused-connections.ts';
import { keepTime } from './jobs/keep-time.ts';
import { readLog } from './jobs/read-log.ts';
import { createJournal, type Journal } from './journal.ts';
import { batchLimitMs } from './meaning/vector-keeper.ts';
import { createPlugs } from './plugs.ts';
import { serveSockets } from './realtime/socket.ts';

export interface Server {
  /** Where it listens, as a browser would write it. */
  readonly url: string;
  /** The administrator's address and generated password, if this start created the first account. */
  readonly administrator: { readonly email: string; readonly password: string } | undefined;
  readonly plugs: Awaited<ReturnType<typeof createPlugs>>;
  /** Resolves when the readers of the log have read everything that stands in it now. */
  caughtUp(): Promise<void>;
  /** Takes nothing new, finishes what was taken, and lets go of everything. Nothing acknowledged is lost. */
  close(): Promise<void>;
}

/** What is under way while a server starts, for whoever waits for it. */
export type Step = 'database' | 'migrations' | 'furnishing' | 'knowledge' | 'listening';

/**
 * Starts a server: the database (its own unless told otherwise), the migrations, the first account and demo where
 * there is nothing yet, then the pages and sockets.
 */
export async function startServer(
  config: Config,
  on: {
    step?: (step: Step) => void;
    /** Told as soon as the first account stands, since only its hash is kept. */
    administrator?: (administrator: NonNullable<Server['administrator']>) => void;
    journal?: Journal;
    database?: PoolConfig;
    /** Sees every route before it is put in place. */
    onRoute?: (route: RouteOptions) => void;
  } = {},
): Promise<Server> {
  const journal = on.journal ?? createJournal(config.logLevel);
  on.step?.('database');
  const embedded =
    config.databaseUrl || on.database
      ? undefined
      : await startPostgres({
          dataDirectory: `${config.dataDirectory}/postgres`,
          log: (line) => journal.debug('store', line),
        });
  const database: PoolConfig = on.database ??
    embedded?.connection ?? { connectionString: config.databaseUrl };
  /** How to take back each thing that stands, the first last. */
  const undo: (() => Promise<void>)[] = embedded ? [() => embedded.stop()] : [];
  async function undoAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = undo.pop(); step; step = undo.pop()) await step().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  try {
    on.step?.('migrations');
    const first = new Pool({ ...database, max: 2 });
    let administrator: Server['administrator'];
    try {
      await migrate(first, migrationsFolder);
      if (await createWholeLog(first).settleAfterRestore()) {
        journal.warn('store', 'the log came from another database: its transaction ids were settled');
      }
      on.step?.('furnishing');
      administrator = await furnish(first, config);
      if (administrator) on.administrator?.(administrator);
    } finally {
      await first.end();
    }
    on.step?.('knowledge');
    const model = config.model && createOpenAiCompatible(config.model);
    const embedder =
      config.embedding && createOpenAiEmbeddings({ ...config.embedding, totalMs: batchLimitMs });
    const plugs = await createPlugs(config, database, { model, embedder }, journal);
    undo.push(() => plugs.close());
    const time = keepTime(plugs);
    const reader = readLog(plugs);
    undo.push(async () => {
      await time.close();
      await reader.close();
    });
    const actions = createCustomerActions(plugs);
    const app = await createApp(plugs, actions, on.onRoute);
    const closeUnused = watchConnections(app.server);
    const sockets = serveSockets(app.server, plugs, actions);
    undo.push(async () => {
      sockets.close();
      const unused = setInterval(closeUnused, 50);
      const late = setTimeout(() => app.server.closeAllConnections(), config.timers.shutdownMs);
      await app.close();
      clearInterval(unused);
      clearTimeout(late);
    });
    on.step?.('listening');
    await app.listen({ port: config.port, host: config.host });
    const { port } = app.server.address() as AddressInfo;
    const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
    const url = config.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    journal.info('start', 'listening', { url });
    let closing: Promise<void> | undefined;
    return {
      url,
      administrator,
      plugs,
      caughtUp: reader.caughtUp,
      close() {
        closing ??= undoAll();
        return closing;
      },
    };
  } catch (error) {
    await undoAll().catch(() => undefined);
    throw error;
  }
}
