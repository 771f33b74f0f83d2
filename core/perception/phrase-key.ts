import { charactersOfSyllable } from '../learning/syllables.ts';
import { actOf } from './act.ts';
import { readText } from './read-text.ts';

/** What two messages have in common that say the same words. */
export interface PhraseKey {
  /** Letters and digits as they are read, without courtesies. */
  readonly letters: string;
  /** The same by sound, where there is enough of it to tell words apart; else null. */
  readonly sound: string | null;
}

/** Shorter ones are typed by accident, longer ones never come a second time. */
const shortest = 2;
const longest = 80;
/** So many Chinese characters tell words apart by their sound alone. */
const enoughToHear = 4;

/** What is said out of politeness, around words that mean the same without it. */
const courtesy =
  /谢谢(?:你|您|啦|了)?|多谢|感谢|麻烦(?:你|您|了)?|请问|你好|您好|(?<!邀|申)请(?!假|客|教|求)|(?<![a-z])(?:please|pls|plz|thanks|thank you|thx|hello|hi)(?![a-z])/gu;
/** Particles that close a clause and change no fact; 吗 and 么 do: they make a question of it. */
const particle = /[吧啊呀呢嘛哦噢啦喔哈咯哟诶欸](?![\p{L}\p{N}])/gu;
/** What turns a sentence round stays what it is, however it sounds. */
const turning = /[不没别无勿未甭莫否非吗么]/;

const syllableOf: ReadonlyMap<string, string> = new Map(
  [...charactersOfSyllable].flatMap(([syllable, characters]) =>
    characters.map((character) => [character, syllable] as const),
  ),
);

/**
 * By what a message is known again: script, case, spaces, marks, courtesies and closing particles aside. Null where it
 * is nothing to be known by: empty, a courtesy as a whole, a yes or no, a single letter, or longer than anybody would
 * say twice. Linear in the text.
 */
export function phraseKey(text: string): PhraseKey | null {
  if (text.length > 4 * longest || actOf(text) !== 'question') return null;
  const letters = readText(text)
    .replace(courtesy, ' ')
    .replace(particle, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();
  const characters = [...letters];
  if (characters.length < shortest || characters.length > longest || !/\p{L}/u.test(letters)) return null;
  const heard = characters.map((one) => (turning.test(one) ? one : (syllableOf.get(one) ?? one)));
  const isHeard = characters.filter((one) => syllableOf.has(one)).length >= enoughToHear;
  return { letters, sound: isHeard ? heard.join('.') : null };
}
