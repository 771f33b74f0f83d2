import { courseClues, courseFeatures, courseSteps } from '../../core/handoff/handoff-course.ts';
import { trainLinear } from '../../core/learning/linear.ts';
import type { SparseRow } from '../../core/learning/sparse-row.ts';
import type { encodeWeights } from '../../core/learning/weights-file.ts';
import { rowsOf } from '../data/folder.ts';
import { coursesOf, type LabelledCourse } from './courses.ts';
import type { Dialogue } from './dialogue.ts';

const sets = ['handoff_mhch', 'handoff_satisf_makeup2'] as const;

/** The weights of `models/handoff.bin` from the public sets of a folder. */
export function trainShippedHandoff(folder: string): Parameters<typeof encodeWeights> {
  const found = sets.map((name) => (rowsOf<Dialogue>(folder, name) ?? []).flatMap(coursesOf));
  const weights = learnCourses(found.filter((courses) => courses.length > 0));
  return [
    {
      name: 'handoff',
      version: '1',
      head: { sets, rows: found.map((courses) => courses.length) },
      tensors: { steps: weights },
    },
  ];
}

/**
 * Log odds for every step: logistic regression over the steps of all sets, every set counting alike and with a constant
 * of its own, since they differ in how often a person was needed; then less their mean over the rows, clue by clue, so
 * that a common course adds nothing.
 */
export function learnCourses(sets: readonly (readonly LabelledCourse[])[]): Float32Array {
  const all = sets.flatMap((courses, set) => courses.map((labelled) => ({ ...labelled, set })));
  const rows = all.map(({ course, set }): SparseRow => {
    const indices = Uint32Array.from([...courseSteps(course), courseFeatures + set]);
    return { indices, values: new Float32Array(indices.length).fill(1) };
  });
  const rowWeights = Float32Array.from(all, ({ set }) => all.length / sets.length / sets[set]!.length);
  const model = trainLinear(
    rows,
    all.map(({ y }) => y),
    ['stay', 'go'],
    courseFeatures + sets.length,
    { loss: 'logistic', cost: 0.1, epochs: 100, rowWeights },
  );
  const weights = Float32Array.from({ length: courseFeatures }, (_, n) => model.weights[n * 2 + 1]!);
  const places = all.map(({ course }) => courseSteps(course));
  courseClues.forEach((_, clue) => {
    let mean = 0;
    let counted = 0;
    places.forEach((steps, n) => {
      mean += weights[steps[clue]!]! * rowWeights[n]!;
      counted += rowWeights[n]!;
    });
    const own = new Set(places.map((steps) => steps[clue]!));
    for (const place of own) weights[place]! -= mean / counted;
  });
  return weights;
}
