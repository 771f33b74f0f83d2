import { fnvOf } from '../chance/fnv.ts';
import { simplified } from './simplified.ts';
/**
 * The characters of a text and their pairs, as sorted hashes of 30 bits, each as often as it stands there. Unlike terms it keeps
 * the small words that tell 怎么 from 为什么.
 */
export type Grams = Int32Array;

const longestLine = 300;
const pieces = /\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;

export function gramsOf(text: string): Grams {
  const found = simplified(text.slice(0, longestLine).normalize('NFKC').toLowerCase()).match(pieces) ?? [];
  const grams = new Int32Array(Math.max(0, found.length * 2 - 1));
  let previous = 0;
  for (const [place, piece] of found.entries()) {
    const hash = fnvOf(piece);
    grams[place * 2] = hash >> 2;
    if (place > 0) grams[place * 2 - 1] = (Math.imul(previous, 31) ^ hash ^ 0x5bd1e995) >> 2;
    previous = hash;
  }
  return grams.sort();
}

/**
 * Dice's coefficient of two texts as they are written, 0..1; the other's grams stand in `numbers` from `from` to before
 * `to`. Which of two hashes is the smaller is a coin's toss, so the steps are computed rather than branched on: they
 * are small enough for their difference to fit.
 */
export function surfaceLikeness(one: Grams, numbers: Int32Array, from: number, to: number): number {
  const whole = one.length + to - from;
  if (whole === 0) return 0;
  let common = 0;
  for (let at = 0, beside = from; at < one.length && beside < to; ) {
    const difference = (one[at]! - numbers[beside]!) | 0;
    const isNotMore = (difference - 1) >>> 31;
    const isNotLess = ~difference >>> 31;
    common += isNotMore & isNotLess;
    at += isNotMore;
    beside += isNotLess;
  }
  return (2 * common) / whole;
}
