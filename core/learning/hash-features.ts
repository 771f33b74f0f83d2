import { fnvOf, fnvStart, fnvStep } from '../chance/fnv.ts';
import type { SparseRow } from './sparse-row.ts';

/**
 * How a text becomes numbers. Every family counts the n-grams from its first to its last length; an n-gram's index is
 * its hash (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009), so that no word of
 * what was learned from stands in the weights.
 */
export interface FeatureSpec {
  /** 2 to the power of this many indices. */
  readonly bits: number;
  /** Characters inside words of Latin letters and digits (with their borders), and of the text where it is Chinese. */
  readonly characters?: readonly [shortest: number, longest: number];
  /** Words; a Chinese character counts as a word. */
  readonly words?: readonly [shortest: number, longest: number];
  /** Pairs of words with one word between them. */
  readonly skips?: boolean;
}

/** What an index stands for in this text. */
export interface Feature {
  readonly index: number;
  /** The n-gram as it stands in the text. */
  readonly gram: string;
}

const token =
  /\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+(?:['’][[\p{L}]--\p{Script=Han}]+)?|[^\s\p{L}\p{N}]/gv;
/** Longer texts are cut: what is learned of is one message. */
const longestText = 4_000;

/**
 * The features of a text as counts damped by 1 + ln(count), Euclidean length one. Text is read as given: normalise it
 * before. Linear in its length.
 */
export function hashFeatures(text: string, spec: FeatureSpec): SparseRow {
  let count = 0;
  let found = new Uint32Array(256);
  visitFeatures(text, spec, (index) => {
    if (count === found.length) {
      const longer = new Uint32Array(count * 2);
      longer.set(found);
      found = longer;
    }
    found[count++] = index;
  });
  return countedRow(found.subarray(0, count).sort());
}

/** The n-grams behind the indices of a text, for explaining what a model looked at. */
export function featuresOf(text: string, spec: FeatureSpec): Feature[] {
  const features: Feature[] = [];
  visitFeatures(text, spec, (index, gram) => features.push({ index, gram: gram() }));
  return features;
}

/** Sorted indices with repeats to a row. */
function countedRow(sorted: Uint32Array): SparseRow {
  const indices = new Uint32Array(sorted.length);
  const values = new Float32Array(sorted.length);
  let size = 0;
  let squares = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    const value = 1 + Math.log(end - start);
    indices[size] = sorted[start]!;
    values[size++] = value;
    squares += value * value;
    start = end;
  }
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  return { indices: indices.slice(0, size), values: values.slice(0, size).map((value) => value * scale) };
}

type Visit = (index: number, gram: () => string) => void;

function visitFeatures(text: string, spec: FeatureSpec, visit: Visit): void {
  const tokens = text.slice(0, longestText).match(token) ?? [];
  if (spec.words) visitWords(tokens, spec.words, spec.bits, visit);
  if (spec.skips) visitSkips(tokens, spec.bits, visit);
  if (spec.characters) visitCharacters(tokens, spec.characters, spec.bits, visit);
}

function visitWords(
  tokens: readonly string[],
  [shortest, longest]: readonly [number, number],
  bits: number,
  visit: Visit,
): void {
  for (let start = 0; start < tokens.length; start++) {
    let hash: number = familySeed.words;
    for (let length = 1; length <= longest && start + length <= tokens.length; length++) {
      hash = fnvStep(fnvOf(tokens[start + length - 1]!, hash), 32);
      if (length >= shortest) visit(indexOf(hash, bits), () => tokens.slice(start, start + length).join(' '));
    }
  }
}

function visitSkips(tokens: readonly string[], bits: number, visit: Visit): void {
  for (let start = 0; start + 2 < tokens.length; start++) {
    const hash = fnvOf(tokens[start + 2]!, fnvStep(fnvOf(tokens[start]!, familySeed.skips), 32));
    visit(indexOf(hash, bits), () => `${tokens[start]} … ${tokens[start + 2]}`);
  }
}

/** Chinese runs on without borders; Latin words are read one by one, each between two spaces. */
function visitCharacters(
  tokens: readonly string[],
  [shortest, longest]: readonly [number, number],
  bits: number,
  visit: Visit,
): void {
  let run = '';
  for (const word of tokens) {
    if (word.length > 1) {
      visitGrams(run, shortest, longest, bits, visit);
      run = '';
      visitGrams(` ${word} `, shortest, longest, bits, visit);
    } else run += word;
  }
  visitGrams(run, shortest, longest, bits, visit);
}

function visitGrams(run: string, shortest: number, longest: number, bits: number, visit: Visit): void {
  for (let start = 0; start < run.length; start++) {
    let hash: number = familySeed.characters;
    for (let length = 1; length <= longest && start + length <= run.length; length++) {
      hash = fnvStep(hash, run.charCodeAt(start + length - 1));
      if (length >= shortest) visit(indexOf(hash, bits), () => run.slice(start, start + length));
    }
  }
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo), finished by MurmurHash3's mixer, whose high bits are good. */
const familySeed = { words: fnvStart, skips: 0x1b873593, characters: 0xcc9e2d51 | 0 } as const;

function indexOf(value: number, bits: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - bits);
}

/** The index of anything that is no n-gram, such as `act:question`, in the same space. */
export const namedIndex = (name: string, bits: number): number =>
  indexOf(fnvOf(`\u0000${name}`, familySeed.skips), bits);
