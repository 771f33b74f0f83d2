import readSheets from 'read-excel-file/universal';
import { ImportFailure, type ImportRow } from '../../core/terms/import.ts';
import type { Importer } from '../../plugs/importer.ts';
import { createSheetReader } from './sheet-rows.ts';
import { packed, unpack } from './unpack.ts';

/** Excel workbooks: every sheet whose first lines name a question and an answer. */
export const xlsx: Importer = {
  format: 'xlsx',
  async *read(source): AsyncGenerator<ImportRow> {
    // Pictures, charts and macros stay packed: only what holds cells is taken out.
    const entries = unpack(source.bytes, (name) => /\.(xml|rels)$/.test(name) && !/drawings?\//.test(name));
    if (!Object.keys(entries).some((name) => /^xl\/workbook\.xml$/.test(name)))
      throw new ImportFailure('file-broken', 'no workbook');
    const zip = packed(entries);
    let sheets: Awaited<ReturnType<typeof readSheets>>;
    try {
      sheets = await readSheets(
        zip.buffer.slice(zip.byteOffset, zip.byteOffset + zip.byteLength) as ArrayBuffer,
      );
    } catch (error) {
      throw new ImportFailure('file-broken', (error as Error).message);
    }
    const total = sheets.reduce((sum, { data }) => sum + data.length, 0);
    let done = 0;
    let withoutColumns = 0;
    for (const { sheet: name, data } of sheets) {
      const reader = createSheetReader(source, sheets.length > 1 ? name : '');
      try {
        for (const [index, cells] of data.entries()) {
          done += 1;
          if (done % 500 === 0) source.onProgress?.(done / total);
          yield* reader.line({ row: index + 1, cells: cells.map(textOf) });
        }
        reader.end();
      } catch (error) {
        if (!(error instanceof ImportFailure) || error.code !== 'no-columns') throw error;
        withoutColumns += 1;
        if (withoutColumns === sheets.length) throw error;
        // A sheet of remarks beside the sheet of questions hinders nothing; line by line it is told what was left out.
        for (const [index, cells] of data.entries()) {
          const texts = cells.map(textOf);
          const content = Object.fromEntries(
            texts.flatMap((text, at) => (text === '' ? [] : [[`#${at + 1}`, text.slice(0, 60_000)]])),
          );
          if (Object.keys(content).length === 0) continue;
          const problem = { code: 'no-columns', values: { sheet: name } } as const;
          yield { row: index + 1, sheet: name, problem, content };
        }
      }
    }
    if (total === 0) throw new ImportFailure('file-empty');
  },
};

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.000Z$/, '')
      .replace('T', ' ');
  return String(cell);
}
