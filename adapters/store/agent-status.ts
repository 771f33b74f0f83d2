import type { Pool } from 'pg';
import type { AgentStatus, ChosenAwayReason } from '../../core/terms/agent-status.ts';
import { connectionLifeMs, databaseNow, isConnected, lockKey } from './seats.ts';
import { underLock } from './under-lock.ts';

const historyLock = 4_200_005;

/** What an agent chose, or what was chosen for them. */
export interface ChosenStatus {
  readonly status: Exclude<AgentStatus, 'offline' | 'wrap-up'>;
  readonly reason?: ChosenAwayReason;
  readonly note?: string;
}

/**
 * What agents are doing, and where they are connected. All times are the database's: a process whose clock runs ahead
 * neither loses agents nor keeps them. What takes an agent out of the offers holds the agent's lock, so that nothing is
 * given to them after it.
 */
export function createAgentStatus(pool: Pool) {
  return {
    /** Ends a wrap-up, and forgets missed offers: whoever says what they do is there. */
    set(agentId: string, { status, reason, note }: ChosenStatus): Promise<void> {
      return underLock(pool, lockKey(agentId), async (client) => {
        await client.query(
          `update agent set presence = $2, away_reason = $3, away_note = $4, wrap_up_until = null, missed_offers = 0
           where id = $1`,
          [agentId, status, status === 'away' ? (reason ?? 'other') : null, status === 'away' ? note : null],
        );
      });
    },
    /** Gives an agent who is online time to write up. An agent who said otherwise stays as they said. */
    startWrapUp(agentId: string, ms: number): Promise<void> {
      return underLock(pool, lockKey(agentId), async (client) => {
        await client.query(
          `update agent set presence = 'wrap-up', wrap_up_until = ${databaseNow} + $2
           where id = $1 and presence in ('online', 'wrap-up')`,
          [agentId, ms],
        );
      });
    },
    /** Whose time to write up has passed is online again. Every process may call it. Returns who. */
    async endWrapUps(): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>(
        `update agent set presence = 'online', wrap_up_until = null
         where presence = 'wrap-up' and wrap_up_until <= ${databaseNow} returning id`,
      );
      return rows.map(({ id }) => id);
    },
    /** Counts an offer that the agent let pass; the `limit`-th in a row sets an agent who is online away; with 0 never. Whether it did. */
    missedOffer(agentId: string, limit: number, note: string): Promise<boolean> {
      return underLock(pool, lockKey(agentId), async (client) => {
        const { rows } = await client.query<{ presence: string; missed_offers: number }>(
          'update agent set missed_offers = missed_offers + 1 where id = $1 returning presence, missed_offers',
          [agentId],
        );
        const [row] = rows;
        if (!row || limit === 0 || row.missed_offers < limit || row.presence !== 'online') return false;
        await client.query(
          `update agent set presence = 'away', away_reason = 'missed-offers', away_note = $2, missed_offers = 0 where id = $1`,
          [agentId, note],
        );
        return true;
      });
    },
    async tookOffer(agentId: string): Promise<void> {
      await pool.query('update agent set missed_offers = 0 where id = $1 and missed_offers > 0', [agentId]);
    },
    /** Says that these agents have a connection to this process now. */
    async markConnected(processId: string, agentIds: readonly string[]): Promise<void> {
      await pool.query(
        `insert into agent_connection (agent_id, process_id, seen_at)
           select unnest($1::uuid[]), $2, ${databaseNow} order by 1
         on conflict (agent_id, process_id) do update set seen_at = excluded.seen_at`,
        [agentIds, processId],
      );
    },
    /** Offline at once; the row stays, since the grace counts from the moment they left. */
    markGone(processId: string, agentId: string): Promise<void> {
      return underLock(pool, lockKey(agentId), async (client) => {
        await client.query(
          `update agent_connection set seen_at = least(seen_at, ${databaseNow} - ${connectionLifeMs})
           where process_id = $1 and agent_id = $2`,
          [processId, agentId],
        );
      });
    },
    /**
     * Writes down every status that is another than the one written last, whatever led to it – a choice, a connection
     * that came or broke, a process that died – once, by whatever process looks first. Returns whose status changed.
     */
    record(agentId?: string): Promise<string[]> {
      return underLock(pool, historyLock, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          `with present as (
             select a.id, case when a.disabled or not ${isConnected} then 'offline' else a.presence end as status,
               a.away_reason from agent a where $1::uuid is null or a.id = $1
           ), changed as (
             select p.id, p.status, case when p.status = 'away' then p.away_reason end as reason from present p
             left join lateral (select status, reason from agent_status_change s where s.agent_id = p.id
               order by s.at desc, s.id desc limit 1) as last on true
             where last.status is distinct from p.status
               or last.reason is distinct from case when p.status = 'away' then p.away_reason end
           ), noted as (
             insert into agent_status_change (agent_id, at, status, reason)
             select id, ${databaseNow}, status, reason from changed
           )
           update agent a set presence_since = ${databaseNow} from changed where a.id = changed.id returning a.id`,
          [agentId ?? null],
        );
        return rows.map(({ id }) => id);
      });
    },
    /** Seconds are enough: milliseconds that each agent spent in each status since a moment. For occupancy. */
    async since(from: number): Promise<{ agentId: string; at: number; status: AgentStatus }[]> {
      const { rows } = await pool.query<{ agent_id: string; at: string; status: AgentStatus }>(
        `select agent_id, at, status from agent_status_change where at >= $1
         union all
         select a.id, $1, last.status from agent a cross join lateral (
           select status from agent_status_change s where s.agent_id = a.id and s.at < $1
           order by s.at desc, s.id desc limit 1) as last
         order by agent_id, at`,
        [from],
      );
      return rows.map((row) => ({ agentId: row.agent_id, at: Number(row.at), status: row.status }));
    },
  };
}

export type AgentStatuses = ReturnType<typeof createAgentStatus>;
