import type { Passage } from '../terms/article.ts';
import { type Coverage, confidenceOf, learnedConfidenceOf, learnedStanding } from './confidence.ts';
import { bestFirst, type PassageView } from './nearest.ts';

/** A passage that may answer a question, best first in a list. */
export interface Candidate {
  readonly passage: Passage;
  /** Orders the candidates of one search; means nothing across searches. */
  readonly score: number;
  /** 0..1: how likely this article answers the question. See `confidenceOf`. */
  readonly confidence: number;
  readonly coverage: Coverage;
  /** The title or similar question of the article that is nearest to the question. */
  readonly nearestQuestion: string;
}

/** What was found as candidates, best first, at most `limit`. `questionTerms` is the number of distinct terms asked for. */
export function candidatesOf(
  articles: readonly (readonly PassageView[])[],
  questionTerms: number,
  limit: number,
): Candidate[] {
  const order = bestFirst(articles);
  const leader = order[0]?.[0]?.relevance ?? 0;
  const second = order[1]?.[0]?.relevance ?? 0;
  const third = order[2]?.[0]?.relevance ?? 0;
  const plain = order.map(([first]) => first!.learned?.plain ?? 0);
  return order
    .flat()
    .sort((one, other) => other.relevance - one.relevance)
    .slice(0, limit)
    .map((view): Candidate => {
      const { passage, nearestQuestion, coverage, relevance, learned } = view;
      const behind = relevance - leader;
      const standing = order[0]!.includes(view)
        ? { lead: leader - second, leadOverThird: leader - third }
        : { lead: behind, leadOverThird: behind };
      const confidence = learned
        ? learnedConfidenceOf(coverage, { ...standing, ...learnedStanding(learned, plain) }, questionTerms)
        : confidenceOf(coverage, standing, questionTerms);
      return { passage, nearestQuestion, coverage, score: relevance, confidence };
    });
}
