import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { LogPage } from '../../adapters/store/whole-log.ts';
import type { ConversationEvent, EventKind } from '../../core/terms/event.ts';
import type { Plugs } from '../plugs.ts';
import type { LogPages } from './log-pages.ts';

const pauseMs = 500;
const atLeastEveryMs = 5_000;
const lookAgainMs = 20;

export interface LogReader {
  /** Resolves when everything that was appended before the call has been read. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** One reader of the whole log. */
export interface Reading {
  /** Its cursor's name. */
  readonly name: string;
  /** Any number of its own: one process at a time reads under it. */
  readonly lock: number;
  readonly kinds: readonly EventKind[];
  /** Work that may be done twice without harm, before the transaction. */
  before(events: readonly ConversationEvent[]): Promise<void>;
  /** Work that is committed together with the cursor, so that it is done exactly once. */
  within?(events: readonly ConversationEvent[], client: PoolClient): Promise<void>;
  /** Told after the commit; what it fails at is not done again. */
  after?(): Promise<void>;
}

/**
 * Reads the whole log as it grows. One process at a time reads; what is done within the transaction and how far it
 * came are committed together, so nothing counts twice and nothing is left out.
 */
export function followLog(
  plugs: Plugs,
  pages: LogPages,
  { name, lock, kinds, before, within, after }: Reading,
): LogReader {
  const readPage = pages.reader(kinds);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let again = false;
  let closed = false;

  async function take({ events, cursor }: LogPage, client: PoolClient): Promise<void> {
    if (events.length === 0) return plugs.wholeLog.moveReader(name, cursor, client);
    await before(events);
    await client.query('begin');
    await within?.(events, client);
    await plugs.wholeLog.moveReader(name, cursor, client);
    await client.query('commit');
    await after?.().catch((error) => plugs.journal.error('job', 'what was read could not be told', error));
  }

  /**
   * Reads to the end of the log as it was when its last page was read, with `toNow` until nothing more is found: in a
   * busy log something always is, a few events at a time. False where another process is reading.
   */
  async function round(toNow = false): Promise<boolean> {
    const client = await plugs.pool.connect();
    try {
      const locked = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${lock}) as free`);
      if (!locked.rows[0]?.free) return false;
      try {
        let cursor = await plugs.wholeLog.readerCursor(name);
        for (;;) {
          const page = await readPage(cursor);
          if (page.cursor === cursor) break;
          await take(page, client);
          if (page.isLast && !toNow) break;
          cursor = page.cursor;
        }
        return true;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        await client.query(`select pg_advisory_unlock(${lock})`);
      }
    } finally {
      client.release();
    }
  }

  function wake(): void {
    if (closed) return;
    again = true;
    timer ??= setTimeout(() => void go(), pauseMs);
  }

  async function go(): Promise<void> {
    timer = undefined;
    if (running) return;
    again = false;
    running = round().catch((error) => plugs.journal.error('job', 'reading the log failed', error));
    await running;
    running = undefined;
    if (again) wake();
  }

  plugs.onLogMoved.add(wake);
  const beat = setInterval(wake, atLeastEveryMs);
  beat.unref();
  wake();
  return {
    async caughtUp() {
      await running;
      // Only what no running transaction can come before is read: those of now have to end.
      const { rows } = await plugs.pool.query<{ end: string }>(
        'select pg_snapshot_xmax(pg_current_snapshot())::text as end',
      );
      const isCertain = async () =>
        (
          await plugs.pool.query<{ certain: boolean }>(
            'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as certain',
            [rows[0]!.end],
          )
        ).rows[0]!.certain;
      while (!(await isCertain())) await sleep(lookAgainMs);
      while (!(await round(true))) await sleep(lookAgainMs);
    },
    async close() {
      closed = true;
      clearInterval(beat);
      clearTimeout(timer);
      plugs.onLogMoved.delete(wake);
      await running;
    },
  };
}
