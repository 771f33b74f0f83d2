import { fnvOf, fnvStart, fnvStep } from '../chance/fnv.ts';
import { simplified } from './simplified.ts';
/**
 * The characters of a text and their pairs, as sorted hashes of 30 bits, each as often as it stands there. Unlike terms it keeps
 * the small words that tell 怎么 from 为什么.
 */
export type Grams = Int32Array;

const longestLine = 300;
const pieces = /\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;
const oneOf = {
  han: /^\p{Script=Han}$/v,
  letter: /^[[\p{L}\p{N}]--\p{Script=Han}]$/v,
  surrogate: /^[\ud800-\udfff]$/,
};

/** Of a UTF-16 unit: 0 not looked up yet, 1 a character of Chinese, 2 a letter or a digit, 3 half a character, 4 none of these. */
const kinds = new Uint8Array(0x1_0000);

function kindOf(unit: number): number {
  const known = kinds[unit]!;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  const kind = oneOf.surrogate.test(character)
    ? 3
    : oneOf.han.test(character)
      ? 1
      : oneOf.letter.test(character)
        ? 2
        : 4;
  kinds[unit] = kind;
  return kind;
}

/** The hashes of the pieces of a text. As a pattern finds them, but without a string for each. */
function hashesOf(text: string): number[] {
  const hashes: number[] = [];
  let run = 0;
  let isInRun = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === 3) return (text.match(pieces) ?? []).map((piece) => fnvOf(piece));
    if (kind === 2) {
      run = fnvStep(isInRun ? run : fnvStart, unit);
      isInRun = true;
      continue;
    }
    if (isInRun) hashes.push(run);
    isInRun = false;
    if (kind === 1) hashes.push(fnvStep(fnvStart, unit));
  }
  if (isInRun) hashes.push(run);
  return hashes;
}

export function gramsOf(text: string): Grams {
  const found = hashesOf(simplified(text.slice(0, longestLine).normalize('NFKC').toLowerCase()));
  const grams = new Int32Array(Math.max(0, found.length * 2 - 1));
  let previous = 0;
  for (let place = 0; place < found.length; place++) {
    const hash = found[place]!;
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
