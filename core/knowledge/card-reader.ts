import { type Card, cardOf, type UnitTerms } from './card.ts';
import type { KeptCards } from './kept-cards.ts';
import type { Cut } from './passages.ts';
import { gramsOf } from './surface.ts';
import { type Segment, termsOf } from './terms-of-text.ts';
import type { createVocabulary } from './vocabulary.ts';

/** One in so many of the kept cards is checked, and the first. */
const checkedShare = 200;

/**
 * Makes the cards of articles from their texts, or takes them from what was `kept` of an earlier start. A share of the
 * kept ones is read all the same; one that is not what its text gives is the end of all of them.
 */
export function createCardReader(
  vocabulary: ReturnType<typeof createVocabulary>,
  segment: Segment,
  kept: KeptCards | undefined,
) {
  let keptTaken = 0;
  let readAnew = 0;
  let areTrue = true;

  function numbersOf(terms: readonly string[]): Map<number, number> {
    const frequencies = new Map<number, number>();
    for (const term of terms) {
      const number = vocabulary.numberOf(term);
      frequencies.set(number, (frequencies.get(number) ?? 0) + 1);
    }
    return frequencies;
  }

  function* readCard(lines: readonly string[], cuts: readonly Cut[]): Generator<void, Card> {
    const units: UnitTerms[] = [];
    const read = (terms: readonly string[]) => units.push({ times: numbersOf(terms), length: terms.length });
    for (const line of lines) read(termsOf(line, segment));
    for (const cut of cuts) {
      read(termsOfCut(cut, segment));
      yield;
    }
    return cardOf(units, lines.map(gramsOf));
  }

  function* read(lines: readonly string[], cuts: readonly Cut[]): Generator<void, Card> {
    const before = areTrue ? kept?.of(lines, cuts, vocabulary.numberOf) : undefined;
    if (before && keptTaken++ % checkedShare !== 0) return before;
    const card = yield* readCard(lines, cuts);
    if (!before) readAnew++;
    else if (!isSame(card, before)) areTrue = false;
    return card;
  }

  return {
    /** The card of question lines and passages, in steps between which others may go on. */
    read,
    /** Cards that were made from their texts. */
    get readAnew() {
      return readAnew;
    },
    /** Whether every kept card that was checked was what its text gives. */
    get areTrue() {
      return areTrue;
    },
  };
}

const isSame = (one: Card, other: Card): boolean =>
  one.length === other.length && one.every((number, place) => number === other[place]);

function termsOfCut(cut: Cut, segment: Segment): string[] {
  const headings = termsOf(cut.headings.join(' '), segment);
  // Twice: a heading names its passage almost as a title names an article.
  return [...termsOf(cut.text, segment), ...headings, ...headings];
}
