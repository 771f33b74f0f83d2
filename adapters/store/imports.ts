import type { Pool, PoolClient } from 'pg';
import type {
  ImportKind,
  ImportOptions,
  ImportPreview,
  ImportState,
  ImportView,
  SiteOptions,
} from '../../core/protocol/imports.ts';
import type {
  CheckedRow,
  ImportedArticle,
  ImportFailure,
  ImportFailureCode,
  ImportFormat,
  RowProblem,
} from '../../core/terms/import.ts';

interface ImportRecord {
  id: string;
  kind: ImportKind;
  site_id: string | null;
  name: string;
  format: ImportFormat | null;
  bytes: string;
  state: ImportState;
  failure: ImportFailureCode | null;
  failure_detail: string;
  options: ImportOptions | SiteOptions;
  preview: ImportPreview | null;
  share: number;
  position: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  vanished: number;
  created_by: string;
  created_at: string;
  ended_at: string | null;
}

/** An import as it is kept; `rows` counts what was dealt with. Times in epoch milliseconds. */
export interface StoredImport extends Omit<ImportView, 'failure'> {
  readonly failure: ImportFailureCode | null;
  readonly failureDetail: string;
}

const importOf = (row: ImportRecord): StoredImport => ({
  id: row.id,
  kind: row.kind,
  siteId: row.site_id,
  name: row.name,
  format: row.format,
  bytes: Number(row.bytes),
  state: row.state,
  failure: row.failure,
  failureDetail: row.failure_detail,
  options: row.options,
  preview: row.preview,
  share: row.share,
  rows: row.position,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  rejected: row.rejected,
  vanished: row.vanished,
  createdBy: row.created_by,
  createdAt: Number(row.created_at),
  endedAt: row.ended_at === null ? null : Number(row.ended_at),
});

export interface RejectedRow {
  readonly ordinal: number;
  readonly row: number;
  readonly sheet: string | null;
  readonly problem: RowProblem;
  readonly content: Readonly<Record<string, string>>;
  /** What it would have written over somebody's edit. */
  readonly article: ImportedArticle | null;
  readonly takenBy: string | null;
}

/** A row that was not taken because people had edited its article. */
export type KeptRow = RejectedRow & { readonly article: ImportedArticle };

/** What a step of an import adds to its counts. */
export interface ImportStep {
  readonly from: number;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly Extract<CheckedRow, { problem: unknown }>[];
  /** Of how many rows they are; of one each where it is missing. */
  readonly rejectedRows?: number;
  /** The place of each rejected row in the whole import. */
  readonly ordinals: readonly number[];
  readonly share: number;
  /** Articles that stand now as the import has them, by id with their version. */
  readonly imported?: readonly { readonly id: string; readonly version: number }[];
}

/** An import was stopped, ended or taken over by another process between two of its steps. */
export class ImportMoved extends Error {
  override readonly name = 'ImportMoved';
}

const open = `('queued', 'reading', 'writing')`;

