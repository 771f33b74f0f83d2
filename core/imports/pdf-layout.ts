import { languageOf } from './check-row.ts';
import { joined, linesOf, type PdfLine, type PdfPage, textOf, withoutRepeats } from './pdf-lines.ts';
import { blocksOf, type PdfBlock, tableMarkdown } from './pdf-tables.ts';

type Piece =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly page: number }
  | { kind: 'paragraph'; text: string; readonly page: number; last: PdfLine }
  | { readonly kind: 'table'; readonly text: string; readonly page: number };

const longestHeading = 60;

/**
 * Markdown of a PDF's pages: headings by their size and numbering, paragraphs put together again over lines and pages,
 * tables by their columns. Heads and feet that repeat are left out. Every heading carries its page (第 3 页), and a
 * page that begins without one gets one, so that whatever is cited has a place.
 */
export function layOut(pages: readonly PdfPage[]): {
  readonly title: string | undefined;
  readonly markdown: string;
} {
  const read = withoutRepeats(pages.map((page) => ({ page, lines: linesOf(page) })));
  const levels = headingLevels(read.flatMap(({ lines }) => lines));
  const pieces: Piece[] = [];
  for (const { page, lines } of read) for (const block of blocksOf(lines)) add(pieces, block, page, levels);
  const first = pieces[0];
  const title = first?.kind === 'heading' && first.level === 1 ? first.text : undefined;
  const language = languageOf(
    pieces
      .slice(0, 50)
      .map(({ text }) => text)
      .join(' '),
  );
  return { title, markdown: written(title ? pieces.slice(1) : pieces, language, pages.length > 1) };
}

/** Sizes larger than that of most letters, the largest first. */
function headingLevels(lines: readonly PdfLine[]) {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + textOf(line).length);
  }
  const body = [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
  const larger = [...letters.keys()].filter((size) => size >= body * 1.12).sort((one, other) => other - one);
  return { body, level: (size: number) => larger.indexOf(Math.round(size * 2) / 2) + 1 };
}

const numbering =
  /^(第[一二三四五六七八九十百\d]+[章节条部分篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(\.\d{1,2}){0,3}[.、\s]\s*\S)/;
const ended = /[。！？；.!?;:：]["”’）)】]*$/;
const listed = /^([•·●○▪■□◆◇➢*–—-]|\d{1,2}[.)、）]|[（(]\d{1,2}[)）]|[①-⑳])\s*/;

function add(
  pieces: Piece[],
  block: PdfBlock,
  page: PdfPage,
  levels: ReturnType<typeof headingLevels>,
): void {
  if (block.kind === 'table') {
    pieces.push({ kind: 'table', text: tableMarkdown(block.rows), page: page.number });
    return;
  }
  const { line } = block;
  const text = textOf(line);
  const isShort = text.length <= longestHeading && !ended.test(text);
  const level = isShort ? levels.level(line.size) : 0;
  const isMarked = isShort && text.length <= 40 && line.isBold && line.cells.length === 1;
  if (level > 0 || isMarked) {
    const depth = level > 0 ? Math.min(level, 4) : numbering.test(text) ? 3 : 4;
    const last = pieces.at(-1);
    // A heading over two lines is one.
    if (
      last?.kind === 'heading' &&
      last.level === depth &&
      last.page === page.number &&
      level > 0 &&
      !numbering.test(text) &&
      last.text.length > 12
    )
      pieces[pieces.length - 1] = { ...last, text: joined(last.text, text, true) };
    else pieces.push({ kind: 'heading', level: depth, text, page: page.number });
    return;
  }
  const last = pieces.at(-1);
  if (last?.kind === 'paragraph' && goesOn(last, line, page)) {
    const isCut = /[A-Za-z]-$/.test(last.text) && /^[a-z]/.test(text);
    last.text = isCut ? last.text.slice(0, -1) + text : joined(last.text, text, true);
    last.last = line;
  } else pieces.push({ kind: 'paragraph', text, page: page.number, last: line });
}

/** Whether a line belongs to the paragraph before it. */
function goesOn(paragraph: Extract<Piece, { kind: 'paragraph' }>, line: PdfLine, page: PdfPage): boolean {
  const { last } = paragraph;
  const text = textOf(line);
  if (listed.test(text) || Math.abs(last.size - line.size) > 0.8) return false;
  const end = last.cells.at(-1)!.end;
  const isFull = end > page.width * 0.72;
  if (line.y <= last.y) return isFull && !ended.test(paragraph.text);
  if (line.y - last.y > 2.1 * line.size) return false;
  const isIndented = line.cells[0]!.x > last.cells[0]!.x + line.size * 1.5 && !listed.test(paragraph.text);
  return !(isIndented && ended.test(paragraph.text)) && (isFull || !ended.test(paragraph.text));
}

function written(pieces: readonly Piece[], language: 'zh' | 'en', hasPages: boolean): string {
  const place = (page: number) => (language === 'zh' ? `第 ${page} 页` : `Page ${page}`);
  const lines: string[] = [];
  let page = 0;
  let level = 1;
  for (const piece of pieces) {
    const isNew = hasPages && piece.page !== page;
    page = piece.page;
    if (piece.kind === 'heading') {
      level = piece.level;
      const mark = hasPages ? (language === 'zh' ? `（${place(page)}）` : ` (${place(page)})`) : '';
      lines.push(`${'#'.repeat(piece.level)} ${escaped(piece.text)}${mark}`);
      continue;
    }
    if (isNew) lines.push(`${'#'.repeat(Math.min(6, level + 1))} ${place(page)}`);
    lines.push(piece.kind === 'table' ? piece.text : item(piece.text));
  }
  return lines
    .join('\n\n')
    .replace(/^(- .*)\n\n(?=- )/gm, '$1\n')
    .replace(/^(\d+\. .*)\n\n(?=\d+\. )/gm, '$1\n');
}

/** A line that begins with a mark or number is a list's item; otherwise nothing in it means anything to Markdown. */
function item(text: string): string {
  const bullet = /^[•·●○▪■□◆◇➢–—*-]\s*/.exec(text);
  if (bullet) return `- ${escaped(text.slice(bullet[0].length))}`;
  const numbered = /^(\d{1,2})[.)、）]\s*/.exec(text);
  if (numbered) return `${numbered[1]}. ${escaped(text.slice(numbered[0].length))}`;
  return escaped(text);
}

const escaped = (text: string) => text.replace(/^(#|>|\+ |```|~~~)/, '\\$1').replace(/([*_`[\]<])/g, '\\$1');

/** The page that a heading carries, to be told apart from its words. */
export const pageMark = /\s*[（(](第 \d+ 页|Page \d+)[)）]$/;
