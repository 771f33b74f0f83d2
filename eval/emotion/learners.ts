import { softmax } from '../../core/learning/calibrate.ts';
import { bestWith, fitSteadyOffsets } from '../../core/learning/class-offsets.ts';
import { bagScoresOf, trainEmbeddingBag } from '../../core/learning/embedding-bag.ts';
import { scoresOf } from '../../core/learning/linear.ts';
import { trainSoftmax } from '../../core/learning/softmax-regression.ts';
import type { SparseRow } from '../../core/learning/sparse-row.ts';
import { positionFeatures } from './positions.ts';
import { tellingWeights, weighedRow } from './telling-weights.ts';
import { convolutionReader } from './text-convolution.ts';
import { trainTextConvolution } from './train-text-convolution.ts';
import { type Views, viewBits, viewFeatures } from './views.ts';

export interface Example {
  readonly views: Views;
  readonly label: number;
  /** The set that it comes from: offsets are fitted for each. */
  readonly group: string;
}

export type Said = (views: Views, group: string) => number;

const folds = 3;
const smallest = 1e-4;
/** What all networks together have to say, beside 8 of each regression and 4 of the bag. */
const sayOfNetworks = 10;

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
  networks: number,
): Scores {
  const labels = examples.map(({ label }) => label);
  const weighed = (view: 'feeling' | 'wide'): Scores => {
    const rows = examples.map(({ views }) => views[view]);
    const weights = tellingWeights(rows, labels, classes.length, viewFeatures);
    const rowOf = (views: Views, group: string) =>
      withOwnCopy(weighedRow(views[view], weights), groups.indexOf(group), groups.length);
    const model = trainSoftmax(
      examples.map(({ views, group }) => rowOf(views, group)),
      labels,
      classes,
      viewFeatures,
      { epochs: 4, rate: 0.2 },
    );
    return (views, group) => scoresOf(model, rowOf(views, group));
  };
  const bag = trainEmbeddingBag(
    examples.map(({ views }) => views.short),
    labels,
    classes,
    viewFeatures,
    { dimensions: 16, epochs: 5, rate: 0.5 },
  );
  const network = (seed: number): Scores => {
    const read = convolutionReader(
      trainTextConvolution(
        examples.map(({ views }) => views.positions),
        labels,
        examples.map(({ group }) => groups.indexOf(group)),
        {
          classes: classes.length,
          groups: groups.length,
          features: positionFeatures,
          dimensions: 32,
          kernels: 48,
          widths: 3,
        },
        { epochs: 3, rate: 0.0025, seed, dropped: { positions: 0.1, numbers: 0.2, kernels: 0.5 } },
      ),
    );
    return ({ positions }, group) => read(positions, groups.indexOf(group));
  };
  const learners = [
    { scores: weighed('feeling'), say: 8 },
    { scores: weighed('wide'), say: 8 },
    { scores: ({ short }: Views) => bagScoresOf(bag, short), say: 4 },
    // Networks that began elsewhere err elsewhere.
    ...Array.from({ length: networks }, (_, n) => ({
      scores: network(n + 1),
      say: sayOfNetworks / networks,
    })),
  ];
  const saying = learners.reduce((sum, { say }) => sum + say, 0);
  return (views, group) => {
    const mean = new Float64Array(classes.length);
    for (const { scores, say } of learners)
      softmax(scores(views, group)).forEach((probability, place) => {
        mean[place]! += (say / saying) * Math.log(probability + smallest);
      });
    return mean;
  };
}

/**
 * Two softmax regressions, over short and over wide features, both with names of feelings and each weighed by what it
 * tells, an embedding bag over the short ones alone with half a regression's say, and so many convolutional networks
 * over words, together with a third of the say, averaged; then, for each set, what to add to each class for macro-F1,
 * fitted on out-of-fold scores of the training rows alone.
 */
export function trainLearners(
  examples: readonly Example[],
  classes: readonly string[],
  networks: number,
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
      networks,
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
      return [group, fitSteadyOffsets(scores, labels)] as const;
    }),
  );
  const scores = trainAll(examples, classes, groups, networks);
  const none = new Float64Array(classes.length);
  return (views, group) => bestWith(scores(views, group), offsets.get(group) ?? none);
}
