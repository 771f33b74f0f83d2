/** A run of letters as a page shows it. Lengths in points; `x` from the left, `y` from the top to the baseline. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly isBold: boolean;
}

export interface PdfPage {
  /** From 1, as a reader counts. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
}

/** Words of one line without a wide gap between them: a line of prose has one, a line of a table several. */
export interface PdfCell {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

export interface PdfLine {
  readonly y: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly cells: readonly PdfCell[];
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** Puts a space where a gap stands for one: between Han letters it does not. */
export function joined(left: string, right: string, hasGap: boolean): string {
  if (left === '' || right === '') return left + right;
  if (!hasGap || /\s$/.test(left) || /^\s/.test(right)) return left + right;
  return wide.test(left.at(-1)!) && wide.test(right[0]!) ? left + right : `${left} ${right}`;
}

/** The lines of a page from top to bottom, each cut where a gap is wider than a space ever is. */
export function linesOf(page: PdfPage): PdfLine[] {
  const texts = page.texts.filter(({ text, size }) => text.trim() !== '' && size > 0);
  const sorted = [...texts].sort((one, other) => one.y - other.y || one.x - other.x);
  const rows: PdfText[][] = [];
  for (const text of sorted) {
    const row = rows.at(-1);
    const anchor = row?.[0];
    if (row && anchor && Math.abs(text.y - anchor.y) <= 0.45 * Math.min(text.size, anchor.size))
      row.push(text);
    else rows.push([text]);
  }
  return rows.map(lineOf);
}

function lineOf(row: readonly PdfText[]): PdfLine {
  const cells: { text: string; x: number; end: number }[] = [];
  const weight = new Map<number, number>();
  let bold = 0;
  let all = 0;
  for (const { text, x, width, size, isBold } of [...row].sort((one, other) => one.x - other.x)) {
    weight.set(size, (weight.get(size) ?? 0) + text.length);
    all += text.length;
    if (isBold) bold += text.length;
    const last = cells.at(-1);
    const gap = last ? x - last.end : Number.POSITIVE_INFINITY;
    if (last && gap < 1.1 * size) {
      // The same letters twice in one place are how some programs print bold.
      if (gap < -0.5 * width && last.text.endsWith(text)) continue;
      last.text = joined(last.text, text, gap > 0.18 * size);
      last.end = Math.max(last.end, x + width);
    } else cells.push({ text, x, end: x + width });
  }
  const size = [...weight].sort((one, other) => other[1] - one[1])[0]![0];
  return {
    y: row[0]!.y,
    size,
    isBold: bold > all / 2,
    cells: cells.map((cell) => ({ ...cell, text: cell.text.replace(/\s+/g, ' ').trim() })),
  };
}

export const textOf = (line: PdfLine): string => line.cells.map(({ text }) => text).join(' ');

/** Lines that stand at the head or foot of most pages, and bare page numbers, say nothing about the matter. */
export function withoutRepeats(pages: readonly { page: PdfPage; lines: readonly PdfLine[] }[]) {
  const edge = (page: PdfPage, line: PdfLine) => line.y < page.height * 0.1 || line.y > page.height * 0.9;
  const shape = (line: PdfLine) =>
    textOf(line)
      .replace(/[\d０-９]+/g, '#')
      .replace(/\s+/g, '');
  const times = new Map<string, number>();
  for (const { page, lines } of pages)
    for (const key of new Set(lines.filter((line) => edge(page, line)).map(shape)))
      times.set(key, (times.get(key) ?? 0) + 1);
  const often = Math.max(2, Math.ceil(pages.length * 0.5));
  const isNumber = (line: PdfLine) =>
    /^[-–—·\s]*(第\s*)?([#ivxl]+|page#|p\.#)(\s*页)?([\s,，/|of共-]*(第|共)?\s*#?\s*页?)?[-–—·\s]*$/i.test(
      shape(line),
    ) && /\d/.test(textOf(line));
  return pages.map(({ page, lines }) => ({
    page,
    lines: lines.filter(
      (line) => !edge(page, line) || !((times.get(shape(line)) ?? 0) >= often || isNumber(line)),
    ),
  }));
}
