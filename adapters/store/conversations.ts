import type { Pool } from 'pg';
import { listLine } from '../../core/conversation/list-line.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import type { ConversationSummary } from '../../core/protocol/views.ts';
import type { PreviousConversation } from '../../core/terms/event.ts';
import { connectionLifeMs, databaseNow } from './seats.ts';

export type DeskView = 'waiting' | 'mine' | 'assistant' | 'open' | 'resolved';

interface SummaryRow {
  state: ConversationState;
  contact_name: string | null;
  verified: boolean;
  tier: string | null;
  agent_name: string | null;
  read_seq: number | null;
}

const columns = `c.state, k.name as contact_name, k.attributes->>'tier' as tier,
  exists (select 1 from contact_identity i where i.contact_id = c.contact_id and i.kind = 'site') as verified,
  (select a.name from agent a where a.id = c.last_agent_id) as agent_name, r.seq as read_seq`;

const from = `from conversation c left join contact k on k.id = c.contact_id
  left join agent_read r on r.conversation_id = c.id and r.agent_id = $1`;

const whereOfView: Record<DeskView, string> = {
  waiting: `c.owner_kind = 'queue'`,
  mine: `c.owner_kind = 'agent' and c.owner_agent_id = $1`,
  assistant: `c.status = 'open' and c.owner_kind = 'assistant'`,
  open: `c.status = 'open'`,
  resolved: `c.status = 'resolved'`,
};

const orderOfView: Record<DeskView, string> = {
  waiting: 'c.priority desc, c.waiting_since, c.id',
  mine: 'c.updated_at desc, c.id',
  assistant: 'c.updated_at desc, c.id',
  open: 'c.updated_at desc, c.id',
  resolved: 'c.resolved_at desc, c.id',
};

/** The list's row of a conversation, from its state and what stands beside it. */
export function summaryOf(row: SummaryRow): ConversationSummary {
  const { state } = row;
  const mood = state.moods.at(-1);
  return {
    id: state.id,
    inboxId: state.inboxId,
    contact: {
      id: state.contactId,
      name: row.contact_name ?? '',
      verified: row.verified,
      tier: row.tier ?? undefined,
    },
    language: state.language,
    status: state.status,
    owner: state.owner,
    agentName: row.agent_name ?? undefined,
    lastSeq: state.lastSeq,
    openedAt: state.openedAt,
    updatedAt: state.updatedAt,
    preview: listLine(state),
    waitingSince: state.waitingSince,
    customerWaitingSince: state.customerWaitingSince,
    deadlineAt: state.deadline?.at ?? null,
    mood: mood ? { emotion: mood.emotion, intensity: mood.intensity } : null,
    reasons: state.handoff?.reasons ?? [],
    priority: state.priority,
    queueId: state.queueId,
    offer: state.offer && { agentId: state.offer.agentId, at: state.offer.at, until: state.offer.until },
    segment: state.segment,
    labels: state.labels,
    complexity: state.complexity,
    helpers: state.helpers,
    clocks: state.clocks,
    leftMessage: state.leftMessage,
    alert: state.alert,
    rating: state.rating,
    disposition: state.resolution?.disposition ?? null,
    readSeq: row.read_seq ?? 0,
  };
}

