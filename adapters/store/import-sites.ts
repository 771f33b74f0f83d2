import type { Pool, PoolClient } from 'pg';
import type { SiteOptions, SiteView } from '../../core/protocol/imports.ts';

interface SiteRow {
  id: string;
  kind: 'page' | 'sitemap' | 'crawl';
  address: string;
  options: SiteOptions;
  every: 'day' | 'week' | null;
  next_at: string | null;
  created_by: string;
}

export interface StoredSite extends Omit<SiteView, 'pages' | 'lastImport'> {
  readonly createdBy: string;
}

/** What stood at an address the last time. */
export interface SitePage {
  readonly address: string;
  readonly title: string;
  /** Article ids with the version that the import wrote. */
  readonly articles: Readonly<Record<string, number>>;
  readonly contentHash: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly links: readonly string[];
}

const siteOf = (row: SiteRow): StoredSite => ({
  id: row.id,
  kind: row.kind,
  address: row.address,
  options: row.options,
  every: row.every,
  nextAt: row.next_at === null ? null : Number(row.next_at),
  createdBy: row.created_by,
});

const page = `address, title, articles, content_hash as "contentHash", etag, last_modified as "lastModified", links`;

/** Sites that are read again and again: what is known of their pages, and what each reading has still to do. */
export function createImportSites(pool: Pool) {
  return {
    /** The site of an address, new or with what was chosen now. */
    async put(site: Omit<StoredSite, 'createdBy'>, by: string, at: number): Promise<StoredSite> {
      const { rows } = await pool.query<SiteRow>(
        `insert into import_site (id, kind, address, options, every, next_at, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (address) do update set kind = excluded.kind, options = excluded.options, every = excluded.every,
           next_at = excluded.next_at returning *`,
        [site.id, site.kind, site.address, JSON.stringify(site.options), site.every, site.nextAt, by, at],
      );
      return siteOf(rows[0]!);
    },
    async find(id: string): Promise<StoredSite | undefined> {
      const { rows } = await pool.query<SiteRow>('select * from import_site where id = $1', [id]);
      return rows[0] && siteOf(rows[0]);
    },
    async list(): Promise<(StoredSite & { pages: number })[]> {
      const { rows } = await pool.query<SiteRow & { pages: number }>(
        `select s.*, (select count(*)::int from site_page p where p.site_id = s.id and not p.is_vanished) as pages
         from import_site s order by s.created_at desc limit 200`,
      );
      return rows.map((row) => ({ ...siteOf(row), pages: row.pages }));
    },
    async schedule(
      id: string,
      every: 'day' | 'week' | null,
      nextAt: number | null,
    ): Promise<StoredSite | undefined> {
      const { rows } = await pool.query<SiteRow>(
        'update import_site set every = $2, next_at = $3 where id = $1 returning *',
        [id, every, nextAt],
      );
      return rows[0] && siteOf(rows[0]);
    },
    /** Articles that stand as their page has them, in these versions. */
    async tookArticles(
      client: PoolClient,
      siteId: string,
      versions: ReadonlyMap<string, number>,
    ): Promise<void> {
      for (const [articleId, version] of versions)
        await client.query(
          `update site_page set articles = jsonb_set(articles, array[$2::text], to_jsonb($3::int))
           where site_id = $1 and articles ? $2`,
          [siteId, articleId, version],
        );
    },
    /** A site of which nothing was ever read, and whose address is refused, is read again by hand only. */
    async refused(id: string): Promise<void> {
      await pool.query(
        `update import_site set every = null, next_at = null
         where id = $1 and not exists (select 1 from site_page where site_id = $1)`,
        [id],
      );
    },
    /** Stops looking at a site. Its articles stay. */
    async remove(id: string): Promise<boolean> {
      return (await pool.query('delete from import_site where id = $1', [id])).rowCount === 1;
    },
    /** Sites whose time has come; each is given to one caller only, and its next time set. */
    async takeDue(now: number): Promise<StoredSite[]> {
      const { rows } = await pool.query<SiteRow>(
        `update import_site s set next_at = $1 + case every when 'day' then 86400000 else 7 * 86400000 end
         where next_at <= $1 and every is not null and not exists (select 1 from knowledge_import i
           where i.site_id = s.id and i.state in ('queued', 'reading', 'writing')) returning *`,
        [now],
      );
      return rows.map(siteOf);
    },
    /** Adds addresses that this reading does not know yet, as long as it knows fewer than `most`. */
    async addAddresses(
      client: Pool | PoolClient,
      importId: string,
      addresses: readonly string[],
      depth: number,
      most: number,
    ): Promise<void> {
      if (addresses.length === 0) return;
      await client.query(
        `insert into import_address (import_id, address, depth)
         select $1, address, $3 from (
           select address, ordinality from unnest($2::text[]) with ordinality as given (address, ordinality)
           where not exists (select 1 from import_address k where k.import_id = $1 and k.address = given.address)
           order by ordinality
           limit greatest(0, $4 - (select count(*) from import_address where import_id = $1))) new
         order by ordinality on conflict do nothing`,
        [importId, addresses, depth, most],
      );
    },
    async nextAddress(importId: string): Promise<{ address: string; depth: number } | undefined> {
      const { rows } = await pool.query<{ address: string; depth: number }>(
        'select address, depth from import_address where import_id = $1 and not is_done order by ordinal limit 1',
        [importId],
      );
      return rows[0];
    },
    async addressCounts(importId: string): Promise<{ all: number; done: number }> {
      const { rows } = await pool.query<{ all: number; done: number }>(
        `select count(*)::int as all, count(*) filter (where is_done)::int as done from import_address where import_id = $1`,
        [importId],
      );
      return rows[0]!;
    },
    /** Marks addresses as dealt with, whether they were known before or not. */
    async markDone(client: PoolClient, importId: string, addresses: readonly string[]): Promise<void> {
      await client.query(
        `insert into import_address (import_id, address, depth, is_done) select $1, unnest($2::text[]), 0, true
         on conflict (import_id, address) do update set is_done = true`,
        [importId, [...new Set(addresses)]],
      );
    },
    async isDone(importId: string, address: string): Promise<boolean> {
      const { rowCount } = await pool.query(
        'select 1 from import_address where import_id = $1 and address = $2 and is_done',
        [importId, address],
      );
      return rowCount === 1;
    },
    async page(siteId: string, address: string): Promise<SitePage | undefined> {
      const { rows } = await pool.query<SitePage>(
        `select ${page} from site_page where site_id = $1 and address = $2 and not is_vanished`,
        [siteId, address],
      );
      return rows[0];
    },
    async putPage(client: PoolClient, siteId: string, importId: string, found: SitePage): Promise<void> {
      await client.query(
        `insert into site_page (site_id, import_id, address, title, articles, content_hash, etag, last_modified, links)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (site_id, address) do update set import_id = excluded.import_id, title = excluded.title,
           articles = excluded.articles, content_hash = excluded.content_hash, etag = excluded.etag,
           last_modified = excluded.last_modified, links = excluded.links, is_vanished = false`,
        [
          siteId,
          importId,
          found.address,
          found.title,
          JSON.stringify(found.articles),
          found.contentHash,
          found.etag,
          found.lastModified,
          JSON.stringify(found.links),
        ],
      );
    },
    /** Pages of the site that this reading has not met. */
    async notMet(siteId: string, importId: string): Promise<SitePage[]> {
      const { rows } = await pool.query<SitePage>(
        `select ${page} from site_page where site_id = $1 and import_id <> $2 and not is_vanished order by address`,
        [siteId, importId],
      );
      return rows;
    },
    async markVanished(client: PoolClient, siteId: string, importId: string, address: string): Promise<void> {
      await client.query('update site_page set is_vanished = true where site_id = $1 and address = $2', [
        siteId,
        address,
      ]);
      await client.query('update knowledge_import set vanished = vanished + 1 where id = $1', [importId]);
    },
    async addChange(
      client: PoolClient,
      importId: string,
      change: {
        address: string;
        change: 'new' | 'changed' | 'vanished';
        title: string;
        articleId: string | null;
      },
    ): Promise<void> {
      await client.query(
        `insert into import_change (import_id, address, change, title, article_id) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [importId, change.address, change.change, change.title, change.articleId],
      );
    },
    async changes(importId: string, most: number) {
      const { rows } = await pool.query<{
        address: string;
        change: 'new' | 'changed' | 'vanished';
        title: string;
        articleId: string | null;
      }>(
        `select address, change, title, article_id as "articleId" from import_change where import_id = $1
         order by change = 'new', address limit $2`,
        [importId, most],
      );
      return rows;
    },
  };
}

export type ImportSites = ReturnType<typeof createImportSites>;
