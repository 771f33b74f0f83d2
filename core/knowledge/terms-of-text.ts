import { matchesIn } from '../learning/matches-in.ts';
import { stemEnglish } from '../learning/stem-english.ts';
import { modelsIn } from './models.ts';
import { countsIn } from './quantities.ts';
import { simplified } from './simplified.ts';
import { emptyWords } from './stop-words.ts';
import { type Synonyms, shippedSynonyms } from './synonyms.ts';

/** Cuts Chinese text into words. Pure and linear; the dictionary lives outside of the core. */
export interface Segment {
  (text: string): readonly string[];
  /** What means the same in this house; what comes along where it is missing. */
  readonly synonyms?: Synonyms;
  /** The words of the dictionary alone, each once in the order of the text; what is none falls into characters. */
  readonly inDictionary?: (text: string) => readonly string[];
}

/** No text longer than this is read: what a customer means stands in its first thousands of characters. */
export const longestText = 20_000;

const run =
  /\p{Script=Han}+|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+(?:[\-._'’][[\p{L}\p{M}\p{N}]--\p{Script=Han}]+)*/gv;
const startsWithHan = /^\p{Script=Han}/u;
const emptyPhrase = new RegExp(
  [...emptyWords].filter((word) => /^\p{Script=Han}{2,}$/u.test(word)).join('|'),
  'g',
);
const longestWord = 60;
const separator = /[-._'’]/;
const letterDigitBorder = /(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
const invisible = /[\p{Cf}\p{Cc}]/gu;

/** One shape for text that reads the same: NFKC, lower case, simplified characters, no invisible ones. */
export function normaliseText(text: string): string {
  const read = text.slice(0, longestText).normalize('NFKC').slice(0, longestText).toLowerCase();
  return simplified(read).replace(invisible, (found) => (found === '\n' || found === '\t' ? ' ' : ''));
}

/**
 * The terms by which a text is found, repeats included, in the order of the text: for Chinese the words of two
 * characters and more, every pair of neighbouring characters and every character; for other scripts stemmed
 * words, and the parts of model names (`k380-pro` gives `k380-pro`, `k380`, `k`, `380`, `pro`). A name with a number is
 * a term of its own, the only kind with a space in it. A count gives
 * a term with its unit, however it is written: `7天` of 七天 and of 7 天.
 * Linear in the length of the text, which is cut at `longestText`.
 */
export function termsOf(text: string, segment: Segment): readonly string[] {
  if (latest.text !== text || latest.segment !== segment)
    latest = { text, segment, terms: readTerms(text, segment) };
  return latest.terms;
}

/** A message is looked up and then compared with earlier ones: the terms of the latest text are asked for again. */
let latest: {
  readonly text: string;
  readonly segment: Segment | undefined;
  readonly terms: readonly string[];
} = { text: '', segment: undefined, terms: [] };

function readTerms(text: string, segment: Segment): string[] {
  const terms: string[] = [];
  const stems: string[] = [];
  const read = normaliseText(text);
  for (const [found] of matchesIn(read, run)) {
    if (startsWithHan.test(found)) addHanTerms(found, segment, terms);
    else {
      addWordTerms(found, terms);
      stems.push(...found.slice(0, longestWord).replace(/['’]/g, '').split(separator).map(stemEnglish));
    }
  }
  terms.push(...(segment.synonyms ?? shippedSynonyms).ofStems(stems));
  terms.push(...countsIn(read));
  // 云栖 and 3 stand in many articles, 云栖 3 in its own.
  for (const [name, numbers] of modelsIn(text)) for (const number of numbers) terms.push(`${name} ${number}`);
  return terms;
}

function addHanTerms(found: string, segment: Segment, terms: string[]): void {
  for (const word of segment(found)) if (word.length > 1 && !emptyWords.has(word)) terms.push(word);
  terms.push(...(segment.synonyms ?? shippedSynonyms).ofHan(found));
  let previous = '';
  for (const character of found.replace(emptyPhrase, ' ')) {
    const isKept = character !== ' ' && !emptyWords.has(character);
    if (isKept) {
      terms.push(character);
      if (previous !== '') terms.push(previous + character);
    }
    previous = isKept ? character : '';
  }
}

function addWordTerms(found: string, terms: string[]): void {
  const whole = found.slice(0, longestWord).replace(/['’](?:s|t|re|ll|ve|m|d)$/, '');
  const parts = whole.split(separator);
  if (parts.length > 1) terms.push(whole);
  for (const part of parts) {
    if (part === '' || emptyWords.has(part)) continue;
    const pieces = part.split(letterDigitBorder);
    if (pieces.length > 1) terms.push(part);
    for (const piece of pieces) terms.push(stemEnglish(piece));
  }
}
