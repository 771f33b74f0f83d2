/** A question may have so many known terms; of a longer one only the heaviest count. */
export const mostQuestionTerms = 255;

const room = 4096;

/**
 * Where each term of a question stands among its terms, from 1. A table of open addressing that fits into the
 * processor's nearest memory, however large the vocabulary is: every term of everything that is looked at is asked.
 */
export interface QuestionPlaces {
  readonly table: Uint8Array;
  /** By place. */
  readonly terms: Int32Array;
}

export const noPlaces = (): QuestionPlaces => ({
  table: new Uint8Array(room),
  terms: new Int32Array(mostQuestionTerms + 1),
});

/** The place of a term; 0 where the question lacks it. */
export function placeOf({ table, terms }: QuestionPlaces, term: number): number {
  let at = term & (room - 1);
  let place = table[at]!;
  while (place !== 0 && terms[place] !== term) {
    at = (at + 1) & (room - 1);
    place = table[at]!;
  }
  return place;
}

/** Puts the terms of a question in place of those that stood there. They MUST be distinct, at most `mostQuestionTerms`. */
export function setPlaces({ table, terms }: QuestionPlaces, asked: readonly { readonly term: number }[]): void {
  table.fill(0);
  for (let place = 1; place <= asked.length; place++) {
    const { term } = asked[place - 1]!;
    let at = term & (room - 1);
    while (table[at] !== 0) at = (at + 1) & (room - 1);
    table[at] = place;
    terms[place] = term;
  }
}
