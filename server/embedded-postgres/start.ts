import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, chooseAccount, giveTo, isPrivateFolderOf } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { PostgresError } from './error.ts';
import { initialize, lastLines, majorOfData, pathFor, spawnAs } from './initialize.ts';
import { enter, leave, withLock } from './lock.ts';
import { type Postmaster, readPostmaster, removeStalePostmaster } from './postmaster.ts';
import { isAlive, waitForEnd } from './process.ts';
import { settingsFor } from './settings.ts';

/** Where `pg` connects: a Unix socket in a folder that only the database's account and root may enter. */
export interface EmbeddedConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** A database that this process uses, whether it started it or found it running. */
export interface EmbeddedPostgres {
  readonly connection: EmbeddedConnection;
  /** The same as an address for `DATABASE_URL` or psql. */
  readonly url: string;
  /** The server's process now; changes when it had to be started again. */
  readonly pid: number;
  /** Whether it was already running, left by a process that was killed or used by another one. */
  readonly adopted: boolean;
  /** Starts the server again when it is dead; the connection stays the same. */
  revive(): Promise<void>;
  /** Gives the database up. It is shut down, without losing anything, unless another process still uses it. */
  stop(): Promise<void>;
}

export interface StartSettings {
  /** Created when missing; beside it stands `<name>.run` with the log, the lock and who uses it. */
  readonly dataDirectory: string;
  /** Told in one sentence what happens; for a person to read. */
  readonly log: (line: string) => void;
  /** Starts the server again when it dies (default true). */
  readonly watch?: boolean;
}

const startLimit = 120_000;
const stopLimit = 60_000;

/**
 * Brings up PostgreSQL on a data directory, making it on first use. A server that outlived its Tandem process, or
 * that another Tandem process started, is adopted; a stale `postmaster.pid` is removed.
 *
 * @throws PostgresError with the last lines of the server's log and what to do
 */
export async function startPostgres(settings: StartSettings): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32')
    throw new PostgresError(
      'postgres-unsupported',
      'The embedded database needs Unix sockets, which Node does not offer to it on Windows. Use WSL, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  const dataDirectory = resolve(settings.dataDirectory);
  const runDirectory = `${dataDirectory}.run`;
  const { adopted, socketDirectory, place, ...first } = await withLock(runDirectory, async () => {
    const running = await ensureRunning(dataDirectory, runDirectory, settings.log);
    return { ...running, place: enter(runDirectory) };
  });
  let { pid } = first;
  let stopping = false;

  let reviving: Promise<void> | undefined;
  const revive = async (): Promise<void> => {
    refuseVanished(dataDirectory);
    reviving ??= withLock(runDirectory, async () => {
      if (stopping || isAlive(pid)) return;
      refuseVanished(dataDirectory);
      settings.log('The database server ended by itself and is being started again.');
      pid = (await ensureRunning(dataDirectory, runDirectory, settings.log)).pid;
    }).finally(() => {
      reviving = undefined;
    });
    return reviving;
  };
  let complaint = '';
  const watch = (): void => {
    if (stopping || reviving || isAlive(pid)) return;
    revive().catch((error: Error) => {
      if (error.message !== complaint) settings.log(error.message);
      complaint = error.message;
    });
  };
  const watcher = settings.watch === false ? undefined : setInterval(watch, 500).unref();

  let stopped: Promise<void> | undefined;
  return {
    connection: connectionTo(socketDirectory, 'tandem'),
    url: urlOf(connectionTo(socketDirectory, 'tandem')),
    adopted,
    get pid() {
      return pid;
    },
    revive,
    stop() {
      stopping = true;
      clearInterval(watcher);
      stopped ??= withLock(runDirectory, async () => {
        if (leave(runDirectory, place)) return;
        await shutDown(dataDirectory);
        rmSync(socketDirectory, { recursive: true, force: true });
      });
      return stopped;
    },
  };
}

/** The address form of a connection. */
export function urlOf(connection: EmbeddedConnection): string {
  return `postgresql:///${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}&user=${connection.user}`;
}

function connectionTo(socketDirectory: string, database: string): EmbeddedConnection {
  return { host: socketDirectory, port: 5432, user: 'tandem', database };
}

interface Running {
  readonly pid: number;
  readonly socketDirectory: string;
  readonly adopted: boolean;
}

/** A disk that is no longer mounted must not be answered with a new, empty database. */
function refuseVanished(dataDirectory: string): void {
  if (majorOfData(dataDirectory) === undefined)
    throw new PostgresError(
      'postgres-not-started',
      `The database server ended and its data folder ${dataDirectory} is gone. Bring the disk or folder back; nothing new is created in its place.`,
    );
}

