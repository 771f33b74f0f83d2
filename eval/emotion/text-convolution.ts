/** A text as a row of positions, each with the indices of whatever stands there: a character, its word, its kind. */
export interface Positions {
  /** Those of one position after another. */
  readonly features: Uint32Array;
  /** Where each position begins in `features`; one more than there are positions, the last is their end. */
  readonly starts: Uint32Array;
}

export interface ConvolutionShape {
  readonly classes: number;
  /** Sets of texts: each is read off in its own way beside the one that all share (Daumé, ACL 2007). */
  readonly groups: number;
  /** Number of indices. */
  readonly features: number;
  /** Numbers that stand for one feature. Those of a position add up. */
  readonly dimensions: number;
  /** How many there are of each width; an even number. */
  readonly kernels: number;
  /** Kernels see 1, 2 … so many positions. */
  readonly widths: number;
}

/**
 * The network of Kim, "Convolutional Neural Networks for Sentence Classification" (EMNLP 2014): each kernel says how
 * strongly a short stretch looks like what it knows, only the strongest place counts, and a softmax regression reads
 * that off.
 */
export interface TextConvolution {
  readonly shape: ConvolutionShape;
  /** features × dimensions. */
  readonly vectors: Float32Array;
  /** By width (1, 2 …): kernels × width × dimensions. */
  readonly filters: readonly Float32Array[];
  /** widths × kernels. */
  readonly bias: Float32Array;
  /** (1 + groups) × classes × (widths × kernels + 1); the last number is added. The first is for all groups. */
  readonly readout: Float32Array;
}

/** The score of every class for a text of a group, −1 where it is of none; log probabilities up to a constant. */
export type ConvolutionScores = (text: Positions, group: number) => Float64Array;

/**
 * Reads texts cheaply: a kernel is linear before its strongest place is taken, so what a feature adds to each kernel at
 * each of its places is made once, when the feature is first met, and kept. A position then costs additions only.
 */
export function convolutionReader({
  shape,
  vectors,
  filters,
  bias,
  readout,
}: TextConvolution): ConvolutionScores {
  const { classes, dimensions, kernels, widths } = shape;
  const slots = (widths * (widths + 1)) / 2;
  const width = slots * kernels;
  const tables = new Map<number, Float32Array>();
  const strongest = new Float64Array(widths * kernels);
  const sum = new Float64Array(kernels);
  let told = new Float32Array(0);

  /** Slot by slot: width 1, the two places of width 2, the three of width 3 … */
  const tableOf = (feature: number): Float32Array => {
    const known = tables.get(feature);
    if (known) return known;
    const table = new Float32Array(width);
    let at = 0;
    for (const [before, filter] of filters.entries())
      for (let place = 0; place <= before; place++)
        for (let kernel = 0; kernel < kernels; kernel++) {
          const start = (kernel * (before + 1) + place) * dimensions;
          let value = 0;
          for (let d = 0; d < dimensions; d++)
            value += filter[start + d]! * vectors[feature * dimensions + d]!;
          table[at++] = value;
        }
    tables.set(feature, table);
    return table;
  };

  return ({ features, starts }, group) => {
    const count = starts.length - 1;
    if (told.length < count * width) told = new Float32Array(count * width);
    else told.fill(0, 0, count * width);
    for (let position = 0; position < count; position++) {
      const base = position * width;
      for (let n = starts[position]!; n < starts[position + 1]!; n++) {
        const table = tableOf(features[n]!);
        for (let k = 0; k < width; k++) told[base + k]! += table[k]!;
      }
    }
    // A stretch in which nothing stands is one of those that count: nothing is weaker than 0 before the bias.
    strongest.fill(0);
    for (let before = 0; before < widths; before++) {
      const firstSlot = ((before * (before + 1)) / 2) * kernels;
      const row = before * kernels;
      for (let from = -before; from < count; from++) {
        sum.fill(0);
        const first = Math.max(0, -from);
        const end = Math.min(before, count - 1 - from);
        for (let place = first; place <= end; place++) {
          const at = (from + place) * width + firstSlot + place * kernels;
          for (let kernel = 0; kernel < kernels; kernel++) sum[kernel]! += told[at + kernel]!;
        }
        for (let kernel = 0; kernel < kernels; kernel++)
          if (sum[kernel]! > strongest[row + kernel]!) strongest[row + kernel] = sum[kernel]!;
      }
    }
    for (let k = 0; k < strongest.length; k++) strongest[k] = Math.max(0, strongest[k]! + bias[k]!);
    return readOff(readout, strongest, classes, group);
  };
}

/** What all groups read off and what this one does (−1: none), added up. */
export function readOff(
  readout: ArrayLike<number>,
  strongest: Float64Array,
  classes: number,
  group: number,
): Float64Array {
  const size = strongest.length + 1;
  const scores = new Float64Array(classes);
  for (const part of group < 0 ? [0] : [0, group + 1])
    for (let label = 0; label < classes; label++) {
      const start = (part * classes + label) * size;
      let score = readout[start + size - 1]!;
      for (let k = 0; k < strongest.length; k++) score += readout[start + k]! * strongest[k]!;
      scores[label]! += score;
    }
  return scores;
}
