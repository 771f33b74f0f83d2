import { type TreeModel, treeScores } from '../learning/boosted-trees.ts';
import { type Platt, probabilityOf } from '../learning/calibrate.ts';
import { type RidgeModel, ridgeOf } from '../learning/ridge.ts';
import { joinedRow, rowOf, type SparseRow, unitRow } from '../learning/sparse-row.ts';
import { dialogueRows, dialogueViews, hashedWords, turnRow } from './dialogue-features.ts';
import { type DialogueTurn, structureNames, structureOf } from './dialogue-structure.ts';

/** Everything that tells satisfaction, each part learned from rows that the next one was not asked about. */
export interface SatisfactionModel {
  /** 2 to the power of so many indices for each view. */
  readonly bits: number;
  /** How much rarer than everywhere an n-gram is; 0 for one that was met once at most. By view, then index. */
  readonly rarity: Float32Array;
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
  /** Satisfaction, accomplishment and effort spared, from the words and the outer shape. */
  readonly words: RidgeModel;
  /** What each turn is for: tells a trouble, offers a solution, says that it is solved … */
  readonly purposes: RidgeModel;
  /** Feelings of one message. */
  readonly feelings: RidgeModel;
  /** From all of the above, -2 to 2 each; several trained alike are averaged. */
  readonly satisfaction: readonly TreeModel[];
  readonly accomplishment: readonly TreeModel[];
  /** Accomplishment as the probability that it was solved. */
  readonly solved: Platt;
  /** Of the rows it was learned from: the share that was solved, and the mean satisfaction. */
  readonly prior: number;
  readonly usual: number;
}

/** Counts of a dialogue before anything is scaled: what can be kept while folds change. */
export interface CountedDialogue {
  readonly views: readonly SparseRow[];
  readonly structure: Float32Array;
  readonly by: readonly DialogueTurn['by'][];
  readonly turns: readonly SparseRow[];
  readonly messages: readonly SparseRow[];
}

export const countDialogue = (turns: readonly DialogueTurn[], bits: number): CountedDialogue => ({
  views: dialogueRows(turns, bits),
  structure: structureOf(turns),
  by: turns.map(({ by }) => by),
  turns: turns.map((_, place) => turnRow(turns, place, bits - 1)),
  messages: turns.map(({ text }) => hashedWords(text, bits)),
});

/** Number of indices of {@link dialogueRow}. */
export const dialogueFeatures = (bits: number): number =>
  (dialogueViews.length << bits) + structureNames.length;

type Scale = Pick<SatisfactionModel, 'bits' | 'rarity' | 'mean' | 'deviation'>;

/** The dialogue as one row: every view with length one, then the structure with length about one. */
export function dialogueRow({ views, structure }: CountedDialogue, scale: Scale): SparseRow {
  const size = 1 << scale.bits;
  let row = rowOf([]);
  views.forEach((view, place) => {
    const start = place * size;
    const kept = view.indices.filter((index) => scale.rarity[start + index]! > 0);
    const values = new Float32Array(kept.length);
    let next = 0;
    view.indices.forEach((index, n) => {
      const rarity = scale.rarity[start + index]!;
      if (rarity > 0) values[next++] = view.values[n]! * rarity;
    });
    row = joinedRow(row, unitRow({ indices: kept, values }), start);
  });
  const spread = Math.sqrt(structureNames.length);
  const outer = {
    indices: Uint32Array.from(structureNames, (_, n) => n),
    values: structure.map((value, n) => (value - scale.mean[n]!) / scale.deviation[n]! / spread),
  };
  return joinedRow(row, outer, views.length * size);
}

/** What the words of each view say, apart: a row of `words.width` for each view, for the structure, and their sum. */
export function wordShares(row: SparseRow, words: RidgeModel, bits: number): Float32Array {
  const { width } = words;
  const parts = dialogueViews.length + 1;
  const shares = new Float32Array((parts + 1) * width);
  for (let n = 0; n < row.indices.length; n++) {
    const index = row.indices[n]!;
    const part = Math.min(index >>> bits, parts - 1);
    for (let place = 0; place < width; place++)
      shares[part * width + place]! += row.values[n]! * words.weights[index * width + place]!;
  }
  for (let place = 0; place < width; place++) {
    let sum = words.bias[place]!;
    for (let part = 0; part < parts; part++) sum += shares[part * width + place]!;
    shares[parts * width + place] = sum;
  }
  return shares;
}

/** How the numbers of single turns become those of a conversation; what is not there is not a number. */
const summaries = 6;

/** First, last, mean and highest of what was told of each turn, by side. */
export function summarise(
  told: readonly Float64Array[],
  by: readonly DialogueTurn['by'][],
  width: number,
): Float32Array {
  const out = new Float32Array(summaries * width).fill(Number.NaN);
  const contact = told.filter((_, n) => by[n] === 'contact');
  const business = told.filter((_, n) => by[n] === 'business');
  const mean = (rows: readonly Float64Array[], place: number) =>
    rows.reduce((sum, row) => sum + row[place]!, 0) / rows.length;
  for (let place = 0; place < width; place++) {
    out[place] = contact[0]?.[place] ?? Number.NaN;
    if (contact.length > 1) {
      out[width + place] = contact.at(-1)![place]!;
      out[2 * width + place] = Math.max(...contact.slice(1).map((row) => row[place]!));
    }
    out[3 * width + place] = business.at(-1)?.[place] ?? Number.NaN;
    out[4 * width + place] = mean(contact, place);
    out[5 * width + place] = mean(business, place);
  }
  return out;
}

/** The columns that the trees look at. `feelings` may be absent: then its columns are not known. */
export function stackedRow(
  counted: CountedDialogue,
  model: Scale & Pick<SatisfactionModel, 'words' | 'purposes' | 'feelings'>,
): Float32Array {
  const words = wordShares(dialogueRow(counted, model), model.words, model.bits);
  const tell = (ridge: RidgeModel, rows: readonly SparseRow[]) =>
    summarise(
      rows.map((row) => ridgeOf(ridge, row)),
      counted.by,
      ridge.width,
    );
  return Float32Array.from([
    ...words,
    ...counted.structure,
    ...tell(model.purposes, counted.turns),
    ...tell(model.feelings, counted.messages),
  ]);
}

/** What the weights make of a conversation. */
export interface JudgedDialogue {
  /** -2 (furious) to 2 (delighted), as the mean of many readers would say. */
  readonly satisfaction: number;
  /** -2 (nothing achieved) to 2 (everything achieved). */
  readonly accomplishment: number;
  /** Probability that the customer's matter was solved. */
  readonly solved: number;
}

/** Judges a conversation by learned weights. Turns as `mergedTurns` makes them; linear in their text. */
export function judgeDialogue(model: SatisfactionModel, turns: readonly DialogueTurn[]): JudgedDialogue {
  const row = stackedRow(countDialogue(turns, model.bits), model);
  const mean = (trees: readonly TreeModel[]) =>
    trees.reduce((sum, tree) => sum + treeScores(tree, row)[0]!, 0) / trees.length;
  const accomplishment = mean(model.accomplishment);
  return {
    satisfaction: mean(model.satisfaction),
    accomplishment,
    solved: probabilityOf(model.solved, accomplishment),
  };
}
