/** What pasted lines hold: the examples, and the numbers of the lines (from 1) that are none. */
export interface ParsedLines {
  readonly examples: readonly { readonly text: string; readonly label: string }[];
  readonly wrong: readonly number[];
}

/**
 * Reads lines `text<TAB>intent`, as two columns copied from a spreadsheet come; further columns are left alone. Empty
 * lines are skipped. Of the same words twice the last counts.
 */
export function parseLines(pasted: string): ParsedLines {
  const examples = new Map<string, { text: string; label: string }>();
  const wrong: number[] = [];
  pasted.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const [text, label] = line.split('\t').map(unquoted);
    if (text && label) examples.set(text, { text, label });
    else wrong.push(index + 1);
  });
  return { examples: [...examples.values()], wrong };
}

/** A cell as a spreadsheet wrote it: quotes around it, and doubled inside. */
function unquoted(cell: string): string {
  const words = cell.trim();
  return /^".*"$/s.test(words) && words.length > 1 ? words.slice(1, -1).replaceAll('""', '"').trim() : words;
}
