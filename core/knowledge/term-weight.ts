import { faintWeight, faintWords } from './stop-words.ts';

/** A single Chinese character says less than a word: it only keeps near misses near. */
const characterWeight = 0.4;

/** How much a term says, before its rarity: 1 for a word, less for single characters and for words of asking. */
export function weightOfTerm(term: string): number {
  if (faintWords.has(term)) return faintWeight * (isCharacter(term) ? characterWeight : 1);
  return isCharacter(term) ? characterWeight : 1;
}

const isCharacter = (term: string) => /^\p{Script=Han}$/u.test(term);
