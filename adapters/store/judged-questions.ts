import type { Pool } from 'pg';
import type { JudgedQuestionView } from '../../core/protocol/preview.ts';
import type { Language } from '../../core/terms/language.ts';
import type { PastQuestion } from '../../core/terms/preview.ts';

interface JudgedRow {
  id: string;
  text: string;
  language: Language;
  article_id: string | null;
  title: string | null;
  judged_by: string;
  judged_at: string;
}

const viewOf = (row: JudgedRow): JudgedQuestionView => ({
  id: row.id,
  text: row.text,
  language: row.language,
  articleId: row.article_id,
  title: row.title,
  by: row.judged_by,
  at: Number(row.judged_at),
});

const columns = `j.*, (select a.title from article a where a.id = j.article_id) as title`;

/** A question of the past, in the language of its conversation, with where it was asked. */
export interface AskedQuestion extends PastQuestion {
  readonly language: Language;
  readonly inboxId: string;
}

/** The questions that people judged, and those that customers asked. */
export function createJudgedQuestions(pool: Pool) {
  return {
    async list(): Promise<JudgedQuestionView[]> {
      const { rows } = await pool.query<JudgedRow>(
        `select ${columns} from judged_question j order by j.judged_at desc, j.id limit 5000`,
      );
      return rows.map(viewOf);
    },
    /** Judges a question, or judges it anew: the same words in the same language are one question. */
    async judge(
      question: {
        readonly id: string;
        readonly text: string;
        readonly language: Language;
        readonly articleId: string | null;
      },
      by: string,
      at: number,
    ): Promise<JudgedQuestionView> {
      const { rows } = await pool.query<JudgedRow>(
        `with saved as (
           insert into judged_question (id, text, language, article_id, judged_by, judged_at)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (language, lower(text)) do update
             set article_id = excluded.article_id, judged_by = excluded.judged_by, judged_at = excluded.judged_at
           returning *)
         select ${columns} from saved j`,
        [question.id, question.text, question.language, question.articleId, by, at],
      );
      return viewOf(rows[0]!);
    },
    /** Whether there was one. */
    async remove(id: string): Promise<boolean> {
      const { rowCount } = await pool.query('delete from judged_question where id = $1', [id]);
      return (rowCount ?? 0) > 0;
    },
    /**
     * What customers asked the assistant in conversations opened since, each wording once, the latest first. `went`
     * is read from what followed: a handoff, the same question again, or the rating.
     */
    async asked(since: number, limit: number): Promise<AskedQuestion[]> {
      const { rows } = await pool.query<{
        conversation_id: string;
        seq: number;
        at: string;
        question: string;
        language: Language;
        inbox_id: string;
        times: number;
        badly: boolean;
        well: boolean;
      }>(
        `with asked as (
           select e.conversation_id, e.seq, e.at, e.body ->> 'question' as question, c.inbox_id,
             coalesce(c.language, 'zh') as language,
             e.body ->> 'decision' <> 'answer' or exists (
               select 1 from event n where n.conversation_id = e.conversation_id and n.seq > e.seq and (
                 n.kind = 'handoff-requested'
                 or (n.kind = 'decided' and (n.body ->> 'repeated')::boolean)
                 or (n.kind = 'rated' and (n.body ->> 'score')::int <= 2))) as badly,
             exists (
               select 1 from event r where r.conversation_id = e.conversation_id and r.seq > e.seq
                 and r.kind = 'rated' and (r.body ->> 'score')::int >= 4) as well
           from conversation c
           join event e on e.conversation_id = c.id and e.kind = 'decided' and e.body ? 'question'
           where c.opened_at >= $1
           order by c.opened_at desc, e.seq desc limit 20000)
         select * from (
           select distinct on (language, lower(question)) *,
             count(*) over (partition by language, lower(question))::int as times
           from asked order by language, lower(question), at desc) q
         order by at desc limit $2`,
        [since, limit],
      );
      return rows.map((row) => ({
        conversationId: row.conversation_id,
        seq: Number(row.seq),
        at: Number(row.at),
        text: row.question,
        times: row.times,
        went: row.badly ? 'badly' : row.well ? 'well' : null,
        language: row.language === 'en' ? 'en' : 'zh',
        inboxId: row.inbox_id,
      }));
    },
  };
}

export type JudgedQuestions = ReturnType<typeof createJudgedQuestions>;
