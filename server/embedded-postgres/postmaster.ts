import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPostgresIn } from './process.ts';

/** What a running PostgreSQL writes about itself into its data directory. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDirectory: string;
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby';
}

/**
 * Reads `postmaster.pid` (lines: 1 pid, 5 socket directory, 8 status; src/include/utils/pidfile.h). Undefined when
 * there is none, when it is not written yet, or when its process is dead or is no PostgreSQL in that folder.
 */
export function readPostmaster(dataDirectory: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isPostgresIn(pid, realpathSync(dataDirectory))) return undefined;
  const status = lines[7]?.trim();
  return {
    pid,
    socketDirectory: lines[4]?.trim() ?? '',
    status: status === 'ready' || status === 'stopping' || status === 'standby' ? status : 'starting',
  };
}

/** Removes the file that a killed server left, which a start would trip over when its number lives again. */
export function removeStalePostmaster(dataDirectory: string): void {
  if (readPostmaster(dataDirectory) === undefined)
    rmSync(join(dataDirectory, 'postmaster.pid'), { force: true });
}
