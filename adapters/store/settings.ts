import type { Pool } from 'pg';

/** Small values that every server process shares, such as the key that signs the customers' tokens. */
export function createSettings(pool: Pool) {
  return {
    async read<T>(name: string): Promise<T | undefined> {
      return (await pool.query('select value from setting where name = $1', [name])).rows[0]?.value;
    },
    async write(name: string, value: unknown): Promise<void> {
      await pool.query(
        'insert into setting values ($1, $2) on conflict (name) do update set value = excluded.value',
        [name, JSON.stringify(value)],
      );
    },
    /** The stored value, or `fresh` if there was none; of two processes at once both get the same. */
    async readOrCreate<T>(name: string, fresh: T): Promise<T> {
      await pool.query('insert into setting values ($1, $2) on conflict do nothing', [
        name,
        JSON.stringify(fresh),
      ]);
      return (await pool.query('select value from setting where name = $1', [name])).rows[0].value;
    },
  };
}

export type Settings = ReturnType<typeof createSettings>;
