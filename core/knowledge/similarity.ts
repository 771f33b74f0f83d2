import { remembering } from '../learning/remembering.ts';
import { weightOfTerm } from './term-weight.ts';
import { type Segment, termsOf } from './terms-of-text.ts';

interface Weighed {
  readonly terms: ReadonlySet<string>;
  readonly weight: number;
}

/** Texts whose terms are kept: a conversation compares its last questions again and again. */
const mostKept = 3_000;

/** How near two questions are, 0..1, symmetric: the weight of their common terms over the mean of both. */
export function similarityOf(one: string, other: string, segment: Segment): number {
  return createSimilarity(segment)(one, other);
}

/** The same for many comparisons: remembers the terms of the latest texts, which changes no result. */
export function createSimilarity(segment: Segment): (one: string, other: string) => number {
  const weighed = remembering(mostKept, (text: string): Weighed => {
    const terms = new Set(termsOf(text, segment));
    let weight = 0;
    for (const term of terms) weight += weightOfTerm(term);
    return { terms, weight };
  });

  return (one, other) => {
    const first = weighed(one);
    const second = weighed(other);
    const whole = first.weight * second.weight;
    if (whole === 0) return 0;
    let common = 0;
    for (const term of first.terms) if (second.terms.has(term)) common += weightOfTerm(term);
    return common / Math.sqrt(whole);
  };
}
