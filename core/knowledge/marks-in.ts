import { stemEnglish } from '../learning/stem-english.ts';
import { emptyWords, faintWords } from './stop-words.ts';
import { normaliseText, type Segment } from './terms-of-text.ts';

/** What is looked for in texts that are shown: Chinese words as they stand, other words by their stem. */
export interface SoughtWords {
  readonly han: readonly string[];
  readonly stems: ReadonlySet<string>;
}

const run = /\p{Script=Han}+|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv;
const latinRun = /[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv;
const startsWithHan = /^\p{Script=Han}/u;
const mostMarks = 24;

/** The words by which a question is found, in all its readings; what says nothing of the matter is none of them. */
export function soughtWords(readings: readonly string[], segment: Segment): SoughtWords {
  const han = new Set<string>();
  const stems = new Set<string>();
  for (const reading of readings)
    for (const [found] of normaliseText(reading).matchAll(run)) {
      if (!startsWithHan.test(found)) {
        if (!emptyWords.has(found) && !faintWords.has(found)) stems.add(stemEnglish(found));
        continue;
      }
      const words = segment(found).filter((word) => word.length > 1 && !isFaint(word));
      for (const word of words.length > 0 ? words : pairsOf(found)) han.add(word);
    }
  return { han: [...han].sort((one, other) => other.length - one.length), stems };
}

/**
 * Where the words stand in a text, as the very characters that stand there (傳統 for 传统), each once: so that whoever
 * shows the text can mark them without knowing how it was searched.
 */
export function marksIn(text: string, { han, stems }: SoughtWords): string[] {
  const marks = new Set<string>();
  const folded = [...text].map(foldedCharacter);
  const characters = [...text];
  const plain = folded.join('');
  for (const word of han)
    for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + word.length))
      marks.add(characters.slice(at, at + word.length).join(''));
  if (stems.size > 0)
    for (const { 0: found, index } of plain.matchAll(latinRun))
      if (stems.has(stemEnglish(found))) marks.add(characters.slice(index, index + found.length).join(''));
  return [...marks].slice(0, mostMarks);
}

const isFaint = (word: string) => emptyWords.has(word) || faintWords.has(word);

const pairsOf = (run: string): string[] =>
  [...run].slice(1).flatMap((character, at) => {
    const pair = run[at]! + character;
    return isFaint(pair) || (isFaint(run[at]!) && isFaint(character)) ? [] : [pair];
  });

/** One character for each, so that places stay places; what reads as several or none stays as it is. */
function foldedCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  if (character.length > 1) return ' ';
  const read = normaliseText(character);
  return read.length === 1 ? read : character;
}
