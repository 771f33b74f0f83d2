import { createRandom } from '../../core/chance/random.ts';
import { trainTrees, treeScores } from '../../core/learning/boosted-trees.ts';
import { tableOf } from '../../core/learning/boosted-trees-bins.ts';
import { type LinearModel, scoresOf, trainLinear } from '../../core/learning/linear.ts';
import { shareOf } from '../../core/learning/odds.ts';
import type { SparseRow } from '../../core/learning/sparse-row.ts';
import { type Dialogue, domainOf } from './dialogue.ts';
import { meaningOf } from './meaning.ts';
import { type Rows, trainRecurrent } from './recurrent.ts';
import { structureOf } from './structure.ts';
import { gramBits, gramRows, type View } from './word-grams.ts';
import { countWords, type WordStatistics } from './word-statistics.ts';
import { learnWordVectors } from './word-vectors.ts';

/** What was learned of when to hand over. */
export interface HandoffLearned {
  /** The probability for each utterance, from the turns up to it. */
  probabilities(dialogue: Dialogue): number[];
  /** From here on a transfer is predicted: the best F1 on dialogues that were not learned from. */
  readonly threshold: number;
}

/** Each is one linear model whose score the trees are told. */
const stacked: readonly (readonly (readonly [View, number])[])[] = [
  [['now', 1]],
  [
    ['previous-own', 1],
    ['previous-other', 1],
  ],
];
const linearOptions = { loss: 'logistic', cost: 2, epochs: 12 } as const;
const treeOptions = {
  loss: 'logistic',
  rounds: 160,
  rate: 0.06,
  leaves: 10,
  leafRows: 20,
  shrinkTowardsZero: 3,
  rowShare: 0.7,
  columnShare: 0.4,
} as const;
const recurrentOptions = { units: 20, epochs: 14 } as const;
const folds = 5;
const vectorSize = 16;
/** How often each is trained: to find the threshold, and for good. */
const seeds = { trial: { trees: 3, recurrent: 2 }, final: { trees: 8, recurrent: 4 } } as const;

/**
 * Learns from whole dialogues: linear models over word n-grams, whose scores on dialogues that they were not learned
 * from stand beside structure and meaning in the rows of boosted trees and of recurrent networks (Wolpert, "Stacked
 * Generalization", 1992); the mean of several trainings with other seeds counts.
 */
