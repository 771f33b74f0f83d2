import type { Pool } from 'pg';
import type { Articles } from '../../adapters/store/articles.ts';
import type { Imports, StoredImport } from '../../adapters/store/imports.ts';
import type { ImportOptions, ImportPreview, SheetView } from '../../core/protocol/imports.ts';
import { type CheckedRow, ImportFailure, type ImportFormat } from '../../core/terms/import.ts';
import type { Language } from '../../core/terms/language.ts';
import { problemSentence } from '../../core/text/import.ts';
import { withFile } from './copies.ts';
import { fileLimits, previewLimits, readBeside } from './read-beside.ts';
import { writeRows } from './write-rows.ts';

const mostRows = 2_000_000;
const previewRows = 12;

const taskOf = (one: StoredImport, options: ImportOptions, path: string) => ({
  kind: 'file' as const,
  path,
  name: one.name,
  split: options.split,
  ...(options.mapping ? { mapping: options.mapping } : {}),
  defaults: { topic: options.topic, ...(options.language ? { language: options.language } : {}) },
  mostRows,
});

/** The first rows of an uploaded file as they would be written. */
export function previewFile(
  imports: Imports,
  one: StoredImport,
  options: ImportOptions,
  language: Language,
  signal: AbortSignal,
): Promise<{ format: ImportFormat | null; preview: ImportPreview }> {
  return withFile(imports, one.id, async (path) => {
    let format: ImportFormat | null = null;
    const sheets: SheetView[] = [];
    const rows: CheckedRow[] = [];
    const task = { ...taskOf(one, options, path), skip: 0, only: previewRows };
    try {
      for await (const message of readBeside(task, previewLimits, signal)) {
        if (message.kind === 'format') format = message.format;
        else if (message.kind === 'columns') sheets.push(message.columns);
        else rows.push(...message.rows);
      }
    } catch (error) {
      // Columns can be named by hand: everything else is final.
      if (!(error instanceof ImportFailure) || error.code !== 'no-columns' || sheets.length === 0)
        throw error;
    }
    return {
      format,
      preview: { sheets: sheets.slice(0, 20), rows: rows.map((row) => previewOf(row, language)) },
    };
  });
}

function previewOf(row: CheckedRow, language: Language): ImportPreview['rows'][number] {
  const place = { row: row.row, ...(row.sheet === undefined ? {} : { sheet: row.sheet }) };
  if ('problem' in row) return { ...place, reason: problemSentence(row.problem, language) };
  const { title, body, similarQuestions, topic } = row.article;
  return { ...place, title, excerpt: body.slice(0, 300), similar: similarQuestions.length, topic };
}

/**
 * Reads a file and writes its rows, from where an earlier reading stopped.
 *
 * @throws ImportFailure when the file cannot be read, ImportMoved when somebody else went on with it
 */
export function importFile(
  needs: {
    readonly pool: Pool;
    readonly articles: Articles;
    readonly imports: Imports;
    readonly now: () => number;
    /** After every step that wrote something. */
    readonly onWritten: () => Promise<void>;
  },
  one: StoredImport,
  signal: AbortSignal,
): Promise<void> {
  const { imports } = needs;
  return withFile(imports, one.id, async (path) => {
    let position = one.rows;
    const task = { ...taskOf(one, one.options, path), skip: position };
    for await (const message of readBeside(task, fileLimits, signal)) {
      if (message.kind === 'format') await imports.setReading(one.id, message.format);
      if (message.kind !== 'rows') continue;
      signal.throwIfAborted();
      const { rows, share } = message;
      const batch = { importId: one.id, from: position, rows, share };
      const { written } = await writeRows(needs, batch, one.options, one.createdBy, needs.now());
      position += rows.length;
      if (written > 0) await needs.onWritten();
    }
  });
}
