import type { Pool } from 'pg';
import type {
  ExampleMatter,
  ExampleSource,
  LearnedModel,
  TrainingExample,
} from '../../core/protocol/understanding.ts';

/** An example as it is stored: with what was predicted of a handoff then. */
export interface StoredExample extends TrainingExample {
  readonly predicted: number | null;
}

interface ExampleRow {
  id: string;
  model: ExampleMatter;
  text: string;
  label: string;
  source: ExampleSource;
  conversation_id: string | null;
  seq: number | null;
  author: string;
  at: string;
  is_frozen: boolean;
  predicted: number | null;
}

const exampleOf = (row: ExampleRow): StoredExample => ({
  id: row.id,
  model: row.model,
  text: row.text,
  label: row.label,
  source: row.source,
  conversationId: row.conversation_id,
  seq: row.seq,
  author: row.author,
  at: Number(row.at),
  isFrozen: row.is_frozen,
  predicted: row.predicted,
});

/** How many examples a model has. */
export interface ExampleCounts {
  readonly examples: number;
  readonly frozen: number;
  /** Came, went or changed after a time. */
  readonly changed: number;
}

/** A place in the list of examples: behind this one. */
export interface ExamplePlace {
  readonly at: number;
  readonly id: string;
}

const columns = `id, model, text, label, source, conversation_id, seq, author, at, is_frozen, predicted`;

