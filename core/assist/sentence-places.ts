import type { TeamSentence } from './completions.ts';
import { pairsOf } from './overlap.ts';

/** Stands before each sentence: what is typed at its beginning is found there. */
export const sentenceStart = '\n';

/** A sentence that is held, in the shape in which it is compared. */
export interface HeldSentence {
  sentence: TeamSentence;
  /** With the sign of its beginning. */
  readonly text: string;
  /** The same in one case, of the same length. */
  readonly lower: string;
  /** Of its characters, once somebody asked for them: most sentences are never looked at closely. */
  pairs?: ReadonlySet<string>;
}

/** A place in a sentence behind which it goes on. */
export interface SentencePlace {
  readonly held: HeldSentence;
  /** Of `held.text`. */
  readonly at: number;
  /** So many characters before it are those that were typed. */
  readonly matched: number;
}

/** Characters by which places are found. */
const keyLength = 2;
/** More than a sentence that is shared has characters. */
const mostPlaces = 128;
/** The newest of those that are found by the same characters; more are not looked at. */
const mostLookedAt = 1_500;
const mostKept = 2 * mostLookedAt;

/**
 * Every place in what the team writes by the two characters before it: finds where somebody may be who typed these
 * words, in the middle of a sentence as well as at its beginning.
 */
export function createSentencePlaces() {
  /** By number; a number is never given again. */
  const sentences = new Map<number, HeldSentence>();
  const numbers = new Map<string, number>();
  const places = new Map<string, number[]>();
  let next = 0;

  function index(held: HeldSentence, number: number): void {
    const { lower } = held;
    for (let at = keyLength; at < Math.min(lower.length, mostPlaces); at++) {
      const key = lower.slice(at - keyLength, at);
      const there = places.get(key) ?? [];
      if (there.length >= mostKept) there.splice(0, there.length - mostLookedAt);
      there.push(number * mostPlaces + at);
      places.set(key, there);
    }
  }

  return {
    put(sentence: TeamSentence): void {
      const known = sentences.get(numbers.get(sentence.id) ?? -1);
      // The same words were sent once more: they stand where they stood.
      if (known) {
        known.sentence = sentence;
        return;
      }
      const text = sentenceStart + sentence.text;
      const lower = inOneCase(text);
      const held: HeldSentence = { sentence, text, lower };
      sentences.set(next, held);
      numbers.set(sentence.id, next);
      index(held, next);
      next += 1;
    },
    /** Its places stay until newer ones push them out, and lead nowhere. */
    remove(id: string): void {
      const number = numbers.get(id);
      if (number === undefined) return;
      numbers.delete(id);
      sentences.delete(number);
    },
    /** Where the team may be behind `typed`, in one case, of which at most `longest` characters are compared. */
    behind(typed: string, longest: number): SentencePlace[] {
      const found: SentencePlace[] = [];
      for (const place of (places.get(typed.slice(-keyLength)) ?? []).slice(-mostLookedAt)) {
        const held = sentences.get(Math.floor(place / mostPlaces));
        if (!held) continue;
        const at = place % mostPlaces;
        found.push({ held, at, matched: matchedBefore(held.lower, at, typed, longest) });
      }
      return found;
    },
    get size() {
      return sentences.size;
    },
  };
}

/** How many characters before `at` are the last ones typed. */
export function matchedBefore(lower: string, at: number, typed: string, longest: number): number {
  let matched = 0;
  const most = Math.min(longest, at, typed.length);
  while (matched < most && lower[at - matched - 1] === typed[typed.length - matched - 1]) matched++;
  return matched;
}

export function pairsKept(held: HeldSentence): ReadonlySet<string> {
  held.pairs ??= pairsOf(held.sentence.text);
  return held.pairs;
}

/** Lower case, character by character, so that places stay places. */
export function inOneCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(
    { length: text.length },
    (_, at) => text[at]!.toLowerCase().slice(0, 1) || text[at]!,
  ).join('');
}
