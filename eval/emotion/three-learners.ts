import { softmax } from '../../core/learning/calibrate.ts';
import { bestWith, fitOffsets } from '../../core/learning/class-offsets.ts';
import { bagScoresOf, trainEmbeddingBag } from '../../core/learning/embedding-bag.ts';
import { scoresOf, trainLinear } from '../../core/learning/linear.ts';
import { trainSoftmax } from '../../core/learning/softmax-regression.ts';
import { type SparseRow, unitRow } from '../../core/learning/sparse-row.ts';
import { type Views, viewBits, viewFeatures } from './views.ts';

export interface Example {
  readonly views: Views;
  readonly label: number;
  /** The set that it comes from: offsets are fitted for each. */
  readonly group: string;
}

export type Said = (views: Views, group: string) => number;

const folds = 3;
/** A support vector machine's margins, made as sure of themselves as the others are. */
const sharpnessOfMargins = 2.5;
const smallest = 1e-4;

type Scores = (views: Views, group: string) => Float64Array;

/**
 * A row with every feature once for all sets and once for its own (Daumé, "Frustratingly Easy Domain Adaptation",
 * ACL 2007): what a word means everywhere and what it means here are learned side by side.
 */
function withOwnCopy({ indices, values }: SparseRow, groupPlace: number, groups: number): SparseRow {
  if (groups < 2) return { indices, values };
  const size = indices.length;
  const all = { indices: new Uint32Array(size * 2), values: new Float32Array(size * 2) };
  all.indices.set(indices);
  all.values.set(values);
  for (let n = 0; n < size; n++) {
    all.indices[size + n] = Math.imul(indices[n]! * groups + groupPlace, 0x9e3779b1) >>> (32 - viewBits);
    all.values[size + n] = values[n]! * shareOfOwn;
  }
  return all;
}
const shareOfOwn = 0.7;

function trainAll(
  examples: readonly Example[],
  classes: readonly string[],
  groups: readonly string[],
): Scores {
  const labels = examples.map(({ label }) => label);
  const wideOf = (views: Views, group: string) =>
    withOwnCopy(views.wide, groups.indexOf(group), groups.length);
  const linear = trainSoftmax(
    examples.map(({ views, group }) => wideOf(views, group)),
    labels,
    classes,
    viewFeatures,
    { epochs: 4, rate: 0.2 },
  );
  const bag = trainEmbeddingBag(
    examples.map(({ views }) => views.short),
    labels,
    classes,
    viewFeatures,
    { dimensions: 16, epochs: 5, rate: 0.5 },
  );
  const machine = trainLinear(
    examples.map(({ views }) => unitRow(views.short)),
    labels,
    classes,
    viewFeatures,
    { loss: 'squared-hinge', cost: 0.3, epochs: 8 },
  );
  return (views, group) => {
    const said = [
      softmax(scoresOf(linear, wideOf(views, group))),
      softmax(bagScoresOf(bag, views.short)),
      softmax(scoresOf(machine, unitRow(views.short)), sharpnessOfMargins),
    ];
    return Float64Array.from(
      classes,
      (_, place) => said.reduce((sum, each) => sum + Math.log(each[place]! + smallest), 0) / said.length,
    );
  };
}

/**
 * A softmax regression over wide features, an embedding bag and a support vector machine over short ones, averaged;
 * then, for each set, what to add to
 * each class for macro-F1, fitted on out-of-fold scores of the training rows alone.
 */
export function trainThreeLearners(
  examples: readonly Example[],
  classes: readonly string[],
  say: (line: string) => void,
): Said {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const scored = new Map<string, { scores: Float64Array[]; labels: number[] }>(
    groups.map((group) => [group, { scores: [], labels: [] }]),
  );
  for (let fold = 0; fold < folds; fold++) {
    const scores = trainAll(
      examples.filter((_, n) => n % folds !== fold),
      classes,
      groups,
    );
    examples.forEach(({ views, label, group }, n) => {
      if (n % folds !== fold) return;
      scored.get(group)!.scores.push(scores(views, group));
      scored.get(group)!.labels.push(label);
    });
    say(`fold ${fold + 1} of ${folds}`);
  }
  const offsets = new Map(
    groups.map((group) => {
      const { scores, labels } = scored.get(group)!;
      return [group, fitOffsets(scores, labels)] as const;
    }),
  );
  const scores = trainAll(examples, classes, groups);
  const none = new Float64Array(classes.length);
  return (views, group) => bestWith(scores(views, group), offsets.get(group) ?? none);
}
