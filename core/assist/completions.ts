import type { Language } from '../terms/language.ts';
import { pairsOf, shareWithin } from './overlap.ts';

/** A sentence that the team sends. */
export interface TeamSentence {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly count: number;
  /** Epoch milliseconds. */
  readonly lastAt: number;
}

export interface Completion {
  readonly ref: string;
  /** What stands behind the caret. */
  readonly text: string;
}

export interface Completions {
  /** Adds a sentence, or brings a known one up to date. */
  put(sentence: TeamSentence): void;
  /** How often sentences that begin like this were sent which are not to be shared: what else the words may lead to. */
  putOthers(prefix: string, times: number): void;
  /** The likely end of what is being typed; null where none is likely enough to be worth reading. */
  complete(typed: string, about: { readonly question: string; readonly at: number }): Completion | null;
  readonly size: number;
}

/** A place in a sentence from which somebody may be typing: its start, or that of a clause. */
interface Place {
  readonly sentence: TeamSentence;
  /** The sentence in one case. */
  readonly lower: string;
  readonly from: number;
}

const sentenceEnd = /[。！？!?；;\n]|(?<=[a-z])\.\s/g;
const clauseEnd = /[，,：:。！？!?；;]/g;
/** So much must stand before anything is proposed: what one or two characters mean is open. */
const fewestHan = 2;
const fewestLetters = 3;
/** Sentences that begin alike are looked at up to here, and the heaviest of them closely. */
const mostInBucket = 4_000;
const mostClosely = 40;
/** Pairs of sentences that are kept: those of the team's common phrases are asked for with every keystroke. */
const mostKept = 5_000;
/** Beginnings by which the others are counted, the longest first. */
export const otherLengths = [8, 6, 4, 2] as const;
const halfLifeMs = 180 * 24 * 3600_000;
/** A sentence about the very question counts up to three times as much. */
const contextWeight = 2;
/** Weight of everything that the team has not said yet, in sentences sent once. */
const unseen = 1;
/** Below this a completion is wrong too often to be read. */
const leastLikely = 0.5;
/** What reading a wrong one costs, in characters typed. */
const readingCost = 2;

/**
 * Completes sentences from what the team writes: the sentences that begin like the one being typed (else like its last
 * clause) vote for how it goes on, each by how often and how lately it was sent and how much it is about the customer's
 * question. Proposed is the continuation up to the end of a clause that saves the most typing: its probability × its
 * length, less what reading it in vain costs.
 */
