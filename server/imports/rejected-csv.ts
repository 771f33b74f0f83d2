import Papa from 'papaparse';
import type { Imports } from '../../adapters/store/imports.ts';
import type { Language } from '../../core/terms/language.ts';
import { importColumnText, problemSentence } from '../../core/text/import.ts';

const atOnce = 500;

/**
 * The rejected rows of an import as a sheet: where each stood and why it was not taken, then its own columns, so that it
 * can be put right and imported again as it is. In pieces; the first pass gathers the columns.
 */
export async function* rejectedCsv(imports: Imports, id: string, language: Language): AsyncGenerator<string> {
  const columns = new Set<string>();
  for await (const row of rowsOf(imports, id)) for (const name of Object.keys(row.content)) columns.add(name);
  const names = [...columns];
  const line = (cells: readonly (string | number)[]) =>
    `${Papa.unparse([[...cells]], { newline: '\r\n' })}\r\n`;
  const { row: rowName, reason } = importColumnText;
  yield `\uFEFF${line([rowName[language], reason[language], ...names])}`;
  for await (const row of rowsOf(imports, id)) {
    const place = row.sheet === null ? row.row : `${row.sheet} ${row.row}`;
    yield line([
      place,
      problemSentence(row.problem, language),
      ...names.map((name) => row.content[name] ?? ''),
    ]);
  }
}

async function* rowsOf(imports: Imports, id: string) {
  for (let after = 0; ; ) {
    const rows = await imports.rejected(id, after, atOnce);
    yield* rows;
    if (rows.length < atOnce) return;
    after = rows.at(-1)!.ordinal;
  }
}
