import type { ExplainedSignal } from '../../../../core/protocol/understanding.ts';

type Part = ExplainedSignal['parts'][number];

/** A stretch of the message and how much it said: -1 (strongly against) to 1 (strongly for), 0 for nothing. */
export interface MarkedStretch {
  readonly text: string;
  readonly weight: number;
}

/** Weights of one signal on its own scale: the strongest part is 1 or -1. */
export function relativeWeights(parts: readonly Part[]): readonly Part[] {
  const most = Math.max(0, ...parts.map(({ weight }) => Math.abs(weight)));
  return most === 0 ? parts : parts.map(({ words, weight }) => ({ words, weight: weight / most }));
}

/** Where `words` stand in the message, whatever their case; a place may hold other letters than were looked for. */
function placesOf(words: string, lowered: string): readonly number[] {
  const sought = words.trim().toLowerCase();
  const places: number[] = [];
  if (sought === '') return places;
  for (let at = lowered.indexOf(sought); at >= 0; at = lowered.indexOf(sought, at + 1)) places.push(at);
  return places;
}

/** Lower case that keeps every letter in its place: `İ` would grow by one. */
const loweredInPlace = (text: string): string =>
  [...text]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('');

/** Whether the words stand in the message as they are, and not only by sound, spelling or script. */
export function standsIn(words: string, text: string): boolean {
  return placesOf(words, loweredInPlace(text)).length > 0;
}

/**
 * The message cut into stretches of equal weight, in order; together they are the message. Where parts overlap the
 * strongest counts, so that a long word group never washes out the one word in it that mattered.
 */
export function markWords(text: string, parts: readonly Part[]): readonly MarkedStretch[] {
  const lowered = loweredInPlace(text);
  const weights = new Float64Array(text.length);
  for (const { words, weight } of relativeWeights(parts)) {
    for (const start of placesOf(words, lowered)) {
      for (let at = start; at < start + words.trim().length; at++)
        if (Math.abs(weight) > Math.abs(weights[at]!)) weights[at] = weight;
    }
  }
  const stretches: MarkedStretch[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && weights[at] === weights[start]) continue;
    stretches.push({ text: text.slice(start, at), weight: weights[start]! });
    start = at;
  }
  return text === '' ? [] : stretches;
}
