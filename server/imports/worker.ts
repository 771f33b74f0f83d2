/** Reads one source on a thread of its own; see `read-beside.ts`, which starts it and ends it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { formatOf, importerOf } from '../../adapters/importers/index.ts';
import { createRowCheck } from '../../core/imports/check-row.ts';
import { parseSitemap } from '../../core/imports/sitemap.ts';
import { splitDocument } from '../../core/imports/split-document.ts';
import { type CheckedRow, ImportFailure, type ImportRow } from '../../core/terms/import.ts';
import type { PageTask, ReadTask, WorkerMessage } from './read-beside.ts';

const rowsAtOnce = 200;
const lettersAtOnce = 400_000;

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** The same source brings the same ids again: what has a key by it, a question by its words. */
const idFor = (title: string, row: ImportRow) =>
  row.key === undefined ? `i-${digest(`${row.language?.trim() ?? ''} ${title}`)}` : `d-${digest(row.key)}`;

async function readFile(task: ReadTask, port: MessagePort): Promise<void> {
  const bytes = readFileSync(task.path);
  const format = formatOf(task.name, bytes.subarray(0, 4096));
  const post = (message: WorkerMessage) => port.postMessage(message);
  post({ kind: 'format', format });
  const importer = await importerOf[format]();
  const check = createRowCheck(idFor, task.defaults);
  let share = 0;
  let rows: CheckedRow[] = [];
  let letters = 0;
  let ordinal = 0;
  const send = async () => {
    const answered = new Promise((resolve) => port.once('message', resolve));
    post({ kind: 'rows', rows, share });
    rows = [];
    letters = 0;
    await answered;
  };
  const source = {
    name: task.name,
    bytes,
    split: task.split,
    ...(task.mapping ? { mapping: task.mapping } : {}),
    onColumns: (columns: Extract<WorkerMessage, { kind: 'columns' }>['columns']) =>
      post({ kind: 'columns', columns }),
    onProgress: (now: number) => {
      share = now;
    },
  };
  for await (const row of importer.read(source)) {
    const checked = check(row);
    ordinal += 1;
    if (ordinal > task.mostRows) throw new ImportFailure('too-many-rows', String(task.mostRows));
    if (ordinal <= task.skip) continue;
    rows.push(checked);
    letters += 'problem' in checked ? JSON.stringify(checked.content).length : checked.article.body.length;
    if (rows.length >= (task.only ?? rowsAtOnce) || letters >= lettersAtOnce) await send();
    if (task.only !== undefined && ordinal >= task.only) break;
  }
  if (ordinal === 0) throw new ImportFailure('file-empty');
  share = 1;
  if (rows.length > 0) await send();
  post({ kind: 'done' });
}

async function readPages(port: MessagePort): Promise<void> {
  const { readPage } = await import('../../adapters/importers/html.ts');
  port.on('message', ({ bytes, address, charset, as, split, unpackedBytes }: PageTask) => {
    try {
      if (as === 'sitemap') {
        const plain =
          bytes[0] === 0x1f && bytes[1] === 0x8b
            ? gunzipSync(bytes, { maxOutputLength: unpackedBytes })
            : bytes;
        port.postMessage({
          kind: 'sitemap',
          sitemap: parseSitemap(new TextDecoder().decode(plain)),
        } satisfies WorkerMessage);
        return;
      }
      const page = readPage(bytes, address, charset);
      const parts = splitDocument(page.title || address, page.markdown, split).map((part) => ({
        ...part,
        id: `w-${digest(`${address}\n${part.path === (page.title || address) ? '' : part.path}`)}`,
      }));
      const { markdown: _, ...rest } = page;
      port.postMessage({
        kind: 'page',
        page: rest,
        parts,
        hash: digest(`${page.title}\n${page.markdown}`),
      } satisfies WorkerMessage);
    } catch (error) {
      port.postMessage(failed(error));
    }
  });
}

function failed(error: unknown): WorkerMessage {
  if (error instanceof ImportFailure) return { kind: 'failed', code: error.code, detail: error.detail };
  const { name, message } = error as Error;
  // Nesting without end, or a text longer than a text can be: the source's fault, not the reader's.
  return { kind: 'failed', code: 'file-broken', detail: `${name}: ${String(message).slice(0, 200)}` };
}

const port = parentPort!;
const task = workerData as ReadTask | { readonly kind: 'pages' };
if (task.kind === 'pages') await readPages(port);
else {
  try {
    await readFile(task, port);
  } catch (error) {
    port.postMessage(failed(error));
  }
}
