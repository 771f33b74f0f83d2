import { trainSoftmax } from '../learning/softmax-regression.ts';
import type { SparseRow } from '../learning/sparse-row.ts';
import { bestFirst, type PassageView } from './nearest.ts';
import { adjustmentFeatures, adjustmentRows, type Remembered, rememberedOf } from './order-adjustment.ts';
import { type PairModel, placed } from './pair-model.ts';
import { readPairText } from './pair-text.ts';
import { createRerank, foundLine, rerankDepth } from './rerank.ts';
import type { Segment } from './terms-of-text.ts';
import type { ArticleEvidence } from './useful-questions.ts';

/** A question of a customer with what the index finds for it now, and what is known of the articles found. */
export interface JudgedSearch {
  readonly question: string;
  /** By the index alone, in any order: what the learned order is asked about. */
  readonly articles: readonly (readonly PassageView[])[];
  readonly terms: number;
  readonly evidence: readonly ArticleEvidence[];
}

/** Tried on simulated outcomes over `faq_pairs_zh` (`eval/retrieval/useful-order.ts`): more epochs brought nothing. */
const learning = { epochs: 8, rate: 0.1 };

/**
 * So much of what is learned is told of questions as if nobody had taught their article: most of a knowledge base is never
 * sent, and must not lose to what is. With 0.8 the others lose a point less, but one wrong act in five undoes all gains.
 */
const untaughtShare = 0.4;

const everyFeature = Uint32Array.from({ length: adjustmentFeatures }, (_, n) => n);

/**
 * Learns how the order that ships is to be adjusted: the questions that an article answered are remembered by where they
 * lie, and a logistic regression that starts from the log odds of what ships tells how much it says that a question lies
 * near one of them. Where people's acts agree with nothing, it learns to trust none of it. Beside a useful article the others
 * that were found count as wrong. The same searches give the same.
 */
export function learnAdjustment(
  searches: readonly JudgedSearch[],
  model: PairModel,
  segment: Segment,
): { readonly table: Float32Array; readonly remembered: Remembered } {
  const rerank = createRerank(model, segment);
  const placedOf = (text: string) => placed(model, readPairText(text, segment));
  const remembered = rememberedOf(
    searches.flatMap(({ question, evidence }) =>
      evidence
        .filter(({ isUseful }) => isUseful)
        .map(({ articleId }) => ({ articleId, place: placedOf(question).place })),
    ),
  );
  const rows: SparseRow[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  const offsets: number[][] = [];
  for (const search of searches) {
    const found = bestFirst(search.articles).slice(0, rerankDepth).map(foundLine);
    const known = new Map(search.evidence.map((one) => [one.articleId, one]));
    const surest = found.reduce((most, { articleId }) => {
      const told = known.get(articleId);
      return told?.isUseful ? Math.max(most, told.weight) : most;
    }, 0);
    const looks = rerank(search.question, found);
    const { place: lies } = placedOf(search.question);
    const articleIds = found.map(({ articleId }) => articleId);
    const useful = search.evidence.flatMap(({ articleId, isUseful }) => (isUseful ? [articleId] : []));
    const [taught, untaught] = [[], useful].map((forgotten) =>
      adjustmentRows(remembered, lies, articleIds, { forgotten }),
    );
    for (const [place, { odds }] of looks.entries()) {
      const told = known.get(found[place]!.articleId);
      const weight = told?.weight ?? surest;
      if (weight === 0) continue;
      for (const [own, share] of [
        [taught!, 1 - untaughtShare],
        [untaught!, untaughtShare],
      ] as const) {
        rows.push({ indices: everyFeature, values: own[place]! });
        labels.push(told?.isUseful ? 1 : 0);
        weights.push(weight * share);
        offsets.push([0, odds]);
      }
    }
  }
  const trained = trainSoftmax(rows, labels, ['wrong', 'right'], adjustmentFeatures, {
    ...learning,
    offsets,
    rowWeights: Float32Array.from(weights),
  });
  const table = Float32Array.from(
    { length: adjustmentFeatures },
    (_, n) => trained.weights[n * 2 + 1]! - trained.weights[n * 2]!,
  );
  return { table, remembered };
}
