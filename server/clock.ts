import type { Pool } from 'pg';
import { databaseNow } from '../adapters/store/seats.ts';

/** A look at the database's clock that took longer says too little. */
const longestLookMs = 250;
const lookEveryMs = 2_000;

/**
 * The time by which all processes of an installation act: the database's clock, carried on between looks at it by this
 * process's own steady clock. A machine whose clock is wrong, or jumps, ends no offer early and keeps no deadline late.
 */
export async function createClock(pool: Pool, onError: (error: unknown) => void) {
  /** Add `performance.now()` for the database's time. */
  let offset = Date.now() - performance.now();
  let certain = Number.POSITIVE_INFINITY;

  async function look(): Promise<void> {
    const began = performance.now();
    const { rows } = await pool.query<{ now: string }>({
      name: 'clock',
      text: `select ${databaseNow}::text as now`,
    });
    const took = performance.now() - began;
    if (took > longestLookMs && certain !== Number.POSITIVE_INFINITY) return;
    const seen = Number(rows[0]!.now) - (began + took / 2);
    // Small differences are the look's own; only what it cannot explain is put right.
    if (Math.abs(seen - offset) > took / 2 + certain + 2 || took / 2 < certain) {
      offset = seen;
      certain = took / 2;
    }
  }

  await look();
  const timer = setInterval(() => void look().catch(onError), lookEveryMs);
  timer.unref();
  return {
    /** Epoch milliseconds by the database's clock. */
    now: (): number => Math.round(performance.now() + offset),
    close: () => clearInterval(timer),
  };
}
