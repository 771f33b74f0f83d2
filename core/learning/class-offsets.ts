import { bestOf } from './linear.ts';
import { macroF1 } from './measures.ts';

/** Steps tried on every class, from coarse to fine. */
const rounds: readonly (readonly number[])[] = [
  [-0.4, 0.4],
  [-0.4, -0.2, 0.2, 0.4],
  [-0.2, -0.1, 0.1, 0.2],
  [-0.1, -0.05, 0.05, 0.1],
];
/** A gain below this is chance. */
const smallestGain = 0.0005;

/**
 * What to add to each class's score so that the best one has the highest macro-F1: a learner that maximises likelihood
 * says rare classes too seldom for that measure (Lipton, Elkan and Naryanaswamy, "Optimal Thresholding of Classifiers to
 * Maximize F1 Measure", ECML 2014). By coordinate ascent; fit it on rows that the scores were not learned from.
 */
export function fitOffsets(scores: readonly ArrayLike<number>[], right: ArrayLike<number>): Float64Array {
  const classes = scores[0]?.length ?? 0;
  const offsets = new Float64Array(classes);
  const valueNow = () =>
    macroF1(
      right,
      scores.map((row) => bestWith(row, offsets)),
      classes,
    );
  let best = valueNow();
  for (const steps of rounds)
    for (let place = 0; place < classes; place++) {
      const before = offsets[place]!;
      let kept = before;
      for (const step of steps) {
        offsets[place] = before + step;
        const value = valueNow();
        if (value < best + smallestGain) continue;
        best = value;
        kept = before + step;
      }
      offsets[place] = kept;
    }
  return offsets;
}

/** Of so many parts of the rows one at a time is left out. */
const parts = 5;

/**
 * The mean of the offsets fitted without each fifth of the rows in turn. Macro-F1 jumps with single rows of a rare
 * class, and one fit runs after them; the mean of several does so less.
 */
export function fitSteadyOffsets(
  scores: readonly ArrayLike<number>[],
  right: ArrayLike<number>,
): Float64Array {
  const mean = new Float64Array(scores[0]?.length ?? 0);
  for (let part = 0; part < parts; part++) {
    const kept = scores.flatMap((_, n) => (n % parts === part ? [] : [n]));
    const offsets = fitOffsets(
      kept.map((n) => scores[n]!),
      kept.map((n) => right[n]!),
    );
    for (let place = 0; place < mean.length; place++) mean[place]! += offsets[place]! / parts;
  }
  return mean;
}

/** The place of the highest score once the offsets are added. */
export function bestWith(scores: ArrayLike<number>, offsets: ArrayLike<number>): number {
  return bestOf(Float64Array.from(scores, (score, place) => score + offsets[place]!));
}
