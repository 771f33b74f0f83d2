import { type Card, termOf, termsAt } from './card.ts';
import type { Cut } from './passages.ts';

/** Cards of texts that were read before, so that a start need not read them all again. */
export interface KeptCards {
  /**
   * The card of an article with just these lines and passages, its terms as `numberOf` numbers them now; undefined where
   * none was kept.
   */
  of(lines: readonly string[], cuts: readonly Cut[], numberOf: (term: string) => number): Card | undefined;
}

/** What an index holds that is worth keeping. It MAY change while it is read: each card stands for itself. */
export interface CardShelf {
  /** The cards of all articles held. */
  cards(): Iterable<{
    readonly lines: readonly string[];
    readonly cuts: readonly Cut[];
    readonly card: Card;
  }>;
  /** The terms in so many parts, each a moment's work. */
  readonly termParts: number;
  /** Tells the terms of a part with their numbers. */
  termsIn(part: number, tell: (term: string, number: number) => void): void;
  /** Cards that were made from their texts, since the index was made. */
  readonly readAnew: number;
  /** False once a kept card was found to be another than its text gives: what was built with such cards is of no use. */
  readonly areTrue: boolean;
}

/**
 * A copy of the card of so many units in which each term bears another number. Terms are asked for in the order in which
 * reading the text would have met them, so that new ones are numbered alike.
 */
export function renumbered(card: Card, units: number, numberOf: (term: number) => number): Card {
  const copy = card.slice();
  for (let at = copy[termsAt(0)]!; at < copy[termsAt(units)]!; at++) {
    const entry = copy[at]!;
    copy[at] = (numberOf(termOf(entry)) << 8) | (entry & 255);
  }
  return copy;
}
