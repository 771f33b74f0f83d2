import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/** Names in the table of leases, which holds what is taken until a moment. */
const prefix = 'identity ';

/** Identity JWTs that are good once, remembered by every process until they would have expired anyway. */
export function createUsedIdentities(pool: Pool) {
  return {
    /**
     * Takes the JWT with this id of an inbox. False: it was taken before. Of two at once one is told true.
     *
     * @param at now, and `until` when it need not be remembered any more; epoch milliseconds
     */
    async take(inboxId: string, id: string, at: number, until: number): Promise<boolean> {
      const mark = createHash('sha256').update(`${inboxId}\n${id}`).digest('base64url');
      await pool.query({
        name: 'forget-identities',
        text: `delete from lease where name like '${prefix}%' and until < to_timestamp($1 / 1000.0)`,
        values: [at],
      });
      const { rowCount } = await pool.query({
        name: 'take-identity',
        text: `insert into lease (name, holder, until) values ($1, gen_random_uuid(), to_timestamp($2 / 1000.0))
               on conflict (name) do nothing`,
        values: [`${prefix}${mark}`, until],
      });
      return rowCount === 1;
    },
  };
}

export type UsedIdentities = ReturnType<typeof createUsedIdentities>;
