import type { Pool, PoolClient } from 'pg';
import type { ArticleView } from '../../core/protocol/views.ts';
import type { Article, ArticleStatus } from '../../core/terms/article.ts';
import type { Language } from '../../core/terms/language.ts';
import { underLock } from './under-lock.ts';

interface ArticleRow {
  id: string;
  language: Language;
  title: string;
  similar_questions: string[];
  body: string;
  topic: string;
  status: ArticleStatus;
  version: number;
  translation_of: string | null;
  source_conversation_id: string | null;
  updated_at: string;
  updated_by: string;
  published_at: string | null;
  revision: string;
  cited_count?: number;
}

/** What an editor gives; the rest is the store's. */
export interface ArticleContent {
  readonly language: Language;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly body: string;
  readonly topic: string;
  readonly translationOf?: string;
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly article: ArticleView }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'version-conflict'; readonly article: ArticleView };

/** What came of writing many. */
export interface PutResult {
  readonly created: number;
  readonly updated: number;
  readonly articles: readonly ArticleView[];
}

function viewOf(row: ArticleRow): ArticleView {
  return {
    id: row.id,
    language: row.language,
    title: row.title,
    similarQuestions: row.similar_questions,
    body: row.body,
    topic: row.topic,
    status: row.status,
    version: row.version,
    translationOf: row.translation_of ?? undefined,
    sourceConversationId: row.source_conversation_id ?? undefined,
    updatedAt: Number(row.updated_at),
    updatedBy: row.updated_by,
    publishedAt: row.published_at === null ? null : Number(row.published_at),
    citedCount: row.cited_count ?? 0,
  };
}

const cited = `coalesce((select sum(n.count)::int from citation_count n
  where n.article_id = a.id and n.day > current_date - 30), 0) as cited_count`;

/** Any number: writers of articles take it, so that revisions appear in the order in which they were made. */
const writerLock = 4_200_001;