/** Conversations as lists and questions about many of them; one conversation is the log's business. */
export function createConversations(pool: Pool) {
  return {
    async list(agentId: string, view: DeskView, page: { search?: string; offset: number; limit: number }) {
      const search = page.search?.trim() ?? '';
      const matching = search
        ? `and (k.name ilike $4 or k.email ilike $4 or k.phone ilike $4 or exists (
             select 1 from event e where e.conversation_id = c.id
             and e.kind in ('message-received', 'message-sent') and e.body->>'text' ilike $4))`
        : 'and $4::text is null';
      const like = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
      const { rows } = await pool.query<SummaryRow>(
        `select ${columns} ${from} where ${whereOfView[view]} ${matching} order by ${orderOfView[view]} offset $2 limit $3`,
        [agentId, page.offset, page.limit + 1, like],
      );
      return { conversations: rows.slice(0, page.limit).map(summaryOf), more: rows.length > page.limit };
    },
    async counts(agentId: string) {
      const { rows } = await pool.query<{ waiting: number; mine: number; assistant: number; open: number }>({
        name: 'desk-counts',
        text: `select count(*) filter (where owner_kind = 'queue')::int as waiting,
                 count(*) filter (where owner_kind = 'agent' and owner_agent_id = $1)::int as mine,
                 count(*) filter (where owner_kind = 'assistant')::int as assistant, count(*)::int as open
               from conversation where status = 'open'`,
        values: [agentId],
      });
      return rows[0]!;
    },
    async summaries(agentId: string | null, ids: readonly string[]): Promise<ConversationSummary[]> {
      const { rows } = await pool.query<SummaryRow>({
        name: 'summaries',
        text: `select ${columns} ${from} where c.id = any($2::uuid[])`,
        values: [agentId, ids],
      });
      return rows.map(summaryOf);
    },
    /** What each of these agents has read of these conversations. */
    async readMarks(agentIds: readonly string[], conversationIds: readonly string[]) {
      const { rows } = await pool.query<{ agent_id: string; conversation_id: string; seq: number }>({
        name: 'read-marks',
        text: `select agent_id, conversation_id, seq from agent_read
               where conversation_id = any($2::uuid[]) and agent_id = any($1::uuid[])`,
        values: [agentIds, conversationIds],
      });
      return new Map(rows.map((row) => [`${row.agent_id} ${row.conversation_id}`, row.seq]));
    },
    /** The contact's open conversation in this inbox, or the latest one within `reopenAfter`. */
    async current(
      contactId: string,
      inboxId: string,
      resolvedAfter: number,
    ): Promise<ConversationState | undefined> {
      const { rows } = await pool.query<{ state: ConversationState }>({
        name: 'current-conversation',
        text: `select state from conversation where contact_id = $1 and inbox_id = $2
               and (status = 'open' or resolved_at > $3) order by (status = 'open') desc, opened_at desc limit 1`,
        values: [contactId, inboxId, resolvedAfter],
      });
      return rows[0]?.state;
    },
    /** Where the contact's last resolved conversation beside this one ended. */
    async previous(contactId: string, conversationId: string): Promise<PreviousConversation | undefined> {
      const { rows } = await pool.query<{ state: ConversationState }>({
        name: 'previous-conversation',
        text: `select state from conversation where contact_id = $1 and id <> $2 and status = 'resolved'
               order by opened_at desc limit 1`,
        values: [contactId, conversationId],
      });
      const state = rows[0]?.state;
      if (!state?.resolution) return undefined;
      return {
        conversationId: state.id,
        resolvedAt: state.resolution.at,
        disposition: state.resolution.disposition,
        by: state.resolution.by,
        agentId: state.lastAgentId,
        question: state.questions[0] ?? state.preview?.text ?? '',
      };
    },
    async ofContact(contactId: string, limit = 20): Promise<ConversationState[]> {
      const { rows } = await pool.query<{ state: ConversationState }>({
        name: 'conversations-of-contact',
        text: 'select state from conversation where contact_id = $1 order by opened_at desc limit $2',
        values: [contactId, limit],
      });
      return rows.map((row) => row.state);
    },
    /** Conversations whose deadline has passed. */
    async due(at: number, limit = 100): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>({
        name: 'due',
        text: 'select id from conversation where due_at <= $1 order by due_at limit $2',
        values: [at, limit],
      });
      return rows.map((row) => row.id);
    },
    /** Conversations with a waiting customer whose agent has had no connection for `graceMs`. */
    async left(graceMs: number): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>({
        name: 'left',
        text: `select c.id from conversation c where c.owner_kind = 'agent'
                 and c.customer_waiting_since < ${databaseNow} - $1::bigint
                 and not exists (select 1 from agent_connection n where n.agent_id = c.owner_agent_id
                   and n.seen_at > ${databaseNow} - $1::bigint - ${connectionLifeMs})`,
        values: [graceMs],
      });
      return rows.map((row) => row.id);
    },
    /** Conversations with the assistant in which nothing has happened since. */
    async idle(since: number, limit = 200): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>({
        name: 'idle',
        text: `select id from conversation where status = 'open' and owner_kind = 'assistant' and waiting_since is null
                 and updated_at < $1 limit $2`,
        values: [since, limit],
      });
      return rows.map((row) => row.id);
    },
    /** States for the reports: opened in the period. */
    async between(from: number, to: number): Promise<ConversationState[]> {
      const { rows } = await pool.query<{ state: ConversationState }>(
        'select state from conversation where opened_at >= $1 and opened_at < $2 order by opened_at',
        [from, to],
      );
      return rows.map((row) => row.state);
    },
  };
}

export type Conversations = ReturnType<typeof createConversations>;
