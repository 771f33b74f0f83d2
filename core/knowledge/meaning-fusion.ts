import { logOdds, shareOf } from '../learning/odds.ts';
import type { Candidate } from './candidates.ts';
import { type MeaningScale, oddsAt } from './meaning-scale.ts';

/** Words that say nothing of an article know nothing against it either: they are no surer than this that it is wrong. */
const leastByWords = 0.03;
/** Below it words alone would not even ask back about an article; what meaning makes of it then is at most a question. */
const silentWords = 0.25;
const mostForSilent = 0.6;

/**
 * Candidates by words with what their articles mean. The log odds of both make the confidence, which orders them: what
 * meaning says counts half, since both see much the same; what words say for an article counts in full, and against it
 * half, so that words that say nothing can be made up for. What is as likely stands as the words put it. An article whose meaning is not known yet stays as likely as its words
 * make it. An article of which the words say nothing is at most worth asking about, whatever a model makes of it.
 *
 * @param cosineOf the nearest text of an article to the question; undefined before its vectors have come
 */
export function withMeaning(
  byWords: readonly Candidate[],
  scale: MeaningScale,
  cosineOf: (articleId: string) => number | undefined,
): Candidate[] {
  return byWords
    .map((candidate): Candidate => {
      const cosine = cosineOf(candidate.passage.articleId);
      const score = fusedOdds(candidate.confidence, scale, cosine);
      return cosine === undefined
        ? { ...candidate, score }
        : { ...candidate, score, confidence: fusedConfidence(candidate.confidence, score) };
    })
    .sort((one, other) => other.score - one.score);
}

function fusedOdds(confidence: number, scale: MeaningScale, cosine: number | undefined): number {
  const byWords = logOdds(confidence);
  if (cosine === undefined) return byWords;
  const spoken = Math.max(0, byWords);
  const held = Math.min(0, logOdds(confidence, leastByWords));
  const fused = spoken + (held + oddsAt(scale, cosine)) / 2;
  // A guess of what cosines say must not take back what words are sure of.
  return scale.basis === 'guess' ? Math.max(byWords, fused) : fused;
}

function fusedConfidence(byWords: number, odds: number): number {
  const fused = shareOf(odds);
  return byWords < silentWords ? Math.min(mostForSilent, fused) : fused;
}
