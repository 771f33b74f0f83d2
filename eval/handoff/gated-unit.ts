import { shareOf } from '../../core/learning/odds.ts';

/** How wide a gated recurrent network is. */
export interface Shape {
  /** Numbers a step is told. */
  readonly inputs: number;
  /** Numbers it remembers from step to step. */
  readonly units: number;
}

/** What was worked out on the way through one sequence, for the way back. */
interface Course {
  /** What is remembered before each step, and after the last. */
  readonly states: readonly Float64Array[];
  readonly update: readonly Float64Array[];
  readonly reset: readonly Float64Array[];
  readonly candidate: readonly Float64Array[];
  readonly scores: readonly number[];
}

type Sequence = readonly Float64Array[];

const gates = { update: 0, reset: 1, candidate: 2 };
/** Added to every update gate: from the beginning more of a step is heard than forgotten. */
const hearing = 1;

const widthOf = ({ inputs, units }: Shape) => inputs + 1 + units;
const startOf = (shape: Shape, gate: number, unit: number) => (gate * shape.units + unit) * widthOf(shape);

/** The place of the readout: a weight for each unit, then a constant. Before it stand the gates. */
export const readoutOf = (shape: Shape): number => 3 * shape.units * widthOf(shape);
export const weightCountOf = (shape: Shape): number => readoutOf(shape) + shape.units + 1;

/**
 * One score for each step of a sequence, log odds, from that step and those before it: a gated recurrent unit (Cho et
 * al., "Learning Phrase Representations using RNN Encoder–Decoder", EMNLP 2014) with a linear readout.
 */
export const scoresAlong = (weights: Float64Array, shape: Shape, sequence: Sequence): readonly number[] =>
  courseOf(weights, shape, sequence).scores;

/** Adds the gradient of the summed log loss of a sequence, through time to its beginning, and returns that loss. */
export function addGradient(
  weights: Float64Array,
  shape: Shape,
  sequence: Sequence,
  labels: readonly number[],
  gradient: Float64Array,
): number {
  const { inputs, units } = shape;
  const { states, update, reset, candidate, scores } = courseOf(weights, shape, sequence);
  const readout = readoutOf(shape);
  let loss = 0;
  let later = new Float64Array(units);
  for (let t = sequence.length - 1; t >= 0; t--) {
    const score = scores[t]!;
    const before = states[t]!;
    const after = states[t + 1]!;
    loss += Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, score) - labels[t]! * score;
    const error = shareOf(score) - labels[t]!;
    const kept = reset[t]!.map((share, unit) => share * before[unit]!);
    const earlier = new Float64Array(units);
    const ofKept = new Float64Array(units);
    const back = (
      gate: number,
      unit: number,
      slope: number,
      memory: Float64Array,
      ofMemory: Float64Array,
    ) => {
      const start = startOf(shape, gate, unit);
      const x = sequence[t]!;
      for (let n = 0; n < inputs; n++) gradient[start + n]! += slope * x[n]!;
      gradient[start + inputs]! += slope;
      for (let n = 0; n < units; n++) {
        gradient[start + inputs + 1 + n]! += slope * memory[n]!;
        ofMemory[n]! += slope * weights[start + inputs + 1 + n]!;
      }
    };
    gradient[readout + units]! += error;
    for (let unit = 0; unit < units; unit++) {
      gradient[readout + unit]! += error * after[unit]!;
      const slope = later[unit]! + error * weights[readout + unit]!;
      const share = update[t]![unit]!;
      const proposed = candidate[t]![unit]!;
      back(gates.candidate, unit, slope * share * (1 - proposed * proposed), kept, ofKept);
      back(gates.update, unit, slope * (proposed - before[unit]!) * share * (1 - share), before, earlier);
      earlier[unit]! += slope * (1 - share);
    }
    for (let unit = 0; unit < units; unit++) {
      const share = reset[t]![unit]!;
      earlier[unit]! += ofKept[unit]! * share;
      back(gates.reset, unit, ofKept[unit]! * before[unit]! * share * (1 - share), before, earlier);
    }
    later = earlier;
  }
  return loss;
}

function courseOf(weights: Float64Array, shape: Shape, sequence: Sequence): Course {
  const { inputs, units } = shape;
  const readout = readoutOf(shape);
  const states = [new Float64Array(units)];
  const update: Float64Array[] = [];
  const reset: Float64Array[] = [];
  const candidate: Float64Array[] = [];
  const scores = sequence.map((x, t) => {
    const before = states[t]!;
    const sum = (gate: number, unit: number, memory: Float64Array) => {
      const start = startOf(shape, gate, unit);
      let value = weights[start + inputs]!;
      for (let n = 0; n < inputs; n++) value += weights[start + n]! * x[n]!;
      for (let n = 0; n < units; n++) value += weights[start + inputs + 1 + n]! * memory[n]!;
      return value;
    };
    const shares = before.map((_, unit) => shareOf(sum(gates.update, unit, before) + hearing));
    const keeps = before.map((_, unit) => shareOf(sum(gates.reset, unit, before)));
    const kept = keeps.map((share, unit) => share * before[unit]!);
    const proposed = before.map((_, unit) => Math.tanh(sum(gates.candidate, unit, kept)));
    const after = proposed.map((value, unit) => before[unit]! + shares[unit]! * (value - before[unit]!));
    update.push(shares);
    reset.push(keeps);
    candidate.push(proposed);
    states.push(after);
    return after.reduce(
      (score, value, unit) => score + weights[readout + unit]! * value,
      weights[readout + units]!,
    );
  });
  return { states, update, reset, candidate, scores };
}