export function createCompletions(): Completions {
  const sentences = new Map<string, TeamSentence>();
  const buckets = new Map<string, Place[]>();

  const others = new Map<string, number>();

  /** Weight of what begins like the fragment and is not known, by the longest beginning that was counted. */
  function otherWeight(fragment: string): number {
    for (const length of otherLengths) {
      if (fragment.length < length) continue;
      const times = others.get(fragment.slice(0, length));
      if (times !== undefined) return unseen + times;
    }
    return unseen;
  }

  function placesOf(sentence: TeamSentence): Place[] {
    const starts = [0, ...[...sentence.text.matchAll(clauseEnd)].map(({ index }) => index + 1)];
    return starts
      .map((start) => start + (/^\s*/.exec(sentence.text.slice(start))?.[0].length ?? 0))
      .filter((from) => bucketOf(sentence.text.slice(from)) !== null)
      .map((from) => ({ sentence, lower: sentence.text.toLowerCase(), from }));
  }

  function remove(sentence: TeamSentence): void {
    for (const { from } of placesOf(sentence)) {
      const bucket = bucketOf(sentence.text.slice(from))!;
      const left = buckets.get(bucket)?.filter((place) => place.sentence !== sentence) ?? [];
      if (left.length === 0) buckets.delete(bucket);
      else buckets.set(bucket, left);
    }
  }

  const kept = new Map<string, ReadonlySet<string>>();
  function pairsKept({ id, text }: TeamSentence): ReadonlySet<string> {
    const known = kept.get(id);
    if (known) return known;
    if (kept.size >= mostKept) kept.clear();
    const pairs = pairsOf(text);
    kept.set(id, pairs);
    return pairs;
  }

  function weightOf({ count, lastAt }: TeamSentence, at: number): number {
    return count * 0.5 ** (Math.max(0, at - lastAt) / halfLifeMs);
  }

  function proposed(
    fragment: string,
    onlyStarts: boolean,
    question: ReadonlySet<string>,
    at: number,
  ): Completion | null {
    const bucket = bucketOf(fragment);
    const lower = fragment.toLowerCase();
    const matching: { readonly place: Place; readonly weight: number }[] = [];
    for (const place of (bucket === null ? undefined : buckets.get(bucket)) ?? []) {
      if (onlyStarts && place.from !== 0) continue;
      // Nothing would be left to say.
      if (place.lower.length <= place.from + lower.length || !place.lower.startsWith(lower, place.from))
        continue;
      matching.push({ place, weight: weightOf(place.sentence, at) });
    }
    matching.sort((one, other) => other.weight - one.weight);
    let whole = otherWeight(lower);
    const votes = new Map<string, { weight: number; id: string }>();
    for (const [rank, { place, weight }] of matching.entries()) {
      const { text, id } = place.sentence;
      const isClose = rank < mostClosely;
      const about = isClose && question.size > 0 ? shareWithin(question, pairsKept(place.sentence)) : 0;
      const vote = weight * (1 + contextWeight * about);
      whole += vote;
      if (!isClose) continue;
      const rest = text.slice(place.from + fragment.length);
      const ends = new Set([...[...rest.matchAll(clauseEnd)].map(({ index }) => index + 1), rest.length]);
      for (const end of ends) {
        const continuation = rest.slice(0, end);
        const known = votes.get(continuation);
        if (known) known.weight += vote;
        else votes.set(continuation, { weight: vote, id });
      }
    }
    let best: (Completion & { readonly worth: number }) | null = null;
    for (const [text, { weight, id }] of votes) {
      const share = weight / whole;
      const worth = share * text.length - (1 - share) * readingCost;
      if (share >= leastLikely && text.trim().length > 1 && worth > (best?.worth ?? 0))
        best = { ref: `ghost:${id}`, text, worth };
    }
    return best && { ref: best.ref, text: best.text };
  }

  return {
    put(sentence) {
      const known = sentences.get(sentence.id);
      if (known) remove(known);
      sentences.set(sentence.id, sentence);
      for (const place of placesOf(sentence)) {
        const bucket = bucketOf(sentence.text.slice(place.from))!;
        const places = buckets.get(bucket) ?? [];
        if (places.length < mostInBucket) places.push(place);
        buckets.set(bucket, places);
      }
    },
    putOthers(prefix, times) {
      others.set(prefix.toLowerCase(), times);
    },
    complete(typed, { question, at }) {
      const about = pairsOf(question);
      const fragment = tailOf(typed, sentenceEnd);
      const clause = tailOf(typed, clauseEnd);
      return proposed(fragment, true, about, at) ?? proposed(clause, false, about, at);
    },
    get size() {
      return sentences.size;
    },
  };
}

/** What stands behind the last end of a sentence or clause. */
function tailOf(typed: string, ends: RegExp): string {
  const last = [...typed.slice(-400).matchAll(ends)].at(-1);
  return (last ? typed.slice(-400).slice(last.index + last[0].length) : typed.slice(-400)).trimStart();
}

/** Sentences that begin alike lie together; null where too little stands to know. */
function bucketOf(text: string): string | null {
  const han = new RegExp(`^[^\\p{Script=Han}]{0,2}\\p{Script=Han}{${fewestHan}}`, 'u').exec(text);
  if (han) return text.slice(0, 2).toLowerCase();
  return /^[\p{L}\p{N}'’ ]{3}/u.test(text) ? text.slice(0, fewestLetters).toLowerCase() : null;
}
