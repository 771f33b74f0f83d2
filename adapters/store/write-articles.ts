import type { PoolClient } from 'pg';
import { type Edition, editionsAfter } from '../../core/knowledge/in-force.ts';
import type { ArticleView } from '../../core/protocol/views.ts';
import type { ArticleStatus } from '../../core/terms/article.ts';
import {
  type ArticleContent,
  type ArticleRow,
  besideArticle,
  recordOf,
  viewOf,
  writtenColumns,
  writtenRecord,
} from './article-rows.ts';

/** A version that is to be written: over the article's last one, or as its first. */
export type NewVersion = ArticleContent & {
  readonly id: string;
  readonly status: ArticleStatus;
  readonly version: number;
  readonly sourceConversationId?: string | undefined;
};

/**
 * Writes a version of each article, no article twice, and says of all their versions anew which answer until when.
 * The caller holds the writers' lock. Views in the order given.
 */
export async function writeVersions(
  client: PoolClient,
  articles: readonly NewVersion[],
  by: string,
  at: number,
): Promise<ArticleView[]> {
  const ids = articles.map(({ id }) => id);
  const before = await editionsOf(client, ids);
  const records = articles.map((article) => {
    const record = recordOf(article);
    const { version, status } = article;
    const saved = { version, status, effectiveFrom: record.effective_from, expiresAt: record.expires_at };
    const old = before.get(article.id) ?? [];
    const living = editionsAfter(old, saved, at);
    const own = living.find((edition) => edition.version === version);
    const others = old.map((edition) => {
      const still = living.find((one) => one.version === edition.version);
      return { id: article.id, version: edition.version, answers: !!still, ends_at: still?.endsAt ?? null };
    });
    return {
      others,
      record: {
        ...record,
        source_conversation_id: article.sourceConversationId ?? null,
        answers: living.length > 0,
        version_answers: own !== undefined,
        ends_at: own?.endsAt ?? null,
      },
    };
  });
  const others = records.flatMap((one) => one.others);
  if (others.length > 0)
    await client.query(
      `update article_version v set answers = o.answers, ends_at = o.ends_at
       from jsonb_to_recordset($1) as o(id text, version integer, answers boolean, ends_at bigint)
       where v.article_id = o.id and v.version = o.version`,
      [JSON.stringify(others)],
    );
  await client.query({
    name: 'write-articles',
    text: `with written as (
        select w.* from jsonb_to_recordset($1) as w(id text, ${writtenRecord}, source_conversation_id uuid,
          answers boolean, version_answers boolean, ends_at bigint)
      ), kept as (
        insert into article as a (id, ${writtenColumns}, source_conversation_id, answers, updated_at, updated_by,
          published_at, revision)
        select id, ${writtenColumns}, source_conversation_id, answers, $2, $3,
          case when status = 'published' then $2::bigint end, nextval('article_revision_seq') from written
        on conflict (id) do update set language = excluded.language, title = excluded.title,
          similar_questions = excluded.similar_questions, body = excluded.body, topic = excluded.topic,
          status = excluded.status, version = excluded.version, translation_of = excluded.translation_of,
          audience = excluded.audience, inbox_ids = excluded.inbox_ids, products = excluded.products,
          effective_from = excluded.effective_from, expires_at = excluded.expires_at, owner_id = excluded.owner_id,
          review_at = excluded.review_at, answers = excluded.answers, updated_at = excluded.updated_at,
          updated_by = excluded.updated_by, published_at = coalesce(excluded.published_at, a.published_at),
          revision = excluded.revision
      )
      insert into article_version (article_id, ${writtenColumns}, updated_at, updated_by, answers, ends_at)
      select id, ${writtenColumns}, $2, $3, version_answers, ends_at from written`,
    values: [JSON.stringify(records.map(({ record }) => record)), at, by],
  });
  return readArticles(client, ids);
}

/** The articles of these ids in their order; those that do not exist are left out. */
export async function readArticles(
  client: Pick<PoolClient, 'query'>,
  ids: readonly string[],
): Promise<ArticleView[]> {
  const { rows } = await client.query<ArticleRow>({
    name: 'read-articles',
    text: `select a.*, ${besideArticle} from article a where a.id = any($1)`,
    values: [ids],
  });
  const views = new Map(rows.map((row) => [row.id, viewOf(row)]));
  return ids.flatMap((id) => views.get(id) ?? []);
}

/** What answers of each article, as its writers wanted it. */
async function editionsOf(client: PoolClient, ids: readonly string[]): Promise<Map<string, Edition[]>> {
  const { rows } = await client.query<{
    article_id: string;
    version: number;
    effective_from: string | null;
    expires_at: string | null;
  }>(
    'select article_id, version, effective_from, expires_at from article_version where article_id = any($1) and answers',
    [ids],
  );
  const number = (value: string | null) => (value === null ? null : Number(value));
  const found = new Map<string, Edition[]>();
  for (const row of rows) {
    const edition = {
      version: row.version,
      effectiveFrom: number(row.effective_from),
      expiresAt: number(row.expires_at),
    };
    const list = found.get(row.article_id);
    if (list) list.push(edition);
    else found.set(row.article_id, [edition]);
  }
  return found;
}
