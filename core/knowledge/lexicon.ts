/** What an index knows of words. */
export interface Lexicon {
  /** How many articles hold a term. */
  holding(term: string): number;
  /** How many articles there are. */
  readonly articles: number;
}

/** A text as it may have been meant. */
export interface Respelling {
  readonly text: string;
  /** 0..1: how sure it is that this was meant. */
  readonly certainty: number;
}
