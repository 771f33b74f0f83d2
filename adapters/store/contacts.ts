import type { Pool } from 'pg';
import type { ContactView } from '../../core/protocol/views.ts';
import { inTransaction } from './in-transaction.ts';

export interface ContactProfile {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface ContactRecord {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** What the store holds of a contact that triage may ask about. */
export interface StoredFacts {
  readonly attributes: Readonly<Record<string, string>>;
  readonly records: readonly ContactRecord[];
  readonly verified: boolean;
}

interface ContactRow {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  attributes: Record<string, string>;
  records: ContactRecord[];
  created_at: string;
  external_id: string | null;
}

const select = `
select c.*, (select i.key from contact_identity i where i.contact_id = c.id and i.kind = 'site' limit 1) as external_id
from contact c`;

function contactOf(row: ContactRow): ContactView & { readonly records: readonly ContactRecord[] } {
  return {
    id: row.id,
    name: row.name,
    verified: row.external_id !== null,
    externalId: row.external_id ?? undefined,
    email: row.email ?? undefined,
    phone: row.phone ?? undefined,
    attributes: row.attributes,
    createdAt: Number(row.created_at),
    records: row.records,
  };
}

/** Contacts: who they are and by which keys they are known. */
export function createContacts(pool: Pool) {
  return {
    /**
     * Makes sure that the contact exists – an anonymous visitor becomes a row with the first message – and says what
     * triage may know of them. One round trip.
     */
    async ensure(id: string, name: string, at: number): Promise<StoredFacts> {
      const { rows } = await pool.query<StoredFacts>({
        name: 'ensure-contact',
        text: `with made as (insert into contact (id, name, created_at) values ($1, $2, $3) on conflict (id) do nothing)
               select attributes, records,
                 exists (select 1 from contact_identity i where i.contact_id = $1 and i.kind = 'site') as verified
               from contact where id = $1`,
        values: [id, name, at],
      });
      return rows[0] ?? { attributes: {}, records: [], verified: false };
    },
    /** The same of a contact who exists; nothing is known of others. */
    async facts(id: string): Promise<StoredFacts> {
      const { rows } = await pool.query<StoredFacts>({
        name: 'contact-facts',
        text: `select attributes, records,
                 exists (select 1 from contact_identity i where i.contact_id = $1 and i.kind = 'site') as verified
               from contact where id = $1`,
        values: [id],
      });
      return rows[0] ?? { attributes: {}, records: [], verified: false };
    },
    async find(ids: readonly string[]) {
      const { rows } = await pool.query<ContactRow>({
        name: 'find-contacts',
        text: `${select} where c.id = any($1::uuid[])`,
        values: [ids],
      });
      return new Map(rows.map((row) => [row.id, contactOf(row)]));
    },
    /**
     * The contact whom the host site knows as `subject`, made from `freshId` if there is none, with the profile brought
     * up to date. Two boots at once end with the same contact.
     */
    async identify(subject: string, freshId: string, profile: ContactProfile, at: number): Promise<string> {
      return inTransaction(pool, async (client) => {
        await client.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [`site:${subject}`]);
        const known = await client.query<{ contact_id: string }>(
          `select contact_id from contact_identity where kind = 'site' and key = $1`,
          [subject],
        );
        const id = known.rows[0]?.contact_id ?? freshId;
        await client.query(
          `insert into contact (id, name, email, phone, attributes, created_at) values ($1, coalesce($2, ''), $3, $4, $5, $6)
           on conflict (id) do update set name = coalesce($2, contact.name), email = coalesce($3, contact.email),
             phone = coalesce($4, contact.phone), attributes = contact.attributes || $5`,
          [id, profile.name, profile.email, profile.phone, JSON.stringify(profile.attributes ?? {}), at],
        );
        if (known.rowCount === 0) {
          await client.query(`insert into contact_identity (kind, key, contact_id) values ('site', $1, $2)`, [
            subject,
            id,
          ]);
        }
        return id;
      });
    },
    async setRecords(id: string, records: readonly ContactRecord[]): Promise<void> {
      await pool.query('update contact set records = $2 where id = $1', [id, JSON.stringify(records)]);
    },
  };
}

export type Contacts = ReturnType<typeof createContacts>;
