import type { Pool, PoolClient } from 'pg';
import type { Articles } from '../../adapters/store/articles.ts';
import type { ImportSites, SitePage, StoredSite } from '../../adapters/store/import-sites.ts';
import type { Imports, StoredImport } from '../../adapters/store/imports.ts';
import { inTransaction } from '../../adapters/store/in-transaction.ts';
import { languageOf, longestTitle } from '../../core/imports/check-row.ts';
import { canonicalAddress, isBelow, isSameSite, looksLikePage } from '../../core/imports/page-address.ts';
import {
  everythingAllowed,
  isAllowed,
  nothingAllowed,
  parseRobots,
  type RobotsRules,
} from '../../core/imports/robots.ts';
import type { SiteOptions } from '../../core/protocol/imports.ts';
import { type CheckedRow, ImportFailure, type RowProblem } from '../../core/terms/import.ts';
import { type Fetched, FetchProblem, type GuardedFetch } from './guarded-fetch.ts';
import { createPageReader, type PageReading } from './read-beside.ts';
import { articleOf, EditedMeanwhile, isUnchanged, keptRow } from './write-rows.ts';

/** Milliseconds: longer than this no site is waited for, whatever it asks. */
const longestPause = 30_000;
const pageBytes = 5 * 1024 * 1024;
const sitemapBytes = 20 * 1024 * 1024;
const unpackedBytes = 60 * 1024 * 1024;
const mostSitemaps = 50;
const pageTypes = /^(text\/html|application\/xhtml\+xml)$/;
const sitemapTypes = /^(text\/(xml|plain|html)|application\/(xml|.*\+xml|x-gzip|gzip|octet-stream))$/;

export interface CrawlNeeds {
  readonly pool: Pool;
  readonly articles: Articles;
  readonly imports: Imports;
  readonly sites: ImportSites;
  readonly fetch: GuardedFetch;
  readonly now: () => number;
  /** Milliseconds between two calls of a site, unless it asks for more. */
  readonly pauseMs: number;
  readonly onWritten: () => Promise<void>;
}

/** What came of one address. */
type Outcome =
  | { readonly kind: 'problem'; readonly problem: RowProblem; readonly links?: readonly string[] }
  | { readonly kind: 'same'; readonly page: SitePage; readonly also: readonly string[] }
  | { readonly kind: 'repeat'; readonly also: readonly string[] }
  | {
      readonly kind: 'page';
      readonly reading: PageReading;
      readonly fetched: Fetched;
      readonly address: string;
      readonly also: readonly string[];
    };

/**
 * Reads a site page by page: its robots.txt is kept, one page at a time with a pause between, never another site. What
 * has not changed since the last reading makes no version; what an agent changed here meanwhile is told and left alone;
 * what is gone is reported. Every page's outcome is committed with the links that it gave, so a reading that was cut
 * off goes on where it stopped.
 *
 * @throws ImportFailure when the first address cannot be read
 */
