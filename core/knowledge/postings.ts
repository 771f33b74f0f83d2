import { grown } from './growing-arrays.ts';

/** Which units (question lines, passages) hold a term, and how often. Unit numbers only grow. */
export interface Postings {
  /** Adds one entry; `unit` MUST NOT be smaller than any unit added before. */
  add(term: number, unit: number, frequency: number): void;
  /** Walks every entry of a term. The hottest loop of a search, therefore no iterator. */
  forEach(term: number, visit: (unit: number, frequency: number) => void): void;
  /** Keeps only units with a new number; `newNumbers` MUST rise with the old ones and be -1 for a dead unit. */
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
  let packedUnits = new Int32Array(0);
  let packedFrequencies = new Uint8Array(0);
  let heads = new Int32Array(1024).fill(none);
  let freshTerms = new Int32Array(1024);
  let freshUnits = new Int32Array(1024);
  let freshFrequencies = new Uint8Array(1024);
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
      units.set(packedUnits.subarray(from, to), cursor[term]!);
      frequencies.set(packedFrequencies.subarray(from, to), cursor[term]!);
      cursor[term]! += to - from;
    }
    for (let entry = 0; entry < freshCount; entry++) {
      const place = cursor[freshTerms[entry]!]!++;
      units[place] = freshUnits[entry]!;
      frequencies[place] = freshFrequencies[entry]!;
    }
    offsets = counts;
    packedUnits = units;
    packedFrequencies = frequencies;
    heads.fill(none);
    freshCount = 0;
  }

  return {
    add(term, unit, frequency) {
      if (freshCount >= smallestFold && freshCount > packedUnits.length * foldShare) fold();
      if (term >= heads.length) heads = grown(heads, term + 1, none);
      if (freshCount === freshUnits.length) {
        freshTerms = grown(freshTerms, freshCount + 1);
        freshUnits = grown(freshUnits, freshCount + 1);
        freshNext = grown(freshNext, freshCount + 1);
        const frequencies = new Uint8Array(freshUnits.length);
        frequencies.set(freshFrequencies);
        freshFrequencies = frequencies;
      }
      freshTerms[freshCount] = term;
      freshUnits[freshCount] = unit;
      freshFrequencies[freshCount] = Math.min(frequency, 255);
      freshNext[freshCount] = heads[term]!;
      heads[term] = freshCount++;
      if (term >= termCount) termCount = term + 1;
    },
    forEach(term, visit) {
      if (term < offsets.length - 1) {
        const to = offsets[term + 1]!;
        for (let entry = offsets[term]!; entry < to; entry++)
          visit(packedUnits[entry]!, packedFrequencies[entry]!);
      }
      if (term >= heads.length) return;
      for (let entry = heads[term]!; entry !== none; entry = freshNext[entry]!)
        visit(freshUnits[entry]!, freshFrequencies[entry]!);
    },
    renumber(newNumbers) {
      fold();
      let kept = 0;
      for (let term = 0; term < termCount; term++) {
        const to = offsets[term + 1]!;
        const from = offsets[term]!;
        offsets[term] = kept;
        for (let entry = from; entry < to; entry++) {
          const unit = newNumbers[packedUnits[entry]!]!;
          if (unit === none) continue;
          packedUnits[kept] = unit;
          packedFrequencies[kept++] = packedFrequencies[entry]!;
        }
      }
      offsets[termCount] = kept;
      packedUnits = packedUnits.slice(0, kept);
      packedFrequencies = packedFrequencies.slice(0, kept);
    },
  };
}
