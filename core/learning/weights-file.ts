/**
 * Trained weights as bytes: `TDW1`, the length of the head (32 bits, little endian), the head as JSON, the tensors one
 * after another. A tensor is kept as 32-bit floats, or as 8-bit whole numbers with one scale for each column, which
 * costs a linear model nothing that can be measured and makes it a quarter of the size.
 */
export interface Weights {
  /** What it is, such as `emotion`. */
  readonly name: string;
  /** Tells one training from another. */
  readonly version: string;
  /** Classes, features, thresholds: whatever the reader of this kind of weights needs. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly tensors: Readonly<Record<string, Float32Array>>;
}

/** How many columns a tensor has that is to be kept in 8 bits; the others stay floats. */
export type Columns = Readonly<Record<string, number>>;

interface TensorHead {
  readonly name: string;
  readonly length: number;
  /** One for each column; absent where the values are floats. */
  readonly scales?: readonly number[];
}

const magic = 'TDW1';
const longestHead = 1_000_000;

/** The same weights give the same bytes. */
export function encodeWeights(weights: Weights, columns: Columns = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  const tensors: TensorHead[] = Object.entries(weights.tensors).map(([name, values]) => {
    const width = columns[name];
    if (width === undefined) {
      parts.push(new Uint8Array(Float32Array.from(values).buffer));
      return { name, length: values.length };
    }
    const scales = scalesOf(values, width);
    const small = Int8Array.from(values, (value, n) => Math.round(value / (scales[n % width]! || 1)));
    parts.push(new Uint8Array(small.buffer));
    return { name, length: values.length, scales };
  });
  const { name, version, head } = weights;
  const json = new TextEncoder().encode(JSON.stringify({ name, version, head, tensors }));
  const bytes = new Uint8Array(8 + json.length + parts.reduce((sum, { length }) => sum + length, 0));
  bytes.set(new TextEncoder().encode(magic));
  new DataView(bytes.buffer).setUint32(4, json.length, true);
  bytes.set(json, 8);
  let at = 8 + json.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Reads what `encodeWeights` wrote. Throws an `Error` that says what is wrong with bytes that are something else. */
export function decodeWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || new TextDecoder().decode(bytes.subarray(0, 4)) !== magic)
    throw new Error('These are no weights of Tandem: they do not begin with TDW1.');
  const size = view.getUint32(4, true);
  if (size > longestHead || 8 + size > bytes.length)
    throw new Error('The weights end before their head does.');
  const { tensors: heads, ...rest } = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + size))) as {
    readonly name: string;
    readonly version: string;
    readonly head: Readonly<Record<string, unknown>>;
    readonly tensors: readonly TensorHead[];
  };
  let at = 8 + size;
  const tensors: Record<string, Float32Array> = {};
  for (const { name, length, scales } of heads) {
    const end = at + length * (scales ? 1 : 4);
    if (end > bytes.length) throw new Error(`The weights end inside ${name}.`);
    const values = new Float32Array(length);
    for (let n = 0; n < length; n++)
      values[n] = scales
        ? view.getInt8(at + n) * scales[n % scales.length]!
        : view.getFloat32(at + n * 4, true);
    tensors[name] = values;
    at = end;
  }
  if (at !== bytes.length) throw new Error('There is more in the weights than their head names.');
  return { ...rest, tensors };
}

function scalesOf(values: Float32Array, width: number): number[] {
  const largest = new Array<number>(width).fill(0);
  for (let n = 0; n < values.length; n++)
    largest[n % width] = Math.max(largest[n % width]!, Math.abs(values[n]!));
  return largest.map((value) => value / 127);
}
