import type { TextModel } from '../learning/text-model.ts';
import type { Emotion } from '../terms/perception.ts';
import type { Mood } from './emotion.ts';

/**
 * How sure the model has to be of a feeling that no word of the lexicon told. It has learned from micro-blogs, where
 * people say what they feel; whoever asks a shop something mostly feels nothing worth a word. Chosen on
 * `eval/emotion/own-messages.dev.jsonl`.
 */
const surest: Readonly<Partial<Record<Emotion, number>>> = {
  angry: 0.6,
  anxious: 0.6,
  sad: 0.6,
  surprised: 0.6,
  pleased: 0.6,
};
/** What was only learned never makes a customer furious: the rules of policy reach for such words themselves. */
const intensities = { least: 0.3, most: 0.5 };
const mostPieces = 3;

/** There are no English rows among what it learned from: it is asked about Chinese only. */
const isChinese = (read: string) =>
  (read.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 > read.replace(/\s/g, '').length;

/** The feeling that a model finds in a text as `readText` leaves it; `null` where it is not sure of one. */
export function learnedMood(read: string, model: TextModel): Mood | null {
  if (!isChinese(read)) return null;
  const probabilities = model.probabilities(read);
  let place = 0;
  for (let n = 1; n < probabilities.length; n++) if (probabilities[n]! > probabilities[place]!) place = n;
  const emotion = model.classes[place] as Emotion;
  const needed = surest[emotion];
  const probability = probabilities[place]!;
  if (needed === undefined || probability < needed) return null;
  const share = (probability - needed) / (1 - needed);
  const intensity = intensities.least + (intensities.most - intensities.least) * share;
  return {
    emotion,
    intensity: Math.round(intensity * 100) / 100,
    words: model.piecesFor(read, place, mostPieces),
  };
}
