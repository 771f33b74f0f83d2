import { matchesIn } from '../learning/matches-in.ts';
import { abuseWords, harmlessWords } from './abuse-words.ts';
import { readText } from './read-text.ts';

export interface Abuse {
  /** 0 (none) to 1 (surely an attack on a person). From `abusiveFrom` on a message counts as abusive. */
  readonly level: number;
  readonly words: readonly string[];
}

export const abusiveFrom = 0.5;
const mostWords = 5;
const bounded = (pattern: string) =>
  /^[a-z]/.test(pattern) ? `(?<![a-z])(?:${pattern})(?![a-z])` : `(?:${pattern})`;
const patterns = Object.entries(abuseWords).map(([weight, words]) => ({
  weight: Number(weight),
  pattern: new RegExp(words.map(bounded).join('|'), 'gu'),
}));
const anyWord = new RegExp(patterns.map(({ pattern }) => pattern.source).join('|'), 'u');
const nothing: Abuse = { level: 0, words: [] };

/**
 * How far a message attacks a person, apart from how angry it is, by words alone: what can be learned from attacks on
 * groups in social media told nothing about customers and agents (`docs/measurements/emotion.md`). Most messages are
 * done with one look. Linear in the text.
 */
export function abuseOf(text: string): Abuse {
  const read = readText(text);
  if (!anyWord.test(read)) return nothing;
  const own = read.replace(harmlessWords, '…');
  let calm = 1;
  const words = new Set<string>();
  for (const { weight, pattern } of patterns)
    for (const match of matchesIn(own, pattern)) {
      if (words.has(match[0])) continue;
      calm *= 1 - weight;
      words.add(match[0].trim());
    }
  return words.size === 0
    ? nothing
    : { level: Math.round((1 - calm) * 100) / 100, words: [...words].slice(0, mostWords) };
}
