import { softmax } from '../../core/learning/calibrate.ts';
import { bestWith, fitOffsets } from '../../core/learning/class-offsets.ts';
import { bagScoresOf, trainEmbeddingBag } from '../../core/learning/embedding-bag.ts';
import { scoresOf } from '../../core/learning/linear.ts';
import { trainSoftmax } from '../../core/learning/softmax-regression.ts';
import { type Views, viewFeatures } from './views.ts';

export interface Example {
  readonly views: Views;
  readonly label: number;
  /** The set that it comes from: offsets are fitted for each. */
  readonly group: string;
}

export type Said = (views: Views, group: string) => number;

const folds = 3;
/** Of the two learners' log probabilities, on the dev rows. */
const shareOfBag = 0.5;
const smallest = 1e-4;

type Scores = (views: Views) => Float64Array;

function trainBoth(examples: readonly Example[], classes: readonly string[]): Scores {
  const labels = examples.map(({ label }) => label);
  const linear = trainSoftmax(
    examples.map(({ views }) => views.wide),
    labels,
    classes,
    viewFeatures,
    { epochs: 5, rate: 0.2 },
  );
  const bag = trainEmbeddingBag(
    examples.map(({ views }) => views.short),
    labels,
    classes,
    viewFeatures,
    { dimensions: 16, epochs: 5, rate: 0.5 },
  );
  return (views) => {
    const one = softmax(scoresOf(linear, views.wide));
    const other = softmax(bagScoresOf(bag, views.short));
    return one.map(
      (probability, place) =>
        (1 - shareOfBag) * Math.log(probability + smallest) + shareOfBag * Math.log(other[place]! + smallest),
    );
  };
}

/**
 * A linear model over wide features and an embedding bag over short ones, averaged; then, for each set, what to add to
 * each class for macro-F1, fitted on out-of-fold scores of the training rows alone.
 */
export function trainTwoLearners(
  examples: readonly Example[],
  classes: readonly string[],
  say: (line: string) => void,
): Said {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const scored = new Map<string, { scores: Float64Array[]; labels: number[] }>(
    groups.map((group) => [group, { scores: [], labels: [] }]),
  );
  for (let fold = 0; fold < folds; fold++) {
    const scores = trainBoth(
      examples.filter((_, n) => n % folds !== fold),
      classes,
    );
    examples.forEach(({ views, label, group }, n) => {
      if (n % folds !== fold) return;
      scored.get(group)!.scores.push(scores(views));
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
  const scores = trainBoth(examples, classes);
  const none = new Float64Array(classes.length);
  return (views, group) => bestWith(scores(views), offsets.get(group) ?? none);
}
