import type { Pool } from 'pg';
import type { ArticleList } from '../../core/protocol/articles.ts';
import type { ArticleStatus, Audience } from '../../core/terms/article.ts';
import type { Language } from '../../core/terms/language.ts';
import { type ArticleRow, besideArticle, viewOf } from './article-rows.ts';

/** What a list of articles is narrowed by; what is left out does not narrow. */
export interface ArticleFilter {
  /** `published` also holds those of which a published version answers below a newer draft. */
  readonly status?: ArticleStatus | undefined;
  readonly language?: Language | undefined;
  readonly topic?: string | undefined;
  readonly audience?: Audience | undefined;
  /** What answers there: named for it, or for every inbox. */
  readonly inboxId?: string | undefined;
  readonly product?: string | undefined;
  readonly ownerId?: string | undefined;
  /** Promised to be looked at again by this time; epoch milliseconds. */
  readonly reviewBy?: number | undefined;
  /** A published version begins after this time. */
  readonly beginsAfter?: number | undefined;
  /** What answers ends between these times. */
  readonly endsBetween?: readonly [number, number] | undefined;
  /** Stands in the title, a similar question or the id, in whatever case. */
  readonly search?: string | undefined;
  /** Found in another way for the same search: these match as well, after those. */
  readonly alsoIds?: readonly string[] | undefined;
  /** The search as it may have been meant: what holds these words matches as well, after all others. */
  readonly meant?: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** What holds these words, as `like` asks for it. */
const holding = (words: string) => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

const isStatus = `(a.status = $1 or ($1 = 'published' and a.answers))`;

/** The distinct values of an indexed column, one probe of the index each, however many rows there are. */
const topicsOfAll = `with recursive t(topic) as (
    (select topic from article order by topic limit 1)
    union all select (select topic from article where topic > t.topic order by topic limit 1) from t where t.topic is not null
  ) select topic from t where topic is not null`;

export async function listArticles(pool: Pool, filter: ArticleFilter): Promise<ArticleList> {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const narrow = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  narrow(filter.status, (place) => isStatus.replaceAll('$1', `${place}::text`));
  narrow(filter.language, (place) => `a.language = ${place}`);
  narrow(filter.topic, (place) => `a.topic = ${place}`);
  narrow(filter.audience, (place) => `a.audience = ${place}`);
  narrow(filter.inboxId, (place) => `(a.inbox_ids = '{}' or ${place}::text = any(a.inbox_ids))`);
  narrow(filter.product, (place) => `${place}::text = any(a.products)`);
  narrow(filter.ownerId, (place) => `a.owner_id = ${place}`);
  narrow(filter.reviewBy, (place) => `a.review_at <= ${place} and a.status <> 'archived'`);
  narrow(
    filter.beginsAfter,
    (place) =>
      `a.id in (select v.article_id from article_version v where v.answers and v.effective_from > ${place})`,
  );
  narrow(
    filter.endsBetween,
    (place) =>
      `a.id in (select v.article_id from article_version v where v.answers
         and v.ends_at between (${place}::bigint[])[1] and (${place}::bigint[])[2])`,
  );
  let order = '';
  if (filter.search) {
    values.push(holding(filter.search), filter.alsoIds ?? [], holding(filter.meant ?? filter.search));
    const [like, ids, meant] = [
      `$${values.length - 2}`,
      `$${values.length - 1}::text[]`,
      `$${values.length}`,
    ];
    conditions.push(`(a.words like ${like} or a.id = any(${ids}) or a.words like ${meant})`);
    // What names the words in its title is what was meant.
    order = `(lower(a.title) like ${like}) desc, (a.words like ${like}) desc, array_position(${ids}, a.id), `;
  }
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const isByStatusAlone = conditions.length === (filter.status === undefined ? 0 : 1);
  const [articles, total, topics, products, counts] = await Promise.all([
    pool.query<ArticleRow>(
      `select a.*, ${besideArticle} from (
         select * from article a ${where} order by ${order}a.updated_at desc, a.id
         offset $${values.length + 1} limit $${values.length + 2}
       ) a order by ${order}a.updated_at desc, a.id`,
      [...values, (filter.page - 1) * filter.size, filter.size],
    ),
    isByStatusAlone
      ? undefined
      : pool.query<{ total: number }>(`select count(*)::int as total from article a ${where}`, values),
    pool.query<{ topic: string }>(topicsOfAll),
    pool.query<{ product: string }>(
      `select distinct unnest(products) as product from article where products <> '{}' order by 1`,
    ),
    pool.query<{ status: ArticleStatus; answers: boolean; count: number }>(
      'select status, answers, count(*)::int as count from article group by status, answers',
    ),
  ]);
  const count = (isCounted: (row: { status: ArticleStatus; answers: boolean }) => boolean) =>
    counts.rows.filter(isCounted).reduce((sum, row) => sum + row.count, 0);
  const withStatus = (status: ArticleStatus) => count((row) => row.status === status);
  const byStatus: Record<ArticleStatus, number> = {
    draft: withStatus('draft'),
    review: withStatus('review'),
    published: count(({ status, answers }) => status === 'published' || answers),
    expired: withStatus('expired'),
    archived: withStatus('archived'),
  };
  return {
    articles: articles.rows.map(viewOf),
    total: total ? total.rows[0]!.total : filter.status ? byStatus[filter.status] : count(() => true),
    topics: topics.rows.map((row) => row.topic),
    products: products.rows.map((row) => row.product),
    counts: byStatus,
  };
}
