import type { Pool, PoolClient } from 'pg';
import type { DraftParts } from '../../core/knowledge/draft-article.ts';
import type { RemovedData } from '../../core/knowledge/remove-personal-data.ts';
import type {
  ProposalDecision,
  ProposalList,
  ProposalRow,
  ProposalSource,
  ProposalState,
  ProposalView,
} from '../../core/protocol/drafts.ts';
import type { Language } from '../../core/terms/language.ts';

interface Row {
  id: string;
  kind: 'new' | 'addition';
  article_id: string;
  language: Language;
  title: string;
  similar_questions: string[];
  parts: DraftParts;
  body: string;
  topic: string;
  removed: RemovedData;
  written_by: string;
  state: ProposalState;
  reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
  decided_article_id: string | null;
  rejected_before: string | null;
  inbox_ids: string[];
  changed_at: string;
  conversations: number;
  newest_at: string | null;
  draft_version: number | null;
}

/** A proposal on its way into the store. */
export interface NewProposal {
  readonly id: string;
  readonly kind: 'new' | 'addition';
  readonly articleId: string;
  readonly language: Language;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly parts: DraftParts;
  readonly body: string;
  readonly topic: string;
  readonly removed: RemovedData;
  readonly rejectedBefore: string | null;
  readonly inboxIds: readonly string[];
}

/** What a new conversation's matter is compared with. */
export interface KnownMatter {
  readonly id: string;
  readonly state: 'waiting' | 'rejected';
  readonly questions: readonly string[];
  /** What was learned first, in Markdown. */
  readonly body: string;
  /** Conversations on it since it was rejected. */
  readonly sinceRejected: number;
}

/** What waits for other inboxes, to be compared with what was said in one. */
export interface ProposedElsewhere {
  readonly id: string;
  readonly questions: readonly string[];
  readonly parts: DraftParts;
  readonly body: string;
}

export type ProposedContent = Pick<NewProposal, 'title' | 'similarQuestions' | 'parts' | 'body'>;

/**
 * A draft may also be published or archived as an article, beside its proposal: its state is then what became of the
 * article.
 */
const current = `select p.*, a.version as draft_version, coalesce(a.inbox_ids, p.inbox_ids) as inbox_ids_now,
    case when p.state <> 'waiting' or p.kind = 'addition' or a.id is null then p.state
      when a.published_at is not null then 'accepted'
      when a.status = 'archived' then 'rejected' else 'waiting' end as state_now,
    coalesce(p.decided_by, a.updated_by) as by_now, coalesce(p.decided_at, a.updated_at) as at_now,
    s.conversations, s.newest_at
  from proposal p left join article a on a.id = p.article_id and p.kind = 'new'
  left join lateral (select count(*)::int as conversations, max(resolved_at) as newest_at
    from proposal_source where proposal_id = p.id) s on true`;

const columns = `id, kind, article_id, language, title, similar_questions, parts, body, topic, removed, written_by,
  state_now as state, reason, by_now as decided_by, at_now as decided_at, decided_article_id, rejected_before, changed_at,
  inbox_ids_now as inbox_ids, conversations, newest_at, draft_version`;

const mostListed = 200;
const mostCompared = 2_000;
const mostElsewhere = 500;

