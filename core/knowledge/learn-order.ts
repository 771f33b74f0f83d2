import { signTest } from '../learning/compare-versions.ts';
import { calibrationError } from '../learning/measures.ts';
import { trainSoftmax } from '../learning/softmax-regression.ts';
import { candidatesOf } from './candidates.ts';
import type { PassageView } from './nearest.ts';
import {
  adjustmentFeatures,
  adjustmentRow,
  type OrderAdjustment,
} from './order-adjustment.ts';
import type { PairModel } from './pair-model.ts';
import { readPairText } from './pair-text.ts';
import { createRerank, inLearnedOrder, rerankDepth } from './rerank.ts';
import type { Segment } from './terms-of-text.ts';
import type { ArticleEvidence } from './useful-pairs.ts';

/** A question of a customer with what the index finds for it now, and what is known of the articles found. */
export interface JudgedSearch {
  readonly question: string;
  /** By the index alone, in any order: what the learned order is asked about. */
  readonly articles: readonly (readonly PassageView[])[];
  readonly terms: number;
  readonly evidence: readonly ArticleEvidence[];
}

/** How far an article that was found beside a useful one counts as not the right one. */
const besideShare = 1;
const learning = { epochs: 8, rate: 0.1 };

/** Best first by the index, as many as the order looks at. */
const looked = ({ articles }: JudgedSearch) =>
  articles
    .filter((views) => views.length > 0)
    .sort((one, other) => other[0]!.relevance - one[0]!.relevance)
    .slice(0, rerankDepth);

/**
 * Learns how the order that ships is to be adjusted, as a table of `adjustmentFeatures`: a logistic regression that starts
 * from the log odds of what ships, so that only what customers' and agents' acts contradict moves anything. The same
 * searches give the same table.
 */
export function learnAdjustment(
  searches: readonly JudgedSearch[],
  model: PairModel,
  segment: Segment,
): Float32Array {
  const rerank = createRerank(model, segment);
  const rows = [];
  const labels: number[] = [];
  const weights: number[] = [];
  const offsets: number[][] = [];
  for (const search of searches) {
    const found = looked(search);
    const known = new Map(search.evidence.map((one) => [one.articleId, one]));
    const useful = search.evidence.filter(({ isUseful }) => isUseful);
    const surest = useful.reduce((most, { weight }) => Math.max(most, weight), 0);
    const isFound = found.some(([first]) => known.get(first!.passage.articleId)?.isUseful);
    const question = readPairText(search.question, segment);
    const looks = rerank(
      search.question,
      found.map(([first]) => ({
        ...first!,
        articleId: first!.passage.articleId,
        line: first!.nearestQuestion,
      })),
    );
    for (const [place, { odds }] of looks.entries()) {
      const { passage, nearestQuestion } = found[place]![0]!;
      const told = known.get(passage.articleId);
      const weight = told?.weight ?? (isFound ? besideShare * surest : 0);
      if (weight === 0) continue;
      rows.push(adjustmentRow(question, readPairText(nearestQuestion, segment), passage.articleId));
      labels.push(told?.isUseful ? 1 : 0);
      weights.push(weight);
      offsets.push([0, odds]);
    }
  }
  const trained = trainSoftmax(rows, labels, ['wrong', 'right'], adjustmentFeatures, {
    ...learning,
    offsets,
    rowWeights: Float32Array.from(weights),
  });
  return Float32Array.from(
    { length: adjustmentFeatures },
    (_, n) => trained.weights[n * 2 + 1]! - trained.weights[n * 2]!,
  );
}

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
/** Below so many questions, or by so small a chance, a loss is none of chance. */
const fewest = 10;
const significance = 0.05;
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
 * Whether a new order is worse on the same questions: fewer have a useful article first, or its confidences are further
 * from the truth by more than chance (squared errors, one-sided at 5 %).
 */
export function isWorseOrder(before: JudgedOrder, after: JudgedOrder): boolean {
  if (share(after.hits) < share(before.hits)) return true;
  const apart = after.hits.map((hit, n) => {
    const was = (before.confidences[n]! - Number(before.hits[n])) ** 2;
    return (after.confidences[n]! - Number(hit)) ** 2 - was;
  });
  if (apart.length < 2) return false;
  const mean = apart.reduce((sum, one) => sum + one, 0) / apart.length;
  const variance = apart.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (apart.length - 1);
  return mean > standardErrors * Math.sqrt(variance / apart.length);
}
void signTest; void fewest; void significance;
