import { type TreeModel, trainTrees, treeScores } from '../../core/learning/boosted-trees.ts';
import { tableOf } from '../../core/learning/boosted-trees-bins.ts';
import { fitPlatt } from '../../core/learning/calibrate.ts';
import { type RidgeModel, trainRidge } from '../../core/learning/ridge.ts';
import { dialogueViews, hashedWords, turnBlocks } from '../../core/perception/dialogue-features.ts';
import { mergedTurns, structureNames } from '../../core/perception/dialogue-structure.ts';
import {
  type CountedDialogue,
  countDialogue,
  dialogueFeatures,
  dialogueRow,
  type SatisfactionModel,
  stackedRow,
} from '../../core/perception/satisfaction-model.ts';

/** A row of `helpdesk_stc3_cn`, 19 readers' judgement of a dialogue. `nugget` counts what they took each turn for. */
export interface HelpdeskRow {
  readonly id: string;
  readonly quality: Readonly<Record<'A' | 'S' | 'E', { readonly mean: number }>>;
  readonly turns: readonly {
    readonly r: 'c' | 'b';
    readonly text: readonly string[];
    readonly nugget: Readonly<Record<string, number>>;
  }[];
}

export interface FeelingRow {
  readonly text: string;
  readonly emotion?: string;
  readonly label?: number;
}

const readers = 19;
const purposeNames = ['CNaN', 'CNUG', 'CNUG0', 'CNUG*', 'HNaN', 'HNUG', 'HNUG*'];
const emotions = ['angry', 'happy', 'sad', 'fear', 'surprise', 'neutral'];
const folds = 5;

export const turnsOf = ({ turns }: Pick<HelpdeskRow, 'turns'>) =>
  turns.map(({ r, text }) => ({
    by: r === 'c' ? ('contact' as const) : ('business' as const),
    text: text.join('\n'),
  }));

const isUnsolved = ({ quality }: HelpdeskRow) => quality.A.mean < 0;

/** Learns satisfaction from rated dialogues, with the feelings of other texts to help. Deterministic. */
export function trainSatisfaction(
  rows: readonly HelpdeskRow[],
  feelingRows: { readonly emotion: readonly FeelingRow[]; readonly polarity: readonly FeelingRow[] },
  bits: number,
  say: (line: string) => void = () => {},
): SatisfactionModel {
  const feelings = trainFeelings(feelingRows, bits);
  say('satisfaction: feelings learned');
  const counted = rows.map((row) => countDialogue(mergedTurns(turnsOf(row)), bits));
  const stacked: Float32Array[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const kept = rows.map((_, n) => n).filter((n) => n % folds !== fold);
    const base = {
      ...trainBase(
        kept.map((n) => rows[n]!),
        kept.map((n) => counted[n]!),
        bits,
      ),
      feelings,
    };
    for (let n = fold; n < rows.length; n += folds) stacked[n] = stackedRow(counted[n]!, base);
    say(`satisfaction: part ${fold + 1} of ${folds} told by the others`);
  }
  const accomplished = rows.map(({ quality }) => quality.A.mean);
  return {
    ...trainBase(rows, counted, bits),
    feelings,
    satisfaction: boosted(
      stacked,
      rows.map(({ quality }) => quality.S.mean),
    ),
    accomplishment: boosted(stacked, accomplished),
    prior: rows.filter((row) => !isUnsolved(row)).length / rows.length,
    usual: rows.reduce((sum, { quality }) => sum + quality.S.mean, 0) / rows.length,
    solved: fitPlatt(
      outOfFold(stacked, accomplished),
      rows.map((row) => (isUnsolved(row) ? 0 : 1)),
    ),
  };
}

type Base = Pick<SatisfactionModel, 'bits' | 'rarity' | 'mean' | 'deviation' | 'words' | 'purposes'>;

function trainBase(rows: readonly HelpdeskRow[], counted: readonly CountedDialogue[], bits: number): Base {
  const scale = { bits, rarity: rarityOf(counted, bits), ...spreadOf(counted) };
  const words = trainRidge(
    counted.map((dialogue) => dialogueRow(dialogue, scale)),
    rows.map(({ quality }) => [quality.S.mean, quality.A.mean, quality.E.mean]),
    3,
    dialogueFeatures(bits),
    { cost: 2, epochs: 15 },
  );
  const merged = rows.map((row) => mergedNuggets(row));
  const purposes = trainRidge(
    counted.flatMap(({ turns }) => turns),
    merged.flat(),
    purposeNames.length,
    turnBlocks << (bits - 1),
    { cost: 1, epochs: 8 },
  );
  return { ...scale, words, purposes };
}

