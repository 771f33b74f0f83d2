import type { Pool } from 'pg';

/**
 * A right that one process has at a time, by the database's clock. It lapses by itself when its holder does not renew
 * it, so that a dead or hung process keeps nobody waiting for longer than `lifeMs`.
 */
export function createLease(pool: Pool, name: string, holder: string, lifeMs: number) {
  return {
    /** Takes or renews it. True: this process has it for `lifeMs` from before the call. */
    async take(): Promise<boolean> {
      const { rowCount } = await pool.query({
        name: 'take-lease',
        text: `insert into lease (name, holder, until)
                 values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
               on conflict (name) do update set holder = excluded.holder, until = excluded.until
                 where lease.holder = excluded.holder or lease.until < clock_timestamp()`,
        values: [name, holder, lifeMs],
      });
      return rowCount === 1;
    },
    /** Gives it back before its time, so that another takes it at once. */
    async release(): Promise<void> {
      await pool.query('delete from lease where name = $1 and holder = $2', [name, holder]);
    },
  };
}

export type Lease = ReturnType<typeof createLease>;
