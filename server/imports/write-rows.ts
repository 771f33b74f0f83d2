import type { Pool, PoolClient } from 'pg';
import type { Articles } from '../../adapters/store/articles.ts';
import type { Imports, StandingArticle } from '../../adapters/store/imports.ts';
import type { ImportOptions } from '../../core/protocol/imports.ts';
import type { CheckedRow, ImportedArticle, RowProblem } from '../../core/terms/import.ts';

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

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What people and sources write; the rest is where and for whom it stands. */
const hasSameWords = (article: WrittenArticle, standing: StandingArticle): boolean =>
  standing.title === article.title &&
  standing.body === article.body &&
  standing.topic === article.topic &&
  standing.language === article.language &&
  same(standing.similar_questions, article.similarQuestions);

/** Whether an article stands in the store already as it would be written: then no version is made of it. */
export function isUnchanged(article: WrittenArticle, standing: StandingArticle | undefined): boolean {
  if (!standing) return false;
  return (
    hasSameWords(article, standing) &&
    standing.status === article.status &&
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

/** Between the look at an article and the writing of it somebody saved it: what they wrote must not be overwritten. */
export class EditedMeanwhile extends Error {}

/** Throws where an article was saved since it was looked at. Runs inside the transaction that wrote them. */
export function refuseEdited(
  written: readonly { readonly id: string }[],
  standing: ReadonlyMap<string, { readonly version: number }>,
  saved: readonly { readonly id: string; readonly version: number }[],
): void {
  const versions = new Map(saved.map(({ id, version }) => [id, version]));
  for (const { id } of written)
    if (versions.get(id) !== (standing.get(id)?.version ?? 0) + 1) throw new EditedMeanwhile();
}

/**
 * Writes rows and the import's position in one transaction: whenever the process is killed, either both are there or
 * neither is. Nothing is written twice, and a row that changes nothing makes no version. An article whose words people
 * changed since a file brought it is kept as it is, and its row is told with what it would have written.
 */
export async function writeRows(...given: Parameters<typeof writeOnce>): Promise<{ written: number }> {
  for (;;) {
    try {
      return await writeOnce(...given);
    } catch (error) {
      if (!(error instanceof EditedMeanwhile)) throw error;
    }
  }
}

async function writeOnce(
  needs: { readonly pool: Pool; readonly articles: Articles; readonly imports: Imports },
  batch: RowBatch,
  options: ImportOptions,
  by: string,
  at: number,
): Promise<{ written: number }> {
  const { imports } = needs;
  const standing = await imports.standing(
    needs.pool,
    batch.rows.flatMap((row) => ('problem' in row ? [] : [row.article.id])),
  );
  const rows = batch.rows.map((row) => keptFrom(row, options, standing));
  const taken = rows.flatMap((row) => ('problem' in row ? [] : [articleOf(row.article, options)]));
  const changed = taken.filter((article) => !isUnchanged(article, standing.get(article.id)));
  const rejected = rows.flatMap((row, index) =>
    'problem' in row ? [{ row, ordinal: batch.from + index + 1 }] : [],
  );
  await needs.articles.put(
    changed,
    by,
    at,
    async (client: PoolClient, { created, updated, articles: saved }) => {
      refuseEdited(changed, standing, saved);
      const versions = new Map(saved.map(({ id, version }) => [id, version]));
      await imports.step(client, batch.importId, {
        from: batch.from,
        rows: rows.length,
        created,
        updated,
        unchanged: taken.length - changed.length,
        rejected: rejected.map(({ row }) => row),
        ordinals: rejected.map(({ ordinal }) => ordinal),
        share: batch.share,
        imported: taken.map(({ id }) => ({ id, version: versions.get(id) ?? standing.get(id)!.version })),
      });
    },
  );
  return { written: changed.length };
}

/** The row, or why it is not taken: people changed the words of its article. */
function keptFrom(
  row: CheckedRow,
  options: ImportOptions,
  standing: ReadonlyMap<string, StandingArticle>,
): CheckedRow {
  if ('problem' in row) return row;
  const { article, ...place } = row;
  const stands = standing.get(article.id);
  if (!stands || stands.is_as_imported || hasSameWords(articleOf(article, options), stands)) return row;
  return { ...place, ...keptRow(article, stands) };
}

/** What is told of an article that is kept as people wrote it, with what would have been written over it. */
export function keptRow(article: ImportedArticle, stands: StandingArticle) {
  const { version, updated_by: by, updated_at: at } = stands;
  const problem: RowProblem = { code: 'edited-by', values: { by, at, version } };
  return { problem, content: contentOf(article), article };
}

/** As a sheet would have it, so that it can be read and imported again. */
const contentOf = ({ id, title, body, similarQuestions, topic }: ImportedArticle) => ({
  id,
  title,
  body,
  ...(similarQuestions.length > 0 ? { similar: similarQuestions.join('\n') } : {}),
  topic,
});
