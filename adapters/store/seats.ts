import type { ClientBase } from 'pg';
import type { Seat } from '../../core/conversation/seat.ts';
import type { AgentStatus } from '../../core/terms/agent-status.ts';

/** A connection that was not refreshed for this long is taken for lost. By the database's clock, which all processes share. */
export const connectionLifeMs = 15_000;

/** The database's clock in epoch milliseconds, as SQL. */
export const databaseNow = `(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** Whether agent `a` has a connection somewhere, as SQL. */
export const isConnected = `exists (select 1 from agent_connection c
  where c.agent_id = a.id and c.seen_at > ${databaseNow} - ${connectionLifeMs})`;

/**
 * The lock under which an agent's or a conversation's standing is decided: the first eight bytes of the UUID. A
 * collision only makes two wait for each other.
 */
export function lockKey(id: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${id.replaceAll('-', '').slice(0, 16)}`));
}

interface SeatRow {
  id: string;
  name: string;
  disabled: boolean;
  status: AgentStatus;
  capacity: number;
  maximum_conversations: number;
  load: number;
  conversations: number;
}

/** How these agents stand. Exact for whoever holds their locks: nothing is given to an agent without the agent's. */
export async function readSeats(
  client: Pick<ClientBase, 'query'>,
  agentIds: readonly string[],
): Promise<Map<string, Seat>> {
  if (agentIds.length === 0) return new Map();
  const { rows } = await client.query<SeatRow>({
    name: 'read-seats',
    text: `select a.id, a.name, a.disabled, a.capacity, a.maximum_conversations,
             case when a.disabled or not ${isConnected} then 'offline' else a.presence end as status,
             owned.load + offered.load as load, owned.count + offered.count as conversations
           from agent a
           cross join lateral (select coalesce(sum(v.weight), 0)::float8 as load, count(*)::int as count
             from conversation v where v.owner_kind = 'agent' and v.owner_agent_id = a.id) as owned
           cross join lateral (select coalesce(sum(v.weight), 0)::float8 as load, count(*)::int as count
             from conversation v where v.offered_agent_id = a.id) as offered
           where a.id = any($1::uuid[])`,
    values: [agentIds],
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        agentId: row.id,
        name: row.name,
        status: row.status,
        disabled: row.disabled,
        load: row.load,
        conversations: row.conversations,
        capacity: row.capacity,
        maximumConversations: row.maximum_conversations,
      },
    ]),
  );
}
