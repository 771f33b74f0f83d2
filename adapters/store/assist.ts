import type { Pool, PoolClient } from 'pg';
import type { AssistKind } from '../../core/terms/event.ts';
import type { Language } from '../../core/terms/language.ts';

/** A solved conversation as it is stored. All that people wrote is without personal data. */
export interface StoredSolved {
  readonly conversationId: string;
  readonly inboxId: string;
  readonly language: Language;
  readonly questions: readonly string[];
  readonly worked: string;
  readonly replies: readonly string[];
  readonly agentName: string;
  readonly resolvedAt: number;
}

/** The same as it is read, with what happened since. */
export interface FoundSolved extends StoredSolved {
  readonly rating: number | null;
  readonly isGone: boolean;
}

export interface StoredSentence {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly agentId: string;
  readonly at: number;
}

export interface FoundSentence {
  readonly id: string;
  readonly inboxId: string;
  readonly language: Language;
  readonly text: string;
  readonly count: number;
  /** By how many agents, as far as that is counted. */
  readonly agents: number;
  readonly lastAt: number;
}

export interface StoredReply {
  readonly conversationId: string;
  readonly seq: number;
  readonly agentId: string;
  readonly at: number;
  readonly text: string;
  readonly shown: readonly AssistRef[];
  readonly taken: readonly AssistRef[];
  readonly edited: number | null;
}

export interface AssistRef {
  readonly kind: AssistKind;
  readonly ref: string;
}

export interface FoundTally {
  readonly ref: string;
  readonly kind: AssistKind;
  readonly shown: number;
  readonly taken: number;
}

/** What one round of the reader found, in the order of the log. */
export type AssistChange =
  | { readonly kind: 'solved'; readonly solved: StoredSolved }
  /** An agent solved it with words that help nobody else. */
  | { readonly kind: 'taught-nothing'; readonly conversationId: string; readonly at: number }
  | { readonly kind: 'reopened'; readonly conversationId: string; readonly at: number }
  | { readonly kind: 'rated'; readonly conversationId: string; readonly at: number; readonly score: number }
  | { readonly kind: 'replied'; readonly reply: StoredReply; readonly sentences: readonly StoredSentence[] };

/** So many agents are enough to know that a sentence is nobody's own. */
const mostAgents = 3;
const mostStyle = 8;
/** Nobody says anything again in their own words after so long. */
const forgottenMs = 90 * 24 * 3600_000;
const pageLength = 2_000;
/** Sentences that few sent are read of the latest so many changes. */
const mostOthers = 60_000;
const solvedColumns = `conversation_id, inbox_id, language, questions, worked, replies, agent_name, resolved_at, rating, is_gone`;

const next = `nextval('assist_revision_seq')`;

