import { fnvOf } from '../chance/fnv.ts';
import type { SparseRow } from '../learning/sparse-row.ts';
import { type Alignment, align } from './pair-alignment.ts';
import type { PairText } from './pair-text.ts';

/** How much a unit or word says, by its hash: its rarity among what was learned from. */
export type WeightOf = (hash: number) => number;

/** What two texts have in common and what not, as far as both the plain and the learned features need it. */
export interface PairLook {
  readonly one: PairText;
  readonly other: PairText;
  readonly alignment: Alignment;
  /** Words of one alone, of the other alone, of both. */
  readonly alone: Int32Array;
  readonly beside: Int32Array;
  readonly shared: Int32Array;
}

export function lookAtPair(one: PairText, other: PairText): PairLook {
  const { length } = one.words;
  const isShared = new Uint8Array(length);
  let both = 0;
  for (let n = 0; n < length; n++)
    if (holds(other.words, one.words[n]!)) {
      isShared[n] = 1;
      both++;
    }
  const shared = new Int32Array(both);
  const alone = new Int32Array(length - both);
  let atShared = 0;
  let atAlone = 0;
  for (let n = 0; n < length; n++) {
    if (isShared[n] === 1) shared[atShared++] = one.words[n]!;
    else alone[atAlone++] = one.words[n]!;
  }
  const beside = new Int32Array(other.words.length - both);
  let atBeside = 0;
  for (let n = 0; n < other.words.length; n++)
    if (!holds(shared, other.words[n]!)) beside[atBeside++] = other.words[n]!;
  return { one, other, alignment: align(one.units, other.units), alone, beside, shared };
}

/** These lists are so short that a call of `includes` costs more than its search. */
function holds(list: Int32Array, value: number): boolean {
  for (let n = 0; n < list.length; n++) if (list[n] === value) return true;
  return false;
}

/** Names of the plain features, in their order. Each is the same whichever text comes first. */
export const plainFeatures = [
  'unitDice',
  'pairDice',
  'wordDice',
  'heldLess',
  'heldMore',
  'wordHeldLess',
  'wordHeldMore',
  'commonOfLonger',
  'commonOfShorter',
  'editsOfLonger',
  'edits',
  'shorter',
  'longer',
  'apart',
  'sameStart',
  'sameEnd',
  'differences',
  'longestDifference',
  'rarestAlone',
  'rarestBeside',
  'weightAlone',
  'weightBeside',
  'wordsAlone',
  'wordsBeside',
  'rarestShared',
  'asksSame',
  'asksShared',
  'asksApart',
  'negationApart',
  'negationParity',
  'figuresApart',
  'namesApart',
  'sameUnits',
  'moved',
] as const;

