import type { Pool } from 'pg';
import type { ConversationState } from '../../core/conversation/state.ts';
import type { Language } from '../../core/terms/language.ts';
import type { SkillNeed } from '../../core/terms/skill.ts';
import { databaseNow } from './seats.ts';

/** A conversation that waits or is carried, as routing compares it with what it knows. */
export interface PlaceRow {
  readonly id: string;
  readonly owner: 'queue' | 'agent';
  /** Who owns it or is asked to take it. */
  readonly agentId: string | null;
  readonly weight: number;
  readonly lastSeq: number;
}

/** Somebody who waits, with what the order of serving is made of. Times are epoch milliseconds. */
export interface QueueRow {
  readonly id: string;
  readonly queueId: string;
  readonly priority: number;
  readonly waitingSince: number;
  readonly offered: boolean;
  readonly leftAt: number | null;
  readonly slotFrom: number | null;
  readonly skills: readonly SkillNeed[];
  readonly language: Language;
}

/** Somebody who wishes for a person while the assistant carries on. */
export interface WishRow {
  readonly id: string;
  readonly queueId: string | null;
  readonly since: number;
  readonly skills: readonly SkillNeed[];
  readonly language: Language;
}

/** What routing asks of the store. */
export function createRoutingStore(pool: Pool) {
  return {
    /** All that wait and all that agents carry. */
    async places(): Promise<PlaceRow[]> {
      const { rows } = await pool.query<PlaceRow>({
        name: 'routing-places',
        text: `select id, owner_kind as owner, coalesce(owner_agent_id, offered_agent_id) as "agentId",
                 weight::float8 as weight, last_seq as "lastSeq"
               from conversation where status = 'open' and owner_kind in ('queue', 'agent')`,
      });
      return rows;
    },
    async states(ids: readonly string[]): Promise<ConversationState[]> {
      const { rows } = await pool.query<{ state: ConversationState }>({
        name: 'routing-states',
        text: 'select state from conversation where id = any($1::uuid[])',
        values: [ids],
      });
      return rows.map(({ state }) => state);
    },
    /** Who waits, for the places that customers are told. */
    async queueRows(): Promise<QueueRow[]> {
      const { rows } = await pool.query({
        name: 'routing-queue',
        text: `select id, queue_id, priority, waiting_since, offered_agent_id is not null as offered,
                 left_message_at::float8 as left_at,
                 slot_from::float8 as slot_from,
                 language, skills
               from conversation where owner_kind = 'queue'`,
      });
      return rows.map((row) => ({
        id: row.id,
        queueId: row.queue_id,
        priority: row.priority,
        waitingSince: Number(row.waiting_since),
        offered: row.offered,
        leftAt: row.left_at,
        slotFrom: row.slot_from,
        skills: row.skills,
        language: row.language,
      }));
    },
    /** Conversations that this agent is asked to take. */
    async offeredTo(agentId: string): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>({
        name: 'routing-offered',
        text: 'select id from conversation where offered_agent_id = $1',
        values: [agentId],
      });
      return rows.map(({ id }) => id);
    },
    /** Conversations in which the assistant carries on while a person is wished for: the longest of each kind. */
    async wishes(limit = 200): Promise<WishRow[]> {
      const { rows } = await pool.query({
        name: 'routing-wishes',
        // By queue and by what is asked for, so that those for whom nobody comes do not stand before the others.
        text: `select id, queue_id, waiting_since, skills, language from (
                 select id, queue_id, waiting_since, skills, language,
                   row_number() over (partition by queue_id, skills, language order by waiting_since) as place
                 from conversation
                 where status = 'open' and owner_kind = 'assistant' and waiting_since is not null) wish
               where place <= $1 order by waiting_since`,
        values: [limit],
      });
      return rows.map((row) => ({
        id: row.id,
        queueId: row.queue_id,
        since: Number(row.waiting_since),
        skills: row.skills,
        language: row.language,
      }));
    },
    /** When each of these contacts was last served by whom: `[contactId, agentId, at]`. */
    async history(contactIds: readonly string[]): Promise<[string, string, number][]> {
      if (contactIds.length === 0) return [];
      const { rows } = await pool.query({
        name: 'routing-history',
        text: `select contact_id, last_agent_id as agent_id, max(updated_at) as at from conversation
               where contact_id = any($1::uuid[]) and last_agent_id is not null group by 1, 2`,
        values: [contactIds],
      });
      return rows.map((row) => [row.contact_id, row.agent_id, Number(row.at)]);
    },
    /** How many conversations each agent has been given since a moment, by when they were opened. */
    async handledSince(from: number): Promise<Map<string, number>> {
      const { rows } = await pool.query({
        name: 'routing-handled',
        text: `select last_agent_id as agent_id, count(*)::int as handled from conversation
               where opened_at >= $1 and last_agent_id is not null group by 1`,
        values: [from],
      });
      return new Map(rows.map((row) => [row.agent_id, row.handled]));
    },
    /** How long agents had the last resolved conversations of each queue, in ms: at most 50 a queue, of the last day. */
    async handlingTimes(): Promise<Map<string, number[]>> {
      const { rows } = await pool.query<{ queue_id: string; times: number[] }>({
        name: 'routing-handling',
        text: `select queue_id, array_agg(handled) as times from (
                 select queue_id, handled_ms::float8 as handled,
                   row_number() over (partition by queue_id order by resolved_at desc) as place
                 from conversation where status = 'resolved' and resolved_at > ${databaseNow} - 86400000
                   and queue_id is not null and handled_ms > 0
               ) as latest where place <= 50 group by queue_id`,
      });
      return new Map(rows.map((row) => [row.queue_id, row.times]));
    },
  };
}

export type RoutingStore = ReturnType<typeof createRoutingStore>;