/** What is derived from the log for the help beside conversations. */
export function createAssistStore(pool: Pool) {
  async function put(change: AssistChange, client: Pick<PoolClient, 'query'>): Promise<void> {
    switch (change.kind) {
      case 'solved': {
        const { conversationId, inboxId, language, questions, worked, replies, agentName, resolvedAt } =
          change.solved;
        // Read again, an earlier solution stays behind a later one, and what came of this one stays as it is.
        await client.query(
          `insert into solved_conversation as s (conversation_id, inbox_id, language, questions, worked, replies, agent_name, resolved_at, revision)
           values ($1, $2, $3, $4, $5, $6, $7, $8, ${next})
           on conflict (conversation_id) do update set language = $3, questions = $4, worked = $5, replies = $6,
             agent_name = $7, resolved_at = $8, revision = ${next},
             rating = case when s.resolved_at < $8 then null else s.rating end,
             is_gone = s.resolved_at = $8 and s.is_gone and s.worked <> ''
           where s.resolved_at <= $8`,
          [
            conversationId,
            inboxId,
            language,
            JSON.stringify(questions),
            worked,
            JSON.stringify(replies),
            agentName,
            resolvedAt,
          ],
        );
        return;
      }
      case 'taught-nothing':
        await client.query(
          `update solved_conversation set is_gone = true, worked = '', replies = '[]', questions = '[]', revision = ${next}
           where conversation_id = $1 and resolved_at <= $2 and worked <> ''`,
          [change.conversationId, change.at],
        );
        return;
      case 'reopened':
        await client.query(
          `update solved_conversation set is_gone = true, revision = ${next}
           where conversation_id = $1 and not is_gone and resolved_at <= $2`,
          [change.conversationId, change.at],
        );
        return;
      case 'rated':
        await client.query(
          `update solved_conversation set rating = $2, revision = ${next} where conversation_id = $1 and resolved_at <= $3`,
          [change.conversationId, change.score, change.at],
        );
        return;
      case 'replied':
        await putReply(change, client);
    }
  }

  async function putReply(
    { reply, sentences }: Extract<AssistChange, { kind: 'replied' }>,
    client: Pick<PoolClient, 'query'>,
  ): Promise<void> {
    const { conversationId, seq, agentId, at, text, shown, taken, edited } = reply;
    const { rowCount } = await client.query(
      `insert into agent_reply values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [
        conversationId,
        seq,
        agentId,
        at,
        shown.map(({ kind }) => kind),
        taken.map(({ kind }) => kind),
        edited,
      ],
    );
    // Whoever reads the log again counts nothing twice.
    if (rowCount === 0) return;
    for (const one of sentences)
      await client.query(
        `insert into team_sentence as s (id, inbox_id, language, text, agents, count, last_at, revision)
         select $1, inbox_id, $2, $3, array[$4], 1, $5, ${next} from conversation where id = $6
         on conflict (inbox_id, id) do update set count = s.count + 1, last_at = greatest(s.last_at, $5), revision = ${next},
           agents = case when $4 = any(s.agents) or cardinality(s.agents) >= ${mostAgents} then s.agents else s.agents || $4 end`,
        [one.id, one.language, one.text, one.agentId, one.at, conversationId],
      );
    const tallies = new Map<string, { kind: AssistKind; shown: number; taken: number }>();
    const tally = ({ kind, ref }: AssistRef) => {
      const known = tallies.get(ref) ?? { kind, shown: 0, taken: 0 };
      tallies.set(ref, known);
      return known;
    };
    for (const one of shown) tally(one).shown = 1;
    // Whatever was taken was seen.
    for (const one of taken) Object.assign(tally(one), { shown: 1, taken: 1 });
    for (const [ref, one] of tallies)
      await client.query(
        `insert into assist_tally as t values ($1, $2, $3, $4, ${next})
         on conflict (ref) do update set shown = t.shown + $3, taken = t.taken + $4, revision = ${next}`,
        [ref, one.kind, one.shown, one.taken],
      );
    await client.query(
      `insert into agent_style as s (agent_id, inbox_id, replies)
       select $1, inbox_id, jsonb_build_array($2::text) from conversation where id = $3
       on conflict (agent_id, inbox_id) do update set replies =
         (select jsonb_agg(reply order by place) from (select reply, place from jsonb_array_elements(s.replies || to_jsonb($2::text))
            with ordinality as r(reply, place) order by place desc limit ${mostStyle}) as latest)`,
      [agentId, text, conversationId],
    );
  }

  async function page<Row extends { revision: string }>(
    table: string,
    columns: string,
    where: string,
    after: string,
  ) {
    const { rows } = await pool.query<Row>(
      `select ${columns}, ${table}.revision::text as revision from ${table} where ${table}.revision > $1 and ${where}
       order by ${table}.revision limit ${pageLength}`,
      [after],
    );
    return rows;
  }

  return {
    put,
    /** Changes behind a revision, oldest first, a page at a time; `isLast` tells that there are no more. */
    async solvedSince(after: string) {
      const rows = await page<SolvedRow>('solved_conversation', solvedColumns, 'true', after);
      return {
        isLast: rows.length < pageLength,
        revision: rows.at(-1)?.revision ?? after,
        solved: rows.map(
          (row): FoundSolved => ({
            conversationId: row.conversation_id,
            inboxId: row.inbox_id,
            language: row.language,
            questions: row.questions,
            worked: row.worked,
            replies: row.replies,
            agentName: row.agent_name,
            resolvedAt: Number(row.resolved_at),
            rating: row.rating,
            isGone: row.is_gone,
          }),
        ),
      };
    },
    /**
     * All sentences that two agents sent, or one three times, and the newest of the others: those are nobody's to read
     * again, and only say what else is said.
     */
    async sentencesSince(after: string) {
      const rows = await page<SentenceRow>(
        'team_sentence',
        'id, inbox_id, language, text, count, cardinality(agents) as agents, last_at',
        `(count >= 3 or cardinality(agents) >= 2
          or revision > (select max(revision) - ${mostOthers} from team_sentence))`,
        after,
      );
      return {
        isLast: rows.length < pageLength,
        revision: rows.at(-1)?.revision ?? after,
        sentences: rows.map(
          ({ id, inbox_id, language, text, count, agents, last_at }): FoundSentence => ({
            id,
            inboxId: inbox_id,
            language,
            text,
            count,
            agents,
            lastAt: Number(last_at),
          }),
        ),
      };
    },
    async talliesSince(after: string) {
      const rows = await page<FoundTally & { revision: string }>(
        'assist_tally',
        'ref, kind, shown, taken',
        'true',
        after,
      );
      return {
        isLast: rows.length < pageLength,
        revision: rows.at(-1)?.revision ?? after,
        tallies: rows as readonly FoundTally[],
      };
    },
    /** The agent's latest replies in an inbox, oldest first. */
    async styleOf(agentId: string, inboxId: string): Promise<readonly string[]> {
      const { rows } = await pool.query<{ replies: string[] }>(
        'select replies from agent_style where agent_id = $1 and inbox_id = $2',
        [agentId, inboxId],
      );
      return rows[0]?.replies ?? [];
    },
    /** What the figures of a period rest on: replies of agents in it, and handling times of what ended in it. */
    async figures(from: number, to: number) {
      const [replies, ended] = await Promise.all([
        pool.query<{ shown: AssistKind[]; taken: AssistKind[]; edited: number | null }>(
          'select shown, taken, edited from agent_reply where at >= $1 and at < $2',
          [from, to],
        ),
        pool.query<{ handled: string; with: boolean }>(
          `select c.state->>'handledMs' as handled,
             exists (select 1 from agent_reply r where r.conversation_id = c.id and cardinality(r.taken) > 0) as with
           from conversation c where c.status = 'resolved' and c.resolved_at >= $1 and c.resolved_at < $2
             and exists (select 1 from agent_reply r where r.conversation_id = c.id)`,
          [from, to],
        ),
      ]);
      return {
        replies: replies.rows,
        ended: ended.rows.map((row) => ({ handledMs: Number(row.handled), hadHelp: row.with })),
      };
    },
    /** Lets go of what one agent said once, long ago. */
    async forget(at: number): Promise<void> {
      await pool.query(
        'delete from team_sentence where count < 3 and cardinality(agents) < 2 and last_at < $1',
        [at - forgottenMs],
      );
    },
  };
}

export type AssistStore = ReturnType<typeof createAssistStore>;

interface SolvedRow {
  conversation_id: string;
  inbox_id: string;
  language: Language;
  questions: string[];
  worked: string;
  replies: string[];
  agent_name: string;
  resolved_at: string;
  rating: number | null;
  is_gone: boolean;
  revision: string;
}

interface SentenceRow {
  id: string;
  inbox_id: string;
  language: Language;
  text: string;
  count: number;
  agents: number;
  last_at: string;
  revision: string;
}
