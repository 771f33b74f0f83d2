import type { Platt } from '../learning/calibrate.ts';
import type { Weights } from '../learning/weights-file.ts';
import {
  type CourseClue,
  courseClues,
  courseFeatures,
  courseSteps,
  type HandoffCourse,
} from './handoff-course.ts';

/** What was learned of courses: log odds for every step of every clue, around those of a common conversation. */
export interface HandoffModel {
  /** Tells one training from another. */
  readonly version: string;
  readonly weights: Float32Array;
  /** What the installation's own conversations say of these probabilities, on their log odds. */
  readonly recalibration?: Platt;
}

/** Throws an `Error` where the weights are of something else. */
export function handoffModelFrom({ name, version, tensors }: Weights): HandoffModel {
  const weights = tensors.steps;
  if (name !== 'handoff' || weights?.length !== courseFeatures)
    throw new Error(`The weights of ${name} are none of handoffs with ${courseFeatures} steps.`);
  return { version, weights };
}

/** What each clue of the course adds to the log odds. */
export function courseShares(
  model: HandoffModel,
  course: HandoffCourse,
): Readonly<Record<CourseClue, number>> {
  const places = courseSteps(course);
  const shares = courseClues.map((clue, n) => [clue, model.weights[places[n]!]!] as const);
  return Object.fromEntries(shares) as Record<CourseClue, number>;
}

const nameOfRecalibration = 'handoff-recalibration';

/** A recalibration as weights. */
export const recalibrationWeights = ({ slope, offset }: Platt, version: string): Weights => ({
  name: nameOfRecalibration,
  version,
  head: { slope, offset },
  tensors: {},
});

/** Throws an `Error` where the weights are of something else, or would turn the order around. */
export function recalibrationFrom({ name, head }: Weights): Platt {
  const { slope, offset } = head as Partial<Platt>;
  if (name !== nameOfRecalibration || !Number.isFinite(slope) || !Number.isFinite(offset))
    throw new Error(`The weights of ${name} are no recalibration of handoffs.`);
  if (slope! <= 0) throw new Error('A recalibration must keep the order of probabilities.');
  return { slope: slope!, offset: offset! };
}