/** Must be called under the lock. */
async function ensureRunning(
  dataDirectory: string,
  runDirectory: string,
  log: (line: string) => void,
): Promise<Running> {
  const found = readPostmaster(dataDirectory);
  if (found?.status === 'stopping') await waitForEnd(found.pid, stopLimit);
  else if (found !== undefined) {
    const ready = await waitUntilReady(dataDirectory, () => isAlive(found.pid));
    if (ready !== undefined) {
      await ensureDatabase(ready.socketDirectory);
      return { pid: ready.pid, socketDirectory: ready.socketDirectory, adopted: true };
    }
  }
  removeStalePostmaster(dataDirectory);
  const account = chooseAccount(dataDirectory);
  const binaries = findBinaries(account, majorOfData(dataDirectory));
  if (majorOfData(dataDirectory) === undefined) {
    log(`Creating the database in ${dataDirectory} (PostgreSQL ${binaries.major}).`);
    initialize(dataDirectory, binaries, account);
  }
  const socketDirectory = prepareSocketDirectory(dataDirectory, account);
  // What a killed server left there stops the next as soon as another process has its number. No server of this data
  // is alive, and the folder is no other's.
  for (const left of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock'])
    rmSync(join(socketDirectory, left), { force: true });
  const started = await launch({ dataDirectory, runDirectory, socketDirectory, binaries, account });
  await ensureDatabase(started.socketDirectory);
  return { pid: started.pid, socketDirectory: started.socketDirectory, adopted: false };
}

interface Launch {
  readonly dataDirectory: string;
  readonly runDirectory: string;
  readonly socketDirectory: string;
  readonly binaries: Binaries;
  readonly account: Account;
}

async function launch(launch: Launch): Promise<Postmaster> {
  const logFile = join(launch.runDirectory, 'postgres.log');
  const end = Date.now() + startLimit;
  for (;;) {
    if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.old`);
    const from = existsSync(logFile) ? statSync(logFile).size : 0;
    const child = spawnServer(launch, logFile);
    const ready = await waitUntilReady(
      launch.dataDirectory,
      () => child.exitCode === null && child.signalCode === null,
    );
    if (ready !== undefined) return ready;
    const said = readFileSync(logFile, 'utf8').slice(from);
    // Processes of a server that was killed let go of its memory a moment after it.
    if (/pre-existing shared memory block|is still in use/.test(said) && Date.now() < end) {
      await sleep(200);
      continue;
    }
    rmSync(launch.socketDirectory, { recursive: true, force: true });
    throw new PostgresError(
      'postgres-not-started',
      `The embedded database did not start. ${advice(said)}\n${lastLines(said)}`,
    );
  }
}

/** In its own session, so that Ctrl-C in a terminal reaches Tandem, which then stops the database in order. */
function spawnServer(
  { dataDirectory, socketDirectory, binaries, account }: Launch,
  logFile: string,
): ChildProcess {
  const output = openSync(logFile, 'a', 0o600);
  const child = spawn(
    binaries.postgres,
    ['-D', pathFor(account, dataDirectory), ...settingsFor(socketDirectory)],
    { ...spawnAs(account, dataDirectory), detached: true, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  child.on('error', () => undefined);
  child.unref();
  return child;
}

async function waitUntilReady(dataDirectory: string, lives: () => boolean): Promise<Postmaster | undefined> {
  const end = Date.now() + startLimit;
  while (lives() && Date.now() < end) {
    const found = readPostmaster(dataDirectory);
    if (found?.status === 'ready') return found;
    await sleep(20);
  }
  return undefined;
}

async function ensureDatabase(socketDirectory: string): Promise<void> {
  const client = new pg.Client(connectionTo(socketDirectory, 'postgres'));
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'tandem'");
    if (found.rowCount === 0) await client.query('CREATE DATABASE tandem');
  } finally {
    await client.end();
  }
}

/** A short path, because a socket's address holds at most 107 bytes; the same for every start on a data directory. */
function prepareSocketDirectory(dataDirectory: string, account: Account): string {
  const mark = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `tandem-${mark}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
    giveTo(account, folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (isPrivateFolderOf(folder, account.uid)) return folder;
  // Somebody else made a folder of that name: a fresh one, which nobody can have prepared.
  const fresh = mkdtempSync(join(tmpdir(), 'tandem-'));
  giveTo(account, fresh);
  return fresh;
}

/** Fast shutdown: open transactions are rolled back, everything committed is written, then the server ends. */
async function shutDown(dataDirectory: string): Promise<void> {
  const found = readPostmaster(dataDirectory);
  if (found === undefined) return;
  process.kill(found.pid, 'SIGINT');
  if (await waitForEnd(found.pid, stopLimit)) return;
  process.kill(found.pid, 'SIGQUIT');
  await waitForEnd(found.pid, stopLimit);
}

function advice(said: string): string {
  if (/No space left/.test(said)) return 'The disk is full: free some space and start again.';
  if (/Permission denied/i.test(said)) return 'It may not read its data directory: check who owns it.';
  if (/could not create shared memory|Cannot allocate memory/.test(said))
    return 'There is not enough memory for it: free some, or set DATABASE_URL.';
  if (/incompatible/.test(said)) return 'Its data was made by another version of PostgreSQL.';
  if (/checkpoint record|corrupt|invalid page/i.test(said))
    return 'Its data is damaged: restore the latest backup. Do not delete anything before you have copied it.';
  return 'Its own words follow; a DATABASE_URL to another PostgreSQL works as well.';
}