/** The plain features of a pair, into `out` from `at`. */
export function plainFeaturesOf(look: PairLook, weightOf: WeightOf, out: Float32Array, at = 0): void {
  const { one, other, alignment, alone, beside, shared } = look;
  const a = one.units;
  const b = other.units;
  const longer = Math.max(a.length, b.length, 1);
  const shorter = Math.min(a.length, b.length);
  let whole = 0;
  let held = 0;
  let wholeBeside = 0;
  let heldBeside = 0;
  let units = 0;
  for (let n = 0; n < a.length; n++) {
    const unit = a[n]!;
    const weight = weightOf(unit);
    whole += weight;
    if (holds(b, unit)) {
      held += weight;
      units++;
    }
  }
  for (let n = 0; n < b.length; n++) {
    const unit = b[n]!;
    const weight = weightOf(unit);
    wholeBeside += weight;
    if (holds(a, unit)) {
      heldBeside += weight;
      units++;
    }
  }
  let pairs = 0;
  for (let n = 0; n + 1 < a.length; n++)
    for (let m = 0; m + 1 < b.length; m++)
      if (a[n] === b[m] && a[n + 1] === b[m + 1]) {
        pairs++;
        break;
      }
  const sharedWeight = sumOf(shared, weightOf);
  const aloneWeight = sumOf(alone, weightOf);
  const besideWeight = sumOf(beside, weightOf);
  const share = held / Math.max(whole, 1e-6);
  const shareBeside = heldBeside / Math.max(wholeBeside, 1e-6);
  const wordShare = sharedWeight / Math.max(sharedWeight + aloneWeight, 1e-6);
  const wordShareBeside = sharedWeight / Math.max(sharedWeight + besideWeight, 1e-6);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const asked = bits(one.asks);
  const askedBeside = bits(other.asks);
  const askedByBoth = bits(one.asks & other.asks);
  let longestDifference = 0;
  for (const { from, to, besideFrom, besideTo } of alignment.differences)
    longestDifference = Math.max(longestDifference, to - from, besideTo - besideFrom);
  const rarest = mostOf(alone, weightOf);
  const rarestBeside = mostOf(beside, weightOf);
  const values = [
    units / Math.max(a.length + b.length, 1),
    (2 * pairs) / Math.max(a.length + b.length - 2, 1),
    (2 * shared.length) / Math.max(one.words.length + other.words.length, 1),
    Math.min(share, shareBeside),
    Math.max(share, shareBeside),
    Math.min(wordShare, wordShareBeside),
    Math.max(wordShare, wordShareBeside),
    alignment.common / longer,
    alignment.common / Math.max(shorter, 1),
    alignment.edits / longer,
    alignment.edits,
    shorter,
    longer,
    longer - shorter,
    start / longer,
    end / longer,
    alignment.differences.length,
    longestDifference,
    Math.max(rarest, rarestBeside),
    Math.min(rarest, rarestBeside),
    Math.max(aloneWeight, besideWeight),
    Math.min(aloneWeight, besideWeight),
    Math.max(alone.length, beside.length),
    Math.min(alone.length, beside.length),
    mostOf(shared, weightOf),
    one.asks === other.asks ? 1 : 0,
    askedByBoth,
    asked + askedBeside - 2 * askedByBoth,
    Math.abs(one.negations - other.negations),
    (one.negations + other.negations) & 1,
    apart(one.figures, other.figures),
    apart(one.names, other.names),
    units === a.length + b.length ? 1 : 0,
    units / 2 - alignment.common,
  ];
  out.set(values, at);
}

function sumOf(words: Int32Array, weightOf: WeightOf): number {
  let sum = 0;
  for (let n = 0; n < words.length; n++) sum += weightOf(words[n]!);
  return sum;
}

