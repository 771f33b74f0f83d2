import Papa from 'papaparse';
import { ImportFailure, type ImportRow } from '../../core/terms/import.ts';
import type { Importer } from '../../plugs/importer.ts';
import { decodePieces } from './decode.ts';
import { createSheetReader } from './sheet-rows.ts';

/** A cell longer than any article: the quote that opened it was never closed. */
const longestRow = 200_000;

interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** The sign between cells: the one that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const line = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n|\r/, 1)[0] ?? '';
  const marks = [',', '\t', ';', '|', '，'];
  const count = (mark: string) => line.split(mark).length;
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/**
 * Comma-, tab- or semicolon-separated sheets, in pieces. A quote that is never closed would swallow all rows after it:
 * its line alone is told as broken, and reading goes on with the next.
 */
export const csv: Importer = {
  format: 'csv',
  *read(source): Generator<ImportRow> {
    if (source.bytes.length === 0) throw new ImportFailure('file-empty');
    const sheet = createSheetReader(source, '');
    let held = '';
    let row = 0;
    let decoded = 0;
    let delimiter: string | undefined;
    let wasPassedOver = 0;

    function* parse(isLast: boolean): Generator<ImportRow> {
      for (;;) {
        delimiter ??= delimiterOf(held);
        const parser = new Papa.Parser({ delimiter, newline: newlineOf(held) });
        const { data, errors, meta } = parser.parse(held, 0, !isLast) as unknown as Parsed;
        const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
        const complete = isLast && isOpen ? data.slice(0, -1) : data;
        const broken = new Set(
          errors.filter(({ code }) => code === 'InvalidQuotes').map((error) => error.row),
        );
        for (const [index, cells] of complete.entries()) {
          row += 1;
          const problem = broken.has(index) ? ({ code: 'bad-quotes' } as const) : undefined;
          yield* sheet.line({ row, cells, ...(problem ? { problem } : {}) });
        }
        if (isLast && isOpen) held = tailOf(held, data, complete.length, delimiter);
        else held = held.slice(isLast ? held.length : meta.cursor);
        const mustGiveUp = isLast ? isOpen : held.length > longestRow;
        if (!mustGiveUp) return;
        // The opening quote's line is told; what stands after it is read as if nothing had been.
        const end = held.search(/\r\n|\r|\n/);
        const line = end < 0 ? held : held.slice(0, end);
        row += 1;
        wasPassedOver += 1;
        yield* sheet.line({ row, cells: line.split(delimiter), problem: { code: 'open-quote' } });
        held = end < 0 ? '' : held.slice(end).replace(/^(\r\n|\r|\n)/, '');
        if (held === '') return;
        if (wasPassedOver > 1000) throw new ImportFailure('file-broken', 'quotes');
      }
    }

    for (const piece of decodePieces(source.bytes)) {
      decoded += piece.length;
      held += row === 0 && held === '' ? piece.replace(/^\uFEFF/, '') : piece;
      yield* parse(false);
      source.onProgress?.(Math.min(1, decoded / source.bytes.length));
    }
    if (held !== '') yield* parse(true);
    sheet.end();
  },
};

function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  const found = /\r\n|\n|\r(?=[^\n])/.exec(text)?.[0];
  return found === '\r\n' ? '\r\n' : found === '\r' ? '\r' : '\n';
}

/** Where the row that never ends begins: behind the rows before it. */
function tailOf(text: string, data: readonly string[][], complete: number, delimiter: string): string {
  if (complete === 0 || data.length === 0) return text;
  const parser = new Papa.Parser({ delimiter, newline: newlineOf(text), preview: complete });
  const { meta } = parser.parse(text, 0, false) as unknown as Parsed;
  return text.slice(meta.cursor);
}
