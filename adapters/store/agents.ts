import type { Pool } from 'pg';
import type { Colleague } from '../../core/protocol/views.ts';
import type { Role } from '../../core/terms/actor.ts';
import type { AgentProfile, AgentStatus, AwayReason } from '../../core/terms/agent-status.ts';
import { isConnected, lockKey } from './seats.ts';

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

const select = `
select a.*, ${isConnected} as connected,
  (select count(*)::int from conversation v where v.owner_kind = 'agent' and v.owner_agent_id = a.id) as open,
  (select coalesce(sum(v.weight), 0)::float8 from conversation v where v.owner_kind = 'agent' and v.owner_agent_id = a.id)
    + (select coalesce(sum(v.weight), 0)::float8 from conversation v where v.offered_agent_id = a.id) as load
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
  const find = async (where: string, values: unknown[]) =>
    (await pool.query<AgentRow>(`${select} ${where}`, values)).rows;
  return {
    async list(): Promise<Colleague[]> {
      return (await find('order by a.created_at, a.name', [])).map(colleagueOf);
    },
    async byId(id: string): Promise<Colleague | undefined> {
      const [row] = await find('where a.id = $1', [id]);
      return row && colleagueOf(row);
    },
    async byEmail(email: string): Promise<{ colleague: Colleague; passwordHash: string } | undefined> {
      const [row] = await find('where lower(a.email) = lower($1)', [email]);
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
      change: {
        name?: string;
        role?: Role;
        disabled?: boolean;
        passwordHash?: string;
        profile?: AgentProfile;
      },
    ): Promise<boolean> {
      const client = await pool.connect();
      try {
        await client.query('begin');
        // Nothing is given to the agent while it is settled whether they may be given anything.
        await client.query(`select pg_advisory_xact_lock('${lockKey(id)}'::bigint)`);
        await client.query('lock table agent in share row exclusive mode');
        await client.query(
          `update agent set name = coalesce($2, name), role = coalesce($3, role), disabled = coalesce($4, disabled),
             password_hash = coalesce($5, password_hash), skills = coalesce($6::jsonb, skills),
             languages = coalesce($7::jsonb, languages), capacity = coalesce($8, capacity),
             maximum_conversations = coalesce($9, maximum_conversations) where id = $1`,
          [
            id,
            change.name,
            change.role,
            change.disabled,
            change.passwordHash,
            change.profile && JSON.stringify(change.profile.skills),
            change.profile && JSON.stringify(change.profile.languages),
            change.profile?.capacity,
            change.profile?.maximumConversations,
          ],
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
