import { grown, grownFloats } from './growing-arrays.ts';
import { type Postings, scoresIn } from './postings.ts';

/** On the way to the shortlist a term in the text of a passage counts this much beside one in a question line. */
export const passageShare = 0.45;
/** So many articles are looked at closely. */
export const shortlistLength = 20;
/**
 * So many entries of the rarest terms are walked, or this share of the articles held; what is walked beyond costs
 * more than it finds. Measured: see docs/decisions/0012.
 */
const shortestWalk = 2_000;
const walkShare = 0.2;
/** So many times longer, while those that would be counted are no better than those that would not. */
const patience = 4;
/** Of the articles met, so many of the best are counted to the end: a share of all held up to a limit. */
const mostCounted = 256;
const countedShare = 0.002;
const wipedShare = 0.1;
/** What a count costs in entries of a walk. */
const costOfCount = 100;

export interface WeighedTerm {
  readonly term: number;
  readonly weight: number;
}

/** What a shortlist asks of the index. */
export interface Shelf {
  /** Articles held. */
  readonly held: number;
  isSeen(slot: number): boolean;
  /** How many articles hold a term. */
  holding(term: number): number;
  /**
   * What a slot holds of the question's `terms` terms from the place `from` on: the weight in lines, and `passageShare`
   * of it in passages.
   */
  countRest(slot: number, from: number, terms: number): number;
}

export interface Shortlister {
  /** Makes room for so many slots: to be called before one beyond the room is found. */
  reserve(slots: number): void;
  /**
   * The slots in sight that hold most of the weight of the terms, best first; at most `length`, 20 without it and 256 at
   * most. `terms` MUST
   * be heaviest first. What is not in sight takes no place on the way.
   */
  of(terms: readonly WeighedTerm[], shelf: Shelf, length?: number): number[];
}

/**
 * The rarest terms are walked, since they weigh most and stand in few articles. The frequent ones, which would make most
 * of the work, are then counted only for the articles that lead until there, from their own cards. An article
 * can be missed only if it holds few of the rare words and more than others of the frequent ones.
 */
export function createShortlister(postings: Postings): Shortlister {
  // Work space, kept between searches so that no search allocates by the size of the index; scores are zero at rest.
  let scores = scoresIn(new Float32Array(1024));
  let touched = new Int32Array(1024 + 1);
  const best = new Int32Array(mostCounted);
  const bestScores = new Float32Array(mostCounted);
  let found = 0;

  /** Puts a slot in its place among the best `room`, if it is seen and good enough. */
  function consider(slot: number, score: number, room: number, { isSeen }: Shelf): void {
    if (found === room && score <= bestScores[room - 1]!) return;
    if (!isSeen(slot)) return;
    let at = found < room ? found++ : room - 1;
    for (; at > 0 && bestScores[at - 1]! < score; at--) {
      best[at] = best[at - 1]!;
      bestScores[at] = bestScores[at - 1]!;
    }
    best[at] = slot;
    bestScores[at] = score;
  }

  function considerAll(count: number, room: number, shelf: Shelf): void {
    const met = touched;
    const reached = scores.numbers;
    // Nearly all are no better than the last that has a place: they must cost next to nothing.
    let least = 0;
    found = 0;
    for (let place = 0; place < count; place++) {
      const slot = met[place]!;
      const score = reached[slot]!;
      if (score <= least) continue;
      consider(slot, score, room, shelf);
      if (found === room) least = bestScores[room - 1]!;
    }
  }

  /** All scores are zero again. Where most are not, wiping all of them in one go is quicker. */
  function rest(count: number): void {
    const { numbers } = scores;
    if (count > numbers.length * wipedShare) numbers.fill(0);
    else for (let place = 0; place < count; place++) numbers[touched[place]!] = 0;
  }

  /** Lists the best `room`. Whether the last that would be counted has as much as the last that would be listed by now. */
  function isTied(count: number, room: number, length: number, shelf: Shelf): boolean {
    considerAll(count, room, shelf);
    return found === room && bestScores[room - 1]! >= bestScores[length - 1]!;
  }

  return {
    reserve(slots) {
      if (slots <= scores.numbers.length) return;
      scores = scoresIn(grownFloats(scores.numbers, slots));
      touched = grown(touched, scores.numbers.length + 1);
    },
    of(terms, shelf, asked = shortlistLength) {
      const length = Math.min(asked, mostCounted);
      const longestWalk = Math.max(shortestWalk, shelf.held * walkShare);
      const room = Math.min(mostCounted, Math.max(length, Math.round(shelf.held * countedShare)));
      let count = 0;
      let walked = 0;
      let seen = 0;
      let looked = 0;
      let toWalk = terms.reduce((sum, { term }) => sum + shelf.holding(term), 0);
      let from = 0;
      let isListed = false;
      for (; from < terms.length; from++) {
        const { term, weight } = terms[from]!;
        const own = shelf.holding(term);
        if (walked + own > longestWalk && toWalk > room * costOfCount) {
          for (; looked < count && seen <= length; looked++) if (shelf.isSeen(touched[looked]!)) seen++;
          if (seen > length) {
            if (walked > longestWalk * patience) break;
            isListed = room > length && !isTied(count, room, length, shelf);
            if (isListed || room === length) break;
          }
        }
        count = postings.accumulate(term, weight * passageShare, weight, scores, touched, count);
        walked += own;
        toWalk -= own;
      }
      if (!isListed) considerAll(count, from === terms.length ? length : room, shelf);
      if (found > length) {
        const leading = best.slice(0, found);
        found = 0;
        for (const slot of leading)
          consider(slot, scores.numbers[slot]! + shelf.countRest(slot, from, terms.length), length, shelf);
      }
      rest(count);
      return [...best.subarray(0, found)];
    },
  };
}
