import type { UsefulSource } from '../terms/useful-source.ts';

/** What became of an article that was put beside a customer's question. */
export interface ArticleOutcome {
  /** The customer's words; personal data removed. */
  readonly question: string;
  readonly articleId: string;
  readonly what: UsefulSource;
}

/** Whether an article answers a question, by what people did. */
export interface ArticleEvidence {
  readonly articleId: string;
  readonly isUseful: boolean;
  /** Above 0; 1 is one clear act. */
  readonly weight: number;
}

/** A question with what is known of articles for it. */
export interface UsefulQuestion {
  readonly question: string;
  readonly evidence: readonly ArticleEvidence[];
}

/**
 * What an outcome says for (above 0) or against an article: an act says more than an opinion, and silence nothing. An
 * article that was only shown says nothing: the agent may not have looked.
 */
const evidence: Readonly<Record<UsefulSource, number>> = {
  'article-sent': 1,
  'article-edited': 0.5,
  'answer-helped': 0.6,
  'answer-failed': -0.6,
};
/** Below this sum nothing is known. */
const leastEvidence = 0.25;
/** Many outcomes of one pair do not outweigh all others. */
const mostWeight = 3;

/**
 * What is known of articles for each question, out of what agents sent and what customers did after a citation: where the
 * outcomes of one article speak clearly for or against it, weighed by how clearly. The order of outcomes changes nothing.
 */
export function usefulQuestions(outcomes: readonly ArticleOutcome[]): UsefulQuestion[] {
  const sums = new Map<string, Map<string, number>>();
  for (const { question: asked, articleId, what } of outcomes) {
    const question = asked.trim();
    if (question === '' || articleId === '') continue;
    const articles = sums.get(question) ?? new Map<string, number>();
    articles.set(articleId, (articles.get(articleId) ?? 0) + evidence[what]);
    sums.set(question, articles);
  }
  return [...sums]
    .map(([question, articles]) => ({ question, evidence: evidenceOf(articles) }))
    .filter((one) => one.evidence.length > 0)
    .sort((one, other) => compare(one.question, other.question));
}

function evidenceOf(articles: ReadonlyMap<string, number>): ArticleEvidence[] {
  return [...articles]
    .filter(([, sum]) => Math.abs(sum) >= leastEvidence)
    .map(([articleId, sum]) => ({
      articleId,
      isUseful: sum > 0,
      weight: Math.min(mostWeight, Math.abs(sum)),
    }))
    .sort((one, other) => compare(one.articleId, other.articleId));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
