import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A folder that cannot be made; the message says which, why and what to do. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

/**
 * Makes a folder with those above it, where they are not there. One after the other, since Node's own `recursive` never
 * returns where a file system answers ENOENT below a folder that exists, as /proc does.
 *
 * @throws FolderError
 */
export function makeFolder(folder: string): void {
  const place = resolve(folder);
  if (isFolder(place)) return;
  if (dirname(place) !== place) makeFolder(dirname(place));
  try {
    mkdirSync(place);
  } catch (error) {
    // Another process may have been faster.
    if (isFolder(place)) return;
    const { code } = error as NodeJS.ErrnoException;
    throw new FolderError(
      `The folder ${place} cannot be made (${code}). Give this account the one above it, or set DATA_DIR to another.`,
    );
  }
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
