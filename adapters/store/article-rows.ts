import type { ArticleView, EditionView } from '../../core/protocol/views.ts';
import type { Article, ArticleReach, ArticleStatus, Audience } from '../../core/terms/article.ts';
import type { Language } from '../../core/terms/language.ts';

/** What the tables `article` and `article_version` have in common. */
interface WrittenRow {
  id: string;
  language: Language;
  title: string;
  similar_questions: string[];
  body: string;
  topic: string;
  status: ArticleStatus;
  version: number;
  translation_of: string | null;
  audience: Audience;
  inbox_ids: string[];
  products: string[];
  effective_from: string | null;
  expires_at: string | null;
  owner_id: string | null;
  review_at: string | null;
  updated_at: string;
  updated_by: string;
}

export interface ArticleRow extends WrittenRow {
  source_conversation_id: string | null;
  published_at: string | null;
  revision: string;
  cited_count?: number;
  is_proposed?: boolean;
  editions?: readonly EditionView[] | null;
}

export interface VersionRow extends WrittenRow {
  answers: boolean;
  ends_at: string | null;
}

/** What an editor gives; the rest is the store's. Of the reach, what is left out stays as it was, and null lifts it. */
export interface ArticleContent extends ArticleReach, Pick<Article, 'ownerId' | 'reviewAt'> {
  readonly language: Language;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly body: string;
  readonly topic: string;
  readonly translationOf?: string | undefined;
}

const number = (value: string | null) => (value === null ? null : Number(value));

function writtenOf(row: WrittenRow) {
  return {
    id: row.id,
    language: row.language,
    title: row.title,
    similarQuestions: row.similar_questions,
    body: row.body,
    topic: row.topic,
    status: row.status,
    version: row.version,
    ...(row.translation_of === null ? {} : { translationOf: row.translation_of }),
    audience: row.audience,
    inboxIds: row.inbox_ids,
    products: row.products,
    effectiveFrom: number(row.effective_from),
    expiresAt: number(row.expires_at),
    ownerId: row.owner_id,
    reviewAt: number(row.review_at),
  } satisfies Article;
}

export function viewOf(row: ArticleRow): ArticleView {
  return {
    ...writtenOf(row),
    ...(row.source_conversation_id === null ? {} : { sourceConversationId: row.source_conversation_id }),
    updatedAt: Number(row.updated_at),
    updatedBy: row.updated_by,
    publishedAt: number(row.published_at),
    citedCount: row.cited_count ?? 0,
    isProposed: row.is_proposed ?? false,
    editions: row.editions ?? [],
  };
}

/** One version out of the history; what counts for the whole article is left empty. */
export function versionOf(row: VersionRow): ArticleView {
  return {
    ...writtenOf(row),
    updatedAt: Number(row.updated_at),
    updatedBy: row.updated_by,
    publishedAt: null,
    citedCount: 0,
    isProposed: false,
    editions: [],
  };
}

/** A version that answers now or later: its window ends where the next one's begins. */
export function editionOf(row: VersionRow): Article {
  return { ...writtenOf(row), status: 'published', expiresAt: number(row.ends_at) };
}

/** Columns of a select from `article a` that the view needs beside its own. */
export const besideArticle = `coalesce((select sum(n.count)::int from citation_count n
  where n.article_id = a.id and n.day > current_date - 30), 0) as cited_count,
  a.status in ('draft', 'review') and a.published_at is null and exists (
    select 1 from proposal p where p.id = a.id and p.kind = 'new' and p.state = 'waiting') as is_proposed,
  (select json_agg(json_build_object('version', e.version, 'effectiveFrom', e.effective_from, 'expiresAt', e.expires_at,
     'audience', e.audience) order by e.version)
   from article_version e where e.article_id = a.id and e.answers) as editions`;

/** Written columns, in the order in which both tables are filled from `written`. */
export const writtenColumns = `language, title, similar_questions, body, topic, status, version, translation_of, audience,
  inbox_ids, products, effective_from, expires_at, owner_id, review_at`;
/** The same as a record of JSON. */
export const writtenRecord = `language text, title text, similar_questions jsonb, body text, topic text, status text,
  version integer, translation_of text, audience text, inbox_ids text[], products text[], effective_from bigint,
  expires_at bigint, owner_id uuid, review_at bigint`;

export function recordOf(article: ArticleContent & { id: string; status: ArticleStatus; version: number }) {
  return {
    id: article.id,
    language: article.language,
    title: article.title,
    similar_questions: article.similarQuestions,
    body: article.body,
    topic: article.topic,
    status: article.status,
    version: article.version,
    translation_of: article.translationOf ?? null,
    audience: article.audience ?? 'everyone',
    inbox_ids: article.inboxIds ?? [],
    products: article.products ?? [],
    effective_from: article.effectiveFrom ?? null,
    expires_at: article.expiresAt ?? null,
    owner_id: article.ownerId ?? null,
    review_at: article.reviewAt ?? null,
  };
}

/** Content with the reach that it leaves out taken from what stands there. */
export function withReachOf<C extends ArticleContent>(content: C, current: ArticleView): C {
  const { audience, inboxIds, products, effectiveFrom, expiresAt, ownerId, reviewAt } = content;
  return {
    ...content,
    audience: audience ?? current.audience ?? 'everyone',
    inboxIds: inboxIds ?? current.inboxIds ?? [],
    products: products ?? current.products ?? [],
    effectiveFrom: effectiveFrom === undefined ? (current.effectiveFrom ?? null) : effectiveFrom,
    expiresAt: expiresAt === undefined ? (current.expiresAt ?? null) : expiresAt,
    ownerId: ownerId === undefined ? (current.ownerId ?? null) : ownerId,
    reviewAt: reviewAt === undefined ? (current.reviewAt ?? null) : reviewAt,
  };
}
