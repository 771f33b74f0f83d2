import { MigrationError } from '../adapters/store/migrate.ts';
import { ConfigError } from '../server/config.ts';
import { PostgresError } from '../server/embedded-postgres/error.ts';
import { FolderError } from '../server/make-folder.ts';

const doctor = '检查安装请运行 · to look at the installation, run: npm run tandem -- doctor';

/** What a person is told when the start fails: what is wrong and what to do, or else where in the program it was. */
export function whyNotStarted(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof PostgresError || error instanceof MigrationError || error instanceof FolderError)
    return `✗ ${error.message}\n${doctor}`;
  if (!(error instanceof Error)) return `✗ ${String(error)}\n${doctor}`;
  const advice = adviceFor(error);
  return advice === undefined
    ? `${error.stack ?? error.message}\n${doctor}`
    : `✗ ${error.message}\n    → ${advice}\n${doctor}`;
}

/** By the code of Node (Exxx) or of PostgreSQL (SQLSTATE). */
function adviceFor({ code = '', syscall }: Error & { code?: string; syscall?: string }): string | undefined {
  if (syscall === 'listen')
    return 'Set PORT and HOST to an address of this machine that nothing else listens on.';
  if (['ENOTDIR', 'EACCES', 'EPERM', 'EROFS'].includes(code))
    return 'Give this account the folder, or set DATA_DIR to another.';
  if (code === 'ENOSPC') return 'The disk is full: free some space and start again.';
  if (/^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_|EHOSTUNREACH|28|3D|57P)/.test(code))
    return 'Check that PostgreSQL runs and that DATABASE_URL names its host, account, password and database.';
  return undefined;
}
