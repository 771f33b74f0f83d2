import type { Emotion, MoodCourse, MoodPoint } from '../terms/perception.ts';

/** How strongly each emotion weighs against the customer's ease; the course rises when it gets worse. */
const strainOf: Readonly<Record<Emotion, number>> = {
  angry: 1,
  anxious: 0.7,
  sad: 0.6,
  surprised: 0.2,
  neutral: 0,
  pleased: -0.5,
};
/** A change below this is none: one exclamation mark more or less. */
const smallestChange = 0.15;
/** What lies further back counts half as much with every message. */
const memory = 0.5;
const calm: MoodPoint = { emotion: 'neutral', intensity: 0 };

/**
 * How the mood went, oldest first: the feeling now, whether the strain grows, and its peak. The last message is held
 * against what was before it, the nearer the more, so that one friendly word after three angry ones shows as falling
 * and a new anger after ease as rising. A first message that is strained is rising: it came from somewhere.
 */
export function moodCourse(moods: readonly MoodPoint[]): MoodCourse {
  const strains = moods.map(({ emotion, intensity }) => strainOf[emotion] * intensity);
  const last = strains.at(-1) ?? 0;
  let sum = 0;
  let weights = 0;
  for (let back = 1; back < strains.length; back++) {
    const weight = memory ** (back - 1);
    sum += weight * strains[strains.length - 1 - back]!;
    weights += weight;
  }
  const change = last - (weights === 0 ? 0 : sum / weights);
  const highest = Math.max(0, ...strains);
  const place = strains.lastIndexOf(highest);
  const at = moods[place];
  return {
    now: pointOf(moods.at(-1) ?? calm),
    trend: change > smallestChange ? 'rising' : change < -smallestChange ? 'falling' : 'steady',
    peak: highest > 0 && at ? { ...pointOf(at), place } : null,
  };
}

const pointOf = ({ emotion, intensity }: MoodPoint): MoodPoint => ({ emotion, intensity });
