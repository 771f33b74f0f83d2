/** What an installation's people say: words that stay whole, and words that mean the same (词典). */
export interface Dictionary {
  /** Names and terms that belong together: 「稳健增利三号」. */
  readonly words: readonly string[];
  /** Groups of words that mean the same to a customer, in either language: 「理赔 赔付 报销 claim」. */
  readonly synonyms: readonly (readonly string[])[];
}

/** One version of it. Version 0 is the empty one that every installation begins with. */
export interface DictionaryVersion extends Dictionary {
  readonly version: number;
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}