/** The articles of the knowledge base with every version they ever had. */
export function createArticles(pool: Pool) {
  const locked = <T>(work: (client: PoolClient) => Promise<T>): Promise<T> =>
    underLock(pool, writerLock, work);

  async function write(
    client: PoolClient,
    article: ArticleContent & {
      id: string;
      status: ArticleStatus;
      version: number;
      sourceConversationId?: string;
    },
    by: string,
    at: number,
  ): Promise<ArticleView> {
    const { rows } = await client.query<ArticleRow>(
      `insert into article as a (id, language, title, similar_questions, body, topic, status, version, translation_of,
         source_conversation_id, updated_at, updated_by, published_at, revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, case when $7 = 'published' then $11::bigint end, nextval('article_revision_seq'))
       on conflict (id) do update set language = excluded.language, title = excluded.title,
         similar_questions = excluded.similar_questions, body = excluded.body, topic = excluded.topic,
         status = excluded.status, version = excluded.version, translation_of = excluded.translation_of,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by,
         published_at = coalesce(excluded.published_at, a.published_at), revision = excluded.revision
       returning *, ${cited}`,
      [
        article.id,
        article.language,
        article.title,
        JSON.stringify(article.similarQuestions),
        article.body,
        article.topic,
        article.status,
        article.version,
        article.translationOf ?? null,
        article.sourceConversationId ?? null,
        at,
        by,
      ],
    );
    await client.query(
      `insert into article_version select id, version, language, title, similar_questions, body, topic, status, updated_at, updated_by
       from article where id = $1`,
      [article.id],
    );
    return viewOf(rows[0]!);
  }

  return {
    async list(filter: {
      status?: ArticleStatus;
      language?: Language;
      topic?: string;
      search?: string;
      page: number;
      size: number;
    }) {
      const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` : null;
      const values = [filter.status ?? null, filter.language ?? null, filter.topic ?? null, like];
      const where = `where ($1::text is null or a.status = $1) and ($2::text is null or a.language = $2)
        and ($3::text is null or a.topic = $3)
        and ($4::text is null or a.title ilike $4 or a.body ilike $4 or a.similar_questions::text ilike $4 or a.id ilike $4)`;
      const [articles, total, topics, counts] = await Promise.all([
        pool.query<ArticleRow>(
          `select a.*, ${cited} from article a ${where} order by a.updated_at desc, a.id offset $5 limit $6`,
          [...values, (filter.page - 1) * filter.size, filter.size],
        ),
        pool.query<{ total: number }>(`select count(*)::int as total from article a ${where}`, values),
        pool.query<{ topic: string }>('select distinct topic from article order by topic'),
        pool.query<{ status: ArticleStatus; count: number }>(
          'select status, count(*)::int as count from article group by status',
        ),
      ]);
      const count = (status: ArticleStatus) => counts.rows.find((row) => row.status === status)?.count ?? 0;
      return {
        articles: articles.rows.map(viewOf),
        total: total.rows[0]!.total,
        topics: topics.rows.map((row) => row.topic),
        counts: { draft: count('draft'), published: count('published'), archived: count('archived') },
      };
    },
    async find(id: string): Promise<ArticleView | undefined> {
      const { rows } = await pool.query<ArticleRow>(`select a.*, ${cited} from article a where id = $1`, [
        id,
      ]);
      return rows[0] && viewOf(rows[0]);
    },
    async versions(id: string): Promise<ArticleView[]> {
      const { rows } = await pool.query(
        `select v.article_id as id, v.*, null as translation_of, null as source_conversation_id, null as published_at
         from article_version v where article_id = $1 order by version desc`,
        [id],
      );
      return rows.map(viewOf);
    },
    /** A new article of version 1. Undefined when the id, or a draft from the same conversation, exists already. */
    add(
      article: ArticleContent & { id: string; status: ArticleStatus; sourceConversationId?: string },
      by: string,
      at: number,
    ): Promise<ArticleView | undefined> {
      return locked(async (client) => {
        const { rowCount } = await client.query(
          'select 1 from article where id = $1 or source_conversation_id = $2',
          [article.id, article.sourceConversationId ?? null],
        );
        return rowCount ? undefined : write(client, { ...article, version: 1 }, by, at);
      });
    },
    /** Saves over `version`, and over no other: somebody's change in between is never lost. */
    save(
      id: string,
      version: number,
      change: Partial<ArticleContent> & { status?: ArticleStatus },
      by: string,
      at: number,
    ): Promise<SaveResult> {
      return locked(async (client) => {
        const { rows } = await client.query<ArticleRow>(`select a.*, ${cited} from article a where id = $1`, [
          id,
        ]);
        if (!rows[0]) return { kind: 'not-found' };
        const current = viewOf(rows[0]);
        if (current.version !== version) return { kind: 'version-conflict', article: current };
        return {
          kind: 'saved',
          article: await write(client, { ...current, ...change, version: version + 1 }, by, at),
        };
      });
    },
    /**
     * Many at once in one transaction, as an import brings them: new ones are added, known ids get a new version.
     * `within` may write beside it what must never be there without it; when it throws, nothing was written.
     */
    put(
      articles: readonly (ArticleContent & { id: string; status: ArticleStatus })[],
      by: string,
      at: number,
      within?: (client: PoolClient, result: PutResult) => Promise<void>,
    ): Promise<PutResult> {
      return locked(async (client) => {
        const { rows } = await client.query<{ id: string; version: number }>(
          'select id, version from article where id = any($1)',
          [articles.map((article) => article.id)],
        );
        const versions = new Map(rows.map((row) => [row.id, row.version]));
        const saved: ArticleView[] = [];
        for (const article of articles) {
          const version = (versions.get(article.id) ?? 0) + 1;
          saved.push(await write(client, { ...article, version }, by, at));
          versions.set(article.id, version);
        }
        const result = { created: saved.length - rows.length, updated: rows.length, articles: saved };
        await within?.(client, result);
        return result;
      });
    },
    /** What changed after `revision`, in order, whatever its status. */
    async changedSince(revision: string): Promise<{ revision: string; articles: Article[] }> {
      const { rows } = await pool.query<ArticleRow>({
        name: 'changed-articles',
        text: 'select * from article where revision > $1 order by revision limit 20000',
        values: [revision],
      });
      return { revision: rows.at(-1)?.revision ?? revision, articles: rows.map(viewOf) };
    },
  };
}

export type Articles = ReturnType<typeof createArticles>;