/** What conversations taught, the conversations behind it, and what reviewers decided. */
export function createProposals(pool: Pool) {
  async function rowOf(id: string): Promise<Row | undefined> {
    const { rows } = await pool.query<Row>(`select ${columns} from (${current}) p where id = $1`, [id]);
    return rows[0];
  }

  return {
    /** Whether the conversation has taught already. */
    async hasTaught(conversationId: string): Promise<boolean> {
      const { rowCount } = await pool.query('select 1 from proposal_source where conversation_id = $1', [
        conversationId,
      ]);
      return rowCount !== 0;
    },
    /**
     * What waits and what was rejected, the latest first: a new conversation may be about the same. What is proposed for
     * other inboxes than the one given is none of its matters.
     */
    async knownMatters(language: Language, inboxId: string | undefined): Promise<KnownMatter[]> {
      const { rows } = await pool.query<{
        id: string;
        state: 'waiting' | 'rejected';
        title: string;
        similar_questions: string[];
        asked: string[];
        body: string;
        since: number;
      }>(
        `select p.id, state_now as state, title, similar_questions, body,
           array(select question from proposal_source where proposal_id = p.id order by resolved_at desc limit 8) as asked,
           (select count(*)::int from proposal_source where proposal_id = p.id and resolved_at > p.at_now) as since
         from (${current}) p where language = $1 and state_now in ('waiting', 'rejected')
           and ($2::text is null or inbox_ids_now = '{}' or $2 = any (inbox_ids_now))
           and not exists (select 1 from proposal later where later.rejected_before = p.id)
         order by changed_at desc limit ${mostCompared}`,
        [language, inboxId ?? null],
      );
      return rows.map((row) => ({
        id: row.id,
        state: row.state,
        questions: [...new Set([row.title, ...row.similar_questions, ...row.asked])],
        body: row.body,
        sinceRejected: row.state === 'rejected' ? row.since : 0,
      }));
    },
    /** New articles that wait and are to hold in other inboxes alone, the latest first. */
    async waitingElsewhere(language: Language, inboxId: string): Promise<ProposedElsewhere[]> {
      const { rows } = await pool.query<Row & { asked: string[] }>(
        `select p.id, p.title, p.similar_questions, p.parts, coalesce(a.body, p.body) as body,
           array(select question from proposal_source where proposal_id = p.id order by resolved_at desc limit 8) as asked
         from (${current}) p join article a on a.id = p.article_id
         where p.language = $1 and p.kind = 'new' and state_now = 'waiting'
           and inbox_ids_now <> '{}' and not $2 = any (inbox_ids_now)
         order by p.changed_at desc limit ${mostElsewhere}`,
        [language, inboxId],
      );
      return rows.map(({ id, title, similar_questions, asked, parts, body }) => ({
        id,
        questions: [...new Set([title, ...similar_questions, ...asked])],
        parts,
        body,
      }));
    },
    /** A new proposal with its first conversation; nothing where either is known. */
    async add(proposal: NewProposal, source: ProposalSource, at: number): Promise<void> {
      await pool.query(
        `with added as (
           insert into proposal (id, kind, article_id, language, title, similar_questions, parts, body, topic, removed,
             rejected_before, created_at, changed_at, inbox_ids)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $17) on conflict (id) do nothing returning id)
         insert into proposal_source (conversation_id, proposal_id, question, agent_name, resolved_at)
         select $13, id, $14, $15, $16 from added on conflict (conversation_id) do nothing`,
        [
          proposal.id,
          proposal.kind,
          proposal.articleId,
          proposal.language,
          proposal.title,
          JSON.stringify(proposal.similarQuestions),
          JSON.stringify(proposal.parts),
          proposal.body,
          proposal.topic,
          JSON.stringify(proposal.removed),
          proposal.rejectedBefore,
          at,
          source.conversationId,
          source.question,
          source.agentName,
          source.resolvedAt,
          proposal.inboxIds,
        ],
      );
    },
    /** One more conversation on the matter of a proposal; with `inboxId` it is to hold there as well. */
    async join(proposalId: string, source: ProposalSource, at: number, inboxId?: string): Promise<void> {
      await pool.query(
        `with joined as (
           insert into proposal_source (conversation_id, proposal_id, question, agent_name, resolved_at)
           values ($2, $1, $3, $4, $5) on conflict (conversation_id) do nothing returning proposal_id)
         update proposal set changed_at = $6,
           inbox_ids = case when $7::text is null or $7 = any (inbox_ids) then inbox_ids else inbox_ids || $7::text end
         where id in (select proposal_id from joined)`,
        [
          proposalId,
          source.conversationId,
          source.question,
          source.agentName,
          source.resolvedAt,
          at,
          inboxId ?? null,
        ],
      );
    },
    async list(filter: { state: ProposalState; language?: Language }): Promise<ProposalList> {
      const [listed, counted] = await Promise.all([
        pool.query<Row>(
          `select ${columns} from (${current}) p where state_now = $1 and ($2::text is null or language = $2)
           order by conversations desc, newest_at desc nulls last, id limit ${mostListed}`,
          [filter.state, filter.language ?? null],
        ),
        pool.query<{ state: ProposalState; count: number }>(
          `select state_now as state, count(*)::int as count from (${current}) p
           where $1::text is null or language = $1 group by state_now`,
          [filter.language ?? null],
        ),
      ]);
      const count = (state: ProposalState) => counted.rows.find((row) => row.state === state)?.count ?? 0;
      return {
        proposals: listed.rows.map(listedOf),
        counts: {
          waiting: count('waiting'),
          accepted: count('accepted'),
          merged: count('merged'),
          rejected: count('rejected'),
        },
      };
    },
    async find(id: string): Promise<Omit<ProposalView, 'neighbours'> | undefined> {
      const row = await rowOf(id);
      if (!row) return undefined;
      const [sources, before] = await Promise.all([
        pool.query<{ conversation_id: string; question: string; agent_name: string; resolved_at: string }>(
          'select * from proposal_source where proposal_id = $1 order by resolved_at desc limit 50',
          [id],
        ),
        row.rejected_before === null ? undefined : rowOf(row.rejected_before),
      ]);
      return {
        ...listedOf(row),
        similarQuestions: row.similar_questions,
        parts: row.parts,
        body: row.body,
        topic: row.topic,
        removed: row.removed,
        inboxIds: row.inbox_ids,
        writtenBy: row.written_by,
        draftVersion: row.draft_version ?? 0,
        sources: sources.rows.map((source) => ({
          conversationId: source.conversation_id,
          question: source.question,
          agentName: source.agent_name,
          resolvedAt: Number(source.resolved_at),
        })),
        decision: decisionOf(row),
        rejectedBefore: before ? decisionOf(before) : null,
      };
    },
    /** Decides a proposal that waits; false where somebody decided before. `client` is the transaction it belongs to. */
    async decide(
      id: string,
      decision: Omit<ProposalDecision, 'state'> & { readonly state: ProposalDecision['state'] },
      client: Pick<PoolClient, 'query'> = pool,
    ): Promise<boolean> {
      const { rowCount } = await client.query(
        `update proposal set state = $2, reason = $3, decided_by = $4, decided_at = $5, decided_article_id = $6,
           changed_at = $5 where id = $1 and state = 'waiting'`,
        [id, decision.state, decision.reason, decision.by, decision.at, decision.articleId],
      );
      return rowCount === 1;
    },
    /** Puts a model's words in place of the extracted ones, while nobody has decided. */
    async rewrite(id: string, content: ProposedContent, model: string, at: number): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update proposal set title = $2, similar_questions = $3, parts = $4, body = $5, written_by = $6, changed_at = $7
         where id = $1 and state = 'waiting'`,
        [
          id,
          content.title,
          JSON.stringify(content.similarQuestions),
          JSON.stringify(content.parts),
          content.body,
          model,
          at,
        ],
      );
      return rowCount === 1;
    },
  };
}

function listedOf(row: Row): ProposalRow {
  return {
    id: row.id,
    kind: row.kind,
    articleId: row.article_id,
    language: row.language,
    title: row.title,
    state: row.state,
    conversations: row.conversations,
    newestAt: Number(row.newest_at ?? row.changed_at),
    isRejectedBefore: row.rejected_before !== null,
    changedAt: Number(row.changed_at),
  };
}

function decisionOf(row: Row): ProposalDecision | null {
  if (row.state === 'waiting') return null;
  return {
    state: row.state,
    reason: row.reason,
    by: row.decided_by ?? '',
    at: Number(row.decided_at ?? row.changed_at),
    articleId: row.decided_article_id,
  };
}

export type Proposals = ReturnType<typeof createProposals>;
