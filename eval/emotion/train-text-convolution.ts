import { createRandom, type Random } from '../../core/chance/random.ts';
import { shuffle } from '../../core/chance/shuffle.ts';
import { toErrors } from '../../core/learning/softmax-regression.ts';
import { findStrongest } from './strongest-places.ts';
import { type ConvolutionShape, type Positions, readOff, type TextConvolution } from './text-convolution.ts';

export interface ConvolutionOptions {
  readonly epochs: number;
  /** The first step of Adam; it falls to a twentieth along the way. */
  readonly rate: number;
  readonly seed?: number;
  /** Shares that are left out while learning, others each time: whole positions, numbers of a position, kernels. */
  readonly dropped: { readonly positions: number; readonly numbers: number; readonly kernels: number };
}

const batch = 32;
/** How far vectors begin from zero, by the root of their dimensions. */
const spread = 0.3;

/** Values that learn by Adam (Kingma and Ba, ICLR 2015). */
interface Learned {
  readonly values: Float64Array;
  readonly slope: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

const learned = (length: number, value: () => number): Learned => ({
  values: new Float64Array(length).map(value),
  slope: new Float64Array(length),
  first: new Float64Array(length),
  second: new Float64Array(length),
});

const zero = () => 0;

/**
 * Trains the network by Adam on batches; vectors move only where a batch met their feature. `labels` and `groups` are
 * places. The same input gives the same model.
 */
export function trainTextConvolution(
  rows: readonly Positions[],
  labels: ArrayLike<number>,
  groups: ArrayLike<number>,
  shape: ConvolutionShape,
  { epochs, rate, seed = 1, dropped }: ConvolutionOptions,
): TextConvolution {
  const { classes, dimensions, kernels, widths } = shape;
  const random = createRandom(seed, 5);
  const { next } = random;
  const vectors = learned(
    shape.features * dimensions,
    () => (normal(random) * spread) / Math.sqrt(dimensions),
  );
  const filters = Array.from({ length: widths }, (_, before) => {
    const length = (before + 1) * dimensions;
    return learned(kernels * length, () => normal(random) / Math.sqrt(length));
  });
  const bias = learned(widths * kernels, zero);
  const readout = learned((1 + shape.groups) * classes * (widths * kernels + 1), zero);

  const longest = rows.reduce((most, { starts }) => Math.max(most, starts.length - 1), 0);
  // Silence on both sides, and three places more that the blocks of four may run into.
  const seen = new Float64Array((longest + 2 * widths + 3) * dimensions);
  const change = new Float64Array(seen.length);
  const mask = new Float64Array(seen.length);
  const strongest = new Float64Array(widths * kernels);
  const places = new Int32Array(widths * kernels);
  const kept = new Float64Array(widths * kernels);
  const moved = new Set<number>();

  const see = ({ features, starts }: Positions): number => {
    const count = starts.length - 1;
    const length = (count + 2 * (widths - 1) + 3) * dimensions;
    seen.fill(0, 0, length);
    mask.fill(0, 0, length);
    for (let position = 0; position < count; position++) {
      if (next() < dropped.positions) continue;
      const base = (position + widths - 1) * dimensions;
      for (let n = starts[position]!; n < starts[position + 1]!; n++) {
        const start = features[n]! * dimensions;
        for (let d = 0; d < dimensions; d++) seen[base + d]! += vectors.values[start + d]!;
      }
      for (let d = 0; d < dimensions; d++) {
        const share = next() < dropped.numbers ? 0 : 1 / (1 - dropped.numbers);
        mask[base + d] = share;
        seen[base + d]! *= share;
      }
    }
    return count;
  };

  const strengthen = (count: number): void => {
    for (let before = 0; before < widths; before++) {
      findStrongest(seen, filters[before]!.values, {
        dimensions,
        kernels,
        width: before + 1,
        windows: count + 2 * (widths - 1) - before,
        first: before * kernels,
        strongest,
        places,
      });
    }
    for (let k = 0; k < strongest.length; k++) {
      kept[k] = next() < dropped.kernels ? 0 : 1 / (1 - dropped.kernels);
      strongest[k] = Math.max(0, strongest[k]! + bias.values[k]!);
      if (strongest[k] === 0) kept[k] = 0;
      strongest[k]! *= kept[k]!;
    }
  };

  const learn = (text: Positions, label: number, group: number): void => {
    const count = see(text);
    strengthen(count);
    const errors = readOff(readout.values, strongest, classes, group);
    toErrors(errors, label, 1 / batch);
    const size = strongest.length + 1;
    change.fill(0, 0, (count + 2 * widths) * dimensions);
    const blame = new Float64Array(strongest.length);
    for (const part of [0, group + 1])
      for (let place = 0; place < classes; place++) {
        const start = (part * classes + place) * size;
        const error = errors[place]!;
        readout.slope[start + size - 1]! += error;
        for (let k = 0; k < strongest.length; k++) {
          blame[k]! += error * readout.values[start + k]!;
          readout.slope[start + k]! += error * strongest[k]!;
        }
      }
    for (let k = 0; k < strongest.length; k++) {
      const slope = blame[k]! * kept[k]!;
      if (slope === 0) continue;
      bias.slope[k]! += slope;
      if (places[k]! < 0) continue;
      const before = Math.floor(k / kernels);
      const { values, slope: slopes } = filters[before]!;
      const length = (before + 1) * dimensions;
      const from = (k % kernels) * length;
      const at = places[k]! * dimensions;
      for (let n = 0; n < length; n++) {
        slopes[from + n]! += slope * seen[at + n]!;
        change[at + n]! += slope * values[from + n]!;
      }
    }
    for (let position = 0; position < count; position++) {
      const base = (position + widths - 1) * dimensions;
      for (let d = 0; d < dimensions; d++) change[base + d]! *= mask[base + d]!;
      for (let n = text.starts[position]!; n < text.starts[position + 1]!; n++) {
        const feature = text.features[n]!;
        moved.add(feature);
        for (let d = 0; d < dimensions; d++) vectors.slope[feature * dimensions + d]! += change[base + d]!;
      }
    }
  };

  const order = Uint32Array.from(rows, (_, n) => n);
  const steps = epochs * Math.ceil(rows.length / batch);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    for (let start = 0; start < order.length; start += batch) {
      for (const n of order.subarray(start, start + batch)) learn(rows[n]!, labels[n]!, groups[n]!);
      const pace = rate * (1 - (0.95 * step) / steps);
      step++;
      for (const part of [...filters, bias, readout]) move(part, 0, part.values.length, pace, step);
      for (const feature of moved)
        move(vectors, feature * dimensions, (feature + 1) * dimensions, pace, step);
      moved.clear();
    }
  }
  return {
    shape,
    vectors: Float32Array.from(vectors.values),
    filters: filters.map(({ values }) => Float32Array.from(values)),
    bias: Float32Array.from(bias.values),
    readout: Float32Array.from(readout.values),
  };
}

function move(
  { values, slope, first, second }: Learned,
  from: number,
  end: number,
  pace: number,
  step: number,
): void {
  const firstShare = 1 - 0.9 ** step;
  const secondShare = 1 - 0.999 ** step;
  for (let n = from; n < end; n++) {
    const one = slope[n]!;
    first[n] = 0.9 * first[n]! + 0.1 * one;
    second[n] = 0.999 * second[n]! + 0.001 * one * one;
    values[n]! -= (pace * (first[n]! / firstShare)) / (Math.sqrt(second[n]! / secondShare) + 1e-8);
    slope[n] = 0;
  }
}

/** From the normal distribution (Box and Muller). */
const normal = ({ next }: Random): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
