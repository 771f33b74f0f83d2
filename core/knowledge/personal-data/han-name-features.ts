import { nameMargin } from './bare-names.ts';
import { leftWeight, rightWeight, taken } from './beside-names.ts';
import { mask } from './found.ts';
import { isTypical, unlikelihood } from './given-characters.ts';
import type { NameCandidate, NameShape } from './han-candidates.ts';
import { wordsEndingLikeNames, wordsLikeNames } from './words-like-names.ts';

/** Indices of features lie below this power of two. */
export const hanFeatureBits = 17;

const shapes: Readonly<Record<NameShape, number>> = {
  single: 1,
  double: 2,
  both: 3,
  sounded: 5,
};
const outside = 2;
const furthestLeft = 12;
const furthestRight = 14;

/**
 * What is looked at in a candidate, as indices of hashed features, each once: its characters and the pairs they make,
 * what stands up to three characters before and behind it, the pairs across its borders, and what the rules make of
 * its characters and of the words beside it. The reader is made for one text and remembers its places.
 */
export function hanFeatureReader(text: string): (candidate: NameCandidate) => Uint32Array {
  const lefts = new Map<number, number>();
  const rights = new Map<number, number>();
  const leftAt = (at: number) =>
    remembered(lefts, at, () =>
      leftWeight(text.slice(Math.max(0, at - furthestLeft), at).replaceAll(mask, taken)),
    );
  const rightAt = (at: number) =>
    remembered(rights, at, () => rightWeight(text.slice(at, at + furthestRight).replaceAll(mask, taken)));
  const code = (at: number) => (at < 0 || at >= text.length ? outside : text.charCodeAt(at));
  const found = new Uint32Array(48);

  return ({ from, to, shape }) => {
    const kind = shapes[shape] * 8 + Math.min(7, to - from);
    const begin = from + (shape === 'double' ? 2 : 1);
    let size = 0;
    const add = (template: number, first = 0, second = 0, third = 0) => {
      let hash = Math.imul(template * 64 + 1, 0x9e3779b1);
      hash = Math.imul(hash ^ first, 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13) ^ second, 0xc2b2ae35);
      hash = Math.imul(hash ^ (hash >>> 15) ^ third, 0x27d4eb2f);
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      found[size++] = (hash ^ (hash >>> 13)) >>> (32 - hanFeatureBits);
    };

    const l1 = code(from - 1);
    const l2 = code(from - 2);
    const l3 = code(from - 3);
    const r1 = code(to);
    const r2 = code(to + 1);
    const r3 = code(to + 2);
    const s = code(from);
    const g1 = code(begin);
    const last = code(to - 1);
    const before = code(to - 2);

    add(1, kind);
    // Its characters.
    add(2, s, kind);
    add(3, s, code(from + 1));
    add(4, s, code(from + 1), to - from === 2 ? outside : code(from + 2));
    if (shape === 'sounded') {
      for (let at = from; at + 1 < to; at++) add(5, code(at), code(at + 1));
      add(6, last);
    } else {
      add(7, g1, kind);
      add(8, last, kind);
      if (to - begin >= 2) add(9, before, last);
      let classes = 0;
      for (let at = begin; at < to; at++)
        classes = classes * 4 + (isTypical(text[at]!) ? 3 : 2 - unlikelihood(text[at]!) * 2);
      add(10, classes, kind);
      add(11, classes, s);
      add(34, classes, l1, kind);
      add(35, classes, r1, kind);
    }
    // What stands beside it.
    add(12, l1, kind);
    add(13, l2, l1);
    add(14, l3, l2, l1);
    add(15, r1, kind);
    add(16, r1, r2);
    add(17, r1, r2, r3);
    add(36, l2, l1, kind);
    add(37, r1, r2, kind);
    add(18, l1, r1);
    add(19, l2 === outside ? 1 : 0, l1, r1 === outside ? 1 : kind);
    add(33, code(from - 4), l3, l2);
    // Words across its borders.
    add(20, l1, s);
    add(21, l2, l1, s);
    add(22, l1, s, code(from + 1));
    add(23, last, r1);
    add(24, before, last, r1);
    add(25, last, r1, r2);
    // What the rules say.
    const left = leftAt(from) * 4;
    const right = rightAt(to) * 4;
    add(26, left, right, kind);
    add(27, left, kind);
    add(28, right, kind);
    const begins = wordsLikeNames.has(text.slice(from, from + 2)) ? 1 : 0;
    const ends = wordsEndingLikeNames.has(text.slice(Math.max(0, from - 1), from + 1)) ? 2 : 0;
    const crosses = wordsLikeNames.has(text.slice(to - 1, to + 1)) ? 4 : 0;
    add(29, begins + ends + crosses, kind);
    add(30, begins + ends, left, right);
    if (shape !== 'sounded') {
      const margin = nameMargin(text, from, text.slice(from, to), shape === 'double' ? 2 : 1) * 2 + 32;
      add(31, margin, kind);
      add(32, margin, l1, r1);
    }
    return found.slice(0, size);
  };
}

function remembered(values: Map<number, number>, at: number, find: () => number): number {
  let value = values.get(at);
  if (value === undefined) {
    value = find();
    values.set(at, value);
  }
  return value;
}
