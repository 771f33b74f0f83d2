import { trainTrees, treeScores } from '../../core/learning/boosted-trees.ts';
import { tableOf } from '../../core/learning/boosted-trees-bins.ts';
import { bestOf, scoresOf, trainLinear } from '../../core/learning/linear.ts';
import { macroF1 } from '../../core/learning/measures.ts';
import { ridgeOf, trainRidge } from '../../core/learning/ridge.ts';
import type { SparseRow } from '../../core/learning/sparse-row.ts';
import { splitOf } from '../data/folder.ts';
import { type EvalRun, type Figures, percent } from '../part.ts';
import {
  rarityOf,
  type SessionRow,
  sessionRow,
  shapeOf,
  tokenBits,
  utteranceRow,
  weighedRow,
} from './token-rows.ts';

const classes = ['1', '2', '3'];
const folds = 4;
/** Classes are weighed by their rarity to this power: macro-F1 counts every class alike. */
const fairness = 0.7;

/** Satisfaction of whole sessions in three classes, macro-F1. Words are anonymised, so nothing of it can ship. */
export function measureSessions(run: EvalRun): Record<string, Figures> {
  const split = run.folders && splitOf<SessionRow>(run.folders, 'satisfaction_ssa');
  if (!split || run.shipped) return {};
  const figures: Record<string, Figures> = {};
  for (const domain of ['clothes', 'makeup']) {
    const isHere = ({ id }: SessionRow) => id.startsWith(`${domain}-`);
    const test = split.test.filter(isHere);
    const tell = trainSessions(split.train.filter(isHere), run.say);
    figures[`satisfaction_ssa.${domain}`] = {
      macroF1: percent(
        macroF1(
          test.map(({ score }) => score - 1),
          test.map((row) => tell(row)),
          classes.length,
        ),
      ),
    };
  }
  return figures;
}

interface Counted {
  readonly row: SessionRow;
  readonly words: SparseRow;
  readonly utterances: readonly SparseRow[];
  readonly shape: readonly number[];
}

const count = (row: SessionRow): Counted => ({
  row,
  words: sessionRow(row.turns),
  utterances: row.turns.map(utteranceRow),
  shape: shapeOf(row.turns),
});

/** Learns sessions of one domain; tells the place of the class of another one. */
function trainSessions(
  rows: readonly SessionRow[],
  say: (line: string) => void,
): (row: SessionRow) => number {
  const counted = rows.map(count);
  const stacked: number[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const columns = trainColumns(counted.filter((_, n) => n % folds !== fold));
    for (let n = fold; n < rows.length; n += folds) stacked[n] = columns(counted[n]!);
    say(`sessions: part ${fold + 1} of ${folds} told by the others`);
  }
  const labels = rows.map(({ score }) => score - 1);
  const sizes = classes.map((_, place) => labels.filter((label) => label === place).length);
  const trees = trainTrees(tableOf(stacked), labels, {
    loss: 'softmax',
    classes: classes.length,
    rounds: 150,
    rate: 0.06,
    leaves: 15,
    leafRows: 30,
    shrinkTowardsZero: 5,
    rowShare: 0.7,
    columnShare: 0.5,
    rowWeights: labels.map((label) => (rows.length / classes.length / sizes[label]!) ** fairness),
  });
  const columns = trainColumns(counted);
  return (row) => bestOf(treeScores(trees, columns(count(row))));
}

/** What the words say of the session, the feelings that they say of each utterance, and the shape: columns for trees. */
function trainColumns(counted: readonly Counted[]): (one: Counted) => number[] {
  const rarity = rarityOf(counted.map(({ words }) => words));
  const labels = counted.map(({ row }) => row.score - 1);
  const sizes = classes.map((_, place) => labels.filter((label) => label === place).length);
  const words = trainLinear(
    counted.map((one) => weighedRow(one.words, rarity)),
    labels,
    classes,
    1 << tokenBits,
    {
      loss: 'squared-hinge',
      cost: 0.4,
      epochs: 12,
      classWeights: sizes.map((size) => counted.length / classes.length / Math.max(1, size)),
    },
  );
  const feelings = trainRidge(
    counted.flatMap(({ utterances }) => utterances),
    counted.flatMap(({ row }) => row.turns.map(({ senti }) => [senti === 1 ? 1 : 0, senti === 3 ? 1 : 0])),
    2,
    1 << tokenBits,
    { cost: 0.5, epochs: 5 },
  );
  return (one) => {
    const told = one.utterances.map((row) => ridgeOf(feelings, row));
    const of = (side: 'c' | 'b') => summary(told.filter((_, n) => one.row.turns[n]!.r === side));
    return [...scoresOf(words, weighedRow(one.words, rarity)), ...one.shape, ...of('c'), ...of('b')];
  };
}

function summary(told: readonly Float64Array[]): number[] {
  return [0, 1].flatMap((place) => {
    const values = told.map((row) => row[place]!);
    if (values.length === 0) return new Array<number>(7).fill(Number.NaN);
    const sum = (some: readonly number[]) => some.reduce((total, value) => total + value, 0);
    const latest = values.slice(-3);
    return [
      sum(values) / values.length,
      Math.max(...values),
      Math.min(...values),
      values.at(-1)!,
      values[0]!,
      sum(latest) / latest.length,
      sum(values),
    ];
  });
}
