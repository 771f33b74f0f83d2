import { emptyWords, faintWords } from '../core/knowledge/stop-words.ts';
import { weightOfTerm } from '../core/knowledge/term-weight.ts';
import { normaliseText, type Segment, termsOf } from '../core/knowledge/terms-of-text.ts';

/** The terms of a question by which it is put with others, each with how much it says before its rarity. */
export function questionTerms(text: string, segment: Segment): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const term of termsOf(text, segment)) terms.set(term, weightOfTerm(term));
  return terms;
}

const mostWords = 12;
const han = /^\p{Script=Han}{2,6}$/u;
/** A word, or a code such as `winter50`: a number alone names nothing. */
const latin = /^[a-z][a-z-]{2,20}$|^(?=[a-z0-9-]*[a-z])(?=[a-z0-9-]*\d)[a-z0-9-]{3,20}$/;

/** Whether a word is one of asking or of general doing, and so names no matter. */
export const isCommonWord = (word: string): boolean => emptyWords.has(word) || faintWords.has(word);

/** The words of a question that can name a matter: a burst of them is seen whatever the rest of the words. */
export function matterWords(text: string, segment: Segment): string[] {
  const words = new Set<string>();
  for (const term of segment(normaliseText(text)))
    if ((han.test(term) || latin.test(term)) && !isCommonWord(term)) words.add(term);
  return [...words].slice(0, mostWords);
}
