import type { Pool } from 'pg';
import type { Language } from '../../core/terms/language.ts';

/** A published article as intents are learned from it. */
export interface TeachingArticle {
  readonly id: string;
  readonly language: Language;
  readonly topic: string;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly updatedAt: number;
  readonly updatedBy: string;
}

/** What articles teach: read when it is needed, kept nowhere twice. */
export function createTeachingArticles(pool: Pool) {
  return {
    async published(): Promise<TeachingArticle[]> {
      const { rows } = await pool.query(
        `select id, language, topic, title, similar_questions, updated_at, updated_by from article
         where answers and audience = 'everyone' order by updated_at desc, id`,
      );
      return rows.map((row) => ({
        id: row.id,
        language: row.language,
        topic: row.topic,
        title: row.title,
        similarQuestions: row.similar_questions,
        updatedAt: Number(row.updated_at),
        updatedBy: row.updated_by,
      }));
    },
    /** When any article changed last, and how many did after a time. */
    async changes(since: number): Promise<{ readonly last: number; readonly changed: number }> {
      const { rows } = await pool.query(
        `select max(updated_at) as last, count(*) filter (where updated_at > $1)::int as changed from article
         where status <> 'draft'`,
        [since],
      );
      return { last: Number(rows[0].last ?? 0), changed: rows[0].changed };
    },
  };
}

export type TeachingArticles = ReturnType<typeof createTeachingArticles>;
