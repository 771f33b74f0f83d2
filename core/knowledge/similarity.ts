import { weightOfTerm } from './term-weight.ts';
import { type Segment, termsOf } from './terms-of-text.ts';

/** How near two questions are, 0..1, symmetric: the weight of their common terms over the mean of both. */
export function similarityOf(one: string, other: string, segment: Segment): number {
  const first = new Set(termsOf(one, segment));
  const second = new Set(termsOf(other, segment));
  const weight = (terms: Iterable<string>) => {
    let sum = 0;
    for (const term of terms) sum += weightOfTerm(term);
    return sum;
  };
  const whole = weight(first) * weight(second);
  return whole === 0 ? 0 : weight([...first].filter((term) => second.has(term))) / Math.sqrt(whole);
}
