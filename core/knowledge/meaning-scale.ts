import { fitPlatt, type Platt } from '../learning/calibrate.ts';

/** What a cosine of an embedding model says in this knowledge base. */
export interface MeaningScale {
  /** From a cosine to how likely the two texts are of the same article. */
  readonly platt: Platt;
  /**
   * `measured` on the knowledge base itself; a cautious `guess` before there is enough to measure on, which speaks for
   * an article only; `useless` where the model puts lines of one article no nearer than others.
   */
  readonly basis: 'measured' | 'guess' | 'useless';
}

/** Of one question line: its cosine to the nearest other line of its own article, and to the nearest of any other. */
export interface LinePair {
  readonly own: number;
  readonly other: number;
}

/** With fewer lines to measure on nothing is concluded. */
const fewestPairs = 40;
/** No model is surer than this of anything, in log odds. */
const mostOdds = 3;

/** Where two texts of most models mean the same, and of few models do not. */
export const cautiousScale: MeaningScale = { platt: { slope: 15, offset: -15 * 0.85 }, basis: 'guess' };

/**
 * A scale by the lines of the knowledge base: unrelated texts are at 0.1 with one model and at 0.8 with another. The
 * nearest line of any other article is a harder case than most, so the scale errs on the side of doubt.
 */
export function measuredScale(pairs: readonly LinePair[]): MeaningScale {
  if (pairs.length < fewestPairs) return cautiousScale;
  const cosines = pairs.flatMap(({ own, other }) => [own, other]);
  const platt = fitPlatt(
    cosines,
    cosines.map((_, place) => 1 - (place % 2)),
  );
  return { platt, basis: platt.slope > 0 ? 'measured' : 'useless' };
}

/** Log odds that two texts at this cosine are of one article, -3 to 3. */
export function oddsAt({ platt: { slope, offset } }: MeaningScale, cosine: number): number {
  return Math.max(-mostOdds, Math.min(mostOdds, slope * cosine + offset));
}
