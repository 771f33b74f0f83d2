import type { Language } from '../terms/language.ts';
import { pairsOf, shareWithin } from './overlap.ts';
import {
  createSentencePlaces,
  type HeldSentence,
  inOneCase,
  matchedBefore,
  pairsKept,
  type SentencePlace,
  sentenceStart,
} from './sentence-places.ts';
import { endOfWords } from './whole-words.ts';

/** A sentence that the team sends. */
export interface TeamSentence {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  /** How often it was sent. */
  readonly count: number;
  /** By how many agents; 1 where it is missing. */
  readonly agents?: number;
  /** Epoch milliseconds. */
  readonly lastAt: number;
}

export interface Completion {
  readonly ref: string;
  /** What stands behind the caret. */
  readonly text: string;
}

/** What is known of the place where somebody types. */
export interface CompletionContext {
  /** What the customer asks for. */
  readonly question: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Published sentences that answer the question: they may be said on, and their figures are true. */
  readonly near?: readonly string[];
}

export interface Completions {
  /** Adds a sentence, or brings a known one up to date. */
  put(sentence: TeamSentence): void;
  remove(id: string): void;
  /** The likely end of what is being typed; null where none is likely enough to be worth reading. */
  complete(typed: string, context: CompletionContext): Completion | null;
  readonly size: number;
}

const sentenceEnd = /[。！？!?；;\n]|(?<=[a-z])\.\s/g;
/** So much of the sentence must stand before anything is proposed: what one or two characters mean is open. */
const fewestTyped = { han: 2, letters: 3 } as const;
/** What was typed before these is not compared. */
const longestCompared = 12;
/** Each character more that was typed alike makes a place so much likelier. */
const growth = 4;
/** A sentence about the very question counts up to three times as much. */
const contextWeight = 2;
const halfLifeMs = 180 * 24 * 3600_000;
/** A published sentence that answers the question counts as if it had been sent so often. */
const nearCount = 3;
/** Of all places the heaviest are compared with the question, and of the others some more are followed. */
const mostClosely = 60;
const mostFollowed = 400;
/** Weight of everything that the team has not said yet, in sentences sent once. */
const unseen = 1;
/** What three messages hold, or two agents, is nobody's own. */
const fewestSent = 3;
const fewestAgents = 2;
const longest = 60;
const shortest = 3;
/** Below this a completion is wrong too often to be read. */
const leastLikely = 0.55;
/** What reading a wrong one costs, and taking a right one, in characters typed. */
const readingCost = 3;
const takingCost = 1;

interface Vote extends SentencePlace {
  readonly weight: number;
}

/**
 * Completes what is being typed from what the team writes, by the places in its sentences before which the same
 * characters stand (longer counts more, as in prediction by partial matching), each by how often and how lately it was
 * sent and how much it is about the customer's question. Character by character the likeliest is followed as long as it
 * is likely, and was sent three times or by two agents; proposed is what saves the most typing: its probability × its
 * length, less what reading it in vain costs. A figure is proposed only as a published sentence at hand has it.
 * `words` cuts Chinese, so that no proposal ends within a word.
 */
