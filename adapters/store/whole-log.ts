import type { ClientBase, Pool } from 'pg';
import type { ConversationEvent, EventKind } from '../../core/terms/event.ts';
import { inTransaction } from './in-transaction.ts';
import { eventOfRow } from './log.ts';

/** A place in the whole log, as three numbers in one opaque string. */
export type LogCursor = string;

export const logStart: LogCursor = '0_00000000-0000-0000-0000-000000000000_0';

/**
 * The next events that are certain, of any kind, and of them those of the kinds that are asked for; as the last row the
 * place of the last of all. The page is cut before the kinds are looked at, so a reader far behind walks the index page
 * by page: the planner would sort all there is to find a thousand of a rare kind. The order is told by the column of
 * the table: a bare `xact` may mean a column of the result, which is text, where 1000 comes before 999.
 */
const readSql = `
with page as materialized (
  select conversation_id, seq, id, kind, actor, at, body, event.xact from event
  where (xact, conversation_id, seq) > ($1::xid8, $2::uuid, $3::int)
    and xact < pg_snapshot_xmin(pg_current_snapshot())
  order by event.xact, conversation_id, seq limit $4
)
(select conversation_id, seq, id, kind, actor, at, body, xact::text as at_xact, null as looked_at from page
  where $5::text[] is null or kind = any($5)
  order by page.xact, conversation_id, seq)
union all
(select conversation_id, seq, null, null, null, null, null, xact::text, (select count(*)::int from page) from page
  order by page.xact desc, conversation_id desc, seq desc limit 1)`;

/** Some events of the log. */
export interface LogPage {
  readonly events: readonly ConversationEvent[];
  /** Behind all that were looked at: the cursor that was given where nothing stands behind it yet. */
  readonly cursor: LogCursor;
  /** Nothing more was certain when it was read. */
  readonly isLast: boolean;
}

/**
 * Reads every conversation's events in one order that never changes: by transaction, conversation, seq. It stops
 * before the oldest transaction that is still running, so an event that becomes visible later never lies behind the
 * cursor; and the events of one conversation come in their order (see `createLog`).
 */
export function createWholeLog(pool: Pool) {
  /**
   * The next `limit` events, with `kinds` those of them that are of these. The cursor moves behind all that were looked
   * at, so it stands still only at the end.
   */
  async function read(after: LogCursor, limit = 1000, kinds?: readonly EventKind[]): Promise<LogPage> {
    const [xact, conversationId, seq] = after.split('_');
    const { rows } = await pool.query({
      name: 'read-whole-log',
      text: readSql,
      values: [xact, conversationId, seq, limit, kinds ?? null],
    });
    const last = rows.pop();
    return {
      events: rows.map(eventOfRow),
      cursor: last ? `${last.at_xact}_${last.conversation_id}_${last.seq}` : after,
      isLast: (last?.looked_at ?? 0) < limit,
    };
  }
  return {
    read,
    /**
     * A cursor before everything that is not yet certain: whoever reads on from it misses nothing that commits from
     * now on, and may see some of the latest events again.
     */
    async now(): Promise<LogCursor> {
      const { rows } = await pool.query({
        name: 'log-now',
        text: `select pg_snapshot_xmin(pg_current_snapshot())::text as xact`,
      });
      return `${rows[0].xact}_00000000-0000-0000-0000-000000000000_0`;
    },
    /** Every conversation in which anything happened at or after the cursor, certain or not, with its last seq. */
    async changedSince(after: LogCursor): Promise<{ conversationId: string; seq: number }[]> {
      const { rows } = await pool.query<{ conversation_id: string; seq: number }>({
        name: 'changed-since',
        text: `select conversation_id, max(seq) as seq from event where xact >= $1::xid8
               group by conversation_id order by max(xact)`,
        values: [after.split('_')[0]],
      });
      return rows.map((row) => ({ conversationId: row.conversation_id, seq: row.seq }));
    },
    /**
     * After a restore into another cluster the stored transaction ids may lie in its future, where a reader would
     * wait for them for ever. They are then made one id of the past – conversations keep their order by `seq` – and
     * the readers begin again. Returns whether that was necessary.
     */
    async settleAfterRestore(): Promise<boolean> {
      return inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ future: boolean }>(
          `select coalesce((select xact from event order by xact desc limit 1) > pg_current_xact_id(), false) as future`,
        );
        if (rows[0]!.future) {
          await client.query('lock table event in access exclusive mode');
          await client.query('alter table event disable trigger event_is_append_only');
          await client.query(`update event set xact = '3'`);
          await client.query('alter table event enable trigger event_is_append_only');
          await client.query(
            'truncate log_reader, citation_count, asked_question, assist_tally, team_sentence, agent_style, agent_reply',
          );
        }
        return rows[0]!.future;
      });
    },
    async readerCursor(name: string): Promise<LogCursor> {
      const { rows } = await pool.query(
        `select xact::text || '_' || conversation_id || '_' || seq as cursor from log_reader where name = $1`,
        [name],
      );
      return rows[0]?.cursor ?? logStart;
    },
    async moveReader(
      name: string,
      cursor: LogCursor,
      client: Pick<ClientBase, 'query'> = pool,
    ): Promise<void> {
      const [xact, conversationId, seq] = cursor.split('_');
      await client.query(
        `insert into log_reader values ($1, $2, $3, $4) on conflict (name) do update
         set xact = excluded.xact, conversation_id = excluded.conversation_id, seq = excluded.seq`,
        [name, xact, conversationId, seq],
      );
    },
  };
}

export type WholeLog = ReturnType<typeof createWholeLog>;

/** Whether a cursor that a client sent has the form of one. */
export function isLogCursor(text: string): boolean {
  return /^\d{1,18}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_\d{1,9}$/.test(text);
}
