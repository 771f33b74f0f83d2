import { charactersOfSyllable } from '../learning/syllables.ts';
import type { Lexicon, Respelling } from './lexicon.ts';
import type { Synonyms } from './synonyms.ts';

/** Two letters are too many things: sizes, units, names. */
const fewestLetters = 3;
const mostLetters = 5;
/** Whoever writes initials may mean a word that the dictionary does not have. */
const certaintyOfInitials = 0.9;

/** The words of a dictionary by their initials, with the one matter they name; `undefined` where they name several. */
type Initials = ReadonlyMap<string, { readonly matter: string; readonly words: string[] } | undefined>;

const known = new WeakMap<Synonyms, Initials>();
const firstLetters = new Map<string, Set<string>>();
for (const [syllable, characters] of charactersOfSyllable)
  for (const character of characters)
    firstLetters.set(character, (firstLetters.get(character) ?? new Set()).add(syllable[0]!));

/**
 * Initials among Chinese (yhq怎么领), where all words of the dictionary that begin so name one matter and an article holds
 * one of them. Undefined where there are none. `text` normalised as the index reads it.
 */
export function respellInitials(text: string, lexicon: Lexicon, synonyms: Synonyms): Respelling | undefined {
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  let certainty = 1;
  const read = text.replace(/(?<![a-z0-9])[a-z]{3,5}(?![a-z0-9])/g, (letters) => {
    if (lexicon.holding(letters) > 0) return letters;
    let best = 0;
    let meant = letters;
    for (const word of initialsOf(synonyms).get(letters)?.words ?? []) {
      const holding = lexicon.holding(word);
      if (holding > best) {
        best = holding;
        meant = word;
      }
    }
    if (best > 0) certainty *= certaintyOfInitials;
    return meant;
  });
  return read === text ? undefined : { text: read, certainty };
}

function initialsOf(synonyms: Synonyms): Initials {
  const before = known.get(synonyms);
  if (before) return before;
  const initials = new Map<string, { matter: string; words: string[] } | undefined>();
  for (const [word, concepts] of synonyms.words) {
    if (word.length < fewestLetters || word.length > mostLetters || !/^\p{Script=Han}+$/u.test(word))
      continue;
    const matter = concepts.join();
    for (const letters of lettersOf(word)) {
      const same = initials.get(letters);
      if (!initials.has(letters)) initials.set(letters, { matter, words: [word] });
      else if (same?.matter === matter) same.words.push(word);
      else initials.set(letters, undefined);
    }
  }
  known.set(synonyms, initials);
  return initials;
}

/** All initials of a word: 长 begins with c and with z. */
function lettersOf(word: string): readonly string[] {
  let all = [''];
  for (const character of word)
    all = all.flatMap((before) => [...(firstLetters.get(character) ?? [])].map((letter) => before + letter));
  return all;
}
