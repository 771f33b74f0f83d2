/** A piece of running text. There is no HTML in this tree, and no way to express any. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

export interface ListItem {
  readonly children: readonly Inline[];
  /** Lists and paragraphs indented under the item. */
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ListItem[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

const headingLine = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const itemLine = /^([ \t]*)(?:([-*+•])|(\d{1,9})[.)、])[ \t]+(\S.*)$/;
const fenceLine = /^ {0,3}(```|~~~)/;
const ruleLine = /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$/;
const deepestList = 4;

/**
 * Reads the Markdown of articles and answers: headings, paragraphs with line breaks, bold, inline code, links, nested
 * lists, tables, code blocks and rules. Whatever is not understood stays as the words that were written, so no text
 * is lost and none is ever executed. Time is linear in the length of the text.
 */
export function parseMarkdown(markdown: string): Block[] {
  return blocksOf(markdown.replace(/\r\n?/g, '\n').split('\n'), 0);
}

function blocksOf(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const closeParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', children: inlinesOfLines(paragraph) });
    paragraph = [];
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = headingLine.exec(line);
    if (line.trim() === '') {
      closeParagraph();
      at += 1;
    } else if (fenceLine.test(line)) {
      closeParagraph();
      const end = endOfFence(lines, at + 1);
      blocks.push({ kind: 'code', text: lines.slice(at + 1, end).join('\n') });
      at = end + 1;
    } else if (heading) {
      closeParagraph();
      const level = heading[1]!.length as 1 | 2 | 3 | 4 | 5 | 6;
      blocks.push({ kind: 'heading', level, children: inlinesOf(withoutClosingHashes(heading[2]!)) });
      at += 1;
    } else if (ruleLine.test(line)) {
      closeParagraph();
      blocks.push({ kind: 'rule' });
      at += 1;
    } else if (isTableAt(lines, at)) {
      closeParagraph();
      const end = endOfTable(lines, at + 2);
      const rows = lines.slice(at + 2, end).map(cellsOf);
      blocks.push({ kind: 'table', head: cellsOf(line), rows });
      at = end;
    } else if (depth < deepestList && itemLine.test(line)) {
      closeParagraph();
      const end = endOfList(lines, at);
      blocks.push(listOf(lines.slice(at, end), depth));
      at = end;
    } else {
      paragraph.push(line);
      at += 1;
    }
  }
  closeParagraph();
  return blocks;
}

function withoutClosingHashes(text: string): string {
  let end = text.trimEnd().length;
  const before = end;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  return end < before && (end === 0 || text[end - 1] === ' ') ? text.slice(0, end).trim() : text.trim();
}

function endOfFence(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && !fenceLine.test(lines[at]!)) at += 1;
  return at;
}

function isTableAt(lines: readonly string[], at: number): boolean {
  const below = lines[at + 1];
  if (!lines[at]!.includes('|') || below === undefined || !below.includes('|')) return false;
  return cellTexts(below).every((cell) => /^:?-+:?$/.test(cell));
}

function endOfTable(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.includes('|')) at += 1;
  return at;
}

function cellTexts(line: string): string[] {
  const text = line.trim();
  const start = text.startsWith('|') ? 1 : 0;
  const end = text.endsWith('|') && text.length > 1 && !text.endsWith('\\|') ? text.length - 1 : text.length;
  return text
    .slice(start, end)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}

const cellsOf = (line: string) => cellTexts(line).map((cell) => inlinesOf(cell));

const indentOf = (line: string) => line.length - line.trimStart().length;

function endOfList(lines: readonly string[], from: number): number {
  const indent = indentOf(lines[from]!);
  const ordered = itemLine.exec(lines[from]!)![2] === undefined;
  let at = from + 1;
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.trim() === '') {
      const next = lines[at + 1];
      if (next === undefined || next.trim() === '' || !belongs(next, indent, ordered)) return at;
    } else if (!belongs(line, indent, ordered)) return at;
    at += 1;
  }
  return at;
}

function belongs(line: string, indent: number, ordered: boolean): boolean {
  if (indentOf(line) > indent) return true;
  const item = itemLine.exec(line);
  return item !== null && indentOf(line) === indent && (item[2] === undefined) === ordered;
}

function listOf(lines: readonly string[], depth: number): Block {
  const first = itemLine.exec(lines[0]!)!;
  const indent = indentOf(lines[0]!);
  const items: { first: string; under: string[] }[] = [];
  for (const line of lines) {
    const item = indentOf(line) === indent ? itemLine.exec(line) : null;
    if (item) items.push({ first: item[4]!, under: [] });
    else items.at(-1)!.under.push(line);
  }
  return {
    kind: 'list',
    ordered: first[2] === undefined,
    start: Number(first[3] ?? 1),
    items: items.map((item) => ({
      children: inlinesOf(item.first),
      blocks: item.under.length > 0 ? blocksOf(outdented(item.under), depth + 1) : [],
    })),
  };
}

function outdented(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map(indentOf);
  const least = indents.reduce((smallest, indent) => Math.min(smallest, indent), Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(Math.min(least, indentOf(line))));
}

function inlinesOfLines(lines: readonly string[]): Inline[] {
  return lines.flatMap((line, index) => {
    const text = inlinesOf(line.trim());
    return index === 0 ? text : [{ kind: 'break' } as const, ...text];
  });
}

/**
 * Reads one line of running text. Where the next marker of a kind stands is remembered, so a line of a million
 * unclosed markers costs one pass a kind.
 */
export function inlinesOf(text: string, insideLink = false): Inline[] {
  const result: Inline[] = [];
  let plain = '';
  const searched = new Map<string, { readonly from: number; readonly found: number }>();
  const find = (marker: string, from: number): number => {
    const last = searched.get(marker);
    if (last && last.from <= from && (last.found < 0 || from <= last.found)) return last.found;
    const found = text.indexOf(marker, from);
    searched.set(marker, { from, found });
    return found;
  };
  const push = (inline: Inline) => {
    if (plain) result.push({ kind: 'text', text: plain });
    plain = '';
    result.push(inline);
  };
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '\\' && /[\\`*_[\]()#+\-.!|<>]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    if (character === '`') {
      const end = find('`', at + 1);
      if (end > at + 1) {
        push({ kind: 'code', text: text.slice(at + 1, end) });
        at = end + 1;
        continue;
      }
    }
    if (character === '*' && text[at + 1] === '*') {
      const end = find('**', at + 2);
      if (end > at + 2) {
        push({ kind: 'bold', children: inlinesOf(text.slice(at + 2, end), insideLink) });
        at = end + 2;
        continue;
      }
    }
    if (character === '[' && !insideLink) {
      const link = linkAt(text, at, find);
      if (link) {
        push({ kind: 'link', href: link.href, children: inlinesOf(link.label, true) });
        at = link.end;
        continue;
      }
    }
    if (character === 'h' && !insideLink) {
      const href = bareLinkAt(text, at);
      if (href) {
        push({ kind: 'link', href, children: [{ kind: 'text', text: href }] });
        at += href.length;
        continue;
      }
    }
    plain += character;
    at += 1;
  }
  if (plain) result.push({ kind: 'text', text: plain });
  return result;
}

