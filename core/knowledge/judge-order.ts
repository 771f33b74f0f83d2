import { calibrationError } from '../learning/measures.ts';
import { candidatesOf } from './candidates.ts';
import type { JudgedSearch } from './learn-order.ts';
import type { OrderAdjustment } from './order-adjustment.ts';
import type { PairModel } from './pair-model.ts';
import { createRerank, inLearnedOrder } from './rerank.ts';
import type { Segment } from './terms-of-text.ts';

/** Of each question, whether a useful article is first, and how sure the search is of the one that is. */
export interface JudgedOrder {
  readonly hits: readonly boolean[];
  readonly confidences: readonly number[];
}

/** Asks the questions that have a useful article. */
export function judgeOrder(
  searches: readonly JudgedSearch[],
  model: PairModel,
  segment: Segment,
  adjustment: OrderAdjustment | undefined,
): JudgedOrder {
  const rerank = createRerank(model, segment, { adjustment: () => adjustment });
  const hits: boolean[] = [];
  const confidences: number[] = [];
  for (const { question, articles, terms, evidence } of searches) {
    const useful = new Set(evidence.filter(({ isUseful }) => isUseful).map(({ articleId }) => articleId));
    if (useful.size === 0) continue;
    const [first] = candidatesOf(inLearnedOrder(articles, question, rerank), terms, 1);
    hits.push(first !== undefined && useful.has(first.passage.articleId));
    confidences.push(first?.confidence ?? 0);
  }
  return { hits, confidences };
}

const share = (hits: readonly boolean[]) => hits.filter(Boolean).length / Math.max(1, hits.length);
/** Mean squared errors further apart than so many standard errors are no chance. */
const standardErrors = 1.645;

/** Shares of 0 to 1, for people. */
export function figuresOfOrder({ hits, confidences }: JudgedOrder): Record<string, number> {
  if (hits.length === 0) return {};
  return {
    hitsAt1: share(hits),
    calibrationError: calibrationError(hits.map(Number), confidences),
  };
}

/**
 * Whether a new order is worse on the same questions: fewer have a useful article first, or it is surer than it may be, and
 * its confidences are further from the truth than before by more than chance (squared errors, one-sided at 5 %). One that is
 * right more often than it says only asks back more than it need.
 */
export function isWorseOrder(before: JudgedOrder, after: JudgedOrder): boolean {
  const right = share(after.hits);
  if (right < share(before.hits)) return true;
  const said = after.confidences.reduce((sum, one) => sum + one, 0) / Math.max(1, after.hits.length);
  if (said <= right) return false;
  const apart = after.hits.map((hit, n) => {
    const was = (before.confidences[n]! - Number(before.hits[n])) ** 2;
    return (after.confidences[n]! - Number(hit)) ** 2 - was;
  });
  if (apart.length < 2) return false;
  const mean = apart.reduce((sum, one) => sum + one, 0) / apart.length;
  const variance = apart.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (apart.length - 1);
  return mean > standardErrors * Math.sqrt(variance / apart.length);
}