/** The rows that models learn from. A removed one stays removed until somebody restores it. */
export function createExamples(pool: Pool) {
  return {
    /**
     * Adds rows, or gives known ones their new label. A row that somebody removed stays as it is. Returns how many
     * were added or changed.
     */
    async put(
      examples: readonly StoredExample[],
      at: number,
      client: Pick<Pool, 'query'> = pool,
    ): Promise<number> {
      if (examples.length === 0) return 0;
      // Of two with one id the later counts: one statement cannot touch a row twice.
      const rows = [...new Map(examples.map((example) => [example.id, example])).values()];
      const { rowCount } = await client.query(
        `insert into training_example as e (${columns}, changed_at)
         select t.*, $12::bigint from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[],
           $7::int[], $8::text[], $9::bigint[], $10::boolean[], $11::double precision[]) as t
         on conflict (id) do update set label = excluded.label, text = excluded.text, author = excluded.author, at = excluded.at,
           is_frozen = excluded.is_frozen, changed_at = excluded.changed_at
         where e.removed_at is null and (e.label, e.text) is distinct from (excluded.label, excluded.text)`,
        [
          rows.map(({ id }) => id),
          rows.map(({ model }) => model),
          rows.map(({ text }) => text),
          rows.map(({ label }) => label),
          rows.map(({ source }) => source),
          rows.map(({ conversationId }) => conversationId),
          rows.map(({ seq }) => seq),
          rows.map(({ author }) => author),
          rows.map((row) => row.at),
          rows.map(({ isFrozen }) => isFrozen),
          rows.map(({ predicted }) => predicted),
          at,
        ],
      );
      return rowCount ?? 0;
    },
    /** Takes a row back that says nothing any more; a removed one stays removed. */
    async withdraw(id: string, client: Pick<Pool, 'query'> = pool): Promise<void> {
      await client.query('delete from training_example where id = $1 and removed_at is null', [id]);
    },
    /** Marks rows as removed; of examples out of articles, which are not stored, it keeps that they are. */
    async remove(
      ids: readonly string[],
      derived: readonly StoredExample[],
      by: string,
      at: number,
    ): Promise<number> {
      await this.put(derived, at);
      const { rowCount } = await pool.query(
        `update training_example set removed_at = $2, removed_by = $3, changed_at = $2
         where id = any($1) and removed_at is null`,
        [ids, at, by],
      );
      return rowCount ?? 0;
    },
    /** What is put back into an article's list is derived again and needs no row. */
    async restore(ids: readonly string[], at: number, client: Pick<Pool, 'query'> = pool): Promise<number> {
      const { rowCount } = await client.query(
        `update training_example set removed_at = null, removed_by = null, changed_at = $2
         where id = any($1) and removed_at is not null`,
        [ids, at],
      );
      return rowCount ?? 0;
    },
    /** Newest first, behind `after`. Those of articles are left out: they are derived. */
    async list(filter: {
      model?: ExampleMatter | undefined;
      source?: ExampleSource | undefined;
      label?: string | undefined;
      query?: string | undefined;
      removed: boolean;
      after?: ExamplePlace | undefined;
      limit: number;
    }): Promise<StoredExample[]> {
      const like = filter.query ? `%${filter.query.replace(/[\\%_]/g, '\\$&')}%` : null;
      const { rows } = await pool.query<ExampleRow>(
        `select ${columns} from training_example
         where ($1::text is null or model = $1) and ($2::text is null or source = $2)
           and ($3::text is null or text ilike $3 or label ilike $3) and ($4::text is null or label = $4)
           and (removed_at is not null) = $5 and ($5 or source <> 'knowledge')
           and ($6::bigint is null or (at, id) < ($6, $7))
         order by at desc, id desc limit $8`,
        [
          filter.model ?? null,
          filter.source ?? null,
          like,
          filter.label ?? null,
          filter.removed,
          filter.after?.at ?? null,
          filter.after?.id ?? null,
          filter.limit,
        ],
      );
      return rows.map(exampleOf);
    },
    /** The newest that a model has, oldest first. */
    async newest(model: LearnedModel, limit: number): Promise<StoredExample[]> {
      const { rows } = await pool.query<ExampleRow>(
        `select ${columns} from training_example where model = $1 and removed_at is null order by at desc, id desc limit $2`,
        [model, limit],
      );
      return rows.map(exampleOf).reverse();
    },
    /** What people judged of whole messages, oldest first, and what tells whether anything of it has changed. */
    async taught(limit: number): Promise<StoredExample[]> {
      const { rows } = await pool.query<ExampleRow>(
        `select ${columns} from training_example where model in ('wish', 'risk') and removed_at is null
         order by changed_at desc, id desc limit $1`,
        [limit],
      );
      return rows.map(exampleOf).reverse();
    },
    /** Another word whenever a judged wish or risk came, went or changed. */
    async taughtStand(): Promise<string> {
      const { rows } = await pool.query<{ stand: string }>({
        name: 'stand-of-taught',
        text: `select count(*) filter (where removed_at is null) || '-' || coalesce(max(changed_at), 0) as stand
               from training_example where model in ('wish', 'risk')`,
      });
      return rows[0]!.stand;
    },
    /** How many rows each label of a matter has, the most frequent first. */
    async labels(model: ExampleMatter): Promise<{ label: string; examples: number }[]> {
      const { rows } = await pool.query<{ label: string; examples: number }>(
        `select label, count(*)::int as examples from training_example
         where model = $1 and removed_at is null group by label order by examples desc, label`,
        [model],
      );
      return rows;
    },
    /** Lets go of what is older than the newest so many; removed ones stay removed. */
    async keepNewest(model: LearnedModel, kept: number): Promise<void> {
      await pool.query(
        `delete from training_example where model = $1 and removed_at is null and (at, id) <
           (select at, id from training_example where model = $1 and removed_at is null order by at desc, id desc offset $2 limit 1)`,
        [model, kept],
      );
    },
    /** All that a model has, oldest first, without those of articles. */
    async all(model: LearnedModel): Promise<StoredExample[]> {
      const { rows } = await pool.query<ExampleRow>(
        `select ${columns} from training_example
         where model = $1 and removed_at is null and source <> 'knowledge' order by at, id`,
        [model],
      );
      return rows.map(exampleOf);
    },
    /** Which of the articles' examples somebody removed. */
    async removedKnowledge(): Promise<ReadonlySet<string>> {
      const { rows } = await pool.query<{ id: string }>(
        `select id from training_example where source = 'knowledge' and removed_at is not null`,
      );
      return new Set(rows.map(({ id }) => id));
    },
    /** When a row of the model came, went or changed last; 0 where none ever did. */
    async lastChange(model: LearnedModel): Promise<number> {
      const { rows } = await pool.query<{ last: string | null }>({
        name: 'last-change-of-examples',
        text: 'select max(changed_at) as last from training_example where model = $1',
        values: [model],
      });
      return Number(rows[0]!.last ?? 0);
    },
    /** Without those of articles: how many rows a model has, how many are frozen, and how many changed after a time. */
    async counts(model: LearnedModel, since: number): Promise<ExampleCounts> {
      const { rows } = await pool.query<ExampleCounts>(
        `select count(*) filter (where removed_at is null and source <> 'knowledge')::int as examples,
           count(*) filter (where removed_at is null and source <> 'knowledge' and is_frozen)::int as frozen,
           count(*) filter (where changed_at > $2)::int as changed
         from training_example where model = $1`,
        [model, since],
      );
      return rows[0]!;
    },
  };
}

export type Examples = ReturnType<typeof createExamples>;
