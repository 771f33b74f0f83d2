import { fitPlatt, type Platt, probabilityOf } from '../learning/calibrate.ts';
import { calibrationError } from '../learning/measures.ts';
import { logOdds } from '../learning/odds.ts';

/** A question that somebody judged, as the search answers it now. */
export interface JudgedConfidence {
  /** 0..1, as it is said before any fit. */
  readonly confidence: number;
  /** The first article is the one that answers it; never where none should. */
  readonly isRight: boolean;
  readonly isFrozen: boolean;
}

/** How near confidences are to the truth, on the frozen questions. */
export interface ConfidenceFigures {
  /** Expected over ten bins, 0..1. */
  readonly calibrationError: number;
  /** Mean squared error (Brier's score), 0..1. */
  readonly squaredError: number;
}

export interface ConfidenceFit {
  readonly learned: number;
  readonly frozen: number;
  /** Undefined where there are too few questions. */
  readonly fitted?: {
    readonly platt: Platt;
    /** By what is said now, and by what would be said. */
    readonly before: ConfidenceFigures;
    readonly after: ConfidenceFigures;
    /** Further from the truth on the frozen questions, or turned around. */
    readonly isWorse: boolean;
  };
}

export const fewestJudged = { learned: 40, frozen: 10 } as const;

/** The question is the article's own: nothing that was fitted takes that back. */
const asWritten = 0.995;

/** No search is taken to be surer than this of being right or wrong. */
const surest = 0.001;

/** What a search says, as judged questions taught it to be read. Rises with what was said. */
export function refitted(platt: Platt | undefined, confidence: number): number {
  if (!platt || confidence >= asWritten) return confidence;
  return probabilityOf(platt, logOdds(confidence, surest));
}

/**
 * Fits by Platt's scaling how the confidence of a search is to be read, from questions of which people said what answers
 * them, and compares on the frozen ones with what is said now: `inForce`, or nothing fitted.
 */
export function fitConfidence(rows: readonly JudgedConfidence[], inForce: Platt | undefined): ConfidenceFit {
  const open = rows.filter(({ isFrozen, confidence }) => !isFrozen && confidence < asWritten);
  const frozen = rows.filter(({ isFrozen }) => isFrozen);
  const counts = { learned: open.length, frozen: frozen.length };
  const isOneSided = new Set(open.map(({ isRight }) => isRight)).size < 2;
  if (open.length < fewestJudged.learned || frozen.length < fewestJudged.frozen || isOneSided) return counts;
  const platt = fitPlatt(
    open.map(({ confidence }) => logOdds(confidence, surest)),
    open.map(({ isRight }) => (isRight ? 1 : 0)),
  );
  const before = figuresOf(frozen, inForce);
  const after = figuresOf(frozen, platt);
  return {
    ...counts,
    fitted: { platt, before, after, isWorse: platt.slope <= 0 || after.squaredError > before.squaredError },
  };
}

function figuresOf(rows: readonly JudgedConfidence[], platt: Platt | undefined): ConfidenceFigures {
  const said = rows.map(({ confidence }) => refitted(platt, confidence));
  const right = rows.map(({ isRight }) => (isRight ? 1 : 0));
  return {
    calibrationError: calibrationError(right, said),
    squaredError: said.reduce((sum, one, n) => sum + (one - right[n]!) ** 2, 0) / rows.length,
  };
}
