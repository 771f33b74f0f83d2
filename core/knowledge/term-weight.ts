import { faintWeight, faintWords } from './stop-words.ts';
import { faintConcept } from './synonyms.ts';

/** A single Chinese character says less than a word: it only keeps near misses near. */
const characterWeight = 0.4;

/** A concept stands for many words; a match in other words must not lose against a chance match in the same. */
const conceptWeight = 2;
const faintConceptWeight = 0.7;

/** 「云栖 3」: which of several like-named things is meant outweighs the words that ask after it. */
const modelWeight = 2;

/** How much a term says, before its rarity: 1 for a word, less for single characters and for words of asking. */
export function weightOfTerm(term: string): number {
  if (term.startsWith(faintConcept)) return faintConceptWeight;
  if (isConcept(term)) return conceptWeight;
  if (term.includes(' ')) return modelWeight;
  if (faintWords.has(term)) return faintWeight * (isCharacter(term) ? characterWeight : 1);
  return isCharacter(term) ? characterWeight : 1;
}

/** Whether the term names a matter in whatever words. */
export const isConcept = (term: string): boolean => term.startsWith('=');

/** A rare character has two UTF-16 units. */
const isCharacter = (term: string) => term.length <= 2 && /^\p{Script=Han}$/u.test(term);
