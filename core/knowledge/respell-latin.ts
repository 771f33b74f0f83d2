import { stemEnglish } from '../learning/stem-english.ts';
import type { Lexicon, Respelling } from './lexicon.ts';
import { emptyWords, faintWords } from './stop-words.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const shortestWord = 4;
const longestWord = 20;
/** A word that no article holds may well be another word altogether, a short one the more. */
const certaintyOfShort = 0.85;
const certaintyOfLong = 0.97;
const longWord = 6;
/** Further unknown words of a question are left as they are. */
const mostWords = 4;

/** How a word came to be written with one slip, and how much likelier than a letter mistaken for any other. */
const slips = { swapped: 3, doubled: 3, missing: 2, added: 1.5, vowel: 2, mistaken: 1 } as const;
type Slip = keyof typeof slips;
/** Words that begin alike for so many letters are of one stem. */
const sameStart = 6;

/**
 * Latin words with a slip of the finger, as the words of an index would have it: refnud as refund. Only words that no
 * article holds, by one letter too many, missing, mistaken, or swapped with its neighbour; of several the likeliest.
 * Undefined where nothing would be changed. `text` normalised as the index reads it.
 */
export function respellLatin(
  text: string,
  lexicon: Lexicon,
  isKnown: (stem: string) => boolean,
): Respelling | undefined {
  let certainty = 1;
  let looked = 0;
  const read = text.replace(/(?<![\p{L}\p{N}])[a-z]+(?![\p{L}\p{N}])/gu, (word) => {
    if (word.length < shortestWord || word.length > longestWord || looked === mostWords) return word;
    if (isLittle(word) || holds(word)) return word;
    looked++;
    const meant = nearest(word);
    if (!meant) return word;
    certainty *= meant.certainty;
    return meant.word;
  });
  return read === text ? undefined : { text: read, certainty };

  function holds(word: string): boolean {
    const stem = stemEnglish(word);
    return lexicon.holding(stem) > 0 || isKnown(stem) || lexicon.holding(`${stem}e`) > 0;
  }

  function nearest(word: string): { word: string; certainty: number } | undefined {
    let best = 0;
    let chosen = '';
    const weights = new Map<string, number>();
    for (const [other, slip, at] of slipsFrom(word)) {
      // The first letter is rarely missed, and another last one is most often another form.
      if (at === 0 && slip !== 'swapped') continue;
      if (at >= word.length && word.length < longWord) continue;
      if (at === word.length - 1 && (slip === 'added' || slip === 'mistaken' || slip === 'vowel')) continue;
      if (slip === 'mistaken' && word.length < longWord) continue;
      if (isLittle(other) || !holds(other)) continue;
      const stem = stemEnglish(other);
      // A short word has many neighbours.
      if (word.length === shortestWord && slip !== 'swapped' && stem.length <= shortestWord) continue;
      const weight = slips[slip] * Math.log(2 + lexicon.holding(stem));
      const key = stem.slice(0, sameStart);
      weights.set(key, Math.max(weights.get(key) ?? 0, weight));
      if (weight > best) {
        best = weight;
        chosen = other;
      }
    }
    if (best === 0) return undefined;
    const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    return {
      word: chosen,
      certainty: (best / all) * (word.length < longWord ? certaintyOfShort : certaintyOfLong),
    };
  }
}

const isLittle = (word: string) => emptyWords.has(word) || faintWords.has(word);

const isVowel = (letter: string) => 'aeiou'.includes(letter);

/** begginer: letters doubled in the wrong place are one slip. */
function* slipsFrom(word: string): Generator<readonly [string, Slip, number]> {
  yield* oneSlipFrom(word);
  const single = word.replace(/(.)\1/g, '$1');
  if (single !== word)
    for (const [other, slip, at] of oneSlipFrom(single)) if (slip === 'doubled') yield [other, slip, at];
}

/** Words of which `word` may be a slip, with the slip and its place. */
function* oneSlipFrom(word: string): Generator<readonly [string, Slip, number]> {
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at);
    const letter = word[at];
    const tail = word.slice(at + 1);
    if (letter !== undefined) {
      const next = word[at + 1];
      if (next !== undefined && next !== letter)
        yield [head + next + letter + word.slice(at + 2), 'swapped', at];
      if (word.length > shortestWord) yield [head + tail, letter === word[at - 1] ? 'doubled' : 'added', at];
      for (const other of letters)
        if (other !== letter)
          yield [head + other + tail, isVowel(letter) && isVowel(other) ? 'vowel' : 'mistaken', at];
    }
    for (const other of letters)
      yield [
        head + other + word.slice(at),
        other === word[at - 1] || other === letter ? 'doubled' : 'missing',
        at,
      ];
  }
}
