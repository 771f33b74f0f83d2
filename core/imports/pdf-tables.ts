import { joined, type PdfLine, textOf } from './pdf-lines.ts';

/** What a page is made of, from top to bottom. */
export type PdfBlock =
  | { readonly kind: 'line'; readonly line: PdfLine }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

interface Column {
  x: number;
  end: number;
}

/**
 * Finds tables by their columns: lines after one another with several cells that stand under each other. Prose in two
 * columns looks alike and is told by its length: it is read column by column.
 */
export function blocksOf(lines: readonly PdfLine[]): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = endOfRun(lines, at);
    const run = lines.slice(at, end);
    const several = run.filter(({ cells }) => cells.length > 1);
    if (several.length < 2) {
      const until = Math.max(end, at + 1);
      for (const line of lines.slice(at, until)) blocks.push({ kind: 'line', line });
      at = until;
      continue;
    }
    const columns = columnsOf(several);
    if (columns.length < 2) for (const line of run) blocks.push({ kind: 'line', line });
    else if (isProse(several, columns)) blocks.push(...columnByColumn(run, columns));
    else blocks.push({ kind: 'table', rows: rowsOf(run, columns) });
    at = end;
  }
  return blocks;
}

/** A table goes on with lines of several cells, and with what is left over from a cell that took two lines. */
function endOfRun(lines: readonly PdfLine[], start: number): number {
  if (lines[start]!.cells.length < 2) return start + 1;
  let end = start + 1;
  let lastFull = start;
  while (end < lines.length) {
    const line = lines[end]!;
    const gap = line.y - lines[end - 1]!.y;
    if (gap > 4.5 * line.size) break;
    if (line.cells.length > 1) lastFull = end;
    else {
      const [cell] = line.cells;
      const full = lines[lastFull]!;
      const isBelowOne = full.cells.some(({ x }) => Math.abs(x - cell!.x) < line.size * 1.5);
      const isFirst =
        Math.abs(full.cells[0]!.x - cell!.x) < line.size && cell!.end > (full.cells[1]?.x ?? Infinity);
      if (
        !isBelowOne ||
        isFirst ||
        gap > 2 * line.size ||
        end - lastFull > 4 ||
        Math.abs(line.size - full.size) > 1
      )
        break;
    }
    end += 1;
  }
  // A heading or paragraph that followed too closely is none of it.
  return lines.slice(start, end).filter(({ cells }) => cells.length > 1).length < 2 ? start + 1 : end;
}

/** Where cells overlap from line to line there is one column. */
function columnsOf(lines: readonly PdfLine[]): Column[] {
  const columns: Column[] = [];
  for (const { x, end } of lines.flatMap(({ cells }) => cells).sort((one, other) => one.x - other.x)) {
    const last = columns.at(-1);
    if (last && x < last.end - 1) last.end = Math.max(last.end, end);
    else columns.push({ x, end });
  }
  // Cells that reach over several columns (a common heading) must not melt them into one.
  if (columns.length < 2 && lines.length > 2) {
    const most = Math.max(...lines.map(({ cells }) => cells.length));
    const typical = lines.filter(({ cells }) => cells.length === most);
    if (typical.length >= 2 && typical.length < lines.length) return columnsOf(typical);
  }
  return columns;
}

function isProse(lines: readonly PdfLine[], columns: readonly Column[]): boolean {
  if (columns.length > 3 || lines.length < 8) return false;
  const cells = lines.flatMap((line) => line.cells);
  const filled = cells.filter(({ x, end }) => {
    const column = columns.find((one) => x >= one.x - 1 && x < one.end);
    return column !== undefined && end - x > 0.8 * (column.end - column.x);
  });
  const letters = cells.reduce((sum, { text }) => sum + text.length, 0) / cells.length;
  return filled.length > cells.length * 0.6 && letters > 14;
}

function columnByColumn(lines: readonly PdfLine[], columns: readonly Column[]): PdfBlock[] {
  return columns.flatMap((_, index) =>
    lines.flatMap((line) => {
      const cells = line.cells.filter((cell) => columnAt(columns, cell.x) === index);
      return cells.length === 0 ? [] : [{ kind: 'line', line: { ...line, cells } } as const];
    }),
  );
}

function columnAt(columns: readonly Column[], x: number): number {
  let found = 0;
  columns.forEach((column, index) => {
    if (x >= column.x - 2) found = index;
  });
  return found;
}

function rowsOf(lines: readonly PdfLine[], columns: readonly Column[]): string[][] {
  const rows: string[][] = [];
  let lastY = Number.NEGATIVE_INFINITY;
  const gaps = lines.slice(1).map((line, index) => line.y - lines[index]!.y);
  const usual = [...gaps].sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
  for (const line of lines) {
    const cells = columns.map((_, index) =>
      line.cells
        .filter((cell) => columnAt(columns, cell.x) === index)
        .map(({ text }) => text)
        .join(' '),
    );
    const last = rows.at(-1);
    const isRest = cells[0] === '' && line.y - lastY <= Math.max(usual * 1.05, line.size * 1.4);
    if (last && isRest)
      cells.forEach((text, index) => {
        last[index] = joined(last[index]!, text, true);
      });
    else rows.push(cells);
    lastY = line.y;
  }
  return rows;
}

/** A table as Markdown writes it, its first row the head. */
export function tableMarkdown(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|');
  const line = (row: readonly string[]) => `| ${row.map(cell).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rest.map(line)].join('\n');
}

export const lineText = textOf;
