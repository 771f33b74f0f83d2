import type { Citation } from '../terms/article.ts';
import { alike, pairsOf } from './overlap.ts';

/** How often a reply stood before an agent who then wrote, and how often it was sent. */
export interface Tally {
  readonly shown: number;
  readonly sent: number;
}

/** Composed from an article, as colleagues answered before, or the next step of a procedure. */
export type ReplyKind = 'article' | 'team' | 'step';

/** A reply that could be offered. `relevance` is 0..1: how likely it is about the matter. */
export interface ReplyCandidate {
  readonly ref: string;
  readonly text: string;
  readonly from: ReplyKind;
  readonly citation?: Citation;
  readonly relevance: number;
}

/** A reply that is offered; `confidence` is its relevance. */
export interface RankedReply extends Omit<ReplyCandidate, 'relevance'>, Tally {
  readonly confidence: number;
}

/** A kind that nobody took yet starts at one in four. */
const priorSent = 1;
const priorShown = 4;
/** What is known of the kind counts like so many times before an agent's eyes. */
const priorStrength = 8;
const mostReplies = 5;
/** From here on two replies say the same, and one of them is enough. */
const sameReply = 0.7;

/** The share of times in which a reply of this kind was sent when it was shown, before anything is known of the reply. */
export function acceptanceOfKind({ shown, sent }: Tally): number {
  return (sent + priorSent) / (shown + priorShown);
}

/**
 * The share of times in which a reply is sent when it is shown, smoothed towards that of its kind (the mean of a Beta
 * distribution whose prior has the kind's mean and the weight of eight sights): a reply that was sent the one time it
 * was shown does not count as always right, and one that was never shown stands where its kind does.
 */
export function acceptanceOf({ shown, sent }: Tally, ofKind: number): number {
  // What was sent without being counted as shown cannot make more than all.
  return (Math.min(sent, shown) + ofKind * priorStrength) / (shown + priorStrength);
}

/**
 * The replies to offer, best first: by relevance × acceptance. Of several that say the same the best stays.
 */
export function rankReplies(
  candidates: readonly ReplyCandidate[],
  tallyOf: (ref: string) => Tally,
  tallyOfKind: (kind: ReplyKind) => Tally,
): RankedReply[] {
  const judged = candidates
    .filter(({ text, relevance }) => text.trim() !== '' && relevance > 0)
    .map((candidate) => {
      const tally = tallyOf(candidate.ref);
      const acceptance = acceptanceOf(tally, acceptanceOfKind(tallyOfKind(candidate.from)));
      return { candidate, tally, worth: candidate.relevance * acceptance, pairs: pairsOf(candidate.text) };
    })
    .sort((one, other) => other.worth - one.worth);
  const chosen: typeof judged = [];
  for (const one of judged) {
    if (chosen.length === mostReplies) break;
    if (chosen.every((other) => alike(one.pairs, other.pairs) < sameReply)) chosen.push(one);
  }
  return chosen.map(({ candidate: { relevance, ...reply }, tally }) => ({
    ...reply,
    confidence: relevance,
    sent: tally.sent,
    shown: tally.shown,
  }));
}
