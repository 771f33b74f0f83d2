import type { Pool } from 'pg';
import type { Language } from '../../core/terms/language.ts';
import type { QuestionCause, QuestionOutcome } from '../../core/terms/question-outcome.ts';

/** A question as it is kept: without personal data. */
export interface QuestionRow {
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
  readonly language: Language;
  readonly text: string;
  readonly outcome: QuestionOutcome;
  readonly causes: readonly QuestionCause[];
  readonly articleId: string | null;
  readonly rivalId: string | null;
  readonly agentMs: number;
  readonly wantedKey: string | null;
  readonly wanted: string | null;
}

/** A topic as it is kept. */
export interface TopicRow {
  readonly id: string;
  readonly language: Language;
  readonly name: string;
  readonly size: number;
  readonly length: number;
  readonly terms: readonly (readonly [string, number])[];
}

/** A question on its way to a topic. */
export interface LooseQuestion {
  readonly conversationId: string;
  readonly seq: number;
  readonly text: string;
  readonly language: Language;
  readonly topicId: string | null;
}

/** A question in its topic, with whether it was served as wanted. */
export interface ServedRow extends LooseQuestion {
  readonly topicId: string;
  readonly isBad: boolean;
}

/** Where a question was put. */
export interface Placement {
  readonly conversationId: string;
  readonly seq: number;
  readonly topicId: string;
  readonly words: readonly string[];
}

/** A question of the last day, for the watch over rising topics. */
export interface RecentQuestion {
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
  readonly topicId: string;
  readonly words: readonly string[];
}

/** Conversations that asked about something within an hour (hours since 1970). */
export interface SeriesHour {
  readonly series: string;
  readonly hour: number;
  readonly count: number;
}