function linkAt(text: string, at: number, find: (marker: string, from: number) => number) {
  const middle = find('](', at + 1);
  if (middle < 0 || middle === at + 1) return null;
  const label = text.slice(at + 1, Math.min(middle, at + 1 + longestLabel));
  // An inner bracket starts a link of its own: this one is only a bracket.
  if (middle - at - 1 > longestLabel || label.includes('[')) return null;
  const end = find(')', middle + 2);
  if (end < 0 || end - middle > longestHref) return null;
  const href = safeHref(text.slice(middle + 2, end));
  return href === null ? null : { label, href, end: end + 1 };
}

const longestLabel = 500;
const longestHref = 2_000;

function bareLinkAt(text: string, at: number): string | null {
  const scheme = ['https://', 'http://'].find((start) => text.startsWith(start, at));
  if (!scheme || !/\w/.test(text[at + scheme.length] ?? '') || /[\w/]/.test(text[at - 1] ?? '')) return null;
  const found = /^https?:\/\/[\w\-.~:/?#@!$&'*+,;=%]{1,2000}/.exec(text.slice(at, at + longestHref));
  if (!found) return null;
  let end = found[0].length;
  while (".,;:!?'*".includes(text[at + end - 1]!)) end -= 1;
  return text.slice(at, at + end);
}

/**
 * The address if a customer may safely be led there: http, https, mailto, tel, or relative to this site. Null for
 * everything else, whatever its capitals, blanks or control characters pretend.
 */
export function safeHref(address: string): string | null {
  const href = address.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters inside a scheme
  if (href === '' || /[\u0000-\u0020\u007f<>"\\]/.test(href)) return null;
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(href)) return href;
  if (/^\/(?!\/)|^#|^\?|^\.{1,2}\//.test(href)) return href;
  return /^[\w\-.%]+(?:[/?#]|$)/.test(href) && !href.includes(':') ? href : null;
}

/** The words of a tree without any formatting, e.g. for a preview or a screen reader's label. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return ' ';
      return 'text' in inline ? inline.text : plainText(inline.children);
    })
    .join('');
}