/** Imports with their files, counts and rejected rows. */
export function createImports(pool: Pool) {
  const one = async (text: string, values: unknown[]): Promise<StoredImport | undefined> => {
    const { rows } = await pool.query<ImportRecord>(text, values);
    return rows[0] && importOf(rows[0]);
  };
  return {
    async add(
      item: {
        id: string;
        kind: ImportKind;
        siteId?: string;
        name: string;
        state: ImportState;
        options: ImportOptions;
      },
      by: string,
      at: number,
    ): Promise<StoredImport> {
      return (await one(
        `insert into knowledge_import (id, kind, site_id, name, state, options, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning *`,
        [
          item.id,
          item.kind,
          item.siteId ?? null,
          item.name,
          item.state,
          JSON.stringify(item.options),
          by,
          at,
        ],
      ))!;
    },
    find: (id: string) => one('select * from knowledge_import where id = $1', [id]),
    async list(filter: { siteId?: string }, most: number): Promise<StoredImport[]> {
      const { rows } = await pool.query<ImportRecord>(
        `select * from knowledge_import where ($1::uuid is null or site_id = $1) and state <> 'uploading'
         order by created_at desc, id limit $2`,
        [filter.siteId ?? null, most],
      );
      return rows.map(importOf);
    },
    async addChunk(id: string, ordinal: number, bytes: Buffer): Promise<void> {
      await pool.query('insert into import_chunk values ($1, $2, $3)', [id, ordinal, bytes]);
    },
    async *chunks(id: string): AsyncGenerator<Buffer> {
      for (let ordinal = 0; ; ordinal += 1) {
        const { rows } = await pool.query<{ bytes: Buffer }>(
          'select bytes from import_chunk where import_id = $1 and ordinal = $2',
          [id, ordinal],
        );
        if (!rows[0]) return;
        yield rows[0].bytes;
      }
    },
    /** The file is all there, and its first rows are known. */
    prepared: (id: string, bytes: number, format: ImportFormat | null, preview: ImportPreview | null) =>
      one(
        `update knowledge_import set state = 'prepared', bytes = $2, format = coalesce($3, format), preview = $4
         where id = $1 and state in ('uploading', 'prepared') returning *`,
        [id, bytes, format, preview && JSON.stringify(preview)],
      ),
    /** Starts what was prepared, with what was chosen. Undefined when it was started already. */
    start: (id: string, options: ImportOptions) =>
      one(
        `update knowledge_import set state = 'queued', options = $2 where id = $1 and state = 'prepared' returning *`,
        [id, JSON.stringify(options)],
      ),
    /** Goes on with what was cancelled or failed, where it stopped. */
    resume: (id: string) =>
      one(
        `update knowledge_import set state = 'queued', failure = null, failure_detail = '', ended_at = null
         where id = $1 and state in ('failed', 'cancelled') returning *`,
        [id],
      ),
    end: (id: string, state: 'done' | 'cancelled', at: number) =>
      one(
        `update knowledge_import set state = $2, ended_at = $3, share = case when $2 = 'done' then 1 else share end
         where id = $1 and state in ('uploading', 'prepared', 'queued', 'reading', 'writing') returning *`,
        [id, state, at],
      ),
    fail: (id: string, { code, detail }: Pick<ImportFailure, 'code' | 'detail'>, at: number) =>
      one(
        `update knowledge_import set state = 'failed', failure = $2, failure_detail = $3, ended_at = $4
         where id = $1 and state not in ('done', 'cancelled') returning *`,
        [id, code, detail.slice(0, 500), at],
      ),
    /** Whose turn it is, oldest first. */
    async waiting(): Promise<StoredImport[]> {
      const { rows } = await pool.query<ImportRecord>(
        `select * from knowledge_import where state in ${open} order by created_at, id limit 20`,
      );
      return rows.map(importOf);
    },
    async setReading(id: string, format: ImportFormat | null): Promise<void> {
      await pool.query(
        `update knowledge_import set state = 'reading', format = coalesce($2, format) where id = $1 and state = 'queued'`,
        [id, format],
      );
    },
    async setPreview(id: string, preview: ImportPreview): Promise<void> {
      await pool.query('update knowledge_import set preview = $2 where id = $1', [
        id,
        JSON.stringify(preview),
      ]);
    },
    /**
     * Counts a step inside the transaction that wrote it.
     *
     * @throws ImportMoved when the import no longer stands where the step began
     */
    async step(client: PoolClient, id: string, step: ImportStep): Promise<void> {
      const { rowCount } = await client.query({
        name: 'import-step',
        text: `update knowledge_import set state = 'writing', position = position + $3, created = created + $4,
           updated = updated + $5, unchanged = unchanged + $6, rejected = rejected + $7, share = greatest(share, $8)
         where id = $1 and position = $2 and state in ${open}`,
        values: [
          id,
          step.from,
          step.rows,
          step.created,
          step.updated,
          step.unchanged,
          step.rejectedRows ?? step.rejected.length,
          step.share,
        ],
      });
      if (rowCount !== 1) throw new ImportMoved(id);
      if (step.imported?.length) await putImported(client, step.imported);
      if (step.rejected.length === 0) return;
      await client.query(
        `insert into import_rejected_row (import_id, ordinal, row, sheet, problem, content, article)
         select $1, * from unnest($2::int[], $3::int[], $4::text[], $5::jsonb[], $6::jsonb[], $7::jsonb[])`,
        [
          id,
          step.ordinals,
          step.rejected.map(({ row }) => row),
          step.rejected.map(({ sheet }) => sheet ?? null),
          step.rejected.map(({ problem }) => storable(problem)),
          step.rejected.map(({ content }) => storable(content)),
          step.rejected.map(({ article }) => (article ? storable(article) : null)),
        ],
      );
    },
    /** Rejected rows after an ordinal, in their order. */
    async rejected(id: string, after: number, most: number): Promise<RejectedRow[]> {
      const { rows } = await pool.query<RejectedRow>(
        `select ${rejectedColumns} from import_rejected_row
         where import_id = $1 and ordinal > $2 order by ordinal limit $3`,
        [id, after, most],
      );
      return rows;
    },
    /** Rows after an ordinal that were kept from an article people had edited, and that nobody took since. */
    async kept(
      id: string,
      after: number,
      most: number,
      ordinals?: readonly number[],
    ): Promise<readonly KeptRow[]> {
      const { rows } = await pool.query<KeptRow>(
        `select ${rejectedColumns} from import_rejected_row where import_id = $1 and ordinal > $2
         and article is not null and taken_at is null and ($4::int[] is null or ordinal = any($4))
         order by ordinal limit $3`,
        [id, after, most, ordinals ?? null],
      );
      return rows;
    },
    /** Marks kept rows as taken, in the transaction that wrote their articles. False where somebody took one before. */
    async take(
      client: PoolClient,
      id: string,
      rows: readonly { readonly ordinal: number; readonly articleId: string; readonly version: number }[],
      by: string,
      at: number,
    ): Promise<boolean> {
      const { rowCount } = await client.query(
        `update import_rejected_row set taken_by = $3, taken_at = $4
         where import_id = $1 and ordinal = any($2) and taken_at is null`,
        [id, rows.map(({ ordinal }) => ordinal), by, at],
      );
      await putImported(
        client,
        rows.map(({ articleId, version }) => ({ id: articleId, version })),
      );
      return rowCount === rows.length;
    },
    async remove(id: string): Promise<void> {
      await pool.query('delete from knowledge_import where id = $1', [id]);
    },
    async hasFile(id: string): Promise<boolean> {
      return (
        (await pool.query('select 1 from import_chunk where import_id = $1 limit 1', [id])).rowCount === 1
      );
    },
    /** The same file once more, queued. Undefined when it is no longer kept. */
    async copy(from: StoredImport, id: string, by: string, at: number): Promise<StoredImport | undefined> {
      await pool.query(
        `insert into knowledge_import (id, kind, name, format, bytes, state, options, preview, created_by, created_at)
         select $2, kind, name, format, bytes, 'uploading', options, preview, $3, $4 from knowledge_import
         where id = $1 and exists (select 1 from import_chunk where import_id = $1)`,
        [from.id, id, by, at],
      );
      await pool.query(
        'insert into import_chunk select $2, ordinal, bytes from import_chunk where import_id = $1 and exists (select 1 from knowledge_import where id = $2)',
        [from.id, id],
      );
      return one(`update knowledge_import set state = 'queued' where id = $1 returning *`, [id]);
    },
    /** Articles as they stand, by id, to be compared with what an import brings. */
    async standing(client: Pool | PoolClient, ids: readonly string[]): Promise<Map<string, StandingArticle>> {
      const { rows } = await client.query<{ article: StandingArticle }>({
        name: 'import-standing',
        text: `select to_jsonb(a) || jsonb_build_object('is_as_imported', v.version is not null and
            row(v.language, v.title, v.body, v.similar_questions, v.topic)
              is not distinct from row(a.language, a.title, a.body, a.similar_questions, a.topic)) as article
          from article a left join imported_article i on i.article_id = a.id
          left join article_version v on v.article_id = a.id and v.version = i.version where a.id = any($1)`,
        values: [ids],
      });
      return new Map(rows.map(({ article }) => [article.id, article]));
    },
    /** Files that nobody started, and those of imports that ended long ago, are let go. */
    async tidy(now: number): Promise<void> {
      await pool.query(
        `update knowledge_import set state = 'cancelled', ended_at = $1::bigint
         where state in ('uploading', 'prepared') and created_at < $1::bigint - 86400000`,
        [now],
      );
      await pool.query(
        `delete from import_chunk c using knowledge_import i where i.id = c.import_id
         and i.state in ('done', 'cancelled', 'failed') and i.ended_at < $1::bigint - 14 * 86400000::bigint`,
        [now],
      );
    },
  };
}

/** A row of the table `article`, as much of it as is compared. Columns of later migrations may be missing. */
export interface StandingArticle {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly similar_questions: readonly string[];
  readonly topic: string;
  readonly language: string;
  readonly status: string;
  readonly version: number;
  readonly translation_of: string | null;
  readonly audience?: string;
  readonly inbox_ids?: readonly string[] | null;
  readonly products?: readonly string[] | null;
  readonly updated_by: string;
  readonly updated_at: number;
  /** Its words are those that a file's import wrote or found last. */
  readonly is_as_imported: boolean;
}

const rejectedColumns = `ordinal, row, sheet, problem, content, article, taken_by as "takenBy"`;

async function putImported(
  client: PoolClient,
  articles: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  await client.query({
    name: 'import-imported',
    text: `insert into imported_article select * from unnest($1::text[], $2::int[])
      on conflict (article_id) do update set version = excluded.version`,
    values: [articles.map(({ id }) => id), articles.map(({ version }) => version)],
  });
}

/** JSON that PostgreSQL takes: it keeps no zero bytes. */
const storable = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '');

export type Imports = ReturnType<typeof createImports>;
