import type { Dialogue, Utterance } from './dialogue.ts';

/** What the dialogues that were learned from say of words and of whole utterances. */
export interface WordStatistics {
  /** In how many utterances a word stands. */
  documents(word: number): number;
  /** Inverse document frequency: ln((N + 1) / (documents + 1)). */
  weight(word: number): number;
  /** Cosine of two bags under these weights, 0 to 1. */
  like(one: ReadonlySet<number>, other: ReadonlySet<number>): number;
  /** ln(1 + times) that the utterance was said word by word by the same side, in dialogues. */
  template(utterance: Utterance): number;
}

/**
 * Counts words over utterances and whole utterances over dialogues. A dialogue that was counted itself passes `within`
 * = 1, so that its own saying of an utterance does not count.
 */
export function countWords(dialogues: readonly Dialogue[]): (within: 0 | 1) => WordStatistics {
  const documents = new Map<number, number>();
  const templates = new Map<string, number>();
  let utterances = 0;
  for (const { turns } of dialogues) {
    for (const { tok } of turns) {
      utterances++;
      for (const word of new Set(tok)) documents.set(word, (documents.get(word) ?? 0) + 1);
    }
    for (const key of new Set(turns.map(keyOf))) templates.set(key, (templates.get(key) ?? 0) + 1);
  }
  const count = (word: number) => documents.get(word) ?? 0;
  const weight = (word: number) => Math.log((utterances + 1) / (count(word) + 1));
  const like = (one: ReadonlySet<number>, other: ReadonlySet<number>) => {
    let product = 0;
    for (const word of one) if (other.has(word)) product += weight(word) ** 2;
    return product === 0 ? 0 : product / Math.sqrt(squares(one) * squares(other));
  };
  const squares = (bag: ReadonlySet<number>) => {
    let sum = 0;
    for (const word of bag) sum += weight(word) ** 2;
    return sum;
  };
  return (within) => ({
    documents: count,
    weight,
    like,
    template: (utterance) => Math.log1p(Math.max(0, (templates.get(keyOf(utterance)) ?? 0) - within)),
  });
}

const keyOf = ({ r, tok }: Utterance): string => `${r}${tok.join(' ')}`;
