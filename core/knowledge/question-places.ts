/** A question may have so many known terms; of a longer one only the heaviest count. */
export const mostQuestionTerms = 255;

const smallestRoom = 4096;

/**
 * Where each term of a question stands among its terms, from 1. Every term of everything that is looked at is asked, so
 * the table is as small as it can be without two of the terms meeting in it: most often it fits into the processor's
 * nearest memory, however large the vocabulary is. The place of a term that MAY be in the question is
 * `table[term & mask]`; it is, if that place holds the very term in `terms`.
 */
export interface QuestionPlaces {
  table: Uint8Array;
  /** Length of the table that is in use, less 1. */
  mask: number;
  /** By place; at 0, where no term stands, what is no term. */
  readonly terms: Int32Array;
  count: number;
}

export function noPlaces(): QuestionPlaces {
  const terms = new Int32Array(mostQuestionTerms + 1);
  terms[0] = -1;
  return { table: new Uint8Array(smallestRoom), mask: smallestRoom - 1, terms, count: 0 };
}

/** Puts the terms of a question in place of those that stood there. They MUST be distinct, at most `mostQuestionTerms`. */
export function setPlaces(places: QuestionPlaces, asked: readonly { readonly term: number }[]): void {
  wipe(places);
  places.mask = smallestRoom - 1;
  for (const { term } of asked) places.terms[++places.count] = term;
  while (!allApart(places)) {
    for (let place = 1; place <= places.count; place++) places.table[places.terms[place]! & places.mask] = 0;
    places.mask = places.mask * 2 + 1;
    if (places.mask >= places.table.length) places.table = new Uint8Array(places.mask + 1);
  }
}

function allApart({ table, mask, terms, count }: QuestionPlaces): boolean {
  for (let place = 1; place <= count; place++) {
    const at = terms[place]! & mask;
    if (table[at] !== 0) return false;
    table[at] = place;
  }
  return true;
}

function wipe(places: QuestionPlaces): void {
  const { table, mask, terms, count } = places;
  for (let place = 1; place <= count; place++) table[terms[place]! & mask] = 0;
  places.count = 0;
}
