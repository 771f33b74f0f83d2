import type { Pool } from 'pg';
import type { ActivePolicy, Policy } from '../../core/terms/policy.ts';
import { underLock } from './under-lock.ts';

/** A policy as it was published, without its content. */
export interface PolicyVersion {
  readonly version: number;
  /** Why it was changed, in the words of who did. */
  readonly note: string;
  readonly author: string;
  readonly createdAt: number;
}

export type StoredPolicy = PolicyVersion & { readonly policy: Policy };

export type PublishResult =
  | { readonly kind: 'published'; readonly version: number }
  /** Somebody published meanwhile: `version` is in force. */
  | { readonly kind: 'version-conflict'; readonly version: number };

interface PolicyRow {
  version: number;
  policy: Policy;
  note: string;
  author: string;
  created_at: string;
}

const versionOf = (row: Omit<PolicyRow, 'policy'>): PolicyVersion => ({
  version: row.version,
  note: row.note,
  author: row.author,
  createdAt: Number(row.created_at),
});

/** Any number: who publishes takes it, so that of two at once one is told of the other. */
const publishLock = 4_200_004;

/** Every policy that was ever in force. Nothing here is changed or deleted: decisions name the version they rest on. */
export function createPolicies(pool: Pool) {
  return {
    /** The one in force, and nothing before the first was published. One look at an index. */
    async latest(): Promise<ActivePolicy | undefined> {
      const { rows } = await pool.query<Pick<PolicyRow, 'version' | 'policy'>>({
        name: 'latest-policy',
        text: 'select version, policy from policy_version order by version desc limit 1',
      });
      return rows[0];
    },
    async latestVersion(): Promise<number> {
      const { rows } = await pool.query<{ version: number | null }>({
        name: 'latest-policy-version',
        text: 'select max(version) as version from policy_version',
      });
      return rows[0]!.version ?? 0;
    },
    /** Newest first. */
    async list(limit = 500): Promise<PolicyVersion[]> {
      const { rows } = await pool.query<PolicyRow>(
        'select version, note, author, created_at from policy_version order by version desc limit $1',
        [limit],
      );
      return rows.map(versionOf);
    },
    async find(version: number): Promise<StoredPolicy | undefined> {
      const { rows } = await pool.query<PolicyRow>('select * from policy_version where version = $1', [
        version,
      ]);
      return rows[0] && { ...versionOf(rows[0]), policy: rows[0].policy };
    },
    /** Stores version 1 where there is none, so that what an old decision rested on never changes with the code. */
    async putFirst(policy: Policy, note: string, author: string, at: number): Promise<void> {
      await pool.query(
        `insert into policy_version (version, policy, note, author, created_at)
         select 1, $1, $2, $3, $4 where not exists (select 1 from policy_version) on conflict do nothing`,
        [JSON.stringify(policy), note, author, at],
      );
    },
    /** Publishes over `basedOn`, and over no other: somebody's change in between is never lost. Durable when it resolves. */
    async publish(
      policy: Policy,
      { note, author, basedOn, at }: { note: string; author: string; basedOn: number; at: number },
    ): Promise<PublishResult> {
      return underLock(pool, publishLock, async (client): Promise<PublishResult> => {
        const { rows } = await client.query<{ version: number }>(
          'select coalesce(max(version), 0) as version from policy_version',
        );
        const { version } = rows[0]!;
        if (version !== basedOn) return { kind: 'version-conflict', version };
        await client.query(
          'insert into policy_version (version, policy, note, author, created_at) values ($1, $2, $3, $4, $5)',
          [version + 1, JSON.stringify(policy), note, author, at],
        );
        return { kind: 'published', version: version + 1 };
      });
    },
  };
}

export type Policies = ReturnType<typeof createPolicies>;
