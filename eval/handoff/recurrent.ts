import { createRandom } from '../../core/chance/random.ts';
import { shuffle } from '../../core/chance/shuffle.ts';
import { addGradient, readoutOf, type Shape, scoresAlong, weightCountOf } from './gated-unit.ts';

/** What is known of the steps of one sequence. A number that is not known is `NaN`. */
export type Rows = readonly (readonly number[])[];

export interface RecurrentOptions {
  readonly units: number;
  /** Passes over the sequences. */
  readonly epochs: number;
  readonly seed: number;
}

/** Of all that a sequence is told, so large a share is left out while learning, another one each time. */
const dropped = 0.25;
const rate = 0.004;
/** What a pass of steps takes from each weight of the gates, as a share of `rate`. */
const decay = 0.01;
const batch = 8;
/** The weights are the mean over the last passes. */
const averagedFrom = 0.6;
/** Numbers are cut off so many standard deviations from their mean. */
const furthest = 3;

/**
 * Learns a score for each step of sequences from that step and those before it (`gated-unit.ts`), by Adam (Kingma and Ba,
 * ICLR 2015) with decay apart from the gradient. Returns the scores, log odds, of any sequence; the same input gives
 * the same ones.
 */
export function trainRecurrent(
  sequences: readonly Rows[],
  labels: readonly (readonly number[])[],
  { units, epochs, seed }: RecurrentOptions,
): (rows: Rows) => readonly number[] {
  const scaled = scaleOf(sequences.flat());
  const told = sequences.map((rows) => rows.map(scaled));
  const inputs = told[0]?.[0]?.length ?? 0;
  const shape: Shape = { inputs, units };
  const { next } = createRandom(seed, 21);
  const weights = firstWeights(shape, next);
  const gradient = new Float64Array(weights.length);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const averaged = epochs - Math.floor(epochs * averagedFrom);
  const order = told.map((_, n) => n);
  let steps = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    const pace = rate * (1 - (0.8 * epoch) / epochs);
    for (let start = 0; start < order.length; start += batch) {
      gradient.fill(0);
      let rows = 0;
      for (const n of order.slice(start, start + batch)) {
        const mask = Float64Array.from({ length: inputs }, () => (next() < dropped ? 0 : 1 / (1 - dropped)));
        const seen = told[n]!.map((row) => row.map((value, place) => value * mask[place]!));
        addGradient(weights, shape, seen, labels[n]!, gradient);
        rows += seen.length;
      }
      steps++;
      for (let place = 0; place < weights.length; place++) {
        const slope = gradient[place]! / Math.max(1, rows);
        first[place] = 0.9 * first[place]! + 0.1 * slope;
        second[place] = 0.99 * second[place]! + 0.01 * slope * slope;
        const size = Math.sqrt(second[place]! / (1 - 0.99 ** steps)) + 1e-7;
        const shrink = place < readoutOf(shape) ? decay * weights[place]! : 0;
        weights[place]! -= pace * (first[place]! / (1 - 0.9 ** steps) / size + shrink);
      }
    }
    if (epoch >= epochs - averaged)
      for (let place = 0; place < mean.length; place++) mean[place]! += weights[place]! / averaged;
  }
  return (rows) => scoresAlong(mean, shape, rows.map(scaled));
}

function firstWeights(shape: Shape, next: () => number): Float64Array {
  const readout = readoutOf(shape);
  const spread = (width: number) => (1.2 * (next() + next() + next() - 1.5)) / Math.sqrt(width);
  return Float64Array.from({ length: weightCountOf(shape) }, (_, place) =>
    place < readout ? spread(shape.inputs + 1) : place < readout + shape.units ? spread(shape.units) : 0,
  );
}

/** Every number less its mean, in standard deviations; what is not known is the mean. */
function scaleOf(rows: Rows): (row: readonly number[]) => Float64Array {
  const columns = (rows[0] ?? []).map((_, column) => {
    const known = rows.map((row) => row[column]!).filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, deviation: Math.sqrt(squares / Math.max(1, known.length)) || 1 };
  });
  return (row) =>
    Float64Array.from(columns, ({ mean, deviation }, column) => {
      const value = row[column]!;
      return Number.isNaN(value) ? 0 : Math.max(-furthest, Math.min(furthest, (value - mean) / deviation));
    });
}
