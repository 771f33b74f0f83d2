import type { Pool } from 'pg';
import type { MeaningVector } from '../../core/knowledge/meaning-vector.ts';

/** A vector with the text's SHA-256 in hexadecimal. */
export interface TextVector {
  readonly hash: string;
  readonly vector: MeaningVector;
}

interface Row {
  readonly hash: Buffer;
  readonly vector: Buffer;
  readonly scale: number;
  readonly made: string;
}

/** Nobody has held a text for so long: its vector goes. A model that is set again within it finds its vectors there. */
const keptDays = 14;

const vectorOf = ({ hash, vector, scale }: Row): TextVector => ({
  hash: hash.toString('hex'),
  vector: { values: new Int8Array(vector.buffer, vector.byteOffset, vector.length), scale },
});
const bytesOf = (hashes: readonly string[]) => hashes.map((hash) => Buffer.from(hash, 'hex'));

/** What texts mean, by model and content. */
export function createTextVectors(pool: Pool) {
  return {
    /** Those of these texts that are there. */
    async find(model: string, hashes: readonly string[]): Promise<TextVector[]> {
      const { rows } = await pool.query<Row>({
        name: 'find-text-vectors',
        text: 'select hash, vector, scale, made from text_vector where model = $1 and hash = any($2)',
        values: [model, bytesOf(hashes)],
      });
      return rows.map(vectorOf);
    },
    /** The place of the newest; `0` where there is none. */
    async last(model: string): Promise<string> {
      const { rows } = await pool.query<{ made: string | null }>({
        name: 'last-text-vector',
        text: 'select max(made) as made from text_vector where model = $1',
        values: [model],
      });
      return rows[0]!.made ?? '0';
    },
    /** Up to `most` that were made after a place, with the place to go on from. */
    async since(model: string, made: string, most: number): Promise<{ vectors: TextVector[]; made: string }> {
      const { rows } = await pool.query<Row>({
        name: 'text-vectors-since',
        text: `select hash, vector, scale, made from text_vector where model = $1 and made > $2
               order by made limit $3`,
        values: [model, made, most],
      });
      return { vectors: rows.map(vectorOf), made: rows.at(-1)?.made ?? made };
    },
    /** What is there already stays as it is. */
    async keep(model: string, vectors: readonly TextVector[]): Promise<void> {
      await pool.query(
        `insert into text_vector (model, hash, vector, scale)
         select $1, hash, vector, scale from unnest($2::bytea[], $3::bytea[], $4::real[]) as made(hash, vector, scale)
         on conflict (model, hash) do nothing`,
        [
          model,
          bytesOf(vectors.map(({ hash }) => hash)),
          vectors.map(({ vector: { values } }) =>
            Buffer.from(values.buffer, values.byteOffset, values.length),
          ),
          vectors.map(({ vector }) => vector.scale),
        ],
      );
    },
    /** Says that articles hold these texts. */
    async need(model: string, hashes: readonly string[]): Promise<void> {
      await pool.query(
        `update text_vector set needed_at = now()
         where model = $1 and hash = any($2) and needed_at < now() - interval '1 day'`,
        [model, bytesOf(hashes)],
      );
    },
    /** Removes what nobody has needed for a fortnight, of every model; how many those were is returned. */
    async forget(): Promise<number> {
      const { rowCount } = await pool.query(
        `delete from text_vector where needed_at < now() - $1 * interval '1 day'`,
        [keptDays],
      );
      return rowCount ?? 0;
    },
  };
}

export type TextVectors = ReturnType<typeof createTextVectors>;
