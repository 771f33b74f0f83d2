/** A copy with room for at least `length` numbers, half as much again as before; new places hold `filler`. */
export function grown(numbers: Int32Array<ArrayBuffer>, length: number, filler = 0): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(roomFor(numbers, length));
  larger.set(numbers);
  if (filler !== 0) larger.fill(filler, numbers.length);
  return larger;
}

/** The same for fractions, in the precision they have. */
export function grownFloats<T extends Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  numbers: T,
  length: number,
): T {
  const larger = new (numbers.constructor as new (length: number) => T)(roomFor(numbers, length));
  larger.set(numbers);
  return larger;
}

/** The same for small numbers, 0 to 255. */
export function grownBytes(numbers: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(roomFor(numbers, length));
  larger.set(numbers);
  return larger;
}

const roomFor = (numbers: { readonly length: number }, length: number) =>
  Math.max(length, Math.ceil(numbers.length * 1.5));
