import { matchesIn } from '../learning/matches-in.ts';
import type { TextModel } from '../learning/text-model.ts';
import type { Emotion } from '../terms/perception.ts';
import { type Abuse, abuseOf, abusiveFrom } from './abuse.ts';
import { learnedMood } from './emotion-learned.ts';
import { emoji, kaomoji } from './emotion-signs.ts';
import {
  emotionWords,
  type Feeling,
  harmless,
  negating,
  negatingTwice,
  strengthening,
} from './emotion-words.ts';
import { englishFeelings } from './english-feelings.ts';
import { grievanceOf } from './grievance.ts';
import { readText } from './read-text.ts';

export interface Mood {
  readonly emotion: Emotion;
  /** 0 (calm) to 1 (furious, desperate). */
  readonly intensity: number;
  readonly words: readonly string[];
}

const feelings = Object.keys(emotionWords) as Feeling[];

const weightOfWord = new Map<string, { feeling: Feeling; weight: number }>();
for (const feeling of feelings) {
  for (const [weight, words] of Object.entries(emotionWords[feeling]))
    for (const word of words.split(' '))
      weightOfWord.set(word.replaceAll('_', ' '), { feeling, weight: Number(weight) });
  for (const sign of emoji[feeling].split(' ')) weightOfWord.set(sign, { feeling, weight: 0.5 });
}
const weightOfKaomoji = 0.5;
const shareOfAbuse = 0.9;

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const bounded = (word: string) =>
  /^[a-z]/.test(word) ? `(?<![a-z])${escaped(word)}(?![a-z])` : escaped(word);
/** Longest first, so that 太好了 is not read as 好. */
const anyWord = new RegExp(
  [...weightOfWord.keys()]
    .sort((one, other) => other.length - one.length)
    .map(bounded)
    .join('|'),
  'gu',
);

/** Said to put the other side at ease. */
const atEase = /(?<!怎么)(?:不(?:着)?急|没事|没关系|不要紧|慢慢来)|\bno (?:rush|hurry|worries)\b/u;
const shoutingShare = 0.15;
const calmShare = 0.2;
/** How far before a word its negation may begin, in characters. */
const reach = 16;
/** Praise that is not meant; blame in a raised voice; several complaints at once. */
const grievanceWeights = { ironic: 0.6, shouted: 0.45, repeated: 0.4 };

/**
 * The feeling of a message by its words, signs, irony and shouting; where those tell nothing, by what was learned, if
 * a model is given. Linear in the text.
 */
export function moodOf(text: string, learned?: TextModel, abuse: Abuse = abuseOf(text)): Mood {
  const read = readText(text);
  const { mood, denied } = moodByRules(text, read, abuse);
  if (mood.emotion !== 'neutral' || !learned) return mood;
  const likely = learnedMood(read, learned);
  // Who says not to be angry is not, whatever the words around it are like elsewhere.
  return likely && !denied.has(likely.emotion) ? likely : mood;
}

function moodByRules(
  text: string,
  read: string,
  abuse: Abuse,
): { readonly mood: Mood; readonly denied: ReadonlySet<Emotion> } {
  const denied = new Set<Emotion>(atEase.test(read) ? (['angry', 'anxious'] as const) : []);
  const own = read.replace(harmless, '…');
  const calm: Record<Feeling, number> = { angry: 1, anxious: 1, sad: 1, surprised: 1, pleased: 1 };
  const found: Record<Feeling, string[]> = { angry: [], anxious: [], sad: [], surprised: [], pleased: [] };
  const feel = (feeling: Feeling, strength: number, words: readonly string[]) => {
    calm[feeling] *= 1 - strength;
    found[feeling].push(...words);
  };
  for (const match of matchesIn(own, anyWord)) {
    const { feeling, weight } = weightOfWord.get(match[0])!;
    const before = own.slice(Math.max(0, match.index - reach), match.index);
    const negation = negating.exec(before);
    const isTwice = negation !== null && negatingTwice.test(before.slice(0, negation.index));
    const isNegated = negation !== null && !isTwice;
    // 不满意 is a complaint; "not angry" and 不是不满意 are nothing.
    const felt = !negation ? feeling : isNegated && feeling === 'pleased' ? 'angry' : undefined;
    if (isNegated && !felt) denied.add(feeling);
    if (!felt || found[felt].includes(match[0])) continue;
    const strength = isNegated
      ? weight * 0.8
      : strengthening.test(before)
        ? Math.min(0.95, weight * 1.3)
        : weight;
    feel(felt, strength, [isNegated ? `${negation[0].trim()}${match[0]}` : match[0]]);
  }
  if (/[a-z]{3}/.test(own))
    for (const { feeling, strength, pattern } of englishFeelings) {
      const told = pattern.exec(own)?.[0].trim();
      if (told) feel(feeling, strength, [told]);
    }
  for (const feeling of feelings) {
    const sign = kaomoji[feeling].exec(read)?.[0].trim();
    if (sign) feel(feeling, weightOfKaomoji, [sign]);
  }
  // Whoever insults is angry; whoever swears at nobody may be.
  if (abuse.level >= abusiveFrom || (abuse.level > 0 && calm.pleased === 1))
    feel('angry', abuse.level * shareOfAbuse, abuse.words);
  const shouting = shoutingOf(text);
  const grievance = grievanceOf(read);
  if (grievance) {
    const { words, irony } = grievance;
    if (irony) feel('angry', grievanceWeights.ironic, [irony, ...words]);
    else if (shouting > 0) feel('angry', grievanceWeights.shouted, words);
    else if (words.length > 1) feel('angry', grievanceWeights.repeated, words);
  }
  return { mood: strongest(calm, found, shouting), denied };
}

function strongest(calm: Record<Feeling, number>, found: Record<Feeling, string[]>, shouting: number): Mood {
  // Politeness does not take a complaint back: thanks count only where nothing else is felt. Surprise alone does not
  // spoil praise: 没想到这么好用.
  const isOnlySurprise = feelings.every(
    (feeling) => feeling === 'pleased' || feeling === 'surprised' || calm[feeling] === 1,
  );
  const troubled = feelings.filter((feeling) => feeling !== 'pleased' && calm[feeling] < 1);
  const order = (troubled.length > 0 && !isOnlySurprise ? troubled : feelings).sort(
    (one, other) => calm[one] - calm[other],
  );
  const emotion = order[0]!;
  const level = 1 - calm[emotion];
  if (level === 0) {
    const isShouted = shouting >= 3 * shoutingShare;
    return isShouted
      ? { emotion: 'angry', intensity: shouting, words: ['!!!'] }
      : { emotion: 'neutral', intensity: 0, words: [] };
  }
  const intensity = Math.min(1, level + shouting * (1 - calmShare));
  return { emotion, intensity: Math.round(intensity * 100) / 100, words: [...new Set(found[emotion])] };
}

/** Exclamation marks, questions marks in a row, capitals and repeated characters, 0..0.6. */
function shoutingOf(text: string): number {
  const read = text.slice(0, 2_000);
  const marks = read.match(/[!！]/g)?.length ?? 0;
  const asking = /[?？!！]{3}/.test(read);
  const letters = read.match(/[A-Za-z]/g)?.length ?? 0;
  const capitals = read.match(/[A-Z]/g)?.length ?? 0;
  const isCapitals = letters >= 12 && capitals > letters * 0.7;
  const isRepeating = /(\p{Script=Han}{1,4})\1{2}/u.test(read);
  return [marks >= 2, asking, isCapitals, isRepeating].filter(Boolean).length * shoutingShare;
}
