import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Imports } from '../../adapters/store/imports.ts';

/** Longer than this no file is read. */
const oldestMs = 86_400_000;
const named = /^tandem-import-[0-9a-f-]{36}-[A-Za-z0-9]{6}$/;

/** Runs `work` with the import's file on the disk, wherever it was uploaded to; the copy goes when it ends. */
export async function withFile<T>(
  imports: Pick<Imports, 'chunks'>,
  id: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  // A folder of its own that only this account can read: previews and runs may stand beside each other.
  const folder = await mkdtemp(join(tmpdir(), `tandem-import-${id}-`));
  try {
    const path = join(folder, 'source');
    await pipeline(Readable.from(imports.chunks(id)), createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes copies that a killed process left behind. What another process reads now is younger and stays. */
export async function sweepCopies(at: number): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!named.test(name)) continue;
    const folder = join(tmpdir(), name);
    try {
      if (at - (await stat(folder)).mtimeMs > oldestMs) await rm(folder, { recursive: true, force: true });
    } catch {
      // Another process was quicker, or it belongs to another account.
    }
  }
}
