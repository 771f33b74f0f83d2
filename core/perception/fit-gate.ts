import { trainLinear } from '../learning/linear.ts';
import { type Gate, gateProbability } from './learned-intent.ts';

/** What a model that had not learned from a message said of it. */
export interface GateRow {
  readonly signs: readonly number[];
  readonly isOutside: boolean;
  /** The likeliest intent is the right one. */
  readonly isRight: boolean;
}

const never: Gate = { weights: [], offset: -20, threshold: 1 };
const cost = 1;
const epochs = 100;

/**
 * Learns from signs what is out of scope (logistic regression), and sets the threshold so that of the messages that
 * were understood `lostShare` are lost at most. Without a message that is out of scope the gate is always open.
 */
export function fitGate(rows: readonly GateRow[], lostShare: number): Gate {
  if (!rows.some(({ isOutside }) => isOutside) || rows.every(({ isOutside }) => isOutside)) return never;
  const width = rows[0]!.signs.length;
  const columns = Array.from({ length: width }, (_, at) => spreadOf(rows.map(({ signs }) => signs[at]!)));
  const indices = Uint32Array.from({ length: width }, (_, at) => at);
  const scaled = rows.map(({ signs }) => ({
    indices,
    values: Float32Array.from(signs, (sign, at) => (sign - columns[at]!.mean) / columns[at]!.deviation),
  }));
  const labels = rows.map(({ isOutside }) => (isOutside ? 1 : 0));
  const model = trainLinear(scaled, labels, ['inside', 'outside'], width, { loss: 'logistic', cost, epochs });
  const weights = columns.map(({ deviation }, at) => model.weights[at * 2 + 1]! / deviation);
  const offset = columns.reduce((sum, { mean }, at) => sum - mean * weights[at]!, model.bias[1]!);
  const understood = rows
    .filter(({ isOutside, isRight }) => !isOutside && isRight)
    .map(({ signs }) => gateProbability({ weights, offset, threshold: 1 }, signs))
    .sort((one, other) => other - one);
  return { weights, offset, threshold: understood[Math.floor(understood.length * lostShare)] ?? 1 };
}

function spreadOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) || 1 };
}