/** The readers' shares for each turn as `mergedTurns` makes them; turns that were put together count the mean. */
function mergedNuggets({ turns }: HelpdeskRow): number[][] {
  const merged: { by: string; shares: number[][] }[] = [];
  for (const { r, text, nugget } of turns) {
    if (text.join('\n').trim() === '') continue;
    const shares = purposeNames.map((name) => (nugget[name] ?? 0) / readers);
    const before = merged.at(-1);
    if (before?.by === r) before.shares.push(shares);
    else merged.push({ by: r, shares: [shares] });
  }
  return merged.map(({ shares }) =>
    purposeNames.map((_, place) => shares.reduce((sum, share) => sum + share[place]!, 0) / shares.length),
  );
}

function trainFeelings(
  {
    emotion,
    polarity,
  }: { readonly emotion: readonly FeelingRow[]; readonly polarity: readonly FeelingRow[] },
  bits: number,
): RidgeModel {
  const size = 1 << bits;
  const width = emotions.length + 1;
  const together = {
    features: size,
    width,
    weights: new Float32Array(size * width),
    bias: new Float32Array(width),
  };
  const place = (model: RidgeModel, from: number) => {
    for (let index = 0; index < size; index++)
      for (let n = 0; n < model.width; n++)
        together.weights[index * width + from + n] = model.weights[index * model.width + n]!;
    together.bias.set(model.bias, from);
  };
  const learn = (rows: readonly FeelingRow[], targets: readonly number[][], columns: number) =>
    trainRidge(
      rows.map(({ text }) => hashedWords(text, bits)),
      targets,
      columns,
      size,
      { cost: 2, epochs: 6 },
    );
  if (emotion.length > 0)
    place(
      learn(
        emotion,
        emotion.map((row) => emotions.map((name) => (row.emotion === name ? 1 : 0))),
        emotions.length,
      ),
      0,
    );
  if (polarity.length > 0)
    place(
      learn(
        polarity,
        polarity.map((row) => [row.label ?? 0]),
        1,
      ),
      emotions.length,
    );
  return together;
}

function rarityOf(counted: readonly CountedDialogue[], bits: number): Float32Array {
  const found = new Float32Array(dialogueViews.length << bits);
  for (const { views } of counted)
    views.forEach((view, place) => {
      for (const index of view.indices) found[(place << bits) + index]!++;
    });
  return found.map((count) => (count < 2 ? 0 : Math.log((1 + counted.length) / (1 + count)) + 1));
}

function spreadOf(counted: readonly CountedDialogue[]): {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
} {
  const mean = Float32Array.from(
    structureNames,
    (_, n) => counted.reduce((sum, { structure }) => sum + structure[n]!, 0) / counted.length,
  );
  const deviation = mean.map(
    (middle, n) =>
      Math.sqrt(
        counted.reduce((sum, { structure }) => sum + (structure[n]! - middle) ** 2, 0) / counted.length,
      ) + 1e-3,
  );
  return { mean, deviation };
}

const treeOptions = {
  loss: 'squared',
  rounds: 300,
  rate: 0.03,
  leaves: 7,
  leafRows: 20,
  shrinkTowardsZero: 5,
  rowShare: 0.7,
  columnShare: 0.3,
} as const;

/** Two trainings that differ in chance alone. */
function boosted(rows: readonly Float32Array[], targets: readonly number[]): TreeModel[] {
  const table = tableOf(rows);
  return [1, 2].map((seed) => trainTrees(table, targets, { ...treeOptions, seed }));
}

/** What trees that did not see a row say of it. */
export function outOfFold(rows: readonly Float32Array[], targets: readonly number[]): Float64Array {
  const told = new Float64Array(rows.length);
  for (let fold = 0; fold < folds; fold++) {
    const kept = rows.map((_, n) => n).filter((n) => n % folds !== fold);
    const [trees] = boosted(
      kept.map((n) => rows[n]!),
      kept.map((n) => targets[n]!),
    );
    for (let n = fold; n < rows.length; n += folds) told[n] = treeScores(trees!, rows[n]!)[0]!;
  }
  return told;
}
