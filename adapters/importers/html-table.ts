import type { HtmlElement } from './html-to-markdown.ts';

const mostColumns = 40;
const mostCells = 100_000;

/**
 * A table as Markdown writes it. A cell over several rows or columns is repeated in each, so that every row can be read
 * by itself. A table that only arranges a page (one column, or others inside) is what is in it, `content`.
 */
export function tableToMarkdown(table: HtmlElement, content: string): string {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none' || table.querySelector('table, h1, h2, h3'))
    return `\n\n${content}\n\n`;
  const grid = gridOf(table);
  const columns = Math.max(0, ...grid.map((row) => row.length));
  if (columns < 2)
    return `\n\n${grid
      .map((row) => row[0] ?? '')
      .filter(Boolean)
      .join('\n\n')}\n\n`;
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, index) => row[index] ?? '').join(' | ')} |`;
  const [head = [], ...rows] = grid;
  const caption = table.querySelector('caption')?.textContent?.trim();
  return `\n\n${caption ? `**${caption}**\n\n` : ''}${line(head)}\n|${' --- |'.repeat(columns)}\n${rows.map(line).join('\n')}\n\n`;
}

function gridOf(table: HtmlElement): string[][] {
  const grid: string[][] = [];
  let cells = 0;
  const rows = Array.from(table.querySelectorAll('tr'));
  rows.forEach((row, at) => {
    grid[at] ??= [];
    let column = 0;
    for (const cell of Array.from(row.children)) {
      if (cell.nodeName !== 'TD' && cell.nodeName !== 'TH') continue;
      while (grid[at]![column] !== undefined) column += 1;
      const wide = span(cell.getAttribute('colspan'), mostColumns);
      const high = span(cell.getAttribute('rowspan'), rows.length - at);
      const text = cellText(cell as HtmlElement);
      for (let down = 0; down < high; down += 1) {
        grid[at + down] ??= [];
        for (let over = 0; over < wide && column + over < mostColumns; over += 1) {
          cells += 1;
          if (cells > mostCells) return;
          grid[at + down]![column + over] = text;
        }
      }
      column += wide;
    }
  });
  return grid
    .map((row) => Array.from(row, (text) => text ?? ''))
    .filter((row) => row.some((text) => text !== ''));
}

function span(text: string | null, most: number): number {
  const number = Number.parseInt(text ?? '1', 10);
  return Number.isFinite(number) ? Math.max(1, Math.min(number, Math.max(1, most))) : 1;
}

function cellText(cell: HtmlElement): string {
  for (const line of Array.from(cell.querySelectorAll('br'))) line.textContent = '; ';
  for (const block of Array.from(cell.querySelectorAll('p, li, div')))
    block.appendChild(cell.ownerDocument.createTextNode(' '));
  return (cell.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(; )+$/, '')
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|');
}
