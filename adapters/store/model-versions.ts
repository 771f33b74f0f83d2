import type { Pool } from 'pg';
import type { LearnedModel, ModelVersion } from '../../core/protocol/understanding.ts';
import { inTransaction } from './in-transaction.ts';

interface VersionRow {
  model: LearnedModel;
  version: number;
  trained_at: string;
  author: string | null;
  examples: number;
  frozen: number;
  figures: Record<string, number>;
  before: Record<string, number>;
  is_refused: boolean;
  has_weights: boolean;
}

/** What stands of a model beside its versions. Times are epoch milliseconds. */
export interface ModelStanding {
  readonly model: LearnedModel;
  readonly inForce: number;
  readonly revision: number;
  readonly requestedAt: number | null;
  readonly requestedBy: string | null;
  readonly triedAt: number;
  /** A process is at it, and alive. */
  readonly isTraining: boolean;
}

/** A version as it came out of a training. */
export interface TrainedVersion {
  readonly trainedAt: number;
  readonly author: string | null;
  readonly examples: number;
  readonly frozen: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly before: Readonly<Record<string, number>>;
  readonly isRefused: boolean;
  readonly weights: Uint8Array;
}

/** Versions of which the weights are kept, so that one can go back to them; the figures stay for good. */
const keptWeights = 20;
/** Nothing larger is read into memory: no training makes so much, and whatever else stands there is no version. */
const largestWeights = 64 * 1024 * 1024;

/** The versions of the learned models. */
export function createModelVersions(pool: Pool) {
  return {
    async standings(): Promise<ModelStanding[]> {
      const { rows } = await pool.query({
        name: 'model-standings',
        text: `select model, in_force, revision, requested_at, requested_by, tried_at, is_training
                 and exists (select 1 from lease where name = 'training' and until > clock_timestamp()) as is_training
               from learned_model`,
      });
      return rows.map((row) => ({
        model: row.model,
        inForce: row.in_force,
        revision: row.revision,
        requestedAt: row.requested_at === null ? null : Number(row.requested_at),
        requestedBy: row.requested_by,
        triedAt: Number(row.tried_at),
        isTraining: row.is_training,
      }));
    },
    /** Newest first, for all models. */
    async list(inForce: Readonly<Record<LearnedModel, number>>, limit = 200): Promise<ModelVersion[]> {
      const { rows } = await pool.query<VersionRow>(
        `select model, version, trained_at, author, examples, frozen, figures, before, is_refused
         from (select *, row_number() over (partition by model order by version desc) as place from model_version) v
         where place <= $1 order by model, version desc`,
        [limit],
      );
      return rows.map((row) => ({
        model: row.model,
        version: row.version,
        trainedAt: Number(row.trained_at),
        author: row.author,
        examples: row.examples,
        frozen: row.frozen,
        figures: row.figures,
        before: row.before,
        standing: inForce[row.model] === row.version ? 'in-force' : row.is_refused ? 'refused' : 'earlier',
      }));
    },
    /** The bytes of a version; undefined where there are none any more. */
    async weights(model: LearnedModel, version: number): Promise<Uint8Array | undefined> {
      const { rows } = await pool.query<{ weights: Uint8Array | null }>(
        `select weights from model_version where model = $1 and version = $2 and octet_length(weights) <= $3`,
        [model, version, largestWeights],
      );
      return rows[0]?.weights ?? undefined;
    },
    /** Asks for a training, whichever process does it. */
    async request(model: LearnedModel, by: string | null, at: number): Promise<void> {
      await pool.query(
        'update learned_model set requested_at = coalesce(requested_at, $2), requested_by = $3 where model = $1',
        [model, at, by],
      );
    },
    /** A training begins: what is asked for from now on is asked for anew. */
    async tried(model: LearnedModel, at: number): Promise<void> {
      await pool.query(
        `update learned_model set tried_at = $2, requested_at = null, requested_by = null, is_training = true
         where model = $1`,
        [model, at],
      );
    },
    /** It is over, whatever came of it. */
    async ended(model: LearnedModel): Promise<void> {
      await pool.query('update learned_model set is_training = false where model = $1', [model]);
    },
    /**
     * Stores a version; unless it is refused it is in force from then on, if `over` still is: whoever went back
     * meanwhile is not overruled. Returns its number. Durable when it resolves.
     */
    async store(model: LearnedModel, trained: TrainedVersion, over: number): Promise<number> {
      return inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ in_force: number }>(
          'select in_force from learned_model where model = $1 for update',
          [model],
        );
        const { rows: added } = await client.query<{ version: number }>(
          `insert into model_version (model, version, trained_at, author, examples, frozen, figures, before, is_refused, weights)
           select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from model_version where model = $1
           returning version`,
          [
            model,
            trained.trainedAt,
            trained.author,
            trained.examples,
            trained.frozen,
            JSON.stringify(trained.figures),
            JSON.stringify(trained.before),
            trained.isRefused,
            Buffer.from(trained.weights),
          ],
        );
        const { version } = added[0]!;
        if (!trained.isRefused && rows[0]?.in_force === over)
          await client.query(
            'update learned_model set in_force = $2, revision = revision + 1 where model = $1',
            [model, version],
          );
        await client.query(
          `update model_version set weights = null where model = $1 and version <= $2 and weights is not null
             and version <> (select in_force from learned_model where model = $1)`,
          [model, version - keptWeights],
        );
        return version;
      });
    },
    /** Puts a version in force, 0 for what ships. False where it was refused, or its weights are gone. */
    async publish(model: LearnedModel, version: number): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update learned_model set in_force = $2, revision = revision + 1 where model = $1 and ($2 = 0 or exists
           (select 1 from model_version where model = $1 and version = $2 and not is_refused and weights is not null))`,
        [model, version],
      );
      return rowCount === 1;
    },
  };
}

export type ModelVersions = ReturnType<typeof createModelVersions>;