export function createCompletions(words: (text: string) => readonly string[] = () => []): Completions {
  const places = createSentencePlaces();

  function votesFor(typed: string, { question, at, near = [] }: CompletionContext): Vote[] {
    const about = pairsOf(question);
    const found = [
      ...places.behind(typed, longestCompared),
      ...near.flatMap((text) => placesIn(text, typed, at)),
    ];
    const most = found.reduce((so, { matched }) => Math.max(so, matched), 0);
    const votes = found
      .map((place) => {
        const { count, lastAt } = place.held.sentence;
        const age = 0.5 ** (Math.max(0, at - lastAt) / halfLifeMs);
        return { ...place, weight: count * age * growth ** (place.matched - most) };
      })
      .sort((one, other) => other.weight - one.weight);
    if (about.size === 0) return votes;
    return votes.map((vote, rank) =>
      rank < mostClosely
        ? { ...vote, weight: vote.weight * (1 + contextWeight * shareWithin(about, pairsKept(vote.held))) }
        : vote,
    );
  }

  return {
    put: places.put,
    remove: places.remove,
    complete(typed, context) {
      const fragment = tailOf(typed);
      if (!isEnough(fragment)) return null;
      const votes = votesFor(inOneCase(sentenceStart + fragment), context);
      const whole = votes.reduce((sum, { weight }) => sum + weight, unseen);
      let alive: readonly Vote[] = votes.slice(0, mostFollowed);
      let text = '';
      let best: (Completion & { readonly worth: number }) | null = null;
      while (text.length < longest) {
        const next = likeliest(alive, text.length);
        if (!next || next.weight / whole < leastLikely || !mayBeSaid(next)) break;
        text += next.character;
        alive = next.votes;
        const share = next.weight / whole;
        const worth = share * (text.length - takingCost) - (1 - share) * readingCost;
        if (text.trim().length >= shortest && worth > (best?.worth ?? 0))
          best = { ref: `ghost:${heaviest(alive).held.sentence.id}`, text, worth };
      }
      if (!best) return null;
      const { held, at } = heaviest(alive);
      const on = text + held.text.slice(at + text.length, at + text.length + longestCompared);
      const kept = best.text.slice(0, endOfWords(fragment, best.text, on, words));
      return kept.trim().length >= shortest ? { ref: best.ref, text: kept } : null;
    },
    get size() {
      return places.size;
    },
  };
}

interface Next {
  readonly character: string;
  readonly weight: number;
  readonly votes: readonly Vote[];
}

/** The character that most of them go on with, so many characters behind their places. */
function likeliest(votes: readonly Vote[], on: number): Next | undefined {
  const by = new Map<string, { weight: number; votes: Vote[] }>();
  for (const vote of votes) {
    const character = vote.held.text[vote.at + on];
    if (character === undefined) continue;
    const known = by.get(character);
    if (known) {
      known.weight += vote.weight;
      known.votes.push(vote);
    } else by.set(character, { weight: vote.weight, votes: [vote] });
  }
  let best: Next | undefined;
  for (const [character, { weight, votes: those }] of by)
    if (!best || weight > best.weight) best = { character, weight, votes: those };
  return best;
}

/** Nobody's own words, and no figure but one that a published sentence at hand has. */
function mayBeSaid({ character, votes }: Next): boolean {
  if (/\p{N}/u.test(character)) return votes.some(({ held }) => held.sentence.id === nearId);
  const sent = new Map(votes.map(({ held: { sentence } }) => [sentence.id, sentence]));
  let times = 0;
  for (const { count, agents = 1 } of sent.values()) {
    if (agents >= fewestAgents) return true;
    times += count;
  }
  return times >= fewestSent;
}

const heaviest = (votes: readonly Vote[]): Vote =>
  votes.reduce((so, vote) => (vote.weight > so.weight ? vote : so));

const nearId = 'article';

/** The places of a published sentence behind what was typed. */
function placesIn(text: string, typed: string, at: number): SentencePlace[] {
  const whole = sentenceStart + text;
  const lower = inOneCase(whole);
  const key = typed.slice(-2);
  const sentence = { id: nearId, language: 'zh', text, count: nearCount, agents: 2, lastAt: at } as const;
  const held: HeldSentence = { sentence, text: whole, lower };
  const found: SentencePlace[] = [];
  for (let place = lower.indexOf(key); place !== -1; place = lower.indexOf(key, place + 1)) {
    const behind = place + key.length;
    found.push({ held, at: behind, matched: matchedBefore(lower, behind, typed, longestCompared) });
  }
  return found;
}

/** What stands behind the last end of a sentence. */
function tailOf(typed: string): string {
  const latest = typed.slice(-400);
  const last = [...latest.matchAll(sentenceEnd)].at(-1);
  return (last ? latest.slice(last.index + last[0].length) : latest).trimStart();
}

function isEnough(fragment: string): boolean {
  const fewest = /\p{Script=Han}/u.test(fragment) ? fewestTyped.han : fewestTyped.letters;
  return fragment.length >= fewest;
}
