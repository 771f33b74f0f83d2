import type { Pool, PoolClient } from 'pg';
import type { Articles } from '../../adapters/store/articles.ts';
import type { ImportSites } from '../../adapters/store/import-sites.ts';
import type { Imports, StoredImport } from '../../adapters/store/imports.ts';
import type { TakenRows } from '../../core/protocol/imports.ts';
import { articleOf, EditedMeanwhile, refuseEdited } from './write-rows.ts';

const atOnce = 200;

/**
 * Takes the text of rows that were kept from articles people had edited: of these ordinals, or of all. What was edited
 * once more since the import is left alone and counted. The edit stays among the article's versions.
 */
export async function takeRows(
  needs: {
    readonly pool: Pool;
    readonly articles: Articles;
    readonly imports: Imports;
    readonly importSites: Pick<ImportSites, 'tookArticles'>;
  },
  one: StoredImport,
  ordinals: readonly number[] | undefined,
  by: string,
  at: number,
): Promise<TakenRows> {
  const { imports, articles } = needs;
  let taken = 0;
  let edited = 0;
  for (let after = 0; ; ) {
    const rows = await imports.kept(one.id, after, atOnce, ordinals);
    const standing = await imports.standing(
      needs.pool,
      rows.map(({ article }) => article.id),
    );
    const ready = rows.filter(
      ({ article, problem }) => standing.get(article.id)?.version === problem.values?.version,
    );
    try {
      await articles.put(
        ready.map(({ article }) => articleOf(article, one.options)),
        by,
        at,
        async (client: PoolClient, { articles: saved }) => {
          refuseEdited(
            ready.map(({ article }) => article),
            standing,
            saved,
          );
          const versions = new Map(saved.map(({ id, version }) => [id, version]));
          const marks = ready.map(({ ordinal, article }) => ({
            ordinal,
            articleId: article.id,
            version: versions.get(article.id)!,
          }));
          // The page's text stands now: the next reading of the site takes it for nobody's edit.
          if (one.siteId) await needs.importSites.tookArticles(client, one.siteId, versions);
          if (!(await imports.take(client, one.id, marks, by, at))) throw new EditedMeanwhile();
        },
      );
    } catch (error) {
      // The same rows again: what was saved in between is seen now.
      if (error instanceof EditedMeanwhile) continue;
      throw error;
    }
    taken += ready.length;
    edited += rows.length - ready.length;
    if (rows.length < atOnce) return { taken, edited };
    after = rows.at(-1)!.ordinal;
  }
}
