import type { Pool } from 'pg';
import type { ConversationEvent } from '../../core/terms/event.ts';

/** How a queue's day went. Times in ms, shares from 0 to 1. */
export interface QueueDay {
  readonly handedOver: number;
  readonly connected: number;
  readonly left: number;
  readonly within30s: number | null;
  readonly medianWaitMs: number | null;
  readonly breaches: number;
}

/** Something that began or ended an agent's owning a conversation. */
export interface OwnershipRow {
  readonly conversationId: string;
  readonly kind: ConversationEvent['kind'];
  readonly at: number;
  readonly agentId: string | null;
}

const dayMs = 24 * 3600_000;

/** What the supervisor's board counts. A conversation is looked at for a day after it was opened. */
export function createBoardStore(pool: Pool) {
  return {
    /**
     * Handed over since `from`: how many an agent took, how many left a message or went without one, the share that was
     * taken within 30 s of all that were taken, the median wait of these, and breached promises.
     */
    async queueDay(queueId: string, from: number): Promise<QueueDay> {
      const { rows } = await pool.query({
        name: 'board-queue-day',
        text: `with handed as (
                 select c.id, c.handed_over_at as handed_at,
                   c.left_message_at is not null or c.status = 'resolved' as gone
                 from conversation c
                 where c.opened_at >= $2::bigint - ${dayMs} and c.queue_id = $1
                   and c.handed_over_at >= $2::bigint
               ), served as (
                 select h.id, h.handed_at, h.gone, min(e.at) filter (where e.kind = 'assigned') as assigned_at,
                   count(*) filter (where e.kind = 'sla-breached') as breaches
                 from handed h join event e on e.conversation_id = h.id group by 1, 2, 3
               )
               select count(*)::int as handed_over, count(assigned_at)::int as connected,
                 count(*) filter (where assigned_at is null and gone)::int as gone,
                 avg((assigned_at - handed_at <= 30000)::int) filter (where assigned_at is not null)::float8 as within,
                 percentile_cont(0.5) within group (order by assigned_at - handed_at) as median,
                 coalesce(sum(breaches), 0)::int as breaches
               from served`,
        values: [queueId, from],
      });
      const row = rows[0];
      return {
        handedOver: row.handed_over,
        connected: row.connected,
        left: row.gone,
        within30s: row.within,
        medianWaitMs: row.median,
        breaches: row.breaches,
      };
    },
    /** What began and ended agents' owning of conversations that were opened since `from`, in the order of each. */
    async ownership(from: number): Promise<OwnershipRow[]> {
      const { rows } = await pool.query({
        name: 'board-ownership',
        text: `select e.conversation_id, e.kind, e.at,
                 case e.kind when 'assigned' then e.body->>'agentId' when 'transferred' then e.body->>'toAgentId' end as agent_id
               from conversation c join event e on e.conversation_id = c.id
               where c.opened_at >= $1::bigint and c.last_agent_id is not null
                 and e.kind in ('assigned', 'transferred', 'queued', 'resolved', 'returned-to-assistant')
               order by e.conversation_id, e.seq`,
        values: [from],
      });
      return rows.map((row) => ({
        conversationId: row.conversation_id,
        kind: row.kind,
        at: Number(row.at),
        agentId: row.agent_id,
      }));
    },
    /** Since when each agent's most patient customer waits for a reply. */
    async longestReplyWaits(): Promise<Map<string, number>> {
      const { rows } = await pool.query({
        name: 'board-reply-waits',
        text: `select owner_agent_id, min(customer_waiting_since) as since from conversation
               where owner_kind = 'agent' and customer_waiting_since is not null group by 1`,
      });
      return new Map(rows.map((row) => [row.owner_agent_id, Number(row.since)]));
    },
    /** Open conversations that a supervisor was called to, or whose promise of time was broken. */
    async troubled(limit: number): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>({
        name: 'board-troubled',
        text: `select id from conversation where status = 'open' and owner_kind in ('queue', 'agent')
                 and troubled
               order by updated_at desc limit $1`,
        values: [limit],
      });
      return rows.map(({ id }) => id);
    },
    /** How each queue is held now. */
    async held(): Promise<Map<string, { handling: number }>> {
      const { rows } = await pool.query({
        name: 'board-held',
        text: `select queue_id, count(*)::int as handling from conversation
               where owner_kind = 'agent' and queue_id is not null group by 1`,
      });
      return new Map(rows.map((row) => [row.queue_id, { handling: row.handling }]));
    },
  };
}

export type BoardStore = ReturnType<typeof createBoardStore>;
