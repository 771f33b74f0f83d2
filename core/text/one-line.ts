/**
 * Markdown as one line of plain words, for a summary or a row of a list: marks of headings, lists, quotes and emphasis
 * go, cells of a table are told apart by a dot, and its ruling disappears. What only looks like a mark stays.
 */
export function oneLine(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !isRuling(line))
    .map((line) => cellsOf(line.replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)/, '')))
    .join(' ')
    .replace(/(\*\*|__|`)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/\[([^\]\n]+)\]\([^)\s]+\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `|---|:--:|` under a table's head, or a rule across the page. */
function isRuling(line: string): boolean {
  return /^\s*\|?[\s:|-]*-{3}[\s:|-]*$/.test(line);
}

function cellsOf(line: string): string {
  const row = /^\s*\|(.+)\|\s*$/.exec(line);
  if (row === null) return line;
  return row[1]!
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ');
}
