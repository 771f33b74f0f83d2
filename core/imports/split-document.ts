import { longestBody, longestTitle } from './check-row.ts';
import { pageMark } from './pdf-layout.ts';

/** Part of a document that becomes one article. */
export interface DocumentPart {
  readonly title: string;
  /** The headings from the document's own title to this part: the same again when the document is imported again. */
  readonly path: string;
  readonly body: string;
}

/**
 * Cuts a document in Markdown into articles. `whole` keeps it together as long as one article can hold it; `sections`
 * makes an article of every section of the first two levels. What is too long is cut at ever lower headings, then
 * between paragraphs, and never loses a word.
 */
export function splitDocument(
  title: string,
  markdown: string,
  how: 'whole' | 'sections',
  longest: number = longestBody,
): DocumentPart[] {
  const body = markdown.trim();
  if (body === '') return [];
  if (how === 'whole' && body.length <= longest) return [{ title: shortened(title), path: title, body }];
  return numbered(
    how === 'sections' ? atLevel(title, title, body, 1, 2, longest) : fitting(title, title, body, 1, longest),
  );
}

/** The part as it is where it fits, otherwise cut at the next level of headings that it has. */
function fitting(title: string, path: string, body: string, level: number, longest: number): DocumentPart[] {
  if (body.length <= longest) return [{ title: shortened(title), path, body }];
  if (level > 6) return byParagraph(title, path, body, longest);
  return atLevel(title, path, body, level, 0, longest);
}

/** One part for every section of `level`; down to `always` sections are cut even where they would fit. */
function atLevel(
  title: string,
  path: string,
  body: string,
  level: number,
  always: number,
  longest: number,
): DocumentPart[] {
  const deeper = (name: string, way: string, text: string) =>
    level < always
      ? atLevel(name, way, text, level + 1, always, longest)
      : fitting(name, way, text, level + 1, longest);
  return sections(body, level).flatMap((section) => {
    const text = section.body.trim();
    if (section.heading === undefined) return text === '' ? [] : deeper(title, path, text);
    // A PDF's headings carry their page: no part of the name, so that a page more before them changes no article.
    const page = pageMark.exec(section.heading)?.[1];
    const name = page === undefined ? section.heading : section.heading.replace(pageMark, '');
    const placed =
      page === undefined || /^#+ (第 \d+ 页|Page \d+)\n/.test(text)
        ? text
        : `${'#'.repeat(Math.min(6, level + 1))} ${page}\n\n${text}`;
    return text === '' ? [] : deeper(name, name === title ? path : `${path} › ${name}`, placed);
  });
}

function sections(body: string, level: number): { heading?: string; body: string }[] {
  const found: { heading?: string; lines: string[] }[] = [{ lines: [] }];
  let fence: string | undefined;
  for (const line of body.split('\n')) {
    const mark = /^\s*(```|~~~)/.exec(line)?.[1];
    if (mark) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
    const heading = fence === undefined ? /^(#{1,6})\s+(.*?)\s*#*$/.exec(line) : null;
    // A PDF's bare page marks say where something stands, not what it is.
    const isMark = heading !== null && /^(第 \d+ 页|Page \d+)$/.test(heading[2]!);
    if (heading && !isMark && heading[1]!.length === level)
      found.push({ heading: plainText(heading[2]!), lines: [] });
    else found.at(-1)!.lines.push(line);
  }
  return found.map(({ heading, lines }) => ({ heading, body: lines.join('\n') }));
}

function byParagraph(title: string, path: string, body: string, longest: number): DocumentPart[] {
  const parts: DocumentPart[] = [];
  let held = '';
  const flush = () => {
    if (held.trim() !== '') parts.push({ title: shortened(title), path, body: held.trim() });
    held = '';
  };
  for (const paragraph of body.split(/\n{2,}/)) {
    if (held.length + paragraph.length + 2 > longest) flush();
    let rest = paragraph;
    while (rest.length > longest) {
      const end = Math.max(rest.lastIndexOf('\n', longest), 0) || longest;
      held = rest.slice(0, end);
      flush();
      rest = rest.slice(end);
    }
    held += held === '' ? rest : `\n\n${rest}`;
  }
  flush();
  return parts;
}

/** Parts of the same name and path are told apart by their number. */
function numbered(parts: readonly DocumentPart[]): DocumentPart[] {
  const times = new Map<string, number>();
  for (const { path } of parts) times.set(path, (times.get(path) ?? 0) + 1);
  const count = new Map<string, number>();
  return parts.map((part) => {
    const total = times.get(part.path)!;
    if (total === 1) return part;
    const number = (count.get(part.path) ?? 0) + 1;
    count.set(part.path, number);
    return {
      ...part,
      title: `${part.title.slice(0, longestTitle - 16)} (${number}/${total})`,
      path: `${part.path} #${number}`,
    };
  });
}

const plainText = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]{1,3}(\S.*?\S|\S)[*_`]{1,3}/g, '$1')
    .replace(/\\(.)/g, '$1')
    .trim();

const shortened = (title: string) =>
  title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1)}…`;
