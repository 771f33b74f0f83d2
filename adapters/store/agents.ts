import type { Pool } from 'pg';
import type { Colleague } from '../../core/protocol/views.ts';
import type { Role } from '../../core/terms/actor.ts';
import type { AgentProfile, AgentStatus, AwayReason } from '../../core/terms/agent-status.ts';

interface AgentRow {
  id: string;
  name: string;
  email: string;
  password_hash: string;
  role: Role;
  disabled: boolean;
  presence: Exclude<AgentStatus, 'offline'>;
  away_reason: AwayReason | null;
  away_note: string | null;
  presence_since: string;
  wrap_up_until: string | null;
  skills: AgentProfile['skills'];
  languages: AgentProfile['languages'];
  capacity: number;
  maximum_conversations: number;
  connected: boolean;
  open: number;
  load: number;
}

/** A connection that was not refreshed for this long is taken for lost. */
export const connectionLifeMs = 15_000;

const select = `
select a.*, exists (select 1 from agent_connection c where c.agent_id = a.id and c.seen_at > $1) as connected,
  (select count(*)::int from conversation v where v.owner_kind = 'agent' and v.owner_agent_id = a.id) as open,
  (select coalesce(sum(v.weight), 0) from conversation v where (v.owner_kind = 'agent' and v.owner_agent_id = a.id)
    or v.offered_agent_id = a.id) as load
from agent a`;

function colleagueOf(row: AgentRow): Colleague {
  const presence = !row.connected || row.disabled ? 'offline' : row.presence;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    disabled: row.disabled,
    presence,
    ...(presence === 'away' && row.away_reason ? { awayReason: row.away_reason } : {}),
    ...(presence === 'away' && row.away_note ? { awayNote: row.away_note } : {}),
    ...(presence === 'wrap-up' && row.wrap_up_until ? { wrapUpUntil: Number(row.wrap_up_until) } : {}),
    presenceSince: Number(row.presence_since),
    open: row.open,
    load: row.load,
    profile: {
      skills: row.skills,
      languages: row.languages,
      capacity: row.capacity,
      maximumConversations: row.maximum_conversations,
    },
  };
}

