import type { Dialogue, Utterance } from './dialogue.ts';
import type { WordStatistics } from './word-statistics.ts';

/** One number for each name in `structureNames`. */
export type StructureRow = number[];

export const structureNames = [
  'isBusiness',
  'place',
  'customers',
  'businesses',
  'run',
  'previousRun',
  'length',
  'lengthOfPrevious',
  'lengthOfOwnPrevious',
  'lengthOfOtherPrevious',
  'ownMeanLength',
  'otherMeanLength',
  'lengthShare',
  'wordsSoFar',
  'ownRepeat',
  'ownRepeats',
  'ownNearest',
  'ownNearestGap',
  'ownContains',
  'ownPreviousLike',
  'repeatsSoFar',
  'otherRepeats',
  'otherNearest',
  'questionLike',
  'questionLikeWeighed',
  'questionCovered',
  'previousLike',
  'answerLike',
  'answerCovered',
  'secondQuestionLike',
  'rareShare',
  'highestWeight',
  'meanWeight',
  'novelShare',
  'template',
  'templateOfPrevious',
  'templateOfOther',
  'roles',
  'openQuestion',
  'longestSoFar',
  'shortTurns',
  'meanNearest',
  'businessRepeatsLately',
  'distinctShare',
  'halfEmpty',
  'turnsSinceRepeat',
] as const;

/**
 * What can be known of each utterance from its place, its length, who spoke, and how like it is to what was said
 * before. Online: utterance t is described by turns up to t.
 */
export function structureOf({ turns }: Dialogue, words: WordStatistics): StructureRow[] {
  const bags = turns.map(({ tok }) => new Set(tok));
  const keys = turns.map(({ r, tok }) => `${r}${tok.join(' ')}`);
  const seen = new Set<number>();
  let repeats = { c: 0, b: 0 };
  let lastRepeat = -1;
  let nearestSum = 0;
  const rows: StructureRow[] = [];
  turns.forEach((turn, t) => {
    const own: number[] = [];
    const other: number[] = [];
    for (let n = 0; n < t; n++) (turns[n]!.r === turn.r ? own : other).push(n);
    const run = runBefore(turns, t);
    const previousRun = t - run >= 0 ? runBefore(turns, t - run) : 0;
    const ownLast = own.at(-1);
    const otherLast = other.at(-1);
    const bag = bags[t]!;
    let nearest = 0;
    let nearestAt = -1;
    let contains = 0;
    let exact = 0;
    for (const n of own) {
      const like = jaccard(bag, bags[n]!);
      if (like >= nearest && bag.size > 0) [nearest, nearestAt] = [like, n];
      contains = Math.max(contains, covered(bags[n]!, bag));
      if (keys[n] === keys[t]) exact++;
    }
    if (exact > 0) {
      repeats = { ...repeats, [turn.r]: repeats[turn.r] + 1 };
      lastRepeat = t;
    }
    nearestSum += nearest;
    let otherNearest = 0;
    for (const n of other) otherNearest = Math.max(otherNearest, jaccard(bag, bags[n]!));
    const question = unionOf(bags, lastRunOf(turns, 'c', turn.r === 'c' ? t - run : t - 1));
    const answer = unionOf(bags, lastRunOf(turns, 'b', turn.r === 'b' ? t - run : t - 1));
    const secondQuestion = turn.r === 'b' ? answer : unionOf(bags, lastRunOf(turns, 'c', t - 1));
    let rare = 0;
    let weight = 0;
    let highest = 0;
    let novel = 0;
    for (const word of bag) {
      const own = words.weight(word);
      weight += own;
      highest = Math.max(highest, own);
      if (words.documents(word) <= 3) rare++;
      if (!seen.has(word)) novel++;
    }
    const size = Math.max(1, bag.size);
    const mean = (places: readonly number[]) =>
      places.length === 0 ? Number.NaN : places.reduce((sum, n) => sum + turns[n]!.len, 0) / places.length;
    const ownMean = mean(own);
    const lengths = turns.slice(0, t + 1).map(({ len }) => len);
    rows.push([
      turn.r === 'b' ? 1 : 0,
      t,
      (turn.r === 'c' ? own : other).length,
      (turn.r === 'b' ? own : other).length,
      run,
      previousRun,
      turn.len,
      t > 0 ? turns[t - 1]!.len : Number.NaN,
      ownLast === undefined ? Number.NaN : turns[ownLast]!.len,
      otherLast === undefined ? Number.NaN : turns[otherLast]!.len,
      ownMean,
      mean(other),
      turn.len / Math.max(1, ownMean || 1),
      lengths.reduce((sum, length) => sum + length, 0),
      exact > 0 ? 1 : 0,
      exact,
      nearest,
      nearestAt < 0 ? Number.NaN : t - nearestAt,
      contains,
      ownLast === undefined ? Number.NaN : jaccard(bag, bags[ownLast]!),
      repeats[turn.r],
      repeats[turn.r === 'c' ? 'b' : 'c'],
      otherNearest,
      jaccard(bag, question),
      words.like(bag, question),
      covered(question, bag),
      t > 0 ? jaccard(bag, bags[t - 1]!) : Number.NaN,
      words.like(bag, answer),
      covered(answer, bag),
      words.like(bag, secondQuestion),
      rare / size,
      highest,
      weight / size,
      novel / size,
      words.template(turn),
      t > 0 ? words.template(turns[t - 1]!) : Number.NaN,
      otherLast === undefined ? Number.NaN : words.template(turns[otherLast]!),
      rolesBefore(turns, t),
      turn.r === 'c' ? run : previousRun,
      Math.max(...lengths),
      turns.slice(0, t + 1).filter(({ r, len }) => r === 'c' && len <= 2).length,
      nearestSum / (t + 1),
      own.slice(-3).filter((n) => turn.r === 'b' && words.like(bags[n]!, bag) > 0.8).length,
      bag.size / Math.max(1, turn.tok.length),
      turn.tok.length === 0 ? 1 : 0,
      lastRepeat < 0 ? Number.NaN : t - lastRepeat,
    ]);
    for (const word of bag) seen.add(word);
  });
  return rows;
}

/** How many turns up to t, t included, the same side spoke in a row. */
function runBefore(turns: readonly Utterance[], t: number): number {
  let run = 0;
  while (t - run >= 0 && turns[t - run]!.r === turns[t]!.r) run++;
  return run;
}

/** The places of the last uninterrupted turns of one side that end at `end` or before. */
function lastRunOf(turns: readonly Utterance[], role: 'c' | 'b', end: number): number[] {
  let last = end;
  while (last >= 0 && turns[last]!.r !== role) last--;
  const places: number[] = [];
  while (last >= 0 && turns[last]!.r === role) places.push(last--);
  return places;
}

function unionOf(bags: readonly ReadonlySet<number>[], places: readonly number[]): Set<number> {
  const union = new Set<number>();
  for (const place of places) for (const word of bags[place]!) union.add(word);
  return union;
}

function jaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const both = shared(one, other);
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}

/** The share of the first that the second holds. */
function covered(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  return one.size === 0 ? 0 : shared(one, other) / one.size;
}

function shared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  return both;
}

/** Who spoke in the last four turns, as a number. */
function rolesBefore(turns: readonly Utterance[], t: number): number {
  let pattern = 0;
  for (let back = 3; back >= 0; back--)
    pattern = pattern * 3 + (t - back < 0 ? 0 : turns[t - back]!.r === 'c' ? 1 : 2);
  return pattern;
}
