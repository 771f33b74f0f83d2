/** Shares 0..1 of weight (rarity times importance) that two texts have in common. */
export interface Coverage {
  /** Of the customer's words, those in the nearest question line. */
  readonly question: number;
  /** Of the words of the nearest question line, those that the customer used. */
  readonly line: number;
  /** Of the customer's words, those in the nearest question line or the passage. */
  readonly passage: number;
  /** Of the customer's words, those anywhere in the article. */
  readonly article: number;
}

/** Words that only stand in the text of the passage count this much beside words of the question line. */
export const passageOnlyShare = 0.35;

/** How near a question is to a question line, 0..1: their common weight over the mean of both (cosine-like). */
export function likeness({ question, line }: Coverage): number {
  return Math.sqrt(question * line);
}

export function relevanceOf(coverage: Coverage): number {
  return likeness(coverage) + passageOnlyShare * (coverage.passage - coverage.question);
}

/**
 * How likely the article answers the question, 0..1. `lead` is the distance in relevance to the next article.
 */
export function confidenceOf(coverage: Coverage, lead: number, _questionTerms: number): number {
  const near = relevanceOf(coverage);
  return Math.max(0, Math.min(1, near + 0.3 * Math.min(lead, 0.3)));
}
