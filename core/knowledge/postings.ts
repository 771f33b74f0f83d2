import { grown } from './growing-arrays.ts';

/** Which articles (by slot) hold a term, and where: 2 in a question line, 1 only in a passage. Slots only grow. */
export interface Postings {
  /** Adds one entry; `slot` MUST NOT be smaller than any slot added before. */
  add(term: number, slot: number, place: 1 | 2): void;
  /**
   * Adds to `scores` for every slot that holds the term: `inLine` or `inPassage`, which MUST be above zero. Slots that
   * had no score before are put behind the `count` that `touched` holds. Returns the new count. The hottest loop of a
   * search, therefore without a call for each entry.
   */
  accumulate(
    term: number,
    inPassage: number,
    inLine: number,
    scores: Float32Array,
    touched: Int32Array,
    count: number,
  ): number;
  /** Keeps only slots with a new number; `newNumbers` MUST rise with the old ones and be -1 for a dead slot. */
  renumber(newNumbers: Int32Array): void;
}

const none = -1;
/** Fresh entries are folded into the packed part when they are this share of it: each entry is moved a few times at most. */
const foldShare = 0.25;
const smallestFold = 20_000;

/**
 * Two parts: packed arrays ordered by term (5 bytes an entry, read in sequence), and fresh entries as linked lists
 * (13 bytes an entry), so that an addition is findable at once and costs no rebuild.
 */
export function createPostings(): Postings {
  let offsets = new Int32Array(1);
  let packedSlots = new Int32Array(0);
  let packedPlaces = new Uint8Array(0);
  let heads = new Int32Array(1024).fill(none);
  let freshTerms = new Int32Array(1024);
  let freshSlots = new Int32Array(1024);
  let freshPlaces = new Uint8Array(1024);
  let freshNext = new Int32Array(1024);
  let freshCount = 0;
  let termCount = 0;

  function fold(): void {
    const counts = new Int32Array(termCount + 1);
    const packedTermCount = offsets.length - 1;
    for (let term = 0; term < packedTermCount; term++)
      counts[term + 1]! += offsets[term + 1]! - offsets[term]!;
    for (let entry = 0; entry < freshCount; entry++) counts[freshTerms[entry]! + 1]!++;
    for (let term = 0; term < termCount; term++) counts[term + 1]! += counts[term]!;
    const total = counts[termCount]!;
    const units = new Int32Array(total);
    const frequencies = new Uint8Array(total);
    const cursor = counts.slice(0, termCount);
    for (let term = 0; term < packedTermCount; term++) {
      const from = offsets[term]!;
      const to = offsets[term + 1]!;
      units.set(packedSlots.subarray(from, to), cursor[term]!);
      frequencies.set(packedPlaces.subarray(from, to), cursor[term]!);
      cursor[term]! += to - from;
    }
    for (let entry = 0; entry < freshCount; entry++) {
      const place = cursor[freshTerms[entry]!]!++;
      units[place] = freshSlots[entry]!;
      frequencies[place] = freshPlaces[entry]!;
    }
    offsets = counts;
    packedSlots = units;
    packedPlaces = frequencies;
    heads.fill(none);
    freshCount = 0;
  }

  return {
    add(term, slot, place) {
      if (freshCount >= smallestFold && freshCount > packedSlots.length * foldShare) fold();
      if (term >= heads.length) heads = grown(heads, term + 1, none);
      if (freshCount === freshSlots.length) {
        freshTerms = grown(freshTerms, freshCount + 1);
        freshSlots = grown(freshSlots, freshCount + 1);
        freshNext = grown(freshNext, freshCount + 1);
        const places = new Uint8Array(freshSlots.length);
        places.set(freshPlaces);
        freshPlaces = places;
      }
      freshTerms[freshCount] = term;
      freshSlots[freshCount] = slot;
      freshPlaces[freshCount] = place;
      freshNext[freshCount] = heads[term]!;
      heads[term] = freshCount++;
      if (term >= termCount) termCount = term + 1;
    },
    accumulate(term, inPassage, inLine, scores, touched, count) {
      let known = count;
      const packed = packedSlots;
      const places = packedPlaces;
      const to = term < offsets.length - 1 ? offsets[term + 1]! : 0;
      for (let entry = to === 0 ? 0 : offsets[term]!; entry < to; entry++) {
        const slot = packed[entry]!;
        const before = scores[slot]!;
        if (before === 0) touched[known++] = slot;
        scores[slot] = before + (places[entry] === 2 ? inLine : inPassage);
      }
      if (term >= heads.length) return known;
      for (let entry = heads[term]!; entry !== none; entry = freshNext[entry]!) {
        const slot = freshSlots[entry]!;
        const before = scores[slot]!;
        if (before === 0) touched[known++] = slot;
        scores[slot] = before + (freshPlaces[entry] === 2 ? inLine : inPassage);
      }
      return known;
    },
    renumber(newNumbers) {
      fold();
      let kept = 0;
      for (let term = 0; term < termCount; term++) {
        const to = offsets[term + 1]!;
        const from = offsets[term]!;
        offsets[term] = kept;
        for (let entry = from; entry < to; entry++) {
          const unit = newNumbers[packedSlots[entry]!]!;
          if (unit === none) continue;
          packedSlots[kept] = unit;
          packedPlaces[kept++] = packedPlaces[entry]!;
        }
      }
      offsets[termCount] = kept;
      packedSlots = packedSlots.slice(0, kept);
      packedPlaces = packedPlaces.slice(0, kept);
    },
  };
}
