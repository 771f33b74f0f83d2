/** What a text means, as a direction: one byte a dimension, of which `scale` makes a vector of length 1. */
export interface MeaningVector {
  readonly values: Int8Array;
  readonly scale: number;
}

const largest = 127;

/**
 * A model's vector in an eighth of the room it comes in. A cosine is off by some thousandths. Undefined for a vector
 * that has no direction: of zeros, or with something in it that is no number.
 */
export function meaningVectorOf(numbers: ArrayLike<number>): MeaningVector | undefined {
  const unit = unitOf(numbers);
  if (!unit) return undefined;
  let most = 0;
  for (let at = 0; at < unit.length; at++) most = Math.max(most, Math.abs(unit[at]!));
  const scale = most / largest;
  const values = new Int8Array(unit.length);
  for (let at = 0; at < unit.length; at++) values[at] = Math.round(unit[at]! / scale);
  return { values, scale };
}

/** The same direction in length 1; undefined for what has none. */
export function unitOf(numbers: ArrayLike<number>): Float32Array | undefined {
  let square = 0;
  for (let at = 0; at < numbers.length; at++) square += numbers[at]! ** 2;
  if (!(square > 0) || !Number.isFinite(square)) return undefined;
  const length = Math.sqrt(square);
  const unit = new Float32Array(numbers.length);
  for (let at = 0; at < unit.length; at++) unit[at] = numbers[at]! / length;
  return unit;
}

/** The numbers that a stored vector stands for. */
export const numbersOf = ({ values, scale }: MeaningVector): Float32Array =>
  Float32Array.from(values, (value) => value * scale);
