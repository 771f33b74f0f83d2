import { type KitProcess, startKitProcessWith } from './processes.ts';

/** A server in a process of its own, so that it can be killed. */
export interface ServerProcess extends KitProcess {
  readonly url: string;
  /** SIGKILL, as the kernel does when memory runs out; resolves when it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts a server without demo on the given database, at a free port. About a second. With `clockAheadMs` the clock of
 * its machine is wrong by so much; SIGUSR2 lets it jump by ten minutes more.
 */
export async function startServerProcess(
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
  clockAheadMs?: number,
): Promise<ServerProcess> {
  const kit = startKitProcessWith(
    clockAheadMs === undefined
      ? {}
      : { before: 'wrong-clock.ts', environment: { TANDEM_TEST_CLOCK_AHEAD_MS: String(clockAheadMs) } },
    'run-server.ts',
    JSON.stringify({
      PORT: '0',
      DATABASE_URL: databaseUrl,
      TANDEM_DEMO: 'false',
      LOG_LEVEL: 'silent',
      RATE_ADDRESS_REQUESTS: '1000000',
      RATE_CONTACT_MESSAGES: '10000',
      ...environment,
    }),
  );
  const url = await kit.line();
  return {
    ...kit,
    url,
    async kill() {
      kit.child.kill('SIGKILL');
      await kit.ended();
    },
  };
}
