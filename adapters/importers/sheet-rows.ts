import { isUsable, recogniseColumns } from '../../core/imports/columns.ts';
import {
  type ColumnMapping,
  ImportFailure,
  type ImportField,
  type ImportRow,
  type RowProblem,
} from '../../core/terms/import.ts';
import type { ImportSource } from '../../plugs/importer.ts';

/** One row of a sheet before it is known what its columns hold. */
export interface SheetLine {
  /** From 1, as spreadsheets count. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly problem?: RowProblem;
}

/** A list inside a cell: by line, `|`, or the semicolons and the sign that Chinese sheets use. */
const listMarks = /[\n|｜;；]+/;

/** A header is looked for in so many lines: titles and remarks often stand above it. */
const headerWithin = 10;

/** What a person says, and no name of a column. */
const isSentence = (cell: string) => cell.length > 20 || /[。！？!?；;，]|[.,]\s/.test(cell);

/** Turns a sheet's lines into rows of articles, by the header or by what somebody said the columns hold. */
export function createSheetReader(source: ImportSource, sheet: string) {
  let header: readonly string[] | undefined;
  let mapping: ColumnMapping = [];
  const before: SheetLine[] = [];

  function take(header_: readonly string[], mapping_: ColumnMapping): void {
    header = header_;
    mapping = mapping_;
    source.onColumns?.({ sheet, header, mapping });
  }

  function rowOf(line: SheetLine): ImportRow {
    const texts: Partial<Record<ImportField, string>> = {};
    const lists: Record<'similar' | 'products', string[]> = { similar: [], products: [] };
    const content: Record<string, string> = {};
    line.cells.forEach((cell, index) => {
      if (cell === '') return;
      content[(line.cells !== header && header?.[index]?.trim()) || `#${index + 1}`] = cell.slice(0, 60_000);
      const field = mapping[index];
      if (field === 'similar' || field === 'products') lists[field].push(...cell.split(listMarks));
      else if (field) texts[field] = cell;
    });
    return {
      row: line.row,
      ...(sheet === '' ? {} : { sheet }),
      ...texts,
      ...lists,
      ...(line.problem ? { problem: line.problem } : {}),
      content,
    };
  }

  return {
    get found() {
      return header !== undefined;
    },
    /** The rows that a line makes: none while the header has not come, or for a line with nothing in it. */
    *line(line: SheetLine): Generator<ImportRow> {
      if (line.cells.every((cell) => cell.trim() === '') && !line.problem) return;
      if (header !== undefined) return yield rowOf(line);
      if (source.mapping && isUsable(source.mapping)) {
        const names = recogniseColumns(line.cells);
        take(line.cells, source.mapping);
        if (line.cells.some(isSentence)) yield rowOf(line);
        // Nobody knows these names: they may be somebody's question and answer, so the line is told, not swallowed.
        else if (names.every((field) => field === null))
          yield rowOf({ ...line, problem: { code: 'taken-for-names' } });
        return;
      }
      const guess = recogniseColumns(line.cells);
      if (isUsable(guess)) {
        take(line.cells, guess);
        return;
      }
      before.push(line);
      if (before.length >= headerWithin) {
        source.onColumns?.({ sheet, header: before[0]!.cells, mapping: recogniseColumns(before[0]!.cells) });
        throw new ImportFailure('no-columns', sheet);
      }
    },
    /** When the sheet has ended: throws `no-columns` where it had lines and none of them was a header. */
    end(): void {
      if (header !== undefined || before.length === 0) return;
      source.onColumns?.({ sheet, header: before[0]!.cells, mapping: recogniseColumns(before[0]!.cells) });
      throw new ImportFailure('no-columns', sheet);
    },
  };
}
