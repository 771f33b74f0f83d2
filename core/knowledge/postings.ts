import { grown } from './growing-arrays.ts';

/**
 * Which articles (by slot) hold a term, and where: 2 in a question line, 1 only in a passage. An addition is findable
 * at once, moves nothing and never waits for a rebuild, however much is held.
 */
export interface Postings {
  add(term: number, slot: number, place: 1 | 2): void;
  /**
   * Adds to `scores` for every slot that holds the term: `inLine` or `inPassage`, which MUST be above zero. Slots that
   * had no score before are put behind the `count` that `touched` holds, which MUST have room for one more than there are
   * slots. Returns the new count. The hottest loop of a search, therefore without a call for each entry; and which
   * slots have a score is anybody's guess, therefore computed rather than branched on.
   */
  accumulate(
    term: number,
    inPassage: number,
    inLine: number,
    scores: Scores,
    touched: Int32Array,
    count: number,
  ): number;
  /**
   * Takes the entries of doomed slots out, some `budget` entries further at each call; true when all terms have been
   * gone through since the last true. In between searches may still meet some of them.
   */
  sweep(budget: number, isDoomed: (slot: number) => boolean): boolean;
}

/** A score for each slot, never below zero, and the same as the bits of which it is made. */
export interface Scores {
  readonly numbers: Float32Array<ArrayBuffer>;
  readonly bits: Int32Array;
}

export const scoresIn = (numbers: Float32Array<ArrayBuffer>): Scores => ({
  numbers,
  bits: new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length),
});

/** Blocks of 4 words to 1,024, each twice as long as the one before it in its list; the last word links to the next. */
const firstBlock = 4;
const longestBlock = 1024;
/** Words of a page, which is allocated whole: so the store grows without being copied. */
const pageBits = 18;
const pageWords = 1 << pageBits;
const none = 0;

/**
 * A list for each term, of words `slot * 2 + (stands in a line)`: the first one in a table, since most terms stand in
 * one article alone, the others in a chain of blocks as search engines use them for what is written while it is read
 * (Busch et al., Earlybird, ICDE 2012). Lists are in no order, so places of removed articles can be given out again.
 */
export function createPostings(): Postings {
  const pages: Int32Array[] = [];
  // Address 0 means none, so the first block leaves its place out.
  let freeFrom = firstBlock;
  let counts = new Int32Array(1024);
  let firsts = new Int32Array(1024);
  let heads = new Int32Array(1024);
  /** Where the next entry goes: a free word, or the link of a full block. */
  let nexts = new Int32Array(1024);
  let termCount = 0;
  /** What an entry adds to a score: of a passage, of a line. */
  const gains = new Float64Array(2);
  let sweptTo = 0;

  function allocate(words: number): number {
    if ((freeFrom & (pageWords - 1)) + words > pageWords) freeFrom = (freeFrom | (pageWords - 1)) + 1;
    if (freeFrom >>> pageBits >= pages.length) pages.push(new Int32Array(pageWords));
    const address = freeFrom;
    freeFrom += words;
    return address;
  }

  /** Appends to a chain that holds `inChain` entries, in blocks that are there already or in a new one. */
  function append(term: number, inChain: number, entry: number): void {
    const { block, used } = placeOf(inChain);
    let address = nexts[term]!;
    if (used === 0) {
      // The block before is full, and `address` its link; there is none before the first.
      let next = inChain === 0 ? heads[term]! : pages[address >>> pageBits]![address & (pageWords - 1)]!;
      if (next === none) {
        next = allocate(block);
        if (inChain === 0) heads[term] = next;
        else pages[address >>> pageBits]![address & (pageWords - 1)] = next;
      }
      address = next;
    }
    pages[address >>> pageBits]![address & (pageWords - 1)] = entry;
    nexts[term] = address + 1;
  }

  function sweepTerm(term: number, isDoomed: (slot: number) => boolean): void {
    const count = counts[term]!;
    if (count === 0) return;
    let kept = 0;
    let inChain = 0;
    const first = firsts[term]!;
    if (!isDoomed(first >> 1)) kept = 1;
    // Writing stays behind reading in the same blocks.
    let address = heads[term]!;
    let left = count - 1;
    for (let block = firstBlock; left > 0; block = Math.min(block * 2, longestBlock)) {
      const page = pages[address >>> pageBits]!;
      const from = address & (pageWords - 1);
      const next = page[from + block - 1]!;
      const to = from + Math.min(left, block - 1);
      for (let at = from; at < to; at++) {
        const entry = page[at]!;
        if (isDoomed(entry >> 1)) continue;
        if (kept++ === 0) firsts[term] = entry;
        else append(term, inChain++, entry);
      }
      left -= to - from;
      address = next;
    }
    counts[term] = kept;
  }

  return {
    add(term, slot, place) {
      if (term >= counts.length) {
        counts = grown(counts, term + 1);
        firsts = grown(firsts, term + 1);
        heads = grown(heads, term + 1);
        nexts = grown(nexts, term + 1);
      }
      if (term >= termCount) termCount = term + 1;
      const entry = slot * 2 + (place - 1);
      const count = counts[term]!;
      if (count === 0) firsts[term] = entry;
      else append(term, count - 1, entry);
      counts[term] = count + 1;
    },
    accumulate(term, inPassage, inLine, scores, touched, count) {
      let known = count;
      if (term >= termCount || counts[term] === 0) return known;
      gains[0] = inPassage;
      gains[1] = inLine;
      const { bits, numbers } = scores;
      const first = firsts[term]!;
      touched[known] = first >> 1;
      known += (bits[first >> 1]! - 1) >>> 31;
      numbers[first >> 1]! += gains[first & 1]!;
      let address = heads[term]!;
      let left = counts[term]! - 1;
      for (let block = firstBlock; left > 0; block = Math.min(block * 2, longestBlock)) {
        const page = pages[address >>> pageBits]!;
        const from = address & (pageWords - 1);
        const to = from + Math.min(left, block - 1);
        for (let at = from; at < to; at++) {
          const entry = page[at]!;
          const slot = entry >> 1;
          touched[known] = slot;
          // Of what is not below zero only zero itself has no bit set.
          known += (bits[slot]! - 1) >>> 31;
          numbers[slot]! += gains[entry & 1]!;
        }
        left -= to - from;
        address = page[from + block - 1]!;
      }
      return known;
    },
    sweep(budget, isDoomed) {
      for (let swept = 0; sweptTo < termCount && swept < budget; sweptTo++) {
        swept += counts[sweptTo]! + 1;
        sweepTerm(sweptTo, isDoomed);
      }
      if (sweptTo < termCount) return false;
      sweptTo = 0;
      return true;
    },
  };
}

/** The block to which the entry after `inChain` others belongs, and how many entries stand in it before. */
function placeOf(inChain: number): { readonly block: number; readonly used: number } {
  let block = firstBlock;
  let used = inChain;
  for (; block < longestBlock && used >= block - 1; block *= 2) used -= block - 1;
  return { block, used: used % (block - 1) };
}
