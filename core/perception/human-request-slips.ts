import { distance } from '../learning/edit-distance.ts';
import { latinWords } from './human-request-words.ts';

/** Shorthand of text messages. */
const shorthand: Readonly<Record<string, string>> = {
  '2': 'to',
  '4': 'for',
  u: 'you',
  r: 'are',
  cn: 'can',
  wit: 'with',
  w: 'with',
  ppl: 'people',
  hooman: 'human',
  hoomans: 'humans',
  gt: 'get',
  thru: 'through',
  sombody: 'somebody',
  sumone: 'someone',
  sumbody: 'somebody',
  gud: 'good',
  ima: 'i',
  ur: 'your',
};
/** The key words that slips are looked for, by their first letter. */
const keys =
  'human humans person people agent agents representative representatives operator manager supervisor specialist adviser advisor speak talk someone somebody anyone anybody transfer connect customer service support please live real actual chat staff employee escalate need want call'.split(
    ' ',
  );
/** Which letters a word has, one bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let place = 0; place < word.length; place++) letters |= 1 << (word.charCodeAt(place) - 97);
  return letters;
}

function bitsOf(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const slipsAllowed = (key: string): number => (key.length >= 12 ? 3 : key.length >= 8 ? 2 : 1);
const keysByLetter = Map.groupBy(
  keys.map((key) => ({ key, letters: lettersOf(key), slips: slipsAllowed(key) })),
  ({ key }) => key[0]!,
);
const keysByConsonants = new Map(
  keys.filter((key) => consonantsOf(key).length >= 3).map((key) => [consonantsOf(key), key]),
);
keysByConsonants.set('tlk', 'talk');
keysByConsonants.set('spk', 'speak');

/** Words of their own that lie one letter beside a key word. */
const neighbours = new Set(
  'personal persona personas persian humane agency agenda operated operate operates operating managed manage manages management talks walk balk tall tale tank task speaker speakers speaks spear steak sneak lives line love life olive reel red read rear deal heal lead reap rent chap cat chart chats chatting cheat stuff stall star serviced services peoples advise advised advice transfers transferred connects connected correct collect contact connection customers custom customs wants wanted wait walk went wand needs needed seed feed calls called cell all hall ball fall tall supports supported reals lived anyway anytime somewhere sometime employees employer employed event urgent agents age aged acting pleased pleases releases specialists specialised humana hymn escalator escalators representation represent represents represented'.split(
    ' ',
  ),
);
const digits: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** A Latin word as it was meant: shorthand, drawn-out letters, digits for letters, missing vowels, one slip. */
export function meant(word: string): string {
  if (latinWords.has(word)) return word;
  const short = shorthand[word];
  if (short !== undefined) return short;
  if (word.length < 3 || word.length > 24) return word;
  for (const form of [
    word.replace(/(.)\1+/g, '$1'),
    word.replace(/(.)\1{2,}/g, '$1$1'),
    word.replace(/(.)\1{2,}/g, '$1'),
  ])
    if (form !== word && /(.)\1{2,}|^(.)\2|(.)\3$/.test(word) && latinWords.has(form)) return form;
  if (/[0-9@$]/.test(word) && /[a-z]/.test(word)) {
    const spelled = word.replace(/[013457@$]/g, (digit) => digits[digit]!);
    return spelled === word ? word : meant(spelled);
  }
  if (neighbours.has(word)) return word;
  const single = word.replace(/(.)\1+/g, '$1');
  if (single !== word && keys.includes(single)) return single;
  if (!/[aeiou]/.test(word)) return keysByConsonants.get(consonantsOf(word)) ?? near(word) ?? word;
  return near(word.replace(/(.)\1{2,}/g, '$1')) ?? word;
}

function near(word: string): string | undefined {
  const letters = lettersOf(word);
  for (const first of [word[0]!, word[1]!])
    for (const { key, letters: wanted, slips } of keysByLetter.get(first) ?? []) {
      if (Math.abs(key.length - word.length) > slips || bitsOf(letters ^ wanted) > 2 * slips) continue;
      // The first letter is rarely missed; it may be swapped with the second.
      if (first !== word[0] && (key[1] !== word[0] || key[0] !== word[1])) continue;
      // In short words only swapped letters are slips: "tall" is no "talk".
      if (key.length < 5 && (key.length !== word.length || !isSwap(key, word))) continue;
      if (distance(key, word, slips) <= slips) return key;
    }
  return undefined;
}

const isSwap = (one: string, other: string): boolean =>
  [...one].sort().join() === [...other].sort().join() && distance(one, other, 1) <= 1;

function consonantsOf(word: string): string {
  return word.replace(/[aeiou]/g, '').replace(/(.)\1+/g, '$1');
}

const joinable = new Set(
  'talk speak chat need want get to a an the i me my with real live human person agent customer service support rep operator manager please pls now someone somebody'.split(
    ' ',
  ),
);

/** talktohuman: words that lost their spaces; the word itself where it is none of these. */
export function apart(word: string): readonly string[] {
  if (word.length < 8 || word.length > 32 || latinWords.has(word)) return [word];
  const spelled = word.replace(/(?<=[a-z])[2-](?=[a-z])/g, (sign) => (sign === '2' ? 'to' : ''));
  const ways: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= spelled.length; end++)
    for (let start = Math.max(0, end - 8); start < end && !ways[end]; start++) {
      const part = spelled.slice(start, end);
      const before = ways[start];
      if (before && joinable.has(part)) ways[end] = [...before, part];
    }
  return ways[spelled.length] ?? [word];
}
