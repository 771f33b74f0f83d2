import type { Candidate, SearchOptions, SearchScope } from '../core/knowledge/index.ts';
import type { Respelling } from '../core/knowledge/lexicon.ts';
import type { Segment } from '../core/knowledge/terms-of-text.ts';

/** What texts mean, each in length 1, by the model of the vectors that the knowledge base holds. */
export type Meanings = ReadonlyMap<string, Float32Array>;

/** What the services ask of the knowledge base in memory. All calls are fast and never throw. */
export interface Knowledge {
  /**
   * What is in force now (or at `at`) for the scope it is asked within; what is for staff alone only where `staff` is
   * asked for.
   */
  search(text: string, options?: SearchOptions): Candidate[];
  /** A question as it may have been meant, where it holds words that no article has: pinyin, slips, what sounds alike. */
  respell(text: string): Respelling | undefined;
  /**
   * The same knowledge, asked for one inbox, audience or product. Narrowing adds up: what an option or a later
   * `within` leaves out stays as it was.
   */
  within(scope: SearchScope): Knowledge;
  /** The same knowledge, told what some texts mean: whoever searches for one of these searches by its meaning, too. */
  knowing(meanings: Meanings): Knowledge;
  /** The products that articles are for, as the team writes them. */
  readonly products: readonly string[];
  /** How the installation cuts text into words: for the rules in `core/knowledge` that need it. */
  readonly segment: Segment;
  /** Whether two texts ask the same: 0..1. */
  similarity(one: string, other: string): number;
}
