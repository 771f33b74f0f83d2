import { Worker } from 'node:worker_threads';
import type { ReadPage } from '../../adapters/importers/html.ts';
import type { RowDefaults } from '../../core/imports/check-row.ts';
import type { Sitemap } from '../../core/imports/sitemap.ts';
import type { DocumentPart } from '../../core/imports/split-document.ts';
import {
  type CheckedRow,
  type ColumnMapping,
  ImportFailure,
  type ImportFailureCode,
  type ImportFormat,
} from '../../core/terms/import.ts';
import type { SheetColumns } from '../../plugs/importer.ts';

/** A file to read. */
export interface ReadTask {
  readonly kind: 'file';
  readonly path: string;
  readonly name: string;
  readonly split: 'whole' | 'sections';
  readonly mapping?: ColumnMapping;
  readonly defaults: RowDefaults;
  /** Rows that were written before: passed over. */
  readonly skip: number;
  /** Only so many, for a preview. */
  readonly only?: number;
  readonly mostRows: number;
}

/** A page or sitemap that was fetched. */
export interface PageTask {
  readonly as: 'page' | 'sitemap';
  readonly bytes: Uint8Array;
  readonly address: string;
  readonly charset?: string;
  readonly split: 'whole' | 'sections';
  readonly unpackedBytes: number;
}

export type PageReading = {
  readonly kind: 'page';
  readonly page: Omit<ReadPage, 'markdown'>;
  readonly parts: readonly (DocumentPart & { readonly id: string })[];
  readonly hash: string;
};

export type WorkerMessage =
  | { readonly kind: 'format'; readonly format: ImportFormat }
  | { readonly kind: 'columns'; readonly columns: SheetColumns }
  | { readonly kind: 'rows'; readonly rows: readonly CheckedRow[]; readonly share: number }
  | PageReading
  | { readonly kind: 'sitemap'; readonly sitemap: Sitemap }
  | { readonly kind: 'failed'; readonly code: ImportFailureCode; readonly detail: string }
  | { readonly kind: 'done' };

/** What a reading may cost. */
export interface ReadLimits {
  /** Milliseconds of reading; what its reader takes between two messages does not count. */
  readonly readingMs: number;
  readonly heapMb: number;
}

export const fileLimits: ReadLimits = { readingMs: 10 * 60_000, heapMb: 1024 };
export const previewLimits: ReadLimits = { readingMs: 60_000, heapMb: 768 };
const pageLimits: ReadLimits = { readingMs: 20_000, heapMb: 384 };

const start = (data: unknown, { heapMb }: ReadLimits) =>
  new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // What a parser prints is nobody's business.
    stdout: true,
    stderr: true,
  });

/** A thread with one question under way at a time. `ask` waits for its next message, or ends it when it takes too long. */
function createThread(data: unknown, limits: ReadLimits) {
  const worker = start(data, limits);
  const held: WorkerMessage[] = [];
  let failure: ImportFailure | undefined;
  let wake: (() => void) | undefined;
  worker.stdout.resume();
  worker.stderr.resume();
  worker.on('message', (message: WorkerMessage) => {
    held.push(message);
    wake?.();
  });
  worker.on('error', (error: Error & { code?: string }) => {
    failure ??=
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new ImportFailure('too-much-memory')
        : new ImportFailure('file-broken', error.message);
    wake?.();
  });
  worker.on('exit', () => {
    failure ??= new ImportFailure('file-broken', 'the reader ended without a word');
    wake?.();
  });
  return {
    worker,
    async next(withinMs: number, signal?: AbortSignal): Promise<WorkerMessage> {
      const until = Date.now() + withinMs;
      while (held.length === 0) {
        signal?.throwIfAborted();
        if (failure) throw failure;
        const left = until - Date.now();
        if (left <= 0) {
          void worker.terminate();
          throw new ImportFailure('too-much-time', `${Math.round(withinMs / 1000)} s`);
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
          };
          wake = done;
          signal?.addEventListener('abort', done, { once: true });
        });
        wake = undefined;
      }
      return held.shift()!;
    },
    end: async () => {
      await worker.terminate();
    },
  };
}

/**
 * Reads a file beside the server, which goes on serving: messages in the file's order, the next only when the one
 * before was dealt with. Ends the thread when the loop over it ends.
 *
 * @throws ImportFailure when the file cannot be read or costs more than `limits`
 */
export async function* readBeside(
  task: ReadTask,
  limits: ReadLimits,
  signal: AbortSignal,
): AsyncGenerator<Extract<WorkerMessage, { kind: 'format' | 'columns' | 'rows' }>> {
  const thread = createThread(task, limits);
  let left = limits.readingMs;
  try {
    for (;;) {
      const began = Date.now();
      const message = await thread.next(left, signal);
      left -= Date.now() - began;
      if (message.kind === 'done') return;
      if (message.kind === 'failed') throw new ImportFailure(message.code, message.detail);
      if (message.kind === 'page' || message.kind === 'sitemap') continue;
      yield message;
      if (message.kind === 'rows') thread.worker.postMessage('more');
    }
  } finally {
    await thread.end();
  }
}

/** Reads fetched pages, one at a time, on a thread that is made anew when a page has broken it. */
export function createPageReader() {
  let thread: ReturnType<typeof createThread> | undefined;
  return {
    async read(task: PageTask, signal: AbortSignal): Promise<WorkerMessage> {
      thread ??= createThread({ kind: 'pages' }, pageLimits);
      try {
        thread.worker.postMessage(task);
        const message = await thread.next(pageLimits.readingMs, signal);
        if (message.kind === 'failed') throw new ImportFailure(message.code, message.detail);
        return message;
      } catch (error) {
        const broken = thread;
        thread = undefined;
        await broken.end();
        throw error;
      }
    },
    async close(): Promise<void> {
      await thread?.end();
      thread = undefined;
    },
  };
}

export type PageReader = ReturnType<typeof createPageReader>;
