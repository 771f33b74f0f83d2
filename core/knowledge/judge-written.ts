import type { Citation, Passage } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';
import { checkCitations, type RefusalReason } from './check-citations.ts';
import { claimsAction } from './claimed-action.ts';
import { tellsOfHidden } from './for-model.ts';
import { foreignLinks } from './foreign-links.ts';
import { isNonsense } from './nonsense.ts';
import type { Segment } from './terms-of-text.ts';

/** What a model is told to say when the passages do not answer. */
export const noAnswer = 'NO_ANSWER';
/** Nobody reads more in a chat; a model that writes more has lost its way. In characters. */
export const longestAnswer = 3000;
/**
 * Share of an answer's words that must stand in what it cites, where both are in one language. Measured by hand on the
 * demo's articles: 12 answers in other words had 0.23 to 0.63, nine of ten false ones 0.00 to 0.14 (docs/decisions/0005).
 */
export const leastGrounded = 0.15;

export type WrittenRefusal =
  | RefusalReason
  | 'no-answer'
  | 'too-long'
  | 'claimed-action'
  | 'foreign-link'
  | 'hidden-data'
  | 'ungrounded';

export type JudgedAnswer =
  /** `text` cites as `[1]`, `[2]` in the order of `citations`. */
  | { readonly kind: 'supported'; readonly text: string; readonly citations: readonly Citation[] }
  | { readonly kind: 'refused'; readonly reason: WrittenRefusal };

/** Everything by which a written answer is judged. `passages[0]` is `[1]`. */
export interface Sources {
  readonly passages: readonly Passage[];
  /** Everything that the customer asked. */
  readonly question: string;
  readonly language: Language;
  readonly segment: Segment;
}

/** Without characters that are invisible or turn the direction of writing. */
export function visible(text: string): string {
  return text.replace(/[[\p{Cc}\p{Cf}]--[\n\t\u200d]]/gv, '');
}

/** The words of which an answer may be made. */
export function sourceText({ passages, question }: Pick<Sources, 'passages' | 'question'>): string {
  return [question, ...passages.flatMap(({ title, headings, text }) => [title, ...headings, text])].join(
    '\n',
  );
}

/** The last word on what a model wrote: only a supported answer is said to a customer. */
export function judgeWritten(written: string, sources: Sources): JudgedAnswer {
  const refused = (reason: WrittenRefusal): JudgedAnswer => ({ kind: 'refused', reason });
  if (written.includes(noAnswer)) return refused('no-answer');
  if (written.length > longestAnswer) return refused('too-long');
  if (isNonsense(written, sources.language)) return refused('nonsense');
  const text = visible(written);
  const checked = checkCitations({ ...sources, text });
  if (checked.kind === 'refused') return refused(checked.reason);
  if (claimsAction(checked.plainText)) return refused('claimed-action');
  if (foreignLinks(text, sourceText(sources)).length > 0) return refused('foreign-link');
  if (tellsOfHidden(text)) return refused('hidden-data');
  const cited = sources.passages.filter((passage) =>
    checked.citations.some(
      ({ articleId, ordinal }) => articleId === passage.articleId && ordinal === passage.ordinal,
    ),
  );
  const isComparable = cited.some(({ language }) => language === sources.language);
  if (isComparable && checked.groundedness < leastGrounded) return refused('ungrounded');
  return { kind: 'supported', text: checked.text, citations: checked.citations };
}