function mostOf(words: Int32Array, weightOf: WeightOf): number {
  let most = 0;
  for (let n = 0; n < words.length; n++) most = Math.max(most, weightOf(words[n]!));
  return most;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many stand in one of two lists alone. */
function apart(one: Int32Array, other: Int32Array): number {
  let count = 0;
  for (let n = 0; n < one.length; n++) if (!holds(other, one[n]!)) count++;
  for (let n = 0; n < other.length; n++) if (!holds(one, other[n]!)) count++;
  return count;
}

/** Crossed features have 2^16 places. */
export const crossedBits = 16;

const mostCrossed = 8;
const family = {
  removed: fnvOf('removed'),
  replaced: fnvOf('replaced'),
  crossed: fnvOf('crossed'),
  shared: fnvOf('shared'),
  alone: fnvOf('alone'),
  around: fnvOf('around'),
  asks: fnvOf('asks'),
  start: 0x51ed270b,
} as const;

/**
 * Work space: the sums of the places in use, at rest empty. A pair has at most some 400 of them, which open addressing
 * keeps in the processor's nearest memory; the whole table does not fit there.
 */
const sumsRoom = 1024;
/** The place of the table plus 1; 0 where nothing stands. */
const keys = new Int32Array(sumsRoom);
const sums = new Float64Array(sumsRoom);
/** Where in `keys` the places in use stand, in the order in which they came. */
const taken = new Int32Array(sumsRoom);
let placesUsed = 0;

function add(hash: number, value: number): void {
  const key = placeOf(hash) + 1;
  let at = key & (sumsRoom - 1);
  while (keys[at] !== key) {
    if (keys[at] === 0) {
      keys[at] = key;
      sums[at] = 0;
      taken[placesUsed++] = at;
      break;
    }
    at = (at + 1) & (sumsRoom - 1);
  }
  sums[at]! += value;
}

/** Puts what differs into the work space; whoever reads it leaves it at rest. */
function gather({ one, other, alignment, alone, beside, shared }: PairLook): void {
  for (let n = 0; n < shared.length; n++) add(mix(family.shared, shared[n]!), 0.5);
  for (let n = 0; n < alone.length; n++) add(mix(family.alone, alone[n]!), 1);
  for (let n = 0; n < beside.length; n++) add(mix(family.alone, beside[n]!), 1);
  const crossed = Math.min(mostCrossed, alone.length);
  const crossedBeside = Math.min(mostCrossed, beside.length);
  for (let n = 0; n < crossed; n++)
    for (let m = 0; m < crossedBeside; m++) add(unordered(family.crossed, alone[n]!, beside[m]!), 1);
  for (const { from, to, besideFrom, besideTo } of alignment.differences) {
    const left = spanOf(one.units, from, to);
    const right = spanOf(other.units, besideFrom, besideTo);
    if (from === to || besideFrom === besideTo) add(mix(family.removed, left ^ right), 1);
    else add(unordered(family.replaced, left, right), 1);
    const before = from > 0 ? one.units[from - 1]! : family.start;
    const after = to < one.units.length ? one.units[to]! : family.start;
    const around = unordered(family.around, left, right);
    add(mix(around, before), 0.7);
    add(mix(around, after ^ 0x3c6ef372), 0.7);
  }
  add(unordered(family.asks, one.asks, other.asks), 1);
}

/**
 * What differs between the texts, what it is replaced by and what stands beside it, as places of a table in which is
 * learned which substitutions keep the meaning and which lose it. The same whichever text comes first. Length one.
 */
export function crossedFeaturesOf(look: PairLook): SparseRow {
  gather(look);
  const parts = Array.from(taken.subarray(0, placesUsed), (at) => ({
    index: keys[at]! - 1,
    value: sums[at]!,
  }));
  for (let n = 0; n < placesUsed; n++) keys[taken[n]!] = 0;
  placesUsed = 0;
  parts.sort((one, other) => one.index - other.index);
  const indices = Uint32Array.from(parts, ({ index }) => index);
  const values = Float32Array.from(parts, ({ value }) => value);
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let n = 0; n < values.length; n++) values[n]! *= scale;
  return { indices, values };
}

/** The product of `crossedFeaturesOf` with the learned table, without making a row of it. */
export function crossedScoreOf(look: PairLook, table: Float32Array): number {
  gather(look);
  let squares = 0;
  let score = 0;
  for (let n = 0; n < placesUsed; n++) {
    const at = taken[n]!;
    const value = sums[at]!;
    squares += value * value;
    score += value * table[keys[at]! - 1]!;
    keys[at] = 0;
  }
  placesUsed = 0;
  return squares === 0 ? 0 : score / Math.sqrt(squares);
}

function spanOf(units: Int32Array, from: number, to: number): number {
  let hash: number = 0;
  for (let n = from; n < to; n++) hash = mix(hash + 1, units[n]!);
  return hash;
}

function mix(one: number, other: number): number {
  let hash = Math.imul(one ^ (other >>> 15), 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return hash ^ (hash >>> 16);
}

const unordered = (seed: number, one: number, other: number): number =>
  mix(mix(seed, Math.min(one, other)), Math.max(one, other));

const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - crossedBits);
