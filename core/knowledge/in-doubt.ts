import { logOdds, shareOf } from '../learning/odds.ts';

/**
 * What a second reader's doubt that a question is any of the house's matters does to the confidence of what was found
 * for it, in log odds. By logistic regression on the demo's 370 questions for development, of which the reader of intents
 * had learned nothing, the share is 0.45 beside the confidence; these were then set so that no right answer is lost
 * (docs/measurements/knowledge.md).
 */
const share = 0.35;
/** The doubt that changes nothing: more of it makes less sure, less a little surer. */
const usual = 0.4;
const mostGain = 0.1;
/** The question is the article's own: nobody doubts that. */
const asWritten = 0.995;
const surest = 1e-4;

/** The confidence in sight of how likely the question is none of the house's matters; both 0 to 1. */
export function confidenceInDoubt(confidence: number, outOfScope: number): number {
  if (confidence >= asWritten) return confidence;
  const gain = Math.min(mostGain, share * (logOdds(usual) - logOdds(outOfScope, surest)));
  return shareOf(logOdds(confidence, surest) + gain);
}
