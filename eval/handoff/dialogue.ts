/** One utterance of the public handoff sets: words are numbers, cut at fifty. */
export interface Utterance {
  /** The customer or the business. */
  readonly r: 'c' | 'b';
  /** Words before the cut. */
  readonly len: number;
  readonly tok: readonly number[];
  /** Parts of speech, in some sets. */
  readonly pos?: readonly number[];
  /** 1: from here a person should serve. */
  readonly y: 0 | 1;
}

export interface Dialogue {
  readonly id: string;
  readonly turns: readonly Utterance[];
}

/** `clothing-eval-7` is of `clothing`. */
export const domainOf = ({ id }: Dialogue): string => id.slice(0, Math.max(0, id.indexOf('-')));
