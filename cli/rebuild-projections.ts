import { rebuildProjections } from '../adapters/store/rebuild.ts';
import { withDatabase } from './with-database.ts';

/**
 * `rebuild-projections [--check]`: derives every conversation's row from the log again and puts right what differs;
 * with `--check` it only tells. Resolves to the exit code: 1 when a check found something.
 */
export async function rebuild(
  parts: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const unknown = parts.find((part) => part !== '--check');
  if (unknown !== undefined) {
    console.error(`There is no option ${unknown}; --check only looks and changes nothing.`);
    return 1;
  }
  const isCheck = parts.includes('--check');
  return withDatabase(environment, async (pool) => {
    const { conversations, different } = await rebuildProjections(pool, !isCheck);
    for (const id of different) console.log(`${isCheck ? '✗' : '↻'} ${id}`);
    console.log(
      different.length === 0
        ? `✓ ${conversations} 个会话与日志一致。${conversations} conversations agree with the log.`
        : isCheck
          ? `${different.length} 个会话与日志不一致。${different.length} of ${conversations} conversations differ; run without --check to put them right.`
          : `已按日志更正 ${different.length} 个会话。${different.length} of ${conversations} conversations were put right.`,
    );
    return isCheck && different.length > 0 ? 1 : 0;
  });
}
