import type { TrainingPair } from './pair-training.ts';

/** What became of an article that was put beside a customer's question. */
export interface ArticleOutcome {
  /** The customer's words. */
  readonly question: string;
  /** The article's title, or its question line that was nearest. */
  readonly line: string;
  /** Taken by an agent: as it stood, after edits, or shown and left. */
  readonly agent?: 'sent' | 'edited' | 'left';
  /** Where it was cited to the customer: what came after. */
  readonly afterwards?: 'solved' | 'asked-again' | 'handed-over';
  /** The customer's rating of the answer, 1 to 5. */
  readonly rating?: number;
}

/** What an outcome says for (above 0) or against an article: an act says more than an opinion, and silence nothing. */
const evidence = {
  sent: 1,
  edited: 0.5,
  left: -0.3,
  solved: 0.6,
  'asked-again': -0.6,
  'handed-over': -0.5,
} as const;
const ratingShare = 0.4;
const middleRating = 3;
/** Below this sum nothing is known. */
const leastEvidence = 0.25;
/** Many outcomes of one pair do not outweigh all others. */
const mostWeight = 3;

/**
 * Pairs to learn from, out of what agents sent and what customers did after a citation: one for each question and line
 * whose outcomes speak clearly for or against it, weighed by how clearly. Order does not matter. A line that was only
 * shown and left is weak evidence: the agent may not have looked.
 */
export function usefulPairs(outcomes: readonly ArticleOutcome[]): TrainingPair[] {
  const sums = new Map<string, { question: string; text: string; sum: number }>();
  for (const outcome of outcomes) {
    const question = outcome.question.trim();
    const text = outcome.line.trim();
    if (question === '' || text === '') continue;
    const key = JSON.stringify([question, text]);
    const known = sums.get(key) ?? { question, text, sum: 0 };
    known.sum += evidenceOf(outcome);
    sums.set(key, known);
  }
  return [...sums.values()]
    .filter(({ sum }) => Math.abs(sum) >= leastEvidence)
    .map(({ question, text, sum }) => ({
      question,
      text,
      same: sum > 0,
      weight: Math.min(mostWeight, Math.abs(sum)),
    }))
    .sort((one, other) => compare(one.question, other.question) || compare(one.text, other.text));
}

function evidenceOf({ agent, afterwards, rating }: ArticleOutcome): number {
  const rated = rating === undefined ? 0 : (ratingShare * (rating - middleRating)) / 2;
  return (agent ? evidence[agent] : 0) + (afterwards ? evidence[afterwards] : 0) + rated;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