export function learnHandoff(dialogues: readonly Dialogue[]): HandoffLearned {
  const counted = countWords(dialogues);
  const vectors = learnWordVectors(
    dialogues.flatMap(({ turns }) => turns.map(({ tok }) => tok)),
    vectorSize,
  );
  const domains = [...new Set(dialogues.map(domainOf))].sort();
  const plain = (dialogue: Dialogue, words: WordStatistics): number[][] => {
    const meaning = meaningOf(dialogue, words, vectors);
    const domain = domains.indexOf(domainOf(dialogue));
    return structureOf(dialogue, words).map((row, t) => [...row, domain, ...meaning[t]!]);
  };

  const labels = dialogues.flatMap(({ turns }) => turns.map(({ y }): number => y));
  const foldOfDialogue = drawFolds(dialogues.length);
  const foldOf = dialogues.flatMap(({ turns }, n) => turns.map(() => foldOfDialogue[n]!));
  const rows = dialogues.flatMap((dialogue) => plain(dialogue, counted(1)));
  const linear = stacked.map((views): LinearModel => {
    const grams = dialogues.flatMap((dialogue) => gramRows(dialogue, counted(1), views));
    const train = (isTaken: (n: number) => boolean): LinearModel => {
      const taken = labels.flatMap((_, n) => (isTaken(n) ? [n] : []));
      const own: SparseRow[] = taken.map((n) => grams[n]!);
      return trainLinear(
        own,
        taken.map((n) => labels[n]!),
        ['stay', 'go'],
        2 ** gramBits,
        linearOptions,
      );
    };
    for (let fold = 0; fold < folds; fold++) {
      const model = train((n) => foldOf[n] !== fold);
      for (let n = 0; n < rows.length; n++)
        if (foldOf[n] === fold) rows[n]!.push(scoresOf(model, grams[n]!)[1]!);
    }
    return train(() => true);
  });

  const starts = [0];
  for (const { turns } of dialogues) starts.push(starts.at(-1)! + turns.length);
  const rowsOf = (n: number) => rows.slice(starts[n]!, starts[n + 1]!);
  const labelsOf = (n: number) => dialogues[n]!.turns.map(({ y }): number => y);
  const unseen = new Array<number>(rows.length).fill(0);
  for (let fold = 0; fold < folds; fold++) {
    const learned = dialogues.flatMap((_, n) => (foldOfDialogue[n] === fold ? [] : [n]));
    const likely = learnBoth(learned.map(rowsOf), learned.map(labelsOf), seeds.trial);
    dialogues.forEach((_, n) => {
      if (foldOfDialogue[n] !== fold) return;
      likely(rowsOf(n)).forEach((probability, t) => {
        unseen[starts[n]! + t] = probability;
      });
    });
  }
  const all = dialogues.map((_, n) => n);
  const likely = learnBoth(all.map(rowsOf), all.map(labelsOf), seeds.final);
  return {
    threshold: bestThreshold(labels, unseen),
    probabilities: (dialogue) => {
      const words = counted(0);
      const grams = stacked.map((views) => gramRows(dialogue, words, views));
      return likely(
        plain(dialogue, words).map((row, t) => [
          ...row,
          ...linear.map((model, n) => scoresOf(model, grams[n]![t]!)[1]!),
        ]),
      );
    },
  };
}

/**
 * Trees judge each row by itself, gated recurrent networks each with what they remember of the rows before it: the mean
 * of their log odds counts. The probabilities of a dialogue's rows.
 */
function learnBoth(
  dialogues: readonly Rows[],
  labels: readonly (readonly number[])[],
  times: { readonly trees: number; readonly recurrent: number },
): (rows: Rows) => number[] {
  const table = tableOf(dialogues.flat());
  const targets = labels.flat();
  const seeded = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
  const trees = seeded(times.trees).map((seed) => trainTrees(table, targets, { ...treeOptions, seed }));
  const networks = seeded(times.recurrent).map((seed) =>
    trainRecurrent(dialogues, labels, { ...recurrentOptions, seed }),
  );
  const mean = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return (rows) => {
    const remembered = networks.map((scoresAlong) => scoresAlong(rows));
    return rows.map((row, t) =>
      shareOf(
        (mean(trees.map((model) => treeScores(model, row)[0]!)) +
          mean(remembered.map((scores) => scores[t]!))) /
          2,
      ),
    );
  };
}

/** The fold of each dialogue, by chance with a fixed seed, in equal parts. */
function drawFolds(count: number): number[] {
  const random = createRandom(1, 12);
  const order = Array.from({ length: count }, (_, n) => ({ n, key: random.next() })).sort(
    (one, other) => one.key - other.key,
  );
  const fold = new Array<number>(count).fill(0);
  order.forEach(({ n }, place) => {
    fold[n] = place % folds;
  });
  return fold;
}

/** Between the probability with the best F1 and the next lower one. */
export function bestThreshold(labels: readonly number[], probabilities: readonly number[]): number {
  const order = labels.map((_, n) => n).sort((one, other) => probabilities[other]! - probabilities[one]!);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  let hits = 0;
  let best = 0;
  let threshold = 0.5;
  order.forEach((n, place) => {
    hits += labels[n]!;
    const f1 = (2 * hits) / (place + 1 + positives);
    if (f1 <= best) return;
    best = f1;
    const next = order[place + 1];
    threshold = next === undefined ? probabilities[n]! : (probabilities[n]! + probabilities[next]!) / 2;
  });
  return threshold;
}
