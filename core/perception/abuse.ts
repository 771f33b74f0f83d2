import type { TextModel } from '../learning/text-model.ts';
import { abuseWords, harmlessWords } from './abuse-words.ts';
import { readText } from './read-text.ts';

export interface Abuse {
  /** 0 (none) to 1 (surely an attack on a person). From `abusiveFrom` on a message counts as abusive. */
  readonly level: number;
  readonly words: readonly string[];
}

export const abusiveFrom = 0.5;
const mostWords = 5;
/**
 * What was learned from social media knows attacks on groups of people, in words no list has. It speaks only of those:
 * a message that names no group and nobody is left to the words.
 */
const learned = { surest: 0.9, share: 0.6 };
const aboutPeople =
  /你们?|您|他们|她们|(?:男|女|老|黑|白|外地|本地|乡下|东北|河南|上海|北京)[人子]|人(?:都|就|真|全)|这(?:帮|群|种)人/u;

const bounded = (pattern: string) =>
  /^[a-z]/.test(pattern) ? `(?<![a-z])(?:${pattern})(?![a-z])` : `(?:${pattern})`;
const patterns = Object.entries(abuseWords).map(([weight, words]) => ({
  weight: Number(weight),
  pattern: new RegExp(words.map(bounded).join('|'), 'gu'),
}));
const anyWord = new RegExp(patterns.map(({ pattern }) => pattern.source).join('|'), 'u');
const nothing: Abuse = { level: 0, words: [] };

/**
 * How far a message attacks a person, apart from how angry it is. Most messages are done with one look. Linear in the
 * text.
 */
export function abuseOf(text: string, model?: TextModel): Abuse {
  const read = readText(text);
  if (!anyWord.test(read)) return model ? learnedAbuse(read, model) : nothing;
  const own = read.replace(harmlessWords, '…');
  let calm = 1;
  const words = new Set<string>();
  for (const { weight, pattern } of patterns)
    for (const match of own.matchAll(pattern)) {
      if (words.has(match[0])) continue;
      calm *= 1 - weight;
      words.add(match[0].trim());
    }
  return words.size === 0
    ? nothing
    : { level: Math.round((1 - calm) * 100) / 100, words: [...words].slice(0, mostWords) };
}

function learnedAbuse(read: string, model: TextModel): Abuse {
  if (!aboutPeople.test(read)) return nothing;
  const place = model.classes.indexOf('abusive');
  const probability = model.probabilities(read)[place]!;
  if (probability < learned.surest) return nothing;
  return {
    level: Math.round(probability * learned.share * 100) / 100,
    words: model.piecesFor(read, place, 3),
  };
}
