import type { Pool, PoolClient } from 'pg';
import type { ArticleView } from '../../core/protocol/views.ts';
import type { Article } from '../../core/terms/article.ts';
import { editionOf, type VersionRow } from './article-rows.ts';
import { readArticles } from './write-articles.ts';

/** An article that changed, with all of its versions that answer now or later; none takes it out. */
export interface ChangedArticle {
  readonly articleId: string;
  readonly editions: readonly Article[];
}

/** What changed after `revision`, in order, whatever its status; at most 20,000 articles at once. */
export async function changedSince(
  pool: Pool,
  revision: string,
): Promise<{ revision: string; changed: ChangedArticle[] }> {
  const { rows } = await pool.query<VersionRow & { changed_id: string; changed_revision: string }>({
    name: 'changed-articles',
    text: `select a.id as changed_id, a.revision as changed_revision, v.article_id as id, v.*
      from (select id, revision from article where revision > $1 order by revision limit 20000) a
      left join article_version v on v.article_id = a.id and v.answers
      order by a.revision, v.version`,
    values: [revision],
  });
  const changed: { articleId: string; editions: Article[] }[] = [];
  for (const row of rows) {
    if (changed.at(-1)?.articleId !== row.changed_id)
      changed.push({ articleId: row.changed_id, editions: [] });
    if (row.id !== null) changed.at(-1)!.editions.push(editionOf(row));
  }
  return { revision: rows.at(-1)?.changed_revision ?? revision, changed };
}

/** Whether some version's window has passed that still counts as answering. */
export async function hasEnded(pool: Pool, at: number): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'ended-articles',
    // Ordered, so that its small index is used: the planner would hope to meet one early and reads the whole table.
    text: `select 1 from article_version where answers and ends_at is not null and ends_at <= $1
           order by ends_at limit 1`,
    values: [at],
  });
  return rowCount! > 0;
}

/**
 * Marks what has ended by `at`: a version gives way to its successor, and an article whose published version has no
 * successor is expired. A text that somebody drafts meanwhile stays a draft. The caller holds the writers' lock.
 *
 * @returns the articles as they are now
 */
export async function endEditions(client: PoolClient, at: number): Promise<ArticleView[]> {
  const { rows } = await client.query<{ article_id: string }>(
    'update article_version set answers = false where answers and ends_at <= $1 returning article_id',
    [at],
  );
  const ids = [...new Set(rows.map((row) => row.article_id))];
  if (ids.length === 0) return [];
  await client.query(
    `update article a set answers = s.answers, revision = nextval('article_revision_seq'),
       status = case when a.status = 'published' and not s.answers then 'expired' else a.status end
     from (select i.id, exists (select from article_version v where v.article_id = i.id and v.answers) as answers
           from unnest($1::text[]) as i(id)) s
     where a.id = s.id`,
    [ids],
  );
  await client.query(
    `update article_version v set status = 'expired' from article a
     where a.id = any($1) and a.status = 'expired' and v.article_id = a.id and v.version = a.version`,
    [ids],
  );
  return readArticles(client, ids);
}
