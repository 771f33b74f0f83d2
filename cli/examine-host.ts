/** What the start and `doctor` both look at: where data is to lie, and where the server is to listen. */
import { existsSync } from 'node:fs';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../server/config.ts';

/** One thing that was looked at. `advice` says what to do and is there exactly when it is not well. */
export interface Finding {
  readonly subject: string;
  readonly seen: string;
  readonly advice?: string;
}

/** The folder itself, or the nearest one above it that exists. */
export function nearestFolder(folder: string): string {
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  return place;
}

/** Whether the embedded database may be kept there. */
export async function examineFolder(dataDirectory: string): Promise<Finding> {
  const subject = '数据目录 Data folder';
  const folder = nearestFolder(dataDirectory);
  try {
    // Tried, not asked: to root every folder looks writable, /proc among them.
    await rmdir(await mkdtemp(join(folder, '.tandem-')));
    return { subject, seen: `${resolve(dataDirectory)} can be written` };
  } catch {
    return {
      subject,
      seen: `${folder} cannot be written`,
      advice: 'Give this account the folder, or set DATA_DIR to another.',
    };
  }
}

/** Whether the server may listen where it is told to; Tandem running there already is told, and is well. */
export async function examinePort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Finding> {
  const subject = '端口 Port';
  const problem = await tryListening(host, port);
  if (problem === undefined) return { subject, seen: `${host}:${port} is free` };
  if (problem === 'EADDRINUSE' && (await isTandem(host, port)))
    return { subject, seen: `${host}:${port}, where Tandem is running` };
  const advice =
    problem === 'EADDRINUSE'
      ? 'Another program has it: stop that, or set PORT to another.'
      : problem === 'EACCES'
        ? 'Ports below 1024 need rights: set PORT to a higher one.'
        : 'Set HOST to an address of this machine.';
  return { subject, seen: `${host}:${port} cannot be used (${problem})`, advice };
}

function tryListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

async function isTandem(host: string, port: number): Promise<boolean> {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const name = reachable.includes(':') ? `[${reachable}]` : reachable;
  try {
    const response = await fetch(`http://${name}:${port}/api/openapi.json`, {
      signal: AbortSignal.timeout(2000),
    });
    const page = (await response.json()) as { info?: { title?: string } };
    return page.info?.title?.includes('Tandem') ?? false;
  } catch {
    return false;
  }
}
