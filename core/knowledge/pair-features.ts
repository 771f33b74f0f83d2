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
  return {
    one,
    other,
    alignment: align(one.units, other.units),
    alone: one.words.filter((word) => !other.words.includes(word)),
    beside: other.words.filter((word) => !one.words.includes(word)),
    shared: one.words.filter((word) => other.words.includes(word)),
  };
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
  for (const unit of a) {
    const weight = weightOf(unit);
    whole += weight;
    if (b.includes(unit)) {
      held += weight;
      units++;
    }
  }
  for (const unit of b) {
    const weight = weightOf(unit);
    wholeBeside += weight;
    if (a.includes(unit)) {
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
  const sum = (words: Int32Array) => words.reduce((total, word) => total + weightOf(word), 0);
  const most = (words: Int32Array) => words.reduce((best, word) => Math.max(best, weightOf(word)), 0);
  const sharedWeight = sum(shared);
  const aloneWeight = sum(alone);
  const besideWeight = sum(beside);
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
  const rarest = most(alone);
  const rarestBeside = most(beside);
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
    most(shared),
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

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many stand in one of two lists alone. */
function apart(one: Int32Array, other: Int32Array): number {
  let count = 0;
  for (const value of one) if (!other.includes(value)) count++;
  for (const value of other) if (!one.includes(value)) count++;
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
 * What differs between the texts, what it is replaced by and what stands beside it, as places of a table in which is
 * learned which substitutions keep the meaning and which lose it. The same whichever text comes first. Length one.
 */
export function crossedFeaturesOf({ one, other, alignment, alone, beside, shared }: PairLook): SparseRow {
  const found = new Map<number, number>();
  const add = (hash: number, value: number) => {
    const place = placeOf(hash);
    found.set(place, (found.get(place) ?? 0) + value);
  };
  for (const word of shared) add(mix(family.shared, word), 0.5);
  for (const word of alone) add(mix(family.alone, word), 1);
  for (const word of beside) add(mix(family.alone, word), 1);
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
    add(mix(unordered(family.around, left, right), before), 0.7);
    add(mix(unordered(family.around, left, right), after ^ 0x3c6ef372), 0.7);
  }
  add(unordered(family.asks, one.asks, other.asks), 1);
  const indices = Uint32Array.from(found.keys()).sort();
  const values = Float32Array.from(indices, (index) => found.get(index)!);
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let n = 0; n < values.length; n++) values[n]! *= scale;
  return { indices, values };
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
