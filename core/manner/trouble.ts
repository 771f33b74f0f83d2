import type { Language } from '../terms/language.ts';
import {
  chineseAsked,
  chineseUnreal,
  chineseWord,
  englishDoings,
  englishFillers,
  englishLinks,
  englishThings,
  englishTroubles,
  turnedWords,
} from './trouble-words.ts';

/** In characters; nobody names a trouble at more length. */
export const longestTrouble: Readonly<Record<Language, number>> = { zh: 16, en: 70 };

/** No more of a message is read. */
const longestRead = 600;
/** Without the thing that it is about a trouble takes more words to be one. */
const shortestChinese = { withThing: 3, alone: 4 } as const;
const mostEnglishWords = 12;

/**
 * The customer's trouble in the customer's words, as a clause that the assistant may say: 「包裹三天没动」, "your parcel
 * hasn’t moved for three days". Null where no clause states one plainly: questions, suppositions and fears name none.
 *
 * Safe for any text: made of known words only, so it never holds markup, links, names, long numbers or insults.
 */
export function troubleIn(text: string, language: Language): string | null {
  const read = text.slice(0, longestRead).normalize('NFKC').toLowerCase();
  return language === 'zh' ? chineseTrouble(read) : englishTrouble(read);
}

interface Word {
  readonly text: string;
  readonly kind: string;
  readonly from: number;
}

function chineseTrouble(read: string): string | null {
  for (const clause of read.split(/[^\p{Script=Han}\d\p{L}]+/u)) {
    for (const run of runsOf(clause)) {
      const found = troubleOfRun(run, clause);
      if (found) return found;
    }
  }
  return null;
}

/** Stretches of known words, each with its place in the clause. */
function runsOf(clause: string): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  let place = 0;
  while (place < clause.length) {
    chineseWord.lastIndex = place;
    const match = chineseWord.exec(clause);
    if (match) {
      const kind = Object.entries(match.groups!).find(([, value]) => value !== undefined)![0];
      run.push({ text: match[0], kind, from: place });
      place += match[0].length;
    } else {
      if (run.length > 0) runs.push(run);
      run = [];
      place++;
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function troubleOfRun(run: readonly Word[], clause: string): string | null {
  const last = run.findLastIndex(({ kind }) => kind === 'trouble');
  if (last < 0) return null;
  const thing = run.findIndex(({ kind }) => kind === 'thing');
  const start =
    thing >= 0 && thing < last ? thing : run.findIndex(({ text, kind }) => kind !== 'link' || text === '我');
  let end = last;
  const after = run[last + 1];
  if (after?.kind === 'thing') end++;
  else if (after?.text === '我' && after.from + 1 === clause.length) end++;
  else if (after?.text === '的') {
    // 「坏的」 is said of a thing, unless it is all that is said: 「帐篷是坏的」.
    const isStated = run.slice(start, last).some(({ text }) => text === '是') && run.length === last + 2;
    if (!isStated) return null;
    end++;
  }
  if (run[end + 1]?.text === '了') end++;
  const words = run.slice(start, end + 1);
  // 「破炉子」 scolds the stove, and 「漏」 before another character is half a word: 漏电.
  if (/^[破烂]$/.test(run[last]!.text) && after?.kind === 'thing') return null;
  if (/^[漏破断坏]$/.test(words.at(-1)!.text) && /^\p{Script=Han}/u.test(restOf(clause, words.at(-1)!)))
    return null;
  const from = words[0]!.from;
  const to = words.at(-1)!.from + words.at(-1)!.text.length;
  if (chineseUnreal.test(clause.slice(0, from)) || chineseAsked.test(clause.slice(to))) return null;
  // 「三天没动了」 is the same as 「三天没动」, which fits into any sentence; 「断了」 needs its 了.
  const named = words
    .map(({ text }) => text.replace('我', '您'))
    .join('')
    .replace(/您们/g, '您')
    .replace(/(?<=[没不][^没不]{1,3})了$/, '');
  const shortest = words.some(({ kind }) => kind === 'thing')
    ? shortestChinese.withThing
    : shortestChinese.alone;
  return named.length >= shortest && named.length <= longestTrouble.zh ? named : null;
}

const restOf = (clause: string, { text, from }: Word): string => clause.slice(from + text.length);

function englishTrouble(read: string): string | null {
  const straight = read.replace(/[’‘`]/g, "'");
  for (const [, clause, mark] of straight.matchAll(/([^.!?,;:\n–—()]+)([.!?,;:\n–—()]|$)/g)) {
    if (mark === '?') continue;
    const found = troubleOfClause(clause!);
    if (found) return found;
  }
  return null;
}

/** "Not lost" is no trouble. */
const isGood =
  /\b(?:not|isn't|wasn't|never)(?: \w+)? (?:lost|broken|damaged|torn|stuck|late|wrong|missing|leaking)\b/;
const isStart = /^(?:my|the|this|our|it|i|i've|we|we've|half|nothing|nobody)$/;

/** A whole clause of known words from its start on, up to where 「and」 or another word begins something else. */
function troubleOfClause(clause: string): string | null {
  const words = clause.trim().split(/\s+/);
  const first = words.findIndex((word) => !englishFillers.has(word));
  if (first < 0 || !isStart.test(words[first]!)) return null;
  const known: string[] = [];
  for (const word of words.slice(first)) {
    const isJoint = known.some((one) => englishTroubles.has(one)) && /^(?:and|but|so|because)$/.test(word);
    if (isJoint || known.length > mostEnglishWords || !isKnown(word)) break;
    known.push(word);
  }
  // Cut off in the middle, a sentence may mean the opposite.
  const rest = words[first + known.length];
  if (rest !== undefined && !/^(?:and|but|so|because)$/.test(rest)) return null;
  const isNamed = known.some((word) => englishTroubles.has(word)) && known.length >= 3;
  const isAbout =
    known.some((word) => englishThings.has(word)) || /^(?:it|i've|we've|i|we)$/.test(known[0] ?? '');
  if (!isNamed || !isAbout || isGood.test(known.join(' '))) return null;
  const said = turned(known.join(' ')).replace(/'/g, '’');
  return said.length <= longestTrouble.en ? said : null;
}

function isKnown(word: string): boolean {
  return (
    englishTroubles.has(word) ||
    englishLinks.has(word) ||
    englishThings.has(word) ||
    englishDoings.has(word) ||
    /^\d{1,3}$/.test(word)
  );
}

function turned(clause: string): string {
  return clause
    .replace(/\bi (am|was)\b/g, (_whole, verb: string) => `you ${verb === 'am' ? 'are' : 'were'}`)
    .replace(/\bi wasn't\b/g, "you weren't")
    .replace(/\b(?:i've|i'm|we've|i|we|my|our|me)\b/g, (word) => turnedWords[word] ?? word);
}
