import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Question, Statement } from './serve.ts';

/** A Tandem of the replay's own: the embedded database in a temporary folder, a free port, the demo shop. */
export interface OwnServer {
  readonly url: string;
  readonly administrator: { readonly email: string; readonly password: string };
  /** Errors and warnings that it wrote into its journal. */
  readonly complaints: readonly string[];
  /** Derives every projection from the log again and compares. */
  checkProjections(): Promise<{ readonly conversations: number; readonly different: readonly string[] }>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** @throws Error with the server's own words when it cannot start */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-replay-'));
  const child = fork(join(import.meta.dirname, 'serve.ts'), {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      PUBLIC_URL: '',
      DATABASE_URL: '',
      DATA_DIR: folder,
      TANDEM_DEMO: 'true',
      LOG_LEVEL: 'warn',
      // All customers come from one address here.
      RATE_ADDRESS_REQUESTS: '1000000',
      RATE_CONTACT_MESSAGES: '10000',
    },
  });
  const complaints: string[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => complaints.push(line));

  async function stop(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      if (child.connected) child.send({ type: 'stop' } satisfies Question);
      const tooLong = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(tooLong);
    }
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    const listening = await statementOf(child, 'listening');
    return {
      url: listening.url,
      administrator: listening.administrator,
      complaints,
      async checkProjections() {
        child.send({ type: 'check-projections' } satisfies Question);
        const { conversations, different } = await statementOf(child, 'projections');
        return { conversations, different };
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function statementOf<T extends Statement['type']>(
  child: ChildProcess,
  type: T,
): Promise<Extract<Statement, { type: T }>> {
  return new Promise((resolve, reject) => {
    const done = () => {
      child.off('message', hear);
      child.off('exit', ended);
    };
    const hear = (statement: Statement) => {
      done();
      if (statement.type === type) resolve(statement as Extract<Statement, { type: T }>);
      else reject(new Error(statement.type === 'failed' ? statement.reason : `it said ${statement.type}`));
    };
    const ended = (code: number | null) => {
      done();
      reject(new Error(`the server ended with ${code}`));
    };
    child.on('message', hear);
    child.on('exit', ended);
  });
}
