/** The replay's own server, in a process of its own: says over IPC where it listens, and ends with its parent. */
import { rebuildProjections } from '../../adapters/store/rebuild.ts';
import { loadConfig } from '../../server/config.ts';
import { startServer } from '../../server/main.ts';

/** What the parent asks. */
export type Question = { readonly type: 'check-projections' } | { readonly type: 'stop' };
/** What this process says. */
export type Statement =
  | {
      readonly type: 'listening';
      readonly url: string;
      readonly administrator: { readonly email: string; readonly password: string };
    }
  | { readonly type: 'projections'; readonly conversations: number; readonly different: readonly string[] }
  | { readonly type: 'failed'; readonly reason: string };

const say = (statement: Statement) => process.send?.(statement);
// Ctrl-C reaches the whole group; the parent decides when this process ends.
process.on('SIGINT', () => undefined);

try {
  const server = await startServer(loadConfig(process.env));
  const stop = async () => {
    await server.close();
    process.exit(0);
  };
  process.on('disconnect', () => void stop());
  process.on('SIGTERM', () => void stop());
  process.on('message', (question: Question) => {
    if (question.type === 'stop') void stop();
    // What is being learned meanwhile appends nothing, so the log stands still now.
    else
      rebuildProjections(server.plugs.pool, false).then(
        (result) => say({ type: 'projections', ...result }),
        (error) => say({ type: 'failed', reason: String(error) }),
      );
  });
  if (!server.administrator) throw new Error('the database is not empty');
  say({ type: 'listening', url: server.url, administrator: server.administrator });
} catch (error) {
  say({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
