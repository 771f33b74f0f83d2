import type { Article } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';
import { editionsOf } from './editions.ts';
import { forModel } from './for-model.ts';
import { type Cut, cutsOf, linesOf } from './passages.ts';

/** Embedding models read so much and no more; some servers refuse a longer text. In UTF-16 units. */
const longestText = 1_500;

/**
 * The texts of an article whose meaning is asked for, its question lines before its passages, as they may leave for a
 * model. A passage says what it is about, which its own words often leave to the title.
 */
export function meaningTextsOf(
  lines: readonly string[],
  cuts: readonly Cut[],
  language: Language,
): readonly string[] {
  return [
    ...lines.map((line) => meaningText(line, language)),
    ...cuts.map((cut) => meaningTextOfCut(lines[0], cut, language)),
  ];
}

export const meaningTextOfCut = (
  title: string | undefined,
  { headings, text }: Cut,
  language: Language,
): string => meaningText([title, ...headings, text].join('\n'), language);

/** The same of every edition of an article, as an index that searches by meaning wants them. */
export const meaningTextsOfVersions = (versions: readonly Article[]): ReadonlySet<string> =>
  new Set(
    editionsOf(versions).flatMap(({ article }) => {
      const cuts = cutsOf(article);
      return cuts.length === 0 ? [] : meaningTextsOf(linesOf(article), cuts, article.language);
    }),
  );

/** A text as it may leave for an embedding model: without personal data, and not without end. */
export const meaningText = (text: string, language: Language): string =>
  forModel(text, language).trim().slice(0, longestText).toWellFormed();
