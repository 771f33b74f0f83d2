import { longestSyllable } from '../learning/syllables.ts';
import type { Lexicon } from './lexicon.ts';
import {
  isCommon,
  isLittlePair,
  isLittleWord,
  isMatter,
  isOfLittleWord,
  isWordByItself,
} from './little-words.ts';
import { type Likeness, soundingLike, writtenAs } from './sounds.ts';
import { emptyWords, faintWords } from './stop-words.ts';

/** A character, read at a place of the text. */
export interface Step {
  readonly character: string;
  /** What stands there. */
  readonly written: string;
  readonly kind: 'written' | 'sound' | Likeness;
  /** Log odds against it, besides how rare the character is. */
  readonly cost: number;
  /** How often it is met. */
  readonly count: number;
  /** It and the one before are of one word of the dictionary. */
  readonly isInWord?: boolean;
}

/** The ways to read a place of the text: what stands there from it on. */
export type Ways = readonly Step[];

/** The best way to read the text up to a place that ends in a character. */
interface Path {
  readonly step: Step;
  readonly before: Path | undefined;
  readonly score: number;
}

/** Log odds of a slip. */
const costs: Readonly<Record<Likeness, number>> = { same: 4, near: 5.5 };
/** Who wrote a word of the dictionary meant it, unless much speaks for another. */
const costInWord = 3;
/** A little word is rarely a slip. */
const costOfLittle = 1.5;
/** A pair counts this much, the character by itself the rest. */
const pairShare = 0.9;
/** Distinct characters of an article, about. */
const charactersOfArticle = 200;
/** What a pair of the dictionary that no article holds counts. */
const dictionaryPair = 1;
/** A character that articles do not hold, as it is written. */
const unheld = 0.5;
/** The share of articles that a little word would stand in, if they told what is said; by itself, in a pair, within. */
const littleShare = { common: 1, little: 0.4, matter: 0.2, pair: 0.2, within: 0.1 } as const;
/** So many characters are tried for a syllable, and beside one that is written. */
const mostWays = 24;
const mostOthers = 12;

/** The ways to read a word in Latin letters as the sounds of characters. */
export function waysOfSounds(word: string, lexicon: Lexicon): Ways[] {
  return Array.from(word, (_, from) => {
    const ways: Step[] = [];
    for (let end = from + 1; end <= Math.min(from + longestSyllable, word.length); end++) {
      const written = word.slice(from, end);
      for (const { character, count } of known(writtenAs(written), lexicon, mostWays))
        ways.push({ character, written, kind: 'sound', cost: 0, count });
    }
    return ways;
  });
}

/**
 * The ways to read Chinese: as it is written, and where that is no word that articles hold, as what sounds alike.
 * `inDictionary` cuts it into the dictionary's words.
 */
export function waysOfHan(
  run: string,
  lexicon: Lexicon,
  inDictionary: (text: string) => readonly string[],
): Ways[] {
  return inDictionary(run).flatMap((word) => {
    const isWord = word.length > 1;
    const isMeant = isWord ? isLittleWord(word) || lexicon.holding(word) > 0 : emptyWords.has(word);
    return Array.from(word, (written, place): Ways => {
      const own: Step = {
        character: written,
        written,
        kind: 'written',
        cost: 0,
        count: Math.max(unheld, countOf(written, lexicon)),
        isInWord: place > 0,
      };
      if (isMeant) return [own];
      const likenesses = soundingLike(written);
      const cost = (isWord ? costInWord : 0) + (isWordByItself(written) ? costOfLittle : 0);
      const others = known(likenesses.keys(), lexicon, mostOthers).map(({ character, count }): Step => {
        const kind = likenesses.get(character)!;
        return { character, written, kind, cost: costs[kind] + cost, count };
      });
      return [own, ...others];
    });
  });
}

/** Those that the index or little words hold, the most frequent ones. */
function known(characters: Iterable<string>, lexicon: Lexicon, most: number) {
  const held: { character: string; count: number }[] = [];
  for (const character of characters) {
    const count = countOf(character, lexicon);
    if (count > 0) held.push({ character, count });
  }
  if (held.length > most) held.sort((one, other) => other.count - one.count).length = most;
  return held;
}

function countOf(character: string, { holding, articles }: Lexicon): number {
  const share = isCommon(character)
    ? littleShare.common
    : emptyWords.has(character) || faintWords.has(character)
      ? littleShare.little
      : isMatter(character)
        ? littleShare.matter
        : isOfLittleWord(character)
          ? littleShare.within
          : 0;
  return holding(character) + articles * share;
}

/**
 * The likeliest characters, by how often articles hold each behind the one before (Viterbi over pairs of characters,
 * mixed with single ones). Undefined where the sounds lead nowhere. Work: places times the square of the ways of each.
 */
export function likeliest(places: readonly Ways[], lexicon: Lexicon): readonly Step[] | undefined {
  const ends: Path[][] = Array.from({ length: places.length + 1 }, () => []);
  const total = lexicon.articles * charactersOfArticle + 1;
  for (const [from, ways] of places.entries()) {
    const before: readonly (Path | undefined)[] = from === 0 ? [undefined] : ends[from]!;
    if (before.length === 0) continue;
    for (const step of ways) {
      const alone = ((1 - pairShare) * step.count) / total;
      let best: Path | undefined;
      for (const path of before) {
        const odds = alone + (path ? pairOdds(path.step, step, lexicon) : 0);
        const score = (path?.score ?? 0) - step.cost + Math.log(odds);
        if (!best || score > best.score) best = { step, before: path, score };
      }
      ends[from + step.written.length]!.push(best!);
    }
  }
  const [first, ...others] = ends[places.length]!;
  let best = first;
  for (const path of others) if (path.score > best!.score) best = path;
  if (!best) return undefined;
  const steps: Step[] = [];
  for (let path: Path | undefined = best; path; path = path.before) steps.unshift(path.step);
  return steps;
}

/** How likely a character follows another. */
function pairOdds(before: Step, step: Step, { holding, articles }: Lexicon): number {
  const pair = before.character + step.character;
  const count =
    holding(pair) +
    (isLittlePair(pair) ? 1 + articles * littleShare.pair : 0) +
    (step.isInWord && before.kind === 'written' ? dictionaryPair : 0);
  return count === 0 ? 0 : (pairShare * count) / (before.count + dictionaryPair);
}
