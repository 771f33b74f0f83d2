import { type FeatureSpec, hashFeatures } from '../../core/learning/hash-features.ts';
import { type LinearModel, scoresOf, trainLinear } from '../../core/learning/linear.ts';
import type { SparseRow } from '../../core/learning/sparse-row.ts';
import { clausesOf } from '../../core/perception/human-request-clauses.ts';
import { humanRequestClasses } from '../../core/perception/human-request-learned.ts';
import { requestWindows } from '../../core/perception/human-request-windows.ts';
import { readWhole } from '../../core/perception/read-text.ts';

/** A message as the windows that anybody is spoken of in; nobody has said which of them holds its wish. */
export interface Bag {
  readonly y: number;
  readonly weight: number;
  readonly windows: readonly SparseRow[];
  /** Of every window what its words say by themselves and what its concepts say. */
  readonly halves: readonly (readonly SparseRow[])[];
}

export const humanRequestSpec: FeatureSpec = { bits: 16, characters: [1, 4], words: [1, 2], skips: true };
const cost = 30;
/** Passes over the rows while the windows are still being chosen, and at the end. */
const passes = [10, 10, 20] as const;

/** What half a window counts for: learned alone as well, neither words nor concepts lean on the other. */
const weightOfHalf = 0.3;

export function bagOf(text: string, y: number, weight: number): Bag {
  const views = requestWindows(clausesOf(readWhole(text))).map(({ view }) => view);
  const rowOf = (view: string): SparseRow => hashFeatures(view, humanRequestSpec);
  return {
    y,
    weight,
    windows: views.map(rowOf),
    halves: views.map((view) => {
      const end = view.indexOf('\n');
      return [rowOf(view.slice(0, end)), rowOf(view.slice(end + 1))];
    }),
  };
}

/**
 * Learns which windows ask for a person from messages of which only the whole is judged: all windows of an ordinary
 * message ask for nobody, and of a wish the one that the last round found likeliest asks (multiple instances as in
 * Andrews, Tsochantaridis and Hofmann, "Support Vector Machines for Multiple-Instance Learning", NIPS 2002). At first
 * every window of a wish counts for its share.
 */
export function trainOnBags(bags: readonly Bag[]): LinearModel {
  let model: LinearModel | undefined;
  for (const epochs of passes) {
    const rows: SparseRow[] = [];
    const labels: number[] = [];
    const weights: number[] = [];
    const put = (row: SparseRow, y: number, weight: number): void => {
      rows.push(row);
      labels.push(y);
      weights.push(weight);
    };
    for (const bag of bags) {
      const { y, weight, windows, halves } = bag;
      const chosen = y === 1 && model ? likeliest(model, bag).place : -1;
      const share = y === 1 && chosen < 0 ? weight / windows.length : weight;
      windows.forEach((row, place) => {
        if (chosen >= 0 && place !== chosen) return;
        put(row, y, share);
        for (const half of halves[place]!) put(half, y, share * weightOfHalf);
      });
    }
    model = trainLinear(rows, labels, humanRequestClasses, 2 ** humanRequestSpec.bits, {
      loss: 'logistic',
      cost,
      epochs,
      rowWeights: Float32Array.from(weights),
    });
  }
  return model!;
}

/** Of a message without any window. */
const nothing = -12;

/** The likeliest window and its score; place -1 where there is none. */
export function likeliest(
  model: LinearModel,
  { windows }: Bag,
): { readonly score: number; readonly place: number } {
  let score = nothing;
  let place = -1;
  windows.forEach((row, n) => {
    const own = scoresOf(model, row)[1]!;
    if (own > score) {
      score = own;
      place = n;
    }
  });
  return { score, place };
}
