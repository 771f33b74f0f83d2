import type { Citation, Passage } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';
import { moreInSource, sourceInOtherLanguage } from '../text/answers.ts';
import type { Candidate } from './index.ts';

/** An answer in Markdown made of sentences of its sources only. */
export interface ComposedAnswer {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** Room of an answer by the language of its source: Chinese characters (Latin words count one each) or English words. */
const room: Readonly<Record<Language, number>> = { zh: 350, en: 120 };

/**
 * The built-in answer: the opening of the best article, and the section that holds more of the question, shortened
 * only between sentences and list items. `candidates` as `search` returned them, `candidate` the one decided on;
 * `language` is the customer's: a source in the other one is quoted with a line that says so.
 */
export function composeAnswer({
  candidate,
  candidates = [candidate],
  language,
  isShort = false,
}: {
  candidate: Candidate;
  candidates?: readonly Candidate[];
  language: Language;
  /** For somebody who reads little now: notes beside the answer are left to the source, steps are not. */
  isShort?: boolean;
}): ComposedAnswer {
  const all = partsOf(candidate, candidates);
  const parts = isShort ? all.filter((part, place) => place === 0 || !isAside(part, candidate)) : all;
  return composeParts(parts, { language, isShortened: parts.length < all.length });
}

/** Passages of one article as an answer, each after the first under its heading where it still fits as a whole. */
export function composeParts(
  parts: readonly Passage[],
  { language, isShortened: leavesOut = false }: { language: Language; isShortened?: boolean },
): ComposedAnswer {
  const source = parts[0]?.language ?? language;
  let left = room[source];
  let isShortened = leavesOut;
  const texts: string[] = [];
  const used: Passage[] = [];
  for (const passage of parts) {
    const fitting = fit(passage.text, left);
    const isFirst = used.length === 0;
    // A second part that does not fit as a whole would only distract from the first.
    if (!isFirst && fitting.isShortened) continue;
    left -= sizeOf(fitting.text);
    isShortened ||= fitting.isShortened;
    const heading = passage.headings.at(-1);
    texts.push(heading && !isFirst ? `**${heading}**\n${fitting.text}` : fitting.text);
    used.push(passage);
  }
  if (source !== language) texts.unshift(sourceInOtherLanguage[language]);
  if (isShortened) texts.push(moreInSource[language]);
  return { text: texts.join('\n\n'), citations: used.map(citationOf) };
}

export function citationOf({ articleId, articleVersion, ordinal, title }: Passage): Citation {
  return { articleId, articleVersion, ordinal, title };
}

/** The passage decided on and, of the same article, the other one found: in the order of the article. */
export function partsOf(candidate: Candidate, candidates: readonly Candidate[]): Passage[] {
  const { articleId, ordinal } = candidate.passage;
  const other = candidates.find(
    ({ passage, coverage }) =>
      passage.articleId === articleId &&
      passage.ordinal !== ordinal &&
      (passage.ordinal === 0 || coverage.passage > coverage.question),
  );
  const parts = other ? [candidate.passage, other.passage] : [candidate.passage];
  return parts.sort((one, next) => one.ordinal - next.ordinal);
}

/** Neither what was decided on nor steps to take nor a table, of which every line may be the one. */
function isAside(part: Passage, { passage }: Candidate): boolean {
  return part.ordinal !== passage.ordinal && !/^\s*(?:1[.)、]|\|)/m.test(part.text);
}

/** The first pieces of a text that fit; at least one, however long. */
function fit(text: string, size: number): { text: string; isShortened: boolean } {
  const pieces = piecesOf(text);
  let left = size;
  let count = 0;
  for (const piece of pieces) {
    left -= sizeOf(piece);
    if (left < 0 && count > 0) break;
    count++;
  }
  if (count === pieces.length) return { text: text.trim(), isShortened: false };
  // A sentence that announces what no longer fits says nothing.
  while (count > 1 && /[:：]\s*$|^\s*$/.test(pieces[count - 1]!)) count--;
  return { text: pieces.slice(0, count).join('').trim(), isShortened: true };
}

/** Sentences and whole lines of lists and tables, each with the space that follows it. */
export function piecesOf(text: string): string[] {
  return text.split(/(?<=\n)/).flatMap((line) => {
    const isWhole = /^\s*(?:[-*+•|>]|\d{1,3}[.)、])/.test(line);
    return isWhole ? [line] : line.split(/(?<=[。！？!?；][”’」』）)]?)(?![”’」』）)])|(?<=[.!?] )/);
  });
}

function sizeOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0;
  return han + words;
}