export async function crawlSite(
  needs: CrawlNeeds,
  one: StoredImport,
  site: StoredSite,
  signal: AbortSignal,
): Promise<void> {
  const { imports, sites } = needs;
  const options = one.options as SiteOptions;
  const reader = createPageReader();
  let position = one.rows;
  let lastCall = 0;
  let pause = needs.pauseMs;

  async function call(
    address: string,
    accepts: RegExp,
    mostBytes: number,
    { page, robots }: { readonly page?: SitePage | undefined; readonly robots?: RobotsRules } = {},
  ): Promise<Fetched> {
    const wait = lastCall + pause - Date.now();
    if (wait > 0) await new Promise((resume) => setTimeout(resume, wait));
    signal.throwIfAborted();
    lastCall = Date.now();
    return needs.fetch(address, {
      ...(page ? { etag: page.etag, lastModified: page.lastModified } : {}),
      refuses: (target) =>
        !isSameSite(target, site.address)
          ? 'off-site'
          : robots && !isAllowed(robots, pathOf(target))
            ? 'robots'
            : undefined,
      accepts,
      mostBytes,
      withinMs: 20_000,
      signal,
    });
  }

  async function robotsOf(): Promise<RobotsRules> {
    try {
      const answer = await call(
        new URL('/robots.txt', site.address).href,
        /^(text\/.*|application\/octet-stream)$/,
        512 * 1024,
      );
      // RFC 9309 §2.3.1: no file allows everything; a site that cannot answer allows nothing.
      if (answer.status >= 500) return nothingAllowed;
      return answer.status >= 200 && answer.status < 300
        ? parseRobots(answer.body.toString('utf8'), 'Tandem')
        : everythingAllowed;
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error;
      if (error.code === 'address-refused') throw new ImportFailure('address-refused', error.message);
      if (error.code === 'not-a-page' || error.code === 'off-site' || error.code === 'too-many-redirects')
        return everythingAllowed;
      throw new ImportFailure('page-unreachable', error.message);
    }
  }

  /** The pages that sitemaps list, those of an index too. */
  async function* listed(first: readonly string[]): AsyncGenerator<string[]> {
    const waiting = [...first];
    const seen = new Set<string>();
    while (waiting.length > 0 && seen.size < mostSitemaps) {
      const address = waiting.shift()!;
      if (seen.has(address) || !isSameSite(address, site.address)) continue;
      seen.add(address);
      const answer = await call(address, sitemapTypes, sitemapBytes);
      if (answer.status >= 400) {
        if (seen.size === 1) throw new ImportFailure('page-unreachable', String(answer.status));
        continue;
      }
      const read = await reader.read(
        { as: 'sitemap', bytes: answer.body, address, split: 'whole', unpackedBytes },
        signal,
      );
      if (read.kind !== 'sitemap') continue;
      waiting.push(...read.sitemap.sitemaps.filter((one) => URL.canParse(one)));
      yield mine(read.sitemap.pages.map((page) => page.address));
    }
  }

  /** Addresses of pages of this site, each in its one form. */
  function mine(addresses: readonly string[]): string[] {
    const own = addresses.flatMap((address) => canonicalAddress(address) ?? []);
    return [...new Set(own)].filter(
      (address) =>
        isSameSite(address, site.address) &&
        looksLikePage(address) &&
        (!options.below || isBelow(address, site.address)),
    );
  }

  async function seed(robots: RobotsRules): Promise<void> {
    const add = (addresses: readonly string[]) =>
      sites.addAddresses(needs.pool, one.id, addresses, 0, options.mostPages);
    if (site.kind !== 'sitemap') return add([canonicalAddress(site.address) ?? site.address]);
    const isSitemap = /\.(xml|txt)(\.gz)?$|sitemap/i.test(new URL(site.address).pathname);
    const first = isSitemap
      ? [site.address]
      : robots.sitemaps.length > 0
        ? robots.sitemaps
        : [new URL('/sitemap.xml', site.address).href];
    for await (const pages of listed(first)) await add(pages);
  }

  async function look(address: string, robots: RobotsRules): Promise<Outcome> {
    if (!isAllowed(robots, pathOf(address))) return { kind: 'problem', problem: { code: 'robots' } };
    const known = await sites.page(site.id, address);
    let fetched: Fetched;
    try {
      fetched = await call(address, pageTypes, pageBytes, { page: known, robots });
    } catch (error) {
      if (error instanceof FetchProblem) return { kind: 'problem', problem: { code: error.code } };
      throw error;
    }
    if (fetched.status === 304 && known) return { kind: 'same', page: known, also: [address] };
    if (fetched.status !== 200)
      return { kind: 'problem', problem: { code: 'http-status', values: { status: fetched.status } } };
    let reading: PageReading;
    try {
      const read = await reader.read(
        {
          as: 'page',
          bytes: fetched.body,
          address: fetched.address,
          ...(fetched.charset ? { charset: fetched.charset } : {}),
          split: options.split,
          unpackedBytes,
        },
        signal,
      );
      if (read.kind !== 'page') throw new ImportFailure('file-broken');
      reading = read;
    } catch (error) {
      if (error instanceof ImportFailure) return { kind: 'problem', problem: { code: 'page-unreadable' } };
      throw error;
    }
    const { page } = reading;
    const links = page.noFollow ? [] : page.links;
    if (page.noIndex) return { kind: 'problem', problem: { code: 'page-not-for-index' }, links };
    const found = canonicalAddress(fetched.address) ?? address;
    const says = page.canonical && canonicalAddress(page.canonical);
    const own = says && isSameSite(says, site.address) ? says : found;
    const also = [...new Set([address, found, own])];
    if (own !== address && (await sites.isDone(one.id, own))) return { kind: 'repeat', also };
    if (reading.parts.length === 0) return { kind: 'problem', problem: { code: 'page-empty' }, links };
    const before = own === address ? known : await sites.page(site.id, own);
    if (before?.contentHash === reading.hash)
      return {
        kind: 'same',
        page: {
          ...before,
          etag: fetched.etag ?? null,
          lastModified: fetched.lastModified ?? null,
          links: mine(links),
        },
        also,
      };
    return { kind: 'page', reading, fetched, address: own, also };
  }

  /** Commits what came of an address; looks again where an agent saved one of its articles meanwhile. */
  async function commit(address: string, depth: number, outcome: Outcome): Promise<void> {
    for (;;) {
      try {
        return await commitOnce(address, depth, outcome);
      } catch (error) {
        if (!(error instanceof EditedMeanwhile)) throw error;
      }
    }
  }

  /** The articles, what is known of the page, its links, and the position. Throws `EditedMeanwhile`, and writes nothing. */
  async function commitOnce(address: string, depth: number, outcome: Outcome): Promise<void> {
    const at = needs.now();
    const isWritten = outcome.kind === 'page';
    const articles = isWritten ? articlesOf(outcome.reading, options, outcome.address) : [];
    const standing = await imports.standing(
      needs.pool,
      articles.map(({ id }) => id),
    );
    const before = isWritten ? await sites.page(site.id, outcome.address) : undefined;
    const edited = articles.flatMap((article) => {
      const stands = standing.get(article.id);
      const read = before?.articles[article.id];
      return stands && read !== undefined && stands.version !== read ? [{ article, stands }] : [];
    });
    const isEdited = edited.length > 0;
    const changed = isEdited
      ? []
      : articles.filter((article) => !isUnchanged(article, standing.get(article.id)));
    const row = position + 1;
    const rejected: Extract<CheckedRow, { problem: unknown }>[] =
      outcome.kind === 'problem'
        ? [{ row, problem: outcome.problem, content: { url: address } }]
        : edited.map(({ article, stands }) => ({ row, ...keptRow(article, stands) }));
    const links =
      outcome.kind === 'problem'
        ? (outcome.links ?? [])
        : outcome.kind === 'page'
          ? outcome.reading.page.noFollow
            ? []
            : outcome.reading.page.links
          : outcome.kind === 'same'
            ? outcome.page.links
            : [];
    const done = outcome.kind === 'problem' ? [address] : outcome.also;

    await needs.articles.put(
      changed,
      one.createdBy,
      at,
      async (client: PoolClient, { created, updated, articles: saved }) => {
        for (const { id } of changed) {
          const first = Math.min(...saved.filter((one) => one.id === id).map(({ version }) => version));
          if (first !== (standing.get(id)?.version ?? 0) + 1) throw new EditedMeanwhile();
        }
        await sites.markDone(client, one.id, done);
        if (site.kind === 'crawl' && depth < options.depth)
          await sites.addAddresses(client, one.id, mine(links), depth + 1, options.mostPages);
        if (outcome.kind === 'same') await sites.putPage(client, site.id, one.id, outcome.page);
        if (outcome.kind === 'page' && !isEdited) {
          const versions = Object.fromEntries(
            articles.map(({ id }) => [
              id,
              saved.find((one) => one.id === id)?.version ?? standing.get(id)?.version ?? 1,
            ]),
          );
          await sites.putPage(client, site.id, one.id, {
            address: outcome.address,
            title: outcome.reading.page.title,
            articles: versions,
            contentHash: outcome.reading.hash,
            etag: outcome.fetched.etag ?? null,
            lastModified: outcome.fetched.lastModified ?? null,
            links: mine(links),
          });
          await sites.addChange(client, one.id, {
            address: outcome.address,
            change: before ? 'changed' : 'new',
            title: outcome.reading.page.title || outcome.address,
            articleId: articles[0]?.id ?? null,
          });
        }
        // The page is there all the same: it must not be taken for a vanished one.
        if (isEdited || (outcome.kind === 'problem' && !isAway(outcome.problem)))
          await touch(client, outcome.kind === 'page' ? outcome.address : address);
        const counted =
          created + updated > 0
            ? { created: created > 0 ? 1 : 0, updated: created > 0 ? 0 : 1 }
            : { created: 0, updated: 0 };
        await imports.step(client, one.id, {
          from: position,
          rows: 1,
          ...counted,
          unchanged: rejected.length > 0 || created + updated > 0 ? 0 : 1,
          rejected,
          rejectedRows: Math.min(1, rejected.length),
          ordinals: rejected.map((_, place) => position * mostOfPage + place + 1),
          share: 0,
        });
      },
    );
    position += 1;
    if (changed.length > 0) await needs.onWritten();
  }

  async function touch(client: PoolClient, address: string): Promise<void> {
    await client.query('update site_page set import_id = $3 where site_id = $1 and address = $2', [
      site.id,
      address,
      one.id,
    ]);
  }

  /** Pages of the last reading that this one met nowhere, unless it stopped at its limit before it could meet them. */
  async function reportVanished(robots: RobotsRules): Promise<void> {
    const { all } = await sites.addressCounts(one.id);
    if (all >= options.mostPages) return;
    for (const page of await sites.notMet(site.id, one.id)) {
      signal.throwIfAborted();
      // What is linked from nowhere any more may stand there still: the page itself is asked.
      const isGone = !isAllowed(robots, pathOf(page.address)) || (await isMissing(page, robots));
      if (!isGone) continue;
      const archived: { id: string; version: number }[] = [];
      const standing = await imports.standing(needs.pool, Object.keys(page.articles));
      if (options.vanished === 'archive')
        for (const { id, version, status } of standing.values())
          if (status !== 'archived' && version === page.articles[id]) archived.push({ id, version });
      for (const { id, version } of archived)
        await needs.articles.save(id, version, { status: 'archived' }, one.createdBy, needs.now());
      await inTransaction(needs.pool, async (client) => {
        await sites.addChange(client, one.id, {
          address: page.address,
          change: 'vanished',
          title: page.title,
          articleId: Object.keys(page.articles)[0] ?? null,
        });
        await sites.markVanished(client, site.id, one.id, page.address);
      });
      if (archived.length > 0) await needs.onWritten();
    }
  }

  async function isMissing(page: SitePage, robots: RobotsRules): Promise<boolean> {
    try {
      const { status } = await call(page.address, pageTypes, pageBytes, { page, robots });
      return status === 404 || status === 410;
    } catch (error) {
      if (error instanceof FetchProblem) return false;
      throw error;
    }
  }

  try {
    const robots = await robotsOf();
    if (robots.delaySeconds !== undefined)
      pause = Math.min(longestPause, Math.max(pause, robots.delaySeconds * 1000));
    if ((await sites.addressCounts(one.id)).all === 0) await seed(robots);
    await imports.setReading(one.id, 'html');
    for (;;) {
      const next = await sites.nextAddress(one.id);
      if (!next) break;
      signal.throwIfAborted();
      const outcome = await look(next.address, robots);
      if (position === 0 && outcome.kind === 'problem' && outcome.problem.code === 'address-refused')
        throw new ImportFailure('address-refused');
      await commit(next.address, next.depth, outcome);
    }
    if (position === 0) throw new ImportFailure('nothing-found');
    if (site.kind !== 'page') await reportVanished(robots);
  } catch (error) {
    if (error instanceof FetchProblem)
      throw new ImportFailure(
        error.code === 'address-refused' ? 'address-refused' : 'page-unreachable',
        error.message,
      );
    throw error;
  } finally {
    await reader.close();
  }
}

/** What robots.txt speaks of. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** More articles than any page is split into: places of the rows of one page stand before those of the next. */
const mostOfPage = 1_000;

/** The page itself is not there, or not to be read. */
const isAway = ({ code }: RowProblem): boolean => code === 'http-status' || code === 'robots';

function articlesOf({ page, parts }: PageReading, options: SiteOptions, address: string) {
  const language =
    options.language ??
    (/^zh/i.test(page.language ?? '') ? 'zh' : /^en/i.test(page.language ?? '') ? 'en' : undefined);
  return parts.map((part) => {
    const title = (part.title.trim() || address).slice(0, longestTitle);
    return articleOf(
      {
        id: part.id,
        language: language ?? languageOf(title + part.body.slice(0, 500)),
        title,
        similarQuestions: [],
        body: part.body,
        topic: options.topic,
      },
      options,
    );
  });
}
