import { namedIndex } from '../../core/learning/hash-features.ts';
import { kindsAlong } from './feeling-names.ts';
import type { Positions } from './text-convolution.ts';

const bits = 17;
/** How many indices there are. */
export const positionFeatures = 2 ** bits;
/** Of a longer word (an address, a run of laughter) only the whole counts. */
const longestSpelled = 6;
/** So much of a text is read, in characters; micro-blogs are shorter. */
const longestRead = 200;

/**
 * A text word by word: at each position the word, its characters, the pairs of them in longer words, and the kinds of
 * feeling words that touch it. So a rare word is read by its characters and by its kind. `words` in their order, as
 * they stand in `read`.
 */
export function positionsOf(words: readonly string[], read: string): Positions {
  const features: number[] = [];
  const starts = [0];
  const felt = kindsAlong(read);
  let place = 0;
  let next = 0;
  for (const word of words) {
    place = read.indexOf(word, place);
    if (place < 0 || place >= longestRead) break;
    const end = place + word.length;
    const names = new Set([`word ${word}`]);
    if (word.length <= longestSpelled)
      for (let n = 0; n < word.length; n++) {
        names.add(`character ${word[n]}`);
        if (word.length > 2 && n > 0) names.add(`pair ${word[n - 1]}${word[n]}`);
      }
    while (next < felt.length && felt[next]!.from + felt[next]!.length <= place) next++;
    for (let n = next; n < felt.length && felt[n]!.from < end; n++)
      for (const kind of felt[n]!.kinds) names.add(`kind ${kind}`);
    for (const name of names) features.push(namedIndex(name, bits));
    starts.push(features.length);
    place = end;
  }
  return { features: Uint32Array.from(features), starts: Uint32Array.from(starts) };
}
