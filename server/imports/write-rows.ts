import type { Pool, PoolClient } from 'pg';
import type { Articles } from '../../adapters/store/articles.ts';
import type { Imports, StandingArticle } from '../../adapters/store/imports.ts';
import type { ImportOptions } from '../../core/protocol/imports.ts';
import type { CheckedRow, ImportedArticle } from '../../core/terms/import.ts';

/** An article as it is put into the store. */
export type WrittenArticle = ReturnType<typeof articleOf>;

/** An imported article with what was chosen for the whole import. */
export function articleOf(article: ImportedArticle, options: ImportOptions) {
  return {
    ...article,
    status: options.status,
    ...(options.audience ? { audience: options.audience } : {}),
    ...(options.inboxIds ? { inboxIds: options.inboxIds } : {}),
  };
}

/** Whether an article stands in the store already as it would be written: then no version is made of it. */
export function isUnchanged(article: WrittenArticle, standing: StandingArticle | undefined): boolean {
  if (!standing) return false;
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return (
    standing.title === article.title &&
    standing.body === article.body &&
    standing.topic === article.topic &&
    standing.language === article.language &&
    standing.status === article.status &&
    same(standing.similar_questions, article.similarQuestions) &&
    (standing.translation_of ?? undefined) === article.translationOf &&
    (article.audience === undefined ||
      standing.audience === undefined ||
      standing.audience === article.audience) &&
    (article.inboxIds === undefined ||
      standing.inbox_ids === undefined ||
      same(standing.inbox_ids ?? [], article.inboxIds)) &&
    (article.products === undefined ||
      standing.products === undefined ||
      same(standing.products ?? [], article.products))
  );
}

/** Rows of an import that are written together, with where they stand in it. */
export interface RowBatch {
  readonly importId: string;
  /** Rows that were dealt with before these. */
  readonly from: number;
  readonly rows: readonly CheckedRow[];
  readonly share: number;
}

/**
 * Writes rows and the import's position in one transaction: whenever the process is killed, either both are there or
 * neither is. Nothing is written twice, and a row that changes nothing makes no version.
 */
export async function writeRows(
  needs: { readonly pool: Pool; readonly articles: Articles; readonly imports: Imports },
  batch: RowBatch,
  options: ImportOptions,
  by: string,
  at: number,
): Promise<{ written: number }> {
  const { imports } = needs;
  const taken = batch.rows.flatMap((row) => ('article' in row ? [articleOf(row.article, options)] : []));
  const standing = await imports.standing(
    needs.pool,
    taken.map(({ id }) => id),
  );
  const changed = taken.filter((article) => !isUnchanged(article, standing.get(article.id)));
  const rejected = batch.rows.flatMap((row, index) =>
    'problem' in row ? [{ row, ordinal: batch.from + index + 1 }] : [],
  );
  await needs.articles.put(changed, by, at, async (client: PoolClient, { created, updated }) => {
    await imports.step(client, batch.importId, {
      from: batch.from,
      rows: batch.rows.length,
      created,
      updated,
      unchanged: taken.length - changed.length,
      rejected: rejected.map(({ row }) => row),
      ordinals: rejected.map(({ ordinal }) => ordinal),
      share: batch.share,
    });
  });
  return { written: changed.length };
}
