import type { ImportFormat } from '../../core/terms/import.ts';
import { ImportFailure } from '../../core/terms/import.ts';
import type { Importer } from '../../plugs/importer.ts';

/** The reader of a format; loaded when it is needed, for each brings libraries of its own. */
export const importerOf: Record<ImportFormat, () => Promise<Importer>> = {
  csv: async () => (await import('./csv.ts')).csv,
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
  json: async () => (await import('./json.ts')).json,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
  docx: async () => (await import('./docx.ts')).docx,
  pdf: async () => (await import('./pdf.ts')).pdf,
};

const byEnding: readonly (readonly [RegExp, ImportFormat])[] = [
  [/\.(csv|tsv)$/i, 'csv'],
  [/\.(json|jsonl|ndjson)$/i, 'json'],
  [/\.(md|markdown|txt)$/i, 'markdown'],
  [/\.(html?|xhtml)$/i, 'html'],
];

/**
 * What a file is: by its first bytes where they say it, otherwise by its name's ending.
 *
 * @throws ImportFailure `file-type`, or `old-office-format` for the files of Office before 2007 (and encrypted ones)
 */
export function formatOf(name: string, start: Uint8Array): ImportFormat {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  if (bytes.length === 0) throw new ImportFailure('file-empty');
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new ImportFailure('old-office-format');
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    if (/\.(docx|docm|dotx)$/i.test(name)) return 'docx';
    if (/\.(xlsx|xlsm|xltx)$/i.test(name)) return 'xlsx';
    throw new ImportFailure('file-type', 'zip');
  }
  const found = byEnding.find(([ending]) => ending.test(name));
  if (found) return found[1];
  if (/\.(docx|docm|dotx|xlsx|xlsm|xltx|pdf)$/i.test(name))
    throw new ImportFailure('file-broken', 'not what its name says');
  throw new ImportFailure('file-type');
}
