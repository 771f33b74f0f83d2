import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process of that id lives; one that waits to be reaped counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return stateOf(pid) !== 'Z';
}

function stateOf(pid: number): string | undefined {
  return statFields(pid)?.[0];
}

/** The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets; undefined off Linux. */
function statFields(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/**
 * When the process began, as the kernel counts it, so that a number given anew to another process is told apart.
 * Empty where the host does not say.
 */
export function startMark(pid: number): string {
  return statFields(pid)?.[19] ?? '';
}

/** The direct children of a process (Linux; empty elsewhere). */
export function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => statFields(candidate)?.[1] === String(pid));
}

/** Whether the process is PostgreSQL working in that folder. Off Linux a live process is believed. */
export function isPostgresIn(pid: number, realDirectory: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return /^postgres|^postmaster/.test(name) && readlinkSync(`/proc/${pid}/cwd`) === realDirectory;
  } catch {
    return false;
  }
}

/** Waits until the process is gone. Resolves to false when the time (ms) is over first. */
export async function waitForEnd(pid: number, limit: number): Promise<boolean> {
  const end = Date.now() + limit;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}
