import type { Pool } from 'pg';
import type { Articles } from '../../adapters/store/articles.ts';
import type { ImportSites, StoredSite } from '../../adapters/store/import-sites.ts';
import { ImportMoved, type Imports, type StoredImport } from '../../adapters/store/imports.ts';
import { createLease } from '../../adapters/store/lease.ts';
import { ImportFailure } from '../../core/terms/import.ts';
import { sweepCopies } from './copies.ts';
import { crawlSite } from './crawl-site.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { importFile } from './import-file.ts';

const leaseLifeMs = 6_000;
const lookEveryMs = 2_000;
const tidyEveryMs = 3_600_000;

/**
 * Runs the imports that wait, one at a time on this process and each on one process at a time. A process that dies
 * leaves its import where its last transaction put it; another goes on from there when the lease has lapsed. Sites
 * whose time has come are read again.
 */
export function createImportRunner(needs: {
  readonly pool: Pool;
  readonly articles: Articles;
  readonly imports: Imports;
  readonly sites: ImportSites;
  readonly fetch: GuardedFetch;
  readonly processId: string;
  readonly now: () => number;
  readonly pauseMs: number;
  /** Makes what was written findable, here and on every other process. */
  readonly onWritten: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}) {
  const { imports, sites, now } = needs;
  const closing = new AbortController();
  let current: { readonly id: string; readonly stop: AbortController } | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let tidied = 0;

  async function run(one: StoredImport): Promise<void> {
    const lease = createLease(needs.pool, `import ${one.id}`, needs.processId, leaseLifeMs);
    if (!(await lease.take())) return;
    const stop = new AbortController();
    current = { id: one.id, stop };
    const signal = AbortSignal.any([closing.signal, stop.signal]);
    const beat = setInterval(() => {
      void (async () => {
        // Lost to another process, or called off on one: either way this one's part is over.
        const stands = (await lease.take()) && isOpen(await imports.find(one.id));
        if (!stands) stop.abort();
      })().catch(() => undefined);
    }, 1_500);
    try {
      // Another process may have moved it on before this one had the lease.
      const fresh = await imports.find(one.id);
      if (!fresh || !isOpen(fresh)) return;
      if (fresh.kind === 'file') await importFile(needs, fresh, signal);
      else {
        const site = fresh.siteId ? await sites.find(fresh.siteId) : undefined;
        if (!site) throw new ImportFailure('internal', 'the site is gone');
        await crawlSite(needs, fresh, site, signal);
      }
      await imports.end(one.id, 'done', now());
    } catch (error) {
      if (signal.aborted || error instanceof ImportMoved) return;
      if (error instanceof ImportFailure) {
        await imports.fail(one.id, error, now());
        if (one.siteId && error.code === 'address-refused') await sites.refused(one.siteId);
      } else if (isStoreAway(error)) needs.onError(error);
      else {
        needs.onError(error);
        await imports.fail(one.id, new ImportFailure('internal'), now());
      }
    } finally {
      clearInterval(beat);
      current = undefined;
      await lease.release().catch(() => undefined);
    }
  }

  async function readDueSites(): Promise<void> {
    for (const site of await sites.takeDue(now())) await startSite(site, site.createdBy);
  }

  function startSite(site: StoredSite, by: string): Promise<StoredImport> {
    const item = {
      id: crypto.randomUUID(),
      kind: site.kind,
      siteId: site.id,
      name: site.address,
      state: 'queued',
      options: site.options,
    } as const;
    return imports.add(item, by, now());
  }

  async function round(): Promise<void> {
    if (now() - tidied > tidyEveryMs) {
      tidied = now();
      await imports.tidy(tidied);
      // Dates of files are those of the machine.
      await sweepCopies(Date.now());
    }
    await readDueSites();
    for (const one of await imports.waiting()) {
      if (closing.signal.aborted) return;
      await run(one);
    }
  }

  function wake(): void {
    again = true;
    if (running || closing.signal.aborted) return;
    running = (async () => {
      while (again && !closing.signal.aborted) {
        again = false;
        await round().catch((error) => {
          if (!closing.signal.aborted) needs.onError(error);
        });
      }
    })().finally(() => {
      running = undefined;
    });
  }

  const timer = setInterval(wake, lookEveryMs);
  timer.unref();
  return {
    /** Looks at once for what waits. */
    wake,
    /** Makes findable what was written outside of an import's run. */
    written: needs.onWritten,
    /** A new reading of a site, queued. */
    startSite,
    /** Ends an import for good or until somebody resumes it. */
    async cancel(id: string): Promise<StoredImport | undefined> {
      const ended = await imports.end(id, 'cancelled', now());
      if (current?.id === id) current.stop.abort();
      return ended;
    },
    async close(): Promise<void> {
      clearInterval(timer);
      closing.abort();
      await running;
    },
  };
}

const isOpen = (one: StoredImport | undefined): boolean =>
  one !== undefined && ['queued', 'reading', 'writing'].includes(one.state);

/** The database cannot be reached just now: the import waits and goes on by itself. */
const isStoreAway = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(08|57P|53|E[A-Z]+$)/.test(code) || /terminat|not queryable|timeout/i.test(message);
};

export type ImportRunner = ReturnType<typeof createImportRunner>;
