import { probabilityOf } from '../learning/calibrate.ts';
import type { HandoffFactor } from '../terms/handoff-factor.ts';
import type { Emotion } from '../terms/perception.ts';
import type { CourseClue, HandoffCourse } from './handoff-course.ts';
import { courseShares, type HandoffModel } from './handoff-model.ts';

/** What is known beside the course, at the same message. */
export interface HandoffClues {
  readonly course: HandoffCourse;
  /** The customer's mood at each message, oldest first, this one last. */
  readonly moods: readonly { readonly emotion: Emotion; readonly intensity: number }[];
  /** Of the answer that was found, 0 to 1; null where nothing was looked up. */
  readonly confidence: number | null;
  /** The knowledge base has nothing on this. */
  readonly nothingKnown: boolean;
  /** Turns in a row, this one included, that brought the customer no further. */
  readonly failedTurns: number;
  /** Since the assistant's last message; 0 at the first. */
  readonly silentMinutes: number;
}

export interface HandoffPrediction {
  /** That this conversation should go to a person now, 0 to 1. */
  readonly probability: number;
  /** The same before the installation's own recalibration, which learns from it. */
  readonly raw: number;
  /** What speaks most for it, strongest first, at most three. */
  readonly factors: readonly HandoffFactor[];
  /** What each adds to the log odds of a common message, the strongest first; below 0 it speaks against a person. */
  readonly shares: readonly { readonly factor: HandoffFactor; readonly weight: number }[];
}

/**
 * Log odds set by hand, for what the public sets do not have: they know neither mood nor confidence. `common` is that of
 * a calm message of a common course with a fair answer, about one in thirty. After three failed turns, where the policy
 * that comes along fetches a person by rule, they alone make the odds even, each with a third of what speaks against it.
 */
const odds = {
  common: -3.5,
  failedTurn: 3.5 / 3,
  /** Times fair confidence less the answer's: sure answers speak against a handoff. */
  confidence: 2,
  fairConfidence: 0.55,
  /** Where nothing is known the turn has failed by that: the low confidence is half the same evidence again. */
  nothingKnown: 0.5,
  /** Times the growth of the strain. */
  worseMood: 1.5,
  cameBack: 0.3,
} as const;
/** Times the intensity. */
const moodOdds: Readonly<Record<Emotion, number>> = {
  angry: 2.5,
  anxious: 1,
  sad: 1,
  surprised: 0.3,
  neutral: 0,
  pleased: -1.5,
};
const plain = { slope: 1, offset: 0 } as const;
const longSilence = 3;
/** What adds less is no reason that anybody should read. */
const leastShare = 0.15;
const mostFactors = 3;

const factorOf: Readonly<Record<CourseClue, HandoffFactor>> = {
  messages: 'many-messages',
  words: 'long-message',
  likeness: 'asked-again',
  sameAnswer: 'same-answer',
  sameAnswers: 'same-answer',
};

/**
 * How likely it is that a person should serve from this message on: log odds of the course, learned from public
 * dialogues (see the model's card), and of what else is known, set by hand, added up as if independent. Pure; works
 * before the first answer and after any.
 */
export function predictHandoff(model: HandoffModel, clues: HandoffClues): HandoffPrediction {
  const shares = new Map<HandoffFactor, number>();
  const add = (factor: HandoffFactor, share: number) => shares.set(factor, (shares.get(factor) ?? 0) + share);
  for (const [clue, share] of Object.entries(courseShares(model, clues.course)))
    add(factorOf[clue as CourseClue], share);
  add('failed-answers', odds.failedTurn * clues.failedTurns);
  if (clues.confidence !== null) {
    const share = odds.confidence * (odds.fairConfidence - clues.confidence);
    add('low-confidence', clues.nothingKnown ? odds.nothingKnown * share : share);
  }
  const strains = clues.moods.map(({ emotion, intensity }) => moodOdds[emotion] * intensity);
  const now = strains.at(-1) ?? 0;
  add('mood', now);
  const before = strains.slice(0, -1);
  if (before.length > 0) {
    const usual = before.reduce((sum, strain) => sum + strain, 0) / before.length;
    add('worse-mood', (odds.worseMood / moodOdds.angry) * Math.max(0, now - Math.max(0, usual)));
  }
  if (clues.silentMinutes >= longSilence) add('came-back', odds.cameBack);
  const sum = [...shares.values()].reduce((total, share) => total + share, odds.common);
  const factors = [...shares]
    .filter(([, share]) => share >= leastShare)
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostFactors)
    .map(([factor]) => factor);
  const raw = probabilityOf(plain, sum);
  return {
    probability: model.recalibration ? probabilityOf(model.recalibration, sum) : raw,
    raw,
    factors,
    shares: [...shares]
      .map(([factor, weight]) => ({ factor, weight }))
      .filter(({ weight }) => weight !== 0)
      .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight)),
  };
}

/**
 * The probability from which a handoff costs less than going on: with 1 for a handoff that was not needed and
 * `lateCost` for one that came too late, 1 / (1 + lateCost).
 */
export function handoffThreshold(lateCost: number): number {
  return 1 / (1 + lateCost);
}
