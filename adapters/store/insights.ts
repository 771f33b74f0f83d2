import type { Pool } from 'pg';
import type { Language } from '../../core/terms/language.ts';
import type { QuestionCause } from '../../core/terms/question-outcome.ts';
import { badOutcome as bad, exampleOf } from './question-topics.ts';

/** What is known of an answer that cited an article. Without personal data. */
export interface KnownOutcome {
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
  readonly question: string;
  readonly articleId: string;
  readonly hasHelped: boolean;
}

const dayMs = 86_400_000;

/** What the questions tell a team lead: gaps, demand, how articles do; and what was dismissed of it. */
export function createInsightStore(pool: Pool) {
  return {
    async gaps(from: number, to: number, limit: number) {
      const { rows } = await pool.query(
        `select t.id, t.language, t.name, t.article_id as draft_id, g.*, (select count(*)::int from asked_question b
             where b.topic_id = t.id and b.at >= $3 and b.at < $1 and b.${bad}) as before
         from (
           select topic_id, count(*) filter (where ${bad})::int as size, count(*) filter (where outcome = 'unanswered')::int as unanswered,
             count(*)::int as asked, coalesce(sum(agent_ms) filter (where ${bad}), 0)::float8 as agent_ms,
             mode() within group (order by article_id) filter (where outcome = 'badly-answered') as used
           from asked_question where at >= $1 and at < $2 and topic_id is not null group by topic_id
         ) as g join question_topic t on t.id = g.topic_id
         where g.size > 0 and not exists (select 1 from insight_dismissal d where d.kind = 'gap' and d.key = t.id)
         order by g.agent_ms desc, g.size desc, t.id limit $4`,
        [from, to, from - (to - from), limit],
      );
      const ids = rows.map(({ id }) => id as string);
      const [days, causes, examples] = await Promise.all([
        pool.query(
          `select topic_id as key, (at - $2) / ${dayMs} as day, count(*)::int as count from asked_question
           where topic_id = any($1) and at >= $2 and at < $3 and ${bad} group by 1, 2`,
          [ids, from, to],
        ),
        pool.query(
          `select topic_id as key, cause, count(*)::int as count from asked_question, unnest(causes) as cause
           where topic_id = any($1) and at >= $2 and at < $3 and ${bad} group by 1, 2 order by 3 desc`,
          [ids, from, to],
        ),
        pool.query(
          `select key, text, conversation_id, at, language from (
             select topic_id as key, text, conversation_id, at, language, row_number() over (partition by topic_id order by at desc) as place
             from asked_question where topic_id = any($1) and at >= $2 and at < $3 and ${bad}) as latest where place <= 24`,
          [ids, from, to],
        ),
      ]);
      const trendOf = trends(days.rows, Math.ceil((to - from) / dayMs));
      return rows.map((row) => ({
        id: row.id as string,
        language: row.language as Language,
        name: row.name as string,
        size: row.size as number,
        unanswered: row.unanswered as number,
        asked: row.asked as number,
        before: row.before as number,
        agentMs: row.agent_ms as number,
        articleId: row.used as string | null,
        draftId: row.draft_id as string | null,
        trend: trendOf(row.id),
        causes: causes.rows
          .filter(({ key }) => key === row.id)
          .map(({ cause, count }) => ({ cause: cause as QuestionCause, count: count as number })),
        examples: examples.rows.filter(({ key }) => key === row.id).map(exampleOf),
      }));
    },
    /** Which of these conversations an agent ended, the latest first. */
    async endedByAgents(ids: readonly string[], limit: number): Promise<string[]> {
      const { rows } = await pool.query<{ conversation_id: string }>(
        `select conversation_id from event where conversation_id = any($1::uuid[]) and kind = 'resolved'
           and actor->>'kind' = 'agent' group by 1 order by max(at) desc limit $2`,
        [ids, limit],
      );
      return rows.map((row) => row.conversation_id);
    },
    async demand(from: number, to: number, limit: number) {
      const { rows } = await pool.query(
        `select g.*, (select count(distinct b.conversation_id)::int from asked_question b
             where b.wanted_key = g.key and b.at >= $3 and b.at < $1) as before
         from (select wanted_key as key, mode() within group (order by wanted) as object, count(distinct conversation_id)::int as count
           from asked_question where at >= $1 and at < $2 and wanted_key is not null group by 1) as g
         where not exists (select 1 from insight_dismissal d where d.kind = 'demand' and d.key = g.key)
         order by g.count desc, g.key limit $4`,
        [from, to, from - (to - from), limit],
      );
      const keys = rows.map(({ key }) => key as string);
      const [days, examples] = await Promise.all([
        pool.query(
          `select wanted_key as key, (at - $2) / ${dayMs} as day, count(distinct conversation_id)::int as count from asked_question
           where wanted_key = any($1) and at >= $2 and at < $3 group by 1, 2`,
          [keys, from, to],
        ),
        pool.query(
          `select key, text, conversation_id, at, language from (
             select wanted_key as key, text, conversation_id, at, language,
               row_number() over (partition by wanted_key order by at desc) as place
             from asked_question where wanted_key = any($1) and at >= $2 and at < $3) as latest where place <= 12`,
          [keys, from, to],
        ),
      ]);
      const trendOf = trends(days.rows, Math.ceil((to - from) / dayMs));
      return rows.map((row) => ({
        key: row.key as string,
        object: row.object as string,
        count: row.count as number,
        before: row.before as number,
        trend: trendOf(row.key),
        examples: examples.rows.filter(({ key }) => key === row.key).map(exampleOf),
      }));
    },
    /** How each article was used within `[from, to)`, with the share of its answers that failed over all of them. */
    async articleUse(from: number, to: number) {
      const [uses, rivals, spans] = await Promise.all([
        pool.query(
          `select article_id as id, count(*)::int as answered, count(*) filter (where outcome = 'badly-answered')::int as failed,
             count(*) filter (where 'handed-over' = any(causes))::int as handed_over,
             count(*) filter (where causes && '{asked-again,not-helped}')::int as asked_again,
             count(*) filter (where 'low-rating' = any(causes))::int as rated_low,
             coalesce(sum(agent_ms), 0)::float8 as agent_ms
           from asked_question where at >= $1 and at < $2 and article_id is not null and outcome in ('answered', 'badly-answered')
           group by 1`,
          [from, to],
        ),
        pool.query(
          `select article_id as id, rival_id, count(*)::int as times from asked_question
           where at >= $1 and at < $2 and article_id is not null and rival_id is not null group by 1, 2 order by 3 desc`,
          [from, to],
        ),
        pool.query(
          `select article_id as id, count(*) filter (where at >= $1)::int as recent, count(*) filter (where at < $1)::int as before
           from asked_question where at >= $2 and at < $3 and article_id is not null group by 1`,
          [to - 28 * dayMs, to - 56 * dayMs, to],
        ),
      ]);
      return { uses: uses.rows, rivals: rivals.rows, spans: spans.rows };
    },
    /**
     * The latest answers of the assistant of which is known that they helped (rated well, nobody else served) or failed, newest
     * first.
     */
    async articleOutcomes(since: number, limit: number): Promise<KnownOutcome[]> {
      const { rows } = await pool.query(
        `select conversation_id, seq, at, text, article_id, outcome from asked_question q
         where at >= $1 and article_id is not null and (
           (outcome = 'badly-answered' and causes && '{asked-again,not-helped,handed-over,low-rating}')
           or (outcome = 'answered' and exists (select 1 from event e where e.conversation_id = q.conversation_id
               and e.kind = 'rated' and (e.body->>'score')::int >= 4)
             and not exists (select 1 from event e where e.conversation_id = q.conversation_id and e.kind = 'assigned')))
         order by at desc limit $2`,
        [since, limit],
      );
      return rows.map((row) => ({
        conversationId: row.conversation_id,
        seq: row.seq,
        at: Number(row.at),
        question: row.text,
        articleId: row.article_id,
        hasHelped: row.outcome === 'answered',
      }));
    },
    async dismissals(kind: string): Promise<ReadonlySet<string>> {
      const { rows } = await pool.query('select key from insight_dismissal where kind = $1', [kind]);
      return new Set(rows.map(({ key }) => key));
    },
    async dismiss(kind: string, key: string, reason: string, by: string, at: number): Promise<void> {
      await pool.query(
        `insert into insight_dismissal values ($1, $2, $3, $4, $5) on conflict (kind, key)
         do update set reason = excluded.reason, by = excluded.by, at = excluded.at`,
        [kind, key, reason, by, at],
      );
    },
  };
}

function trends(rows: readonly { key: string; day: string; count: number }[], days: number) {
  const byKey = new Map<string, number[]>();
  for (const { key, day, count } of rows) {
    const own = byKey.get(key) ?? Array.from({ length: days }, () => 0);
    own[Math.min(days - 1, Number(day))]! += count;
    byKey.set(key, own);
  }
  return (key: string): number[] => byKey.get(key) ?? Array.from({ length: days }, () => 0);
}

export type InsightStore = ReturnType<typeof createInsightStore>;
