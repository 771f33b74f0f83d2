import type { TextModel } from '../learning/text-model.ts';
import type { Emotion } from '../terms/perception.ts';
import type { Mood } from './emotion.ts';
import { isChinese } from './language.ts';

/**
 * How likely a feeling has to be that no word of the lexicon told; of several, the one that is furthest above. Fear and
 * surprise are rare where it learned, so less of them says more. Chosen on `models/own-messages.dev.jsonl`, each
 * half asked about by a model that had not seen it, and set higher than was best there, so that calm questions of the
 * demo shop stay calm.
 */
const likelyFrom: Readonly<Partial<Record<Emotion, number>>> = {
  angry: 0.5,
  anxious: 0.12,
  sad: 0.35,
  surprised: 0.25,
  pleased: 0.5,
};
/** What was only learned never makes a customer furious: the rules of policy reach for such words themselves. */
const intensities = { least: 0.3, most: 0.5 };
const mostPieces = 3;
/** Two characters feel nothing by themselves. */
const fewestCharacters = 4;

/** The feeling that a model finds in a text as `readText` leaves it; `null` where it is not sure of one. */
export function learnedMood(read: string, model: TextModel): Mood | null {
  // There are no English rows with feelings among what it learned from.
  if (read.length < fewestCharacters || !isChinese(read)) return null;
  const probabilities = model.probabilities(read);
  let best: { emotion: Emotion; place: number; ratio: number } | null = null;
  for (const [place, name] of model.classes.entries()) {
    const emotion = name as Emotion;
    const ratio = probabilities[place]! / (likelyFrom[emotion] ?? Number.POSITIVE_INFINITY);
    if (ratio >= (best?.ratio ?? 1)) best = { emotion, place, ratio };
  }
  if (best === null) return null;
  const { emotion, place } = best;
  const needed = likelyFrom[emotion]!;
  const share = (probabilities[place]! - needed) / (1 - needed);
  const intensity = intensities.least + (intensities.most - intensities.least) * share;
  return {
    emotion,
    intensity: Math.round(intensity * 100) / 100,
    words: model.piecesFor(read, place, mostPieces),
  };
}
