import type { Pool } from 'pg';
import type { Example } from '../../core/protocol/insights.ts';
import type { Language } from '../../core/terms/language.ts';

/** The figures of an alert: see `Rise`. */
export interface AlertFigures {
  readonly windowMinutes: number;
  readonly count: number;
  readonly expected: number;
  readonly chancePerWeek: number;
  readonly total: number;
  readonly trend: readonly number[];
}

/** An alert as it is kept. */
export interface StoredAlert {
  readonly id: string;
  readonly series: readonly string[];
  readonly name: string;
  readonly language: Language;
  readonly startedAt: number;
  readonly raisedAt: number;
  readonly endedAt: number | null;
  readonly figures: AlertFigures;
  readonly examples: readonly Example[];
  readonly articleId: string | null;
  readonly acknowledgedBy: string | null;
  readonly dismissedBy: string | null;
  readonly dismissedAt: number | null;
}

const alertOf = (row: Record<string, unknown>): StoredAlert => ({
  id: row.id as string,
  series: row.series as string[],
  name: row.name as string,
  language: row.language as Language,
  startedAt: Number(row.started_at),
  raisedAt: Number(row.raised_at),
  endedAt: row.ended_at === null ? null : Number(row.ended_at),
  figures: row.figures as AlertFigures,
  examples: row.examples as Example[],
  articleId: row.article_id as string | null,
  acknowledgedBy: row.acknowledged_by as string | null,
  dismissedBy: row.dismissed_by as string | null,
  dismissedAt: row.dismissed_at === null ? null : Number(row.dismissed_at),
});

/** Alerts of rising topics. */
export function createRisingAlerts(pool: Pool) {
  return {
    /** Those that stand, and those that ended or were dismissed after `since`; the newest first. */
    async since(since: number): Promise<StoredAlert[]> {
      const { rows } = await pool.query(
        `select * from rising_alert where ended_at is null or ended_at > $1 or dismissed_at > $1
         order by (ended_at is null) desc, raised_at desc limit 200`,
        [since],
      );
      return rows.map(alertOf);
    },
    async find(id: string): Promise<StoredAlert | undefined> {
      const { rows } = await pool.query('select * from rising_alert where id = $1', [id]);
      return rows[0] && alertOf(rows[0]);
    },
    async raise(
      alert: Omit<StoredAlert, 'acknowledgedBy' | 'dismissedBy' | 'dismissedAt' | 'endedAt'>,
    ): Promise<void> {
      await pool.query(
        `insert into rising_alert (id, series, name, language, started_at, raised_at, updated_at, figures, examples, article_id)
         values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)`,
        [
          alert.id,
          alert.series,
          alert.name,
          alert.language,
          alert.startedAt,
          alert.raisedAt,
          JSON.stringify(alert.figures),
          JSON.stringify(alert.examples),
          alert.articleId,
        ],
      );
    },
    async update(
      alert: Pick<StoredAlert, 'id' | 'series' | 'figures' | 'examples' | 'articleId'>,
      at: number,
    ): Promise<void> {
      await pool.query(
        `update rising_alert set series = $2, figures = $3, examples = $4, article_id = $5, updated_at = $6 where id = $1`,
        [
          alert.id,
          alert.series,
          JSON.stringify(alert.figures),
          JSON.stringify(alert.examples),
          alert.articleId,
          at,
        ],
      );
    },
    async end(id: string, at: number): Promise<void> {
      await pool.query('update rising_alert set ended_at = $2 where id = $1 and ended_at is null', [id, at]);
    },
    async acknowledge(id: string, by: string, at: number): Promise<boolean> {
      const { rowCount } = await pool.query(
        'update rising_alert set acknowledged_by = coalesce(acknowledged_by, $2), acknowledged_at = coalesce(acknowledged_at, $3) where id = $1',
        [id, by, at],
      );
      return rowCount === 1;
    },
    /** It was no alert: it ends, and its topics stay quiet for a day. */
    async dismiss(id: string, reason: string, by: string, at: number): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update rising_alert set dismissed_by = $2, dismissed_at = $3, dismissed_reason = $4, ended_at = coalesce(ended_at, $3)
         where id = $1`,
        [id, by, at, reason],
      );
      return rowCount === 1;
    },
  };
}

export type RisingAlerts = ReturnType<typeof createRisingAlerts>;