/** What customers asked, without personal data, and the topics that it was put together to. */
export function createQuestionTopics(pool: Pool) {
  return {
    /** Adds questions; of known ones what became of them. Their words and text stay. */
    async putQuestions(rows: readonly QuestionRow[]): Promise<void> {
      if (rows.length === 0) return;
      const unique = [...new Map(rows.map((row) => [`${row.conversationId}/${row.seq}`, row])).values()];
      await pool.query(
        `insert into asked_question as q (conversation_id, seq, at, language, text, outcome, causes, article_id, rival_id,
           agent_ms, words, wanted_key, wanted)
         select conversation_id, seq, at, language, text, outcome, coalesce(string_to_array(nullif(causes, ''), ','), '{}'),
           article_id, rival_id, agent_ms, '{}', wanted_key, wanted
         from unnest($1::uuid[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
           $10::bigint[], $11::text[], $12::text[])
           as r(conversation_id, seq, at, language, text, outcome, causes, article_id, rival_id, agent_ms, wanted_key, wanted)
         on conflict (conversation_id, seq) do update set outcome = excluded.outcome, causes = excluded.causes,
           article_id = excluded.article_id, rival_id = excluded.rival_id, agent_ms = excluded.agent_ms
         where (q.outcome, q.causes, q.article_id, q.rival_id, q.agent_ms)
           is distinct from (excluded.outcome, excluded.causes, excluded.article_id, excluded.rival_id, excluded.agent_ms)`,
        [
          unique.map((row) => row.conversationId),
          unique.map(({ seq }) => seq),
          unique.map(({ at }) => at),
          unique.map(({ language }) => language),
          unique.map(({ text }) => text),
          unique.map(({ outcome }) => outcome),
          unique.map(({ causes }) => causes.join(',')),
          unique.map(({ articleId }) => articleId),
          unique.map(({ rivalId }) => rivalId),
          unique.map(({ agentMs }) => agentMs),
          unique.map(({ wantedKey }) => wantedKey),
          unique.map(({ wanted }) => wanted),
        ],
      );
    },
    /** Questions that no topic has yet, oldest first. */
    async loose(limit: number): Promise<LooseQuestion[]> {
      const { rows } = await pool.query(
        `select conversation_id, seq, text, language, topic_id from asked_question
         where topic_id is null order by number limit $1`,
        [limit],
      );
      return rows.map(looseOf);
    },
    /** The latest questions that have a topic, oldest first, for a look at all of them. */
    async placed(since: number, limit: number): Promise<LooseQuestion[]> {
      const { rows } = await pool.query(
        `select * from (select conversation_id, seq, text, language, topic_id, number from asked_question
           where topic_id is not null and at >= $1 order by number desc limit $2) as latest order by number`,
        [since, limit],
      );
      return rows.map(looseOf);
    },
    /** The latest questions with what became of them, oldest first. */
    async served(since: number, limit: number): Promise<ServedRow[]> {
      const { rows } = await pool.query(
        `select * from (select conversation_id, seq, text, language, topic_id, ${badOutcome} as is_bad, number
           from asked_question where topic_id is not null and at >= $1 order by number desc limit $2) as latest
         order by number`,
        [since, limit],
      );
      return rows.map((row) => ({ ...looseOf(row), topicId: row.topic_id, isBad: row.is_bad }));
    },
    async place(placements: readonly Placement[]): Promise<void> {
      if (placements.length === 0) return;
      await pool.query(
        `update asked_question as q set topic_id = p.topic_id, words = coalesce(string_to_array(nullif(p.words, ''), ' '), '{}')
         from unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) as p(conversation_id, seq, topic_id, words)
         where q.conversation_id = p.conversation_id and q.seq = p.seq`,
        [
          placements.map((one) => one.conversationId),
          placements.map(({ seq }) => seq),
          placements.map(({ topicId }) => topicId),
          placements.map(({ words }) => words.join(' ')),
        ],
      );
    },
    /** Moves questions to other topics, as a look at all of them found; their words stay. */
    async move(
      moves: readonly Omit<Placement, 'words'>[],
      merged: ReadonlyMap<string, string>,
    ): Promise<void> {
      await pool.query(
        `update asked_question as q set topic_id = p.topic_id
         from unnest($1::uuid[], $2::int[], $3::text[]) as p(conversation_id, seq, topic_id)
         where q.conversation_id = p.conversation_id and q.seq = p.seq`,
        [
          moves.map((one) => one.conversationId),
          moves.map(({ seq }) => seq),
          moves.map(({ topicId }) => topicId),
        ],
      );
      if (merged.size === 0) return;
      await pool.query(
        `with m as (select * from unnest($1::text[], $2::text[]) as m(source, target)),
           gone as (update question_topic t set merged_into = m.target from m where t.id = m.source)
         update asked_question q set topic_id = m.target from m where q.topic_id = m.source`,
        [[...merged.keys()], [...merged.values()]],
      );
    },
    async topics(): Promise<TopicRow[]> {
      const { rows } = await pool.query(
        'select id, language, name, size, length, terms from question_topic where merged_into is null order by created_at, id',
      );
      return rows;
    },
    /** Adds topics, or changes what is known of them; a name that stands stays. */
    async putTopics(topics: readonly TopicRow[], at: number): Promise<void> {
      if (topics.length === 0) return;
      await pool.query(
        `insert into question_topic (id, language, name, size, length, terms, created_at)
         select r.id, r.language, r.name, r.size, r.length, r.terms, $2
         from jsonb_to_recordset($1::jsonb) as r(id text, language text, name text, size int, length float8, terms jsonb)
         on conflict (id) do update set size = excluded.size, length = excluded.length, terms = excluded.terms`,
        [JSON.stringify(topics), at],
      );
    },
    async rename(names: ReadonlyMap<string, string>): Promise<void> {
      await pool.query(
        `update question_topic t set name = r.name from unnest($1::text[], $2::text[]) as r(id, name)
         where t.id = r.id and t.name <> r.name`,
        [[...names.keys()], [...names.values()]],
      );
    },
    async setDraft(topicId: string, articleId: string): Promise<void> {
      await pool.query('update question_topic set article_id = $2 where id = $1', [topicId, articleId]);
    },
    async recent(from: number, to: number): Promise<RecentQuestion[]> {
      const { rows } = await pool.query(
        `select conversation_id, seq, at, topic_id, words from asked_question
         where at > $1 and at <= $2 and topic_id is not null order by at`,
        [from, to],
      );
      return rows.map((row) => ({
        conversationId: row.conversation_id,
        seq: row.seq,
        at: Number(row.at),
        topicId: row.topic_id,
        words: row.words,
      }));
    },
    /** Conversations by hour: all, by topic (`t:`) and by word (`w:`). */
    async hours(from: number, to: number): Promise<{ totals: SeriesHour[]; series: SeriesHour[] }> {
      const span = 'at >= $1 and at < $2 and topic_id is not null';
      const [totals, series] = await Promise.all([
        pool.query(
          `select '' as series, at / 3600000 as hour, count(distinct conversation_id)::int as count from asked_question
           where ${span} group by 2`,
          [from, to],
        ),
        pool.query(
          `select 't:' || topic_id as series, at / 3600000 as hour, count(distinct conversation_id)::int as count
           from asked_question where ${span} group by 1, 2
           union all
           select 'w:' || word, at / 3600000, count(distinct conversation_id)::int
           from asked_question, unnest(words) as word where ${span} group by 1, 2`,
          [from, to],
        ),
      ]);
      const hourOf = (row: { series: string; hour: string; count: number }) => ({
        ...row,
        hour: Number(row.hour),
      });
      return { totals: totals.rows.map(hourOf), series: series.rows.map(hourOf) };
    },
    /** The first moment of which anything is known. */
    async began(): Promise<number | null> {
      const { rows } = await pool.query('select min(at) as at from asked_question');
      return rows[0].at === null ? null : Number(rows[0].at);
    },
    /** The texts of these questions, as they stand. */
    async texts(places: readonly { readonly conversationId: string; readonly seq: number }[]) {
      const { rows } = await pool.query(
        `select q.conversation_id, q.seq, q.at, q.text, q.language from asked_question q
         join unnest($1::uuid[], $2::int[]) as p(conversation_id, seq) on q.conversation_id = p.conversation_id and q.seq = p.seq
         order by q.at`,
        [places.map((one) => one.conversationId), places.map(({ seq }) => seq)],
      );
      return rows.map(exampleOf);
    },
    /** One topic with its latest questions; undefined where there is none. */
    async topic(id: string) {
      const { rows } = await pool.query(
        'select id, language, name, article_id from question_topic where id = $1 and merged_into is null',
        [id],
      );
      if (!rows[0]) return undefined;
      const found = await pool.query(
        `select text, conversation_id, at, language from asked_question where topic_id = $1 order by ${badOutcome} desc, at desc limit 300`,
        [id],
      );
      return {
        id: rows[0].id as string,
        language: rows[0].language as Language,
        name: rows[0].name as string,
        articleId: rows[0].article_id as string | null,
        questions: found.rows.map(exampleOf),
      };
    },
  };
}

const looseOf = (row: {
  conversation_id: string;
  seq: number;
  text: string;
  language: Language;
  topic_id: string | null;
}): LooseQuestion => ({
  conversationId: row.conversation_id,
  seq: row.seq,
  text: row.text,
  language: row.language,
  topicId: row.topic_id,
});

/** A question as an example of what was asked. */
export const exampleOf = (row: {
  text: string;
  conversation_id: string;
  at: string;
  language: Language;
}) => ({
  text: row.text,
  conversationId: row.conversation_id,
  at: Number(row.at),
  language: row.language,
});

/** Not served as wanted: the clause that every count of gaps shares. */
export const badOutcome = `outcome in ('unanswered', 'badly-answered')`;

export type QuestionTopics = ReturnType<typeof createQuestionTopics>;