/** The staff, their sessions and their connections. */
export function createAgents(pool: Pool) {
  const find = async (where: string, at: number, values: unknown[]) =>
    (await pool.query<AgentRow>(`${select} ${where}`, [at - connectionLifeMs, ...values])).rows;
  return {
    async list(at: number): Promise<Colleague[]> {
      return (await find('order by a.created_at, a.name', at, [])).map(colleagueOf);
    },
    async byId(id: string, at: number): Promise<Colleague | undefined> {
      const [row] = await find('where a.id = $2', at, [id]);
      return row && colleagueOf(row);
    },
    async byEmail(
      email: string,
      at: number,
    ): Promise<{ colleague: Colleague; passwordHash: string } | undefined> {
      const [row] = await find('where lower(a.email) = lower($2)', at, [email]);
      return row && { colleague: colleagueOf(row), passwordHash: row.password_hash };
    },
    async names(ids: readonly string[]): Promise<Map<string, string>> {
      if (ids.length === 0) return new Map();
      const { rows } = await pool.query<{ id: string; name: string }>({
        name: 'agent-names',
        text: 'select id, name from agent where id = any($1::uuid[])',
        values: [ids],
      });
      return new Map(rows.map((row) => [row.id, row.name]));
    },
    /** False when the e-mail address is taken. */
    async add(
      agent: { id: string; name: string; email: string; role: Role; passwordHash: string },
      at: number,
    ): Promise<boolean> {
      const { rowCount } = await pool.query(
        `insert into agent (id, name, email, role, password_hash, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
        [agent.id, agent.name, agent.email, agent.role, agent.passwordHash, at],
      );
      return rowCount === 1;
    },
    /**
     * Changes what is given. Disabling or a new password ends every session of the agent. False, and nothing changed,
     * when it would leave the installation without an administrator who can sign in.
     */
    async change(
      id: string,
      change: { name?: string; role?: Role; disabled?: boolean; passwordHash?: string },
    ): Promise<boolean> {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query('lock table agent in share row exclusive mode');
        await client.query(
          `update agent set name = coalesce($2, name), role = coalesce($3, role), disabled = coalesce($4, disabled),
             password_hash = coalesce($5, password_hash) where id = $1`,
          [id, change.name, change.role, change.disabled, change.passwordHash],
        );
        const { rows } = await client.query<{ left: number }>(
          `select count(*)::int as left from agent where role = 'administrator' and not disabled`,
        );
        if (rows[0]!.left === 0) {
          await client.query('rollback');
          return false;
        }
        if (change.disabled || change.passwordHash)
          await client.query('delete from staff_session where agent_id = $1', [id]);
        await client.query('commit');
        return true;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    async count(): Promise<number> {
      return Number((await pool.query('select count(*) from agent')).rows[0].count);
    },
    async setPresence(id: string, presence: 'online' | 'away'): Promise<void> {
      await pool.query('update agent set presence = $2 where id = $1', [id, presence]);
    },
    async openSession(tokenHash: Buffer, agentId: string, at: number, expiresAt: number): Promise<void> {
      await pool.query('delete from staff_session where expires_at < $1', [at]);
      await pool.query('insert into staff_session values ($1, $2, $3, $4)', [
        tokenHash,
        agentId,
        at,
        expiresAt,
      ]);
    },
    /** Whose session this is, or undefined when it ended, ran out, or the agent is disabled. */
    async bySession(
      tokenHash: Buffer,
      at: number,
    ): Promise<Pick<Colleague, 'id' | 'name' | 'email' | 'role'> | undefined> {
      const { rows } = await pool.query({
        name: 'agent-by-session',
        text: `select a.id, a.name, a.email, a.role from staff_session s join agent a on a.id = s.agent_id
               where s.token_hash = $1 and s.expires_at > $2 and not a.disabled`,
        values: [tokenHash, at],
      });
      return rows[0];
    },
    async closeSession(tokenHash: Buffer): Promise<void> {
      await pool.query('delete from staff_session where token_hash = $1', [tokenHash]);
    },
    /** Says that these agents have a connection to this process now. */
    async markConnected(processId: string, agentIds: readonly string[], at: number): Promise<void> {
      await pool.query(
        `insert into agent_connection (agent_id, process_id, seen_at) select unnest($1::uuid[]), $2, $3
         on conflict (agent_id, process_id) do update set seen_at = excluded.seen_at`,
        [agentIds, processId, at],
      );
    },
    /** Offline at once; the row stays, since the grace counts from the moment they left. */
    async markGone(processId: string, agentIds: readonly string[], at: number): Promise<void> {
      await pool.query(
        `update agent_connection set seen_at = least(seen_at, $3) where process_id = $1 and agent_id = any($2::uuid[])`,
        [processId, agentIds, at - connectionLifeMs],
      );
    },
    /** Agents who can take a conversation now. */
    async countOnline(at: number): Promise<number> {
      const { rows } = await pool.query({
        name: 'count-online',
        text: `select count(*)::int as online from agent a where not a.disabled and a.presence = 'online'
               and exists (select 1 from agent_connection c where c.agent_id = a.id and c.seen_at > $1)`,
        values: [at - connectionLifeMs],
      });
      return rows[0].online;
    },
    async markRead(agentId: string, conversationId: string, seq: number): Promise<void> {
      await pool.query({
        name: 'mark-read',
        text: `insert into agent_read (agent_id, conversation_id, seq) values ($1, $2, $3)
               on conflict (conversation_id, agent_id) do update set seq = greatest(agent_read.seq, excluded.seq)`,
        values: [agentId, conversationId, seq],
      });
    },
  };
}

export type Agents = ReturnType<typeof createAgents>;
