import { chownSync, existsSync, lstatSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Whom the database processes run as. `switched` is true when that is not the account of this process. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly switched: boolean;
}

/** "nobody" on Debian and most others: an account that owns nothing else. */
const nobody = 65534;

/**
 * PostgreSQL refuses to run as root, so root runs it as the owner of the data directory, or as 65534 for a new one.
 * Everyone else runs it as themselves.
 */
export function chooseAccount(dataDirectory: string): Account {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0 || process.platform === 'win32') return { uid, gid, switched: false };
  const owner = existsSync(dataDirectory) ? statSync(dataDirectory) : undefined;
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, switched: true };
  return { uid: nobody, gid: nobody, switched: true };
}

/** Gives one path to the account when it differs from ours. */
export function giveTo(account: Account, path: string): void {
  if (account.switched) chownSync(path, account.uid, account.gid);
}

/** Whether the account may read the file and walk through every folder above it (permission bits, no ACLs). */
export function mayReach(path: string, account: Account): boolean {
  if (!account.switched) return true;
  if (!existsSync(path)) return false;
  if (!allows(path, account, 4)) return false;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (!allows(folder, account, 1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function allows(path: string, account: Account, bit: 1 | 4): boolean {
  const state = statSync(path);
  if (state.uid === account.uid) return (state.mode & (bit << 6)) !== 0;
  if (state.gid === account.gid) return (state.mode & (bit << 3)) !== 0;
  return (state.mode & bit) !== 0;
}

/** Whether the path is a folder of that account which nobody else may enter. */
export function isPrivateFolderOf(path: string, uid: number): boolean {
  const state = lstatSync(path);
  return state.isDirectory() && state.uid === uid && (state.mode & 0o077) === 0;
}
