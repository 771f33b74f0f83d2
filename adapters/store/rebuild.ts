import type { Pool } from 'pg';
import { applyEvent } from '../../core/conversation/apply-event.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import { inTransaction } from './in-transaction.ts';
import { eventOfRow } from './log.ts';
import { projectionColumns } from './projection.ts';

const page = 5000;

/** Reads every conversation's state out of its events alone, a conversation at a time, in the order of their ids. */
export async function* statesFromLog(pool: Pool): AsyncGenerator<ConversationState> {
  let after = { id: '00000000-0000-0000-0000-000000000000', seq: 0 };
  let state: ConversationState | null = null;
  for (;;) {
    const { rows } = await pool.query(
      `select conversation_id, seq, id, kind, actor, at, body from event
       where (conversation_id, seq) > ($1::uuid, $2::int) order by conversation_id, seq limit ${page}`,
      [after.id, after.seq],
    );
    for (const row of rows) {
      if (state && state.id !== row.conversation_id) {
        yield state;
        state = null;
      }
      state = applyEvent(state, eventOfRow(row));
    }
    const last = rows.at(-1);
    if (!last) break;
    after = { id: last.conversation_id, seq: last.seq };
  }
  if (state) yield state;
}

/**
 * Derives every projection from the log again and returns how many rows were not as they ought to be. With `write`
 * they are put right, all in one transaction that keeps appenders out; without, nothing is changed.
 */
export async function rebuildProjections(
  pool: Pool,
  write: boolean,
): Promise<{ conversations: number; different: string[] }> {
  const different: string[] = [];
  let conversations = 0;
  return inTransaction(pool, async (client) => {
    await client.query(`lock table conversation in ${write ? 'exclusive' : 'share'} mode`);
    for await (const state of statesFromLog(pool)) {
      conversations += 1;
      const row = JSON.stringify([projectionColumns.rowOf(state)]);
      const { rowCount } = await client.query(
        `select 1 from (select ${projectionColumns.names} from conversation where id = $2) as stored
         where to_jsonb(stored) = (select to_jsonb(c) from json_to_recordset($1::json) as c(${projectionColumns.types}))`,
        [row, state.id],
      );
      if (rowCount === 1) continue;
      different.push(state.id);
      if (write) {
        await client.query(
          `insert into conversation (${projectionColumns.names})
           select ${projectionColumns.names} from json_to_recordset($1::json) as c(${projectionColumns.types})
           on conflict (id) do update set ${projectionColumns.updates}, repaired = true`,
          [row],
        );
      }
    }
    // A row without events is no conversation: nothing in Tandem makes one.
    const orphans = await client.query<{ id: string }>(
      'select id from conversation c where not exists (select 1 from event e where e.conversation_id = c.id)',
    );
    different.push(...orphans.rows.map((row) => row.id));
    if (write) {
      await client.query('delete from conversation where id = any($1::uuid[])', [
        orphans.rows.map((row) => row.id),
      ]);
    }
    return { conversations, different };
  });
}
