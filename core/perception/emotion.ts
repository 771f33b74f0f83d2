import type { Emotion } from '../terms/perception.ts';
import { emotionSigns, emotionWords, negating, strengthening } from './emotion-words.ts';
import { readText } from './read-text.ts';

export interface Mood {
  readonly emotion: Emotion;
  /** 0 (calm) to 1 (furious, desperate). */
  readonly intensity: number;
  readonly words: readonly string[];
}

type Feeling = Exclude<Emotion, 'neutral'>;
const feelings = Object.keys(emotionWords) as Feeling[];

const weightOfWord = new Map<string, { feeling: Feeling; weight: number }>();
for (const feeling of feelings) {
  for (const [weight, words] of Object.entries(emotionWords[feeling]))
    for (const word of words.split(' '))
      weightOfWord.set(word.replaceAll('_', ' '), { feeling, weight: Number(weight) });
  for (const sign of emotionSigns[feeling].split(' ')) weightOfWord.set(sign, { feeling, weight: 0.5 });
}

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

/** "A complaint hotline" or "return without reason" name a matter; they are no feeling. */
const harmless =
  /无理由|投诉(?:电话|渠道|热线|邮箱|方式)|垃圾袋|垃圾桶|急救包|急救|应急|不着急|不急|没关系|怕水|怕冷|怕晒|怕潮|怕热|怕湿|怕不怕|防水怕|赞助|棒(?:球|子)|登山棒|trash bag|garbage bag|emergency (?:kit|exit)|no worries|not worried|don't worry|no hurry|no rush/gu;

const shoutingShare = 0.15;
const calmShare = 0.2;

/** The feeling of a message by its words, emoji and shouting. Linear in the text. */
export function moodOf(text: string): Mood {
  const read = readText(text).replace(harmless, '…');
  const calm: Record<Feeling, number> = { angry: 1, anxious: 1, sad: 1, surprised: 1, pleased: 1 };
  const found: Record<Feeling, string[]> = { angry: [], anxious: [], sad: [], surprised: [], pleased: [] };
  for (const match of read.matchAll(anyWord)) {
    const { feeling, weight } = weightOfWord.get(match[0])!;
    const before = read.slice(Math.max(0, match.index - 10), match.index);
    const isNegated = negating.test(before);
    // 不满意 is a complaint; "not angry" is nothing.
    const felt = !isNegated ? feeling : feeling === 'pleased' ? 'angry' : undefined;
    if (!felt || found[felt].includes(match[0])) continue;
    const strength = isNegated
      ? weight * 0.8
      : strengthening.test(before)
        ? Math.min(0.95, weight * 1.3)
        : weight;
    calm[felt] *= 1 - strength;
    found[felt].push(isNegated ? `${negating.exec(before)![0].trim()}${match[0]}` : match[0]);
  }
  return strongest(calm, found, shoutingOf(text));
}

function strongest(calm: Record<Feeling, number>, found: Record<Feeling, string[]>, shouting: number): Mood {
  // Politeness does not take a complaint back: thanks count only where nothing else is felt.
  const troubled = feelings.filter((feeling) => feeling !== 'pleased' && calm[feeling] < 1);
  const order = (troubled.length > 0 ? troubled : feelings).sort((one, other) => calm[one] - calm[other]);
  const emotion = order[0]!;
  const level = 1 - calm[emotion];
  if (level === 0) {
    const isShouted = shouting >= 3 * shoutingShare;
    return isShouted
      ? { emotion: 'angry', intensity: shouting, words: ['!!!'] }
      : { emotion: 'neutral', intensity: 0, words: [] };
  }
  const intensity = Math.min(1, level + shouting * (1 - calmShare));
  return { emotion, intensity: Math.round(intensity * 100) / 100, words: found[emotion] };
}

/** Exclamation marks, questions marks in a row, capitals and repeated characters, 0..0.45. */
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
