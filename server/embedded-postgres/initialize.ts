import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { type Account, giveTo, mayReach } from './account.ts';
import type { Binaries } from './binaries.ts';
import { PostgresError } from './error.ts';

/** The major version a data directory was made with; undefined where there is none yet. */
export function majorOfData(dataDirectory: string): number | undefined {
  const file = join(dataDirectory, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/**
 * Makes a new cluster: UTF-8, locale C (Chinese sorts by an explicit `COLLATE "zh-x-icu"`), data checksums.
 * It is made in a folder beside and renamed when complete, so an interrupted start leaves nothing half made.
 */
export function initialize(dataDirectory: string, binaries: Binaries, account: Account): void {
  const parent = dirname(dataDirectory);
  makeFolder(parent);
  sweep(parent, `${basename(dataDirectory)}.new-`);
  if (existsSync(dataDirectory) && readdirSync(dataDirectory).length > 0)
    throw new PostgresError(
      'postgres-not-started',
      `${dataDirectory} holds files but no database. Empty it or choose another DATA_DIR.`,
    );
  const made = mkdtempSync(`${dataDirectory}.new-`);
  giveTo(account, made);
  const result = spawnSync(
    binaries.initdb,
    [
      ...['-D', pathFor(account, made), '-U', 'tandem', '--auth=trust', '--encoding=UTF8', '--locale=C'],
      ...['--data-checksums', '--no-instructions'],
    ],
    { ...spawnAs(account, made), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (result.status !== 0) {
    rmSync(made, { recursive: true, force: true });
    const said = [result.error?.message, result.stderr, result.stdout].filter(Boolean).join('\n').trim();
    throw new PostgresError(
      'postgres-not-started',
      `The database could not be created in ${dataDirectory}. Check free disk space and permissions.\n${lastLines(said)}`,
    );
  }
  rmSync(dataDirectory, { recursive: true, force: true });
  renameSync(made, dataDirectory);
}

/**
 * How the database is told where its data lies. The account cannot walk through a private folder such as /root, but
 * a process may always use the folder it was started in, and Linux gives that a name. The folder is entered while
 * still root (libuv changes directory before it changes the account).
 */
export function pathFor(account: Account, directory: string): string {
  const real = realpathSync(directory);
  return process.platform === 'linux' && !mayReach(real, account) ? '/proc/self/cwd' : real;
}

/** Spawn settings shared by initdb and postgres. */
export function spawnAs(account: Account, directory: string) {
  return {
    cwd: realpathSync(directory),
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', HOME: '/' },
    ...(account.switched ? { uid: account.uid, gid: account.gid } : {}),
  };
}

/** The end of a log, enough to see why. */
export function lastLines(text: string, count = 20): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

function sweep(parent: string, prefix: string): void {
  for (const name of readdirSync(parent))
    if (name.startsWith(prefix)) rmSync(join(parent, name), { recursive: true, force: true });
}
