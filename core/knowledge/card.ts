import { grown } from './growing-arrays.ts';
import type { Grams } from './surface.ts';

/**
 * What the close look reads of an article, in one run of numbers: a look then takes a few neighbouring lines of memory
 * instead of a dozen objects in as many places, which was most of its time.
 *
 * A unit is a question line or a passage, lines first. At the head stand three numbers for each unit – where its terms
 * begin, how many terms it has with repeats, where its grams begin – and three more for where the last ones end. Then
 * the distinct terms unit by unit, each as its number (24 bits: no map holds more terms) with how often it stands in the unit in the low byte; then the
 * grams of the question lines, sorted for each.
 */
export type Card = Int32Array;

/** More says nothing more. */
const mostOften = 255;
const perUnit = 3;

export const termsAt = (unit: number): number => unit * perUnit;
export const lengthAt = (unit: number): number => unit * perUnit + 1;
export const gramsAt = (unit: number): number => unit * perUnit + 2;
export const termOf = (entry: number): number => entry >>> 8;
export const timesOf = (entry: number): number => entry & 255;

export interface UnitTerms {
  /** How often each term, by its number, stands in the unit. */
  readonly times: ReadonlyMap<number, number>;
  /** Terms of the unit, repeats included. */
  readonly length: number;
}

/** `grams` are those of the first units, the question lines. */
export function cardOf(units: readonly UnitTerms[], grams: readonly Grams[]): Card {
  const head = (units.length + 1) * perUnit;
  const allTerms = units.reduce((sum, { times }) => sum + times.size, 0);
  const allGrams = grams.reduce((sum, { length }) => sum + length, 0);
  const card = new Int32Array(head + allTerms + allGrams);
  let at = head;
  for (const [unit, { times, length }] of units.entries()) {
    card[termsAt(unit)] = at;
    card[lengthAt(unit)] = length;
    for (const [term, often] of times) card[at++] = (term << 8) | Math.min(often, mostOften);
  }
  card[termsAt(units.length)] = at;
  for (let unit = 0; unit <= units.length; unit++) {
    card[gramsAt(unit)] = at;
    const own = grams[unit];
    if (own) card.set(own, at);
    at += own?.length ?? 0;
  }
  return card;
}

/** Work space: by term, the number of the latest list that holds it. */
let listedIn = new Int32Array(1024);
let lists = 0;

/** The distinct terms of the units before `end`, in the order in which they stand on the card. */
export function distinctTerms(card: Card, end: number): Int32Array {
  if (lists === 0x7fff_ffff) {
    listedIn.fill(0);
    lists = 0;
  }
  lists++;
  const to = card[termsAt(end)]!;
  const terms = card.slice(card[termsAt(0)], to);
  let count = 0;
  for (let at = card[termsAt(0)]!; at < to; at++) {
    const term = termOf(card[at]!);
    if (term >= listedIn.length) listedIn = grown(listedIn, term + 1);
    if (listedIn[term] === lists) continue;
    listedIn[term] = lists;
    terms[count++] = term;
  }
  return terms.subarray(0, count);
}
