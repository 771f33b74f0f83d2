import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../make-folder.ts';
import { PostgresError } from './error.ts';
import { isAlive, startMark } from './process.ts';

/**
 * Runs `work` while no other process on this host does so for the same folder. The lock of a process that died is
 * taken over, so `kill -9` leaves nothing to clean up.
 *
 * @throws PostgresError `postgres-busy` when another live process holds it for two minutes
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  makeFolder(folder);
  const lock = join(folder, 'lock');
  const ticket = join(folder, `ticket-${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(ticket, identity(process.pid));
  try {
    const end = Date.now() + 120_000;
    while (!take(lock, ticket)) {
      if (Date.now() > end)
        throw new PostgresError(
          'postgres-busy',
          `Another Tandem process has been starting or stopping the database for two minutes (${lock}). Stop it and try again.`,
        );
      await sleep(50);
    }
    try {
      return await work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(ticket, { force: true });
  }
}

/** Linking is atomic: of several processes one succeeds, and the file never stands there half written. */
function take(lock: string, ticket: string): boolean {
  try {
    linkSync(ticket, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = readOrEmpty(lock);
  if (holder === '' || isSameProcess(holder)) return false;
  // The holder died. Moving the file away is atomic too; should it have changed hands meanwhile, it is put back.
  const aside = `${ticket}.stale`;
  try {
    renameSync(lock, aside);
    if (readOrEmpty(aside) !== holder) linkSync(aside, lock);
  } catch {
    // Another process was faster; the next round sees what it left.
  } finally {
    rmSync(aside, { force: true });
  }
  return false;
}

/** Registers this process as one that needs the database, until `leave`. */
export function enter(folder: string): string {
  makeFolder(join(folder, 'members'));
  const place = join(folder, 'members', `${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(place, identity(process.pid));
  return place;
}

/** Takes the registration back and tells whether a live process remains that needs the database. */
export function leave(folder: string, place: string): boolean {
  rmSync(place, { force: true });
  return membersOf(folder) > 0;
}

/** How many live registrations there are; those of dead processes are swept. */
export function membersOf(folder: string): number {
  const members = join(folder, 'members');
  if (!existsSync(members)) return 0;
  let living = 0;
  for (const name of readdirSync(members)) {
    const file = join(members, name);
    if (isSameProcess(readOrEmpty(file))) living += 1;
    else rmSync(file, { force: true });
  }
  return living;
}

const identity = (pid: number): string => `${pid} ${startMark(pid)}`;

function isSameProcess(written: string): boolean {
  const pid = Number(written.split(' ')[0]);
  return pid > 0 && isAlive(pid) && identity(pid) === written;
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
