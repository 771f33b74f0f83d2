import { findAddresses } from '../../core/knowledge/personal-data/addresses.ts';
import { findAll } from '../../core/knowledge/personal-data/found.ts';
import { numberRules } from '../../core/knowledge/personal-data/numbers.ts';
import { trainLinear } from '../../core/learning/linear.ts';
import type { SparseRow } from '../../core/learning/sparse-row.ts';
import type { Stretch } from './sentences.ts';

/** A text with where names stand in it, and where nothing is to be learned. */
export interface Marked {
  readonly text: string;
  readonly names: readonly Stretch[];
  readonly doubtful?: readonly Stretch[];
  /** Only candidates that touch this are learned. */
  readonly within?: Stretch;
  /** What a mistake in this text costs; 1 where none is given. */
  readonly weight?: number;
}

/** What is learned from: a row for each candidate, and whether it is a name. */
export interface LearnedRows {
  readonly rows: SparseRow[];
  readonly labels: number[];
  readonly weights: number[];
}

interface Candidate extends Stretch {
  readonly features: () => Uint32Array;
}

/** Adds every candidate of a text, read as the product reads it behind numbers and addresses. */
export function learn(
  { rows, labels, weights }: LearnedRows,
  { text, names, doubtful = [], within, weight = 1 }: Marked,
  candidatesOf: (text: string) => Iterable<Candidate>,
): void {
  const masked = findAddresses(findAll(text, numberRules).masked).masked;
  for (const { from, to, features } of candidatesOf(masked)) {
    const touches = (one: Stretch) => one.from < to && from < one.to;
    if (within && !touches(within)) continue;
    const isName = names.some((name) => name.from === from && name.to === to);
    if (!isName && doubtful.some(touches)) continue;
    const indices = features();
    rows.push({ indices, values: evenly(indices.length) });
    labels.push(isName ? 1 : 0);
    weights.push(weight);
  }
}

const lengths = new Map<number, Float32Array>();
/** Every feature counts the same, the row has length one. */
function evenly(count: number): Float32Array {
  let values = lengths.get(count);
  if (!values) {
    values = new Float32Array(count).fill(1 / Math.sqrt(count));
    lengths.set(count, values);
  }
  return values;
}

/** The text with something else at its places; what else was marked moves along. Places are in order. */
export function replaced(
  text: string,
  places: readonly Stretch[],
  others: readonly Stretch[],
  draw: () => string,
): { readonly text: string; readonly put: Stretch[]; readonly others: Stretch[] } {
  let written = '';
  let end = 0;
  const put: Stretch[] = [];
  for (const { from, to } of places) {
    written += text.slice(end, from);
    const value = draw();
    put.push({ from: written.length, to: written.length + value.length });
    written += value;
    end = to;
  }
  written += text.slice(end);
  const moved = (at: number) => {
    let by = 0;
    places.forEach((place, n) => {
      if (place.to <= at) by = put[n]!.to - place.to;
    });
    return at + by;
  };
  return { text: written, put, others: others.map(({ from, to }) => ({ from: moved(from), to: moved(to) })) };
}

/** Where ○ stands in a template. */
export const blanksOf = (template: string): Stretch[] =>
  [...template.matchAll(/○/g)].map(({ index }) => ({ from: index, to: index + 1 }));

/** Log odds by logistic regression: the bias and a weight for each index. */
export function trainNames(
  { rows, labels, weights }: LearnedRows,
  bits: number,
  cost: number,
  epochs: number,
) {
  const model = trainLinear(rows, labels, ['no', 'yes'], 2 ** bits, {
    loss: 'logistic',
    cost,
    epochs,
    rowWeights: Float32Array.from(weights),
  });
  return {
    bias: model.bias[1]!,
    weights: Float32Array.from({ length: 2 ** bits }, (_, index) => model.weights[index * 2 + 1]!),
  };
}
