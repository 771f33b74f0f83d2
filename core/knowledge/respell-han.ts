import { stemEnglish } from '../learning/stem-english.ts';
import { isPinyin } from '../learning/syllables.ts';
import type { Lexicon, Respelling } from './lexicon.ts';
import { isLittleWord, isMatter, isWordByItself } from './little-words.ts';
import { likeliest, type Step, waysOfHan, waysOfSounds } from './sound-lattice.ts';
import { faintWords } from './stop-words.ts';

/** A Latin word so long is no abbreviation. */
const longWord = 5;
/** A sentence; longer ones are read no further. */
const longestStretch = 120;
/** Of the characters that sounds were read as, so many must be words. */
const leastSupport = 0.6;
/** Of words that are all Latin. */
const leastSounds = 0.75;
/** What sounds only nearly so is less sure. */
const certaintyOfNear = 0.95;
/** Sounds that made no word take this share of the certainty. */
const doubtOfUnread = 0.5;
/** Articles that hold a pair, and the share of those that hold its second character. */
const fewestTogether = 2;
const boundShare = 0.3;

/** Chinese characters, those of one UTF-16 unit, and Latin words with what stands between them. */
const stretch = /[㐀-鿿a-z]+(?:[ ']*[㐀-鿿a-z]+)*/gu;
const startsWithHan = /^[㐀-鿿]/;
const isLatin = (text: string) => /^[a-z]/.test(text);

/**
 * Chinese that was written by its sound, as the words of an index would have it: pinyin (tuihuo) and characters that
 * sound like those that were meant (退或), the likeliest sequence by the index's own pairs of characters (Viterbi). What
 * the index knows as words stays. `inDictionary` cuts a text into the dictionary's words, what is none into characters.
 * Undefined where nothing would be changed, or what is changed names nothing (tame, 他么). `text` normalised as the index reads it.
 */
export function respellHan(
  text: string,
  lexicon: Lexicon,
  inDictionary: (text: string) => readonly string[],
): Respelling | undefined {
  let certainty = 1;
  let isChanged = false;
  let isAbout = false;
  const read = text.replace(stretch, (found) => {
    if (found.length > longestStretch) return found;
    return groupsOf(found, lexicon)
      .map((group) => {
        const meant =
          typeof group === 'string' ? undefined : respellStretch(group.words, lexicon, inDictionary);
        if (!meant) return typeof group === 'string' ? group : group.written;
        certainty *= meant.certainty;
        isChanged = true;
        isAbout ||= meant.isAbout;
        return meant.text;
      })
      .join('');
  });
  return isChanged && isAbout ? { text: read, certainty } : undefined;
}

/** A part of the text as it may have been meant, and whether it names any matter. */
interface ReadStretch extends Respelling {
  readonly isAbout: boolean;
}

/**
 * Words that stand together, Chinese ones and sounds, and between them what is neither. Latin words alone are sounds
 * only if nearly all are.
 */
function groupsOf(found: string, lexicon: Lexicon): (string | { words: string[]; written: string })[] {
  const pieces = found.split(/([㐀-鿿]+|[a-z]+)/);
  const isWord = (piece: string) => (isLatin(piece) ? isSounds(piece, lexicon) : startsWithHan.test(piece));
  const latin = pieces.filter(isLatin);
  const isAllLatin = latin.length * 2 + 1 === pieces.length;
  if (isAllLatin && latin.filter(isWord).length < latin.length * leastSounds) return [found];
  const groups: (string | { words: string[]; written: string })[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = groups.at(-1);
    if (isWord(piece)) {
      if (typeof last === 'object') {
        last.words.push(piece);
        last.written += piece;
      } else groups.push({ words: [piece], written: piece });
    } else if (/^[ ']+$/.test(piece) && typeof last === 'object' && isWord(pieces[at + 1] ?? ''))
      last.written += piece;
    else groups.push(piece);
  }
  return groups;
}

/** Whether a Latin word may be pinyin: a short one that articles hold is itself. */
const isSounds = (word: string, lexicon: Lexicon) =>
  isPinyin(word) && (word.length >= longWord || lexicon.holding(stemEnglish(word)) === 0);

function respellStretch(
  words: readonly string[],
  lexicon: Lexicon,
  inDictionary: (text: string) => readonly string[],
): ReadStretch | undefined {
  const places = words.flatMap((word) =>
    isLatin(word) ? waysOfSounds(word, lexicon) : waysOfHan(word, lexicon, inDictionary),
  );
  // Most questions hold nothing that is not known.
  if (places.every((ways) => ways.length === 1)) return undefined;
  const chosen = likeliest(places, lexicon);
  if (!chosen || chosen.every(({ kind }) => kind === 'written')) return undefined;
  return believed(chosen, lexicon, inDictionary);
}

/**
 * What was changed stays where it makes a word that articles hold, or in place of sounds a little word; other characters
 * are left as they were written. Undefined where too few sounds make words, or nothing is left.
 */
function believed(
  chosen: readonly Step[],
  lexicon: Lexicon,
  inDictionary: (text: string) => readonly string[],
): ReadStretch | undefined {
  const words = inDictionary(chosen.map(({ character }) => character).join(''));
  let certainty = 1;
  let sounds = 0;
  let isWords = 0;
  let changes = 0;
  let isAbout = false;
  let text = '';
  let place = 0;
  for (const word of words) {
    const steps = chosen.slice(place, place + word.length);
    place += word.length;
    const isHeld =
      word.length > 1 ? lexicon.holding(word) > 0 : isBound(chosen[place - 2], steps[0]!, lexicon);
    if (word.length > 1 ? isHeld && !faintWords.has(word) : isMatter(word)) isAbout = true;
    for (const { character, kind, written } of steps) {
      if (kind === 'sound') {
        sounds++;
        if (isHeld || isWordByItself(character) || isLittleWord(word)) isWords++;
      } else if (kind !== 'written' && isHeld) {
        changes++;
        if (kind === 'near') certainty *= certaintyOfNear;
      }
      text += kind === 'sound' || isHeld ? character : written;
    }
  }
  if (changes + sounds === 0 || isWords < sounds * leastSupport) return undefined;
  const unread = sounds === 0 ? 0 : 1 - isWords / sounds;
  return { text, certainty: certainty * (1 - unread * doubtOfUnread), isAbout };
}

/** Whether a character mostly stands behind the one before: 杖 behind 山. */
function isBound(before: Step | undefined, { character }: Step, { holding }: Lexicon): boolean {
  const together = before ? holding(before.character + character) : 0;
  return together >= fewestTogether && together >= holding(character) * boundShare;
}
