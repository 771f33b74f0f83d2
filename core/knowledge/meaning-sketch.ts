import { createRandom } from '../chance/random.ts';

/** So many bits stand for a vector at the first look; fewer where it has fewer dimensions. */
const mostBits = 512;
const bitsInWord = 32;
const seed = 7300;
const rounds = 2;

/** Puts vectors into few bits, so that the angle between two shows in how many of their bits differ. */
export interface Sketcher {
  /** Words of 32 bits that a sketch takes. */
  readonly words: number;
  /** Writes the sketch of a vector to `target` from `at` on. Only the direction counts. */
  write(vector: ArrayLike<number>, target: Int32Array, at: number): void;
}

/**
 * The signs of a vector after a random rotation: two directions at the angle a differ in the share a/π of them
 * (Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002). The rotation is random signs and
 * a Walsh–Hadamard transform, twice (Ailon and Chazelle, "The fast Johnson–Lindenstrauss transform", 2009): some
 * thousand additions where a matrix would take half a million. The same for all processes and for good.
 */
export function createSketcher(dimensions: number): Sketcher {
  const size = 2 ** Math.ceil(Math.log2(Math.max(bitsInWord, dimensions)));
  const random = createRandom(seed, dimensions);
  const signs = Array.from({ length: rounds }, () =>
    Float32Array.from({ length: size }, () => (random.next() < 0.5 ? -1 : 1)),
  );
  const words = Math.min(mostBits, size) / bitsInWord;
  const turned = new Float32Array(size);
  return {
    words,
    write(vector, target, at) {
      turned.fill(0);
      turned.set(vector);
      for (const sign of signs) {
        for (let place = 0; place < size; place++) turned[place]! *= sign[place]!;
        transform(turned);
      }
      for (let word = 0; word < words; word++) {
        let bits = 0;
        for (let bit = 0; bit < bitsInWord; bit++) if (turned[word * bitsInWord + bit]! > 0) bits |= 1 << bit;
        target[at + word] = bits;
      }
    },
  };
}

/** Walsh–Hadamard in place, without its factor. */
function transform(numbers: Float32Array): void {
  for (let half = 1; half < numbers.length; half *= 2)
    for (let start = 0; start < numbers.length; start += half * 2)
      for (let at = start; at < start + half; at++) {
        const one = numbers[at]!;
        const other = numbers[at + half]!;
        numbers[at] = one + other;
        numbers[at + half] = one - other;
      }
}

/** How many bits of a sketch differ from those of another that begins at `at` in `others`. */
export function differingBits(sketch: Int32Array, others: Int32Array, at: number): number {
  let differing = 0;
  for (let word = 0; word < sketch.length; word++) {
    // Counting bits side by side: Warren, "Hacker's Delight", 5-1.
    let bits = sketch[word]! ^ others[at + word]!;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
    differing += Math.imul(bits, 0x01010101) >>> 24;
  }
  return differing;
}
