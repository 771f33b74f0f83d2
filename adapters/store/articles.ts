import type { Pool, PoolClient } from 'pg';
import type { ArticleView, TranslationView } from '../../core/protocol/views.ts';
import type { ArticleStatus } from '../../core/terms/article.ts';
import { changedSince, endEditions, hasEnded } from './article-editions.ts';
import { type ArticleFilter, listArticles } from './article-list.ts';
import { type ArticleContent, editionOf, type VersionRow, versionOf, withReachOf } from './article-rows.ts';
import { underLock } from './under-lock.ts';
import { readArticles, writeVersions } from './write-articles.ts';

export type { ArticleContent } from './article-rows.ts';

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

/** Writes beside an article, in its transaction, what must never be there without it; what it throws undoes both. */
export type Beside = (client: PoolClient, article: ArticleView) => Promise<void>;

/** Any number: writers of articles take it, so that revisions appear in the order in which they were made. */
export const writerLock = 4_200_001;

/** The articles of the knowledge base with every version they ever had. */
export function createArticles(pool: Pool) {
  const locked = <T>(work: (client: PoolClient) => Promise<T>): Promise<T> =>
    underLock(pool, writerLock, work);
  const find = async (id: string): Promise<ArticleView | undefined> => (await readArticles(pool, [id]))[0];

  return {
    find,
    list: (filter: ArticleFilter) => listArticles(pool, filter),
    /** Every version that was saved, newest first. */
    async versions(id: string): Promise<ArticleView[]> {
      const { rows } = await pool.query<VersionRow>(
        'select v.article_id as id, v.* from article_version v where article_id = $1 order by version desc',
        [id],
      );
      return rows.map(versionOf);
    },
    async version(id: string, version: number): Promise<ArticleView | undefined> {
      const { rows } = await pool.query<VersionRow>(
        'select v.article_id as id, v.* from article_version v where article_id = $1 and version = $2',
        [id, version],
      );
      return rows[0] && versionOf(rows[0]);
    },
    /** The versions that answer now or later, each with the time at which its window ends. */
    async editions(id: string): Promise<ArticleView[]> {
      const { rows } = await pool.query<VersionRow>(
        'select v.article_id as id, v.* from article_version v where article_id = $1 and answers order by version',
        [id],
      );
      return rows.map((row) => ({ ...versionOf(row), ...editionOf(row) }));
    },
    /** Whether any version of it was for customers to read once. */
    async wasPublic(id: string): Promise<boolean> {
      const { rowCount } = await pool.query(
        `select 1 from article_version where article_id = $1 and status in ('published', 'expired') and audience = 'everyone' limit 1`,
        [id],
      );
      return rowCount! > 0;
    },
    /** The articles of the same content in other languages, whichever of them names the other. */
    async translations(id: string): Promise<TranslationView[]> {
      const { rows } = await pool.query(
        `select o.id, o.language, o.title, o.status, o.updated_at, o.translation_of from article a join article o
           on o.id <> a.id and (o.id = a.translation_of or o.translation_of = a.id or o.translation_of = a.translation_of)
         where a.id = $1 order by o.language, o.id`,
        [id],
      );
      return rows.map((row) => ({
        id: row.id,
        language: row.language,
        title: row.title,
        status: row.status,
        updatedAt: Number(row.updated_at),
        isOriginal: row.translation_of === null,
      }));
    },
    /**
     * A new article of version 1. Undefined when the id, or a draft from the same conversation, exists already.
     * `within` as with `put`.
     */
    add(
      article: ArticleContent & { id: string; status: ArticleStatus; sourceConversationId?: string },
      by: string,
      at: number,
      within?: Beside,
    ): Promise<ArticleView | undefined> {
      return locked(async (client) => {
        const { rowCount } = await client.query(
          'select 1 from article where id = $1 or source_conversation_id = $2',
          [article.id, article.sourceConversationId ?? null],
        );
        if (rowCount) return undefined;
        const [added] = await writeVersions(client, [{ ...article, version: 1 }], by, at);
        await within?.(client, added!);
        return added;
      });
    },
    /** Saves over `version`, and over no other: somebody's change in between is never lost. `within` as with `put`. */
    save(
      id: string,
      version: number,
      change: Partial<ArticleContent> & { status?: ArticleStatus },
      by: string,
      at: number,
      within?: Beside,
    ): Promise<SaveResult> {
      return locked(async (client) => {
        const [current] = await readArticles(client, [id]);
        if (!current) return { kind: 'not-found' };
        if (current.version !== version) return { kind: 'version-conflict', article: current };
        const next = withReachOf({ ...current, ...change, version: version + 1 }, current);
        const [article] = await writeVersions(client, [next], by, at);
        await within?.(client, article!);
        return { kind: 'saved', article: article! };
      });
    },
    /**
     * Many at once in one transaction, as an import brings them: new ones are added, known ids get a new version and
     * keep of their reach what is not given, so that an import makes nothing public that was internal.
     * `within` may write beside it what must never be there without it; when it throws, nothing was written.
     */
    put(
      articles: readonly (ArticleContent & { id: string; status: ArticleStatus })[],
      by: string,
      at: number,
      within?: (client: PoolClient, result: PutResult) => Promise<void>,
    ): Promise<PutResult> {
      return locked(async (client) => {
        const saved: ArticleView[] = [];
        let created = 0;
        for (const round of withoutRepeats(articles)) {
          const known = await readArticles(
            client,
            round.map(({ id }) => id),
          );
          const currents = new Map(known.map((article) => [article.id, article]));
          const versions = round.map((article) => {
            const current = currents.get(article.id);
            return current
              ? withReachOf({ ...article, version: current.version + 1 }, current)
              : { ...article, version: 1 };
          });
          saved.push(...(await writeVersions(client, versions, by, at)));
          created += round.length - known.length;
        }
        const result = { created, updated: saved.length - created, articles: saved };
        await within?.(client, result);
        return result;
      });
    },
    /** What changed after `revision`, in order, whatever its status, with the versions of it that answer. */
    changedSince: (revision: string) => changedSince(pool, revision),
    /** Marks what has ended by `at`, and gives the articles that this changed. Several processes may ask at once. */
    async endEditions(at: number): Promise<ArticleView[]> {
      return (await hasEnded(pool, at)) ? locked((client) => endEditions(client, at)) : [];
    },
  };
}

/** The list in rounds that hold no id twice, each later repeat in a later round. */
function withoutRepeats<A extends { readonly id: string }>(articles: readonly A[]): A[][] {
  const rounds: A[][] = [];
  const times = new Map<string, number>();
  for (const article of articles) {
    const time = times.get(article.id) ?? 0;
    times.set(article.id, time + 1);
    rounds[time] ??= [];
    rounds[time].push(article);
  }
  return rounds;
}

export type Articles = ReturnType<typeof createArticles>;
