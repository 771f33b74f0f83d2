import type { Article, Passage } from '../terms/article.ts';

/** A passage is about one screen of a phone: Chinese characters count 2, all others 1. */
const longestPassage = 1_000;

interface Section {
  readonly headings: readonly string[];
  readonly blocks: string[];
}

/** A passage without what it shares with the others of its article. */
export interface Cut {
  readonly headings: readonly string[];
  readonly text: string;
}

/** What the passages of an article share. */
export type ArticleHead = Pick<
  Article,
  | 'id'
  | 'version'
  | 'language'
  | 'topic'
  | 'title'
  | 'similarQuestions'
  | 'audience'
  | 'effectiveFrom'
  | 'expiresAt'
  | 'products'
>;

/**
 * Cuts an article at its headings, and long sections at paragraphs. A table, a list or a code block is never cut.
 * Ordinals count from 0 in reading order; the opening (what stands above the first heading) comes first.
 * An article without text has no passages and so cannot answer.
 */
export function cutIntoPassages(article: Article): Passage[] {
  return cutsOf(article).map((cut, ordinal) => passageOf(article, cut, ordinal));
}

/** The same as bare cuts, which an index of a million of them keeps. */
export function cutsOf(article: Article): Cut[] {
  return sectionsOf(article).flatMap(({ headings, blocks }) =>
    packed(blocks).map((text) => ({ headings: headings.length === 0 ? noHeadings : headings, text })),
  );
}

const mostLines = 40;

/** The question lines of an article: its title, then its similar questions. */
export const linesOf = ({ title, similarQuestions }: Pick<Article, 'title' | 'similarQuestions'>): string[] =>
  [title, ...similarQuestions].slice(0, mostLines);

const noHeadings: readonly string[] = [];

export function passageOf(article: ArticleHead, { headings, text }: Cut, ordinal: number): Passage {
  const { audience, effectiveFrom, expiresAt, products } = article;
  return {
    articleId: article.id,
    articleVersion: article.version,
    language: article.language,
    topic: article.topic,
    ordinal,
    title: article.title,
    headings,
    similarQuestions: article.similarQuestions,
    text,
    ...(audience ? { audience } : {}),
    ...(effectiveFrom != null ? { effectiveFrom } : {}),
    ...(expiresAt != null ? { expiresAt } : {}),
    ...(products?.length ? { products } : {}),
  };
}

/** What of an article its passages tell; without the body, whose text they hold already. */
export function headOf(article: Article): ArticleHead {
  const { id, version, language, topic, title, similarQuestions, audience, effectiveFrom, expiresAt } =
    article;
  // Most are for no product, and a million heads need no empty lists.
  const products = article.products?.length ? article.products : undefined;
  const head = { id, version, language, topic, title, similarQuestions, audience, effectiveFrom, expiresAt };
  return products ? { ...head, products } : head;
}

function sectionsOf(article: Article): Section[] {
  const sections: Section[] = [{ headings: [], blocks: [] }];
  let above: { depth: number; words: string }[] = [];
  for (const block of blocksOf(article.body)) {
    const heading = /^(#{1,6})[ \t]+(.*)$/.exec(block);
    if (!heading) {
      sections.at(-1)!.blocks.push(block);
      continue;
    }
    const depth = heading[1]!.length;
    const words = heading[2]!.replace(/[ \t#]+$/, '').trim();
    // A first heading that repeats the title names the article, not a section of it.
    const repeatsTitle = words === article.title && sections.length === 1 && sections[0]!.blocks.length === 0;
    if (repeatsTitle) continue;
    above = [...above.filter((heading) => heading.depth < depth), { depth, words }];
    sections.push({ headings: above.map((heading) => heading.words), blocks: [] });
  }
  return sections.filter(({ blocks }) => blocks.length > 0);
}

const isHeading = (line: string) => /^#{1,6}[ \t]/.test(line);
const isListItem = (line: string) => /^[ \t]{0,6}(?:[-*+•]|\d{1,3}[.)、])[ \t]*\S/.test(line);
const isTableRow = (line: string) => /^[ \t]*\|/.test(line);
const isFence = (line: string) => /^[ \t]{0,3}(?:```|~~~)/.test(line);

/** Blocks of Markdown: a heading, a whole list, a whole table, a whole code block or a paragraph. */
function blocksOf(markdown: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let kind = '';
  const close = () => {
    const block = lines.join('\n').trimEnd();
    if (block.trim() !== '') blocks.push(block);
    lines = [];
    kind = '';
  };
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    if (kind === 'code') {
      lines.push(line);
      if (isFence(line)) close();
      continue;
    }
    const next = kindOf(line, kind);
    if (next === 'blank' && kind === 'list') lines.push(line);
    else if (next === 'blank') close();
    else {
      if (next !== kind || next === 'heading') close();
      lines.push(line);
      kind = next;
    }
  }
  close();
  return blocks;
}

function kindOf(line: string, current: string): string {
  if (line.trim() === '') return 'blank';
  if (isFence(line)) return 'code';
  if (isHeading(line)) return 'heading';
  if (isTableRow(line)) return 'table';
  if (isListItem(line)) return 'list';
  if (current === 'list' && /^[ \t]{2,}/.test(line)) return 'list';
  return 'paragraph';
}

/** Joins blocks to passages up to the limit; an overlong paragraph is cut after sentences first. */
function packed(blocks: readonly string[]): string[] {
  const passages: string[] = [];
  let text = '';
  let length = 0;
  for (const block of blocks.flatMap(withoutEndlessParagraphs)) {
    const blockLength = widthOf(block);
    // The sentence that leads to a list or table stays with it.
    const leads = /[:：]\s*$/.test(text);
    if (text !== '' && length + blockLength > longestPassage && !leads) {
      passages.push(text);
      text = '';
      length = 0;
    }
    text = text === '' ? block : `${text}\n\n${block}`;
    length += blockLength;
  }
  if (text !== '') passages.push(text);
  return passages;
}

function widthOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

function withoutEndlessParagraphs(block: string): string[] {
  if (widthOf(block) <= longestPassage * 2 || isListItem(block) || isTableRow(block) || isFence(block))
    return [block];
  const pieces: string[] = [];
  let piece = '';
  for (const [sentence] of block.matchAll(/[^。！？!?\n]{1,800}[。！？!?\n]*|[。！？!?\n]+/g)) {
    if (piece !== '' && widthOf(piece) + widthOf(sentence) > longestPassage) {
      pieces.push(piece.trim());
      piece = '';
    }
    piece += sentence;
  }
  return [...pieces, piece.trim()].filter((text) => text !== '');
}
