import type { Pool } from 'pg';
import type { DisputedMessage, DisputedModel } from '../../core/protocol/understanding.ts';
import type { Examples, StoredExample } from './examples.ts';
import { inTransaction } from './in-transaction.ts';

/** A disputed message as it is stored: with what was predicted of a handoff then. */
export interface StoredDispute extends DisputedMessage {
  readonly predicted: number | null;
}

/** A place in the list: behind this one. */
export interface DisputePlace {
  readonly at: number;
  readonly id: string;
}

interface DisputeRow {
  id: string;
  model: DisputedModel;
  text: string;
  tandem: string;
  tandem_share: number | null;
  opinion: string;
  opinion_share: number | null;
  opinion_by: string;
  conversation_id: string;
  seq: number;
  at: string;
  predicted: number | null;
}

const disputeOf = (row: DisputeRow): StoredDispute => ({
  id: row.id,
  model: row.model,
  text: row.text,
  tandem: { label: row.tandem, share: row.tandem_share },
  opinion: { label: row.opinion, share: row.opinion_share, by: row.opinion_by },
  conversationId: row.conversation_id,
  seq: row.seq,
  at: Number(row.at),
  predicted: row.predicted,
});

const columns = `id, model, text, tandem, tandem_share, opinion, opinion_share, opinion_by, conversation_id, seq, at, predicted`;

/** Nobody judged it, and no agent put the message right at the desk, which says the same. */
const isWaiting = `judged_at is null and not exists (
  select from training_example as e where e.source = 'correction' and e.conversation_id = d.conversation_id
    and e.seq = d.seq and e.model = d.model)`;

/** The messages that a configured model understands otherwise, and what people said of them. */
export function createDisputedMessages(pool: Pool, examples: Examples) {
  return {
    /** Adds rows; a known one stays as it is, judged or not. */
    async put(disputes: readonly StoredDispute[]): Promise<void> {
      for (const { tandem, opinion, ...one } of disputes)
        await pool.query(
          `insert into disputed_message (${columns})
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing`,
          [
            one.id,
            one.model,
            one.text,
            tandem.label,
            tandem.share,
            opinion.label,
            opinion.share,
            opinion.by,
            one.conversationId,
            one.seq,
            one.at,
            one.predicted,
          ],
        );
    },
    /** What waits for a judgement, newest first, behind `after`. */
    async waiting(filter: {
      model?: DisputedModel | undefined;
      after?: DisputePlace | undefined;
      limit: number;
    }): Promise<StoredDispute[]> {
      const { rows } = await pool.query<DisputeRow>(
        `select ${columns} from disputed_message as d
         where ${isWaiting} and ($1::text is null or model = $1) and ($2::bigint is null or (at, id) < ($2, $3))
         order by at desc, id desc limit $4`,
        [filter.model ?? null, filter.after?.at ?? null, filter.after?.id ?? null, filter.limit],
      );
      return rows.map(disputeOf);
    },
    /** How many wait. */
    async count(): Promise<number> {
      const { rows } = await pool.query<{ waiting: number }>(
        `select count(*)::int as waiting from disputed_message as d where ${isWaiting}`,
      );
      return rows[0]!.waiting;
    },
    /** What stands under an id, judged or not; null where nothing does. */
    async find(id: string): Promise<StoredDispute | null> {
      const { rows } = await pool.query<DisputeRow>(
        `select ${columns} from disputed_message as d where id = $1`,
        [id],
      );
      return rows[0] ? disputeOf(rows[0]) : null;
    },
    /**
     * Settles a message: with the example that it becomes, or with none where it is left out. False where somebody
     * judged it before.
     */
    judge: (id: string, example: StoredExample | null, by: string, at: number): Promise<boolean> =>
      inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(
          `update disputed_message set judged_as = $2, judged_by = $3, judged_at = $4
           where id = $1 and judged_at is null`,
          [id, example?.label ?? null, by, at],
        );
        if (rowCount === 0) return false;
        if (example) {
          // Removed as an example and reopened since: whoever judges it anew wants it.
          await examples.restore([example.id], at, client);
          await examples.put([example], at, client);
        }
        return true;
      }),
    /** Takes a judgement back: the message waits again, and its example is gone. False where nobody had judged it. */
    reopen: (id: string): Promise<boolean> =>
      inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(
          `update disputed_message set judged_as = null, judged_by = null, judged_at = null
           where id = $1 and judged_at is not null`,
          [id],
        );
        await examples.withdraw(id, client);
        return (rowCount ?? 0) > 0;
      }),
  };
}

export type DisputedMessages = ReturnType<typeof createDisputedMessages>;
