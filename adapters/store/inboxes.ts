import type { Pool } from 'pg';
import type { Language } from '../../core/terms/language.ts';

/** What an administrator sets for an inbox; stored as it is. */
export interface InboxSettings {
  readonly name: Readonly<Record<Language, string>>;
  readonly greeting: Readonly<Record<Language, string>>;
  readonly suggestions: Readonly<Record<Language, readonly string[]>>;
  readonly assistantName: Readonly<Record<Language, string>>;
  readonly accent: string;
  readonly allowedOrigins: readonly string[];
  readonly requireIdentity: boolean;
}

export interface Inbox extends InboxSettings {
  readonly id: string;
  readonly identityKeyId: string;
  readonly identitySecret: string;
}

interface InboxRow {
  id: string;
  settings: InboxSettings;
  identity_key_id: string;
  identity_secret: string;
}

const inboxOf = (row: InboxRow): Inbox => ({
  ...row.settings,
  id: row.id,
  identityKeyId: row.identity_key_id,
  identitySecret: row.identity_secret,
});

/** Inboxes: configured instances of a channel. */
export function createInboxes(pool: Pool) {
  return {
    async list(): Promise<Inbox[]> {
      return (await pool.query<InboxRow>('select * from inbox order by created_at')).rows.map(inboxOf);
    },
    async find(id: string): Promise<Inbox | undefined> {
      const { rows } = await pool.query<InboxRow>({
        name: 'find-inbox',
        text: 'select * from inbox where id = $1',
        values: [id],
      });
      return rows[0] && inboxOf(rows[0]);
    },
    async add(inbox: Inbox, at: number): Promise<void> {
      const { id, identityKeyId, identitySecret, ...settings } = inbox;
      await pool.query('insert into inbox values ($1, $2, $3, $4, $5) on conflict do nothing', [
        id,
        JSON.stringify(settings),
        identityKeyId,
        identitySecret,
        at,
      ]);
    },
    async change(id: string, change: Partial<InboxSettings>): Promise<Inbox | undefined> {
      const { rows } = await pool.query<InboxRow>(
        'update inbox set settings = settings || $2 where id = $1 returning *',
        [id, JSON.stringify(change)],
      );
      return rows[0] && inboxOf(rows[0]);
    },
    /** From now on only JWTs signed with the new secret are believed. */
    async setIdentitySecret(id: string, keyId: string, secret: string): Promise<Inbox | undefined> {
      const { rows } = await pool.query<InboxRow>(
        'update inbox set identity_key_id = $2, identity_secret = $3 where id = $1 returning *',
        [id, keyId, secret],
      );
      return rows[0] && inboxOf(rows[0]);
    },
  };
}

export type Inboxes = ReturnType<typeof createInboxes>;
