import type { Pool } from 'pg';
import type { Dictionary, DictionaryVersion } from '../../core/terms/dictionary.ts';

const empty: DictionaryVersion = { version: 0, words: [], synonyms: [], by: '', at: 0 };

export type SaveDictionaryResult =
  | { readonly kind: 'saved'; readonly dictionary: DictionaryVersion }
  /** Somebody saved meanwhile. */
  | { readonly kind: 'version-conflict'; readonly dictionary: DictionaryVersion };

/** The installation's own words. */
export function createDictionary(pool: Pool) {
  async function latest(): Promise<DictionaryVersion> {
    const { rows } = await pool.query({
      name: 'latest-dictionary',
      text: 'select * from dictionary_version order by version desc limit 1',
    });
    const row = rows[0];
    return row
      ? {
          version: row.version,
          words: row.words,
          synonyms: row.synonyms,
          by: row.saved_by,
          at: Number(row.saved_at),
        }
      : empty;
  }

  return {
    latest,
    /** One look at an index. */
    async latestVersion(): Promise<number> {
      const { rows } = await pool.query<{ version: number | null }>({
        name: 'latest-dictionary-version',
        text: 'select max(version) as version from dictionary_version',
      });
      return rows[0]!.version ?? 0;
    },
    /** Saves over `basedOn`, and over no other. */
    async save(
      { words, synonyms }: Dictionary,
      basedOn: number,
      by: string,
      at: number,
    ): Promise<SaveDictionaryResult> {
      const { rowCount } = await pool.query(
        `insert into dictionary_version (version, words, synonyms, saved_by, saved_at)
         select $1::integer + 1, $2, $3, $4, $5
         where coalesce((select max(version) from dictionary_version), 0) = $1
         on conflict (version) do nothing`,
        [basedOn, JSON.stringify(words), JSON.stringify(synonyms), by, at],
      );
      const dictionary = await latest();
      return { kind: rowCount === 1 ? 'saved' : 'version-conflict', dictionary };
    },
  };
}

export type DictionaryStore = ReturnType<typeof createDictionary>;
