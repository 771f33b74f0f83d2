/** What an article is made of that was learned from a conversation: each a sentence that was said. */
export interface DraftParts {
  /** What worked, in its order. */
  readonly steps: readonly string[];
  /** When it holds: 如果, 仅限, 需要; if, only, unless. */
  readonly conditions: readonly string[];
  /** What not to do: 不要, 请勿; don't, never. */
  readonly avoid: readonly string[];
}

/** Kinds of what tells who somebody is. */
export type HiddenKind =
  | 'phone'
  | 'email'
  | 'order'
  | 'identity'
  | 'card'
  | 'address'
  | 'name'
  | 'plate'
  | 'passport'
  | 'account';

/** How often something of a kind was taken out of a text; kinds of which nothing was are left out. */
export type RemovedData = Readonly<Partial<Record<HiddenKind, number>>>;

/** `figure`: another amount, time or size; `date`: another day or hour; `polarity`: yes against no; `payer`: who pays. */
export type ContradictionKind = 'figure' | 'date' | 'polarity' | 'payer';
