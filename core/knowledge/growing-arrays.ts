/** A copy with room for at least `length` numbers, half as much again as before; new places hold `filler`. */
export function grown(numbers: Int32Array<ArrayBuffer>, length: number, filler = 0): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, Math.ceil(numbers.length * 1.5)));
  larger.set(numbers);
  if (filler !== 0) larger.fill(filler, numbers.length);
  return larger;
}

/** The same for fractions. */
export function grownFloats(numbers: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(Math.max(length, Math.ceil(numbers.length * 1.5)));
  larger.set(numbers);
  return larger;
}
