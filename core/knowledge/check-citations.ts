import type { Citation, Passage } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';
import { citationOf } from './compose-answer.ts';
import { measuredFigures, statedFigures, writtenFigures } from './figures.ts';
import { isNonsense } from './nonsense.ts';
import { weightOfTerm } from './term-weight.ts';
import { type Segment, termsOf } from './terms-of-text.ts';

export type RefusalReason = 'empty' | 'nonsense' | 'no-citation' | 'unknown-source' | 'unsupported-figure';

export type CheckedAnswer =
  | {
      readonly kind: 'supported';
      /** Citations as `[1]`, `[2]` in the order of `citations`. */
      readonly text: string;
      /** The same without any marker, for channels that cannot link. */
      readonly plainText: string;
      readonly citations: readonly Citation[];
      /** 0..1: share of the answer's words and figures that stand in the cited passages. Low across languages. */
      readonly groundedness: number;
    }
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      /** What was wrong: the figures or source numbers found. */
      readonly details: readonly string[];
    };

/** `[1]`, `[1, 2]`, `[^1]`, `【1】`; but not the text of a Markdown link. */
export const citationMarker =
  /[[【［]\^?\s{0,3}(\d{1,3}(?:\s{0,3}[,，、]\s{0,3}\d{1,3}){0,9})\s{0,3}[\]】］](?!\()/g;
const listNumber = /^[ \t]*\d{1,2}[.)、](?=\s*\S)/gm;
/** "There are 2 ways": the model counts its own list, which claims nothing. */
const counted =
  /\d\s?(?:种|个步骤|步|个方面|个方法|个办法|个方式|类)|\d\s(?:ways?|options?|steps?|things?|methods?)\b|第\d[步种]|\bstep \d/giu;

/**
 * Judges what a model wrote from numbered passages (`passages[0]` is `[1]`). Nothing is let through that cites
 * nothing, cites what was not given, or states a figure that neither a passage nor the customer stated.
 */
export function checkCitations({
  text,
  passages,
  question = '',
  language,
  segment,
}: {
  text: string;
  passages: readonly Passage[];
  question?: string;
  /** The language in which the answer was asked for. */
  language: Language;
  segment: Segment;
}): CheckedAnswer {
  const refused = (reason: RefusalReason, details: readonly string[] = []): CheckedAnswer => ({
    kind: 'refused',
    reason,
    details,
  });
  const plainText = tidied(text.replace(citationMarker, ''));
  if (!/[\p{L}\p{N}]/u.test(plainText)) return refused('empty');
  if (isNonsense(plainText, language)) return refused('nonsense');

  const numbers = [...text.matchAll(citationMarker)].flatMap(([, list]) =>
    list!.split(/[,，、]/).map(Number),
  );
  if (numbers.length === 0) return refused('no-citation');
  const unknown = numbers.filter((number) => number < 1 || number > passages.length);
  if (unknown.length > 0) return refused('unknown-source', unknown.map(String));

  const unsupported = unsupportedFigures(plainText, passages, question);
  if (unsupported.length > 0) return refused('unsupported-figure', unsupported);

  const cited = [...new Set(numbers)];
  return {
    kind: 'supported',
    text: tidied(text.replace(citationMarker, (_whole, list: string) => renumbered(list, cited))),
    plainText,
    citations: cited.map((number) => citationOf(passages[number - 1]!)),
    groundedness: groundednessOf(
      plainText,
      termsOfSources(
        cited.map((number) => passages[number - 1]!),
        segment,
      ),
      segment,
    ),
  };
}

function renumbered(list: string, cited: readonly number[]): string {
  return [...new Set(list.split(/[,，、]/).map(Number))]
    .map((number) => `[${cited.indexOf(number) + 1}]`)
    .join('');
}

function tidied(text: string): string {
  return text
    .replace(/[ \t]{1,20}(?=[。，！？；：、,.!?;:])/g, '')
    .replace(/[ \t]{1,50}$/gm, '')
    .trim();
}

/** The figures that an answer states and neither a passage nor the question does. */
export function unsupportedFigures(answer: string, passages: readonly Passage[], question: string): string[] {
  const stated = statedFigures([question, ...passages.map(wordsOf)].join('\n'));
  const claims = answer.replace(listNumber, ' ').replace(counted, ' ');
  const figures = new Set([...writtenFigures(claims), ...measuredFigures(claims)]);
  return [...figures].filter((figure) => !stated.has(figure));
}

function wordsOf({ title, headings, similarQuestions, text }: Passage): string {
  return [title, ...headings, ...similarQuestions, text].join('\n');
}

/** The terms of which an answer from these passages may be made. */
export function termsOfSources(passages: readonly Passage[], segment: Segment): Set<string> {
  return new Set(passages.flatMap((passage) => termsOf(wordsOf(passage), segment)));
}

/** 0..1: share of an answer's words that stand in its sources; 1 when it has none. */
export function groundednessOf(answer: string, known: ReadonlySet<string>, segment: Segment): number {
  const terms = [...new Set(termsOf(answer, segment))].filter((term) => weightOfTerm(term) >= 1);
  if (terms.length === 0) return 1;
  return terms.filter((term) => known.has(term)).length / terms.length;
}
