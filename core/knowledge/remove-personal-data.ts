import type { RemovedData } from '../terms/draft.ts';
import type { Language } from '../terms/language.ts';
import { type HiddenKind, hiddenData } from '../text/answers.ts';
import { findAddresses } from './personal-data/addresses.ts';
import { findBareNames } from './personal-data/bare-names.ts';
import { type FoundData, findAll, maskedAt } from './personal-data/found.ts';
import { findLatinNames } from './personal-data/latin-names.ts';
import { findLearnedLatinNames, findLearnedNames } from './personal-data/learned-names.ts';
import { nameRules } from './personal-data/names.ts';
import { numberRules } from './personal-data/numbers.ts';
import { findSoundedNames } from './personal-data/sounded-names.ts';

export interface CleanedText {
  readonly text: string;
  /** How often something of a kind was taken out; kinds of which nothing was are left out. */
  readonly removed: RemovedData;
}

export type { RemovedData };

/** No message is longer; what stands behind is read in pieces of this size. */
const longestPiece = 20_000;

/**
 * The text without what tells who somebody is: numbers of people (phone, identity, card, passport, plate, account,
 * order), e-mail addresses, addresses and names give way to a neutral word in brackets. The numbers of the shop that
 * start with 400 or 800 and its own addresses stay. It errs on the side of taking out too much: a reviewer can put a
 * public address back, nobody can take a leaked one back.
 */
export function removePersonalData(text: string, language: Language): string {
  return withoutPersonalData(text, language).text;
}

/** The same, with what was taken out, for those who judge the text. Linear in its length. */
export function withoutPersonalData(text: string, language: Language): CleanedText {
  let clean = '';
  const removed: Partial<Record<HiddenKind, number>> = {};
  for (let start = 0; start < text.length; start += longestPiece) {
    const piece = text.slice(start, start + longestPiece);
    const plain = asTyped(piece);
    let end = 0;
    for (const { kind, from, to } of personalDataIn(piece)) {
      clean += plain.slice(end, from) + hiddenData[language][kind];
      removed[kind] = (removed[kind] ?? 0) + 1;
      end = to;
    }
    clean += plain.slice(end);
  }
  return { text: clean, removed };
}

/** Where a text tells who somebody is, in its order, without overlap. Places are those of the text as given. */
export function personalDataIn(text: string): FoundData[] {
  const numbers = findAll(speltFigures(asTyped(text)), numberRules);
  const addresses = findAddresses(numbers.masked);
  // Figures in words were made figures for the numbers only: in names they are words.
  const plain = unspelt(addresses.masked, asTyped(text));
  const sounded = findSoundedNames(plain);
  const names = findAll(maskedAt(plain, sounded), nameRules);
  const ruled = [...findBareNames(names.masked), ...findLatinNames(names.masked)];
  const learned = [...findLearnedNames(names.masked), ...findLearnedLatinNames(names.masked)];
  const bare = [...ruled, ...apart(learned, ruled)];
  return [...numbers.found, ...addresses.found, ...sounded, ...names.found, ...bare].sort(
    (one, other) => one.from - other.from,
  );
}

/** Those that overlap none of the others. */
const apart = (found: readonly FoundData[], others: readonly FoundData[]): FoundData[] =>
  found.filter((one) => !others.some(({ from, to }) => from < one.to && one.from < to));

/** What the removals of several texts come to. */
export function sumOfRemoved(all: readonly RemovedData[]): RemovedData {
  const sum: Partial<Record<HiddenKind, number>> = {};
  for (const removed of all)
    for (const [kind, count] of Object.entries(removed) as [HiddenKind, number][])
      sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}

/** Figures and letters as Chinese input methods write them, in their plain width. As long as it was. */
function asTyped(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ＠．＋－]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

const speltDigits = '零一二三四五六七八九';

/** 一三八…: seven and more figures in words become figures, character for character. 幺 is one, 两 two. */
function speltFigures(text: string): string {
  return text.replace(/[零〇一二两三四五六七八九幺](?:[ -]?[零〇一二两三四五六七八九幺]){6,29}/g, (run) =>
    run.replace(/[^ -]/g, (digit) => {
      if (digit === '幺') return '1';
      if (digit === '〇') return '0';
      return digit === '两' ? '2' : String(speltDigits.indexOf(digit));
    }),
  );
}

function unspelt(masked: string, original: string): string {
  if (!/[零〇一二两三四五六七八九幺]{2}/.test(original)) return masked;
  let text = '';
  for (let at = 0; at < masked.length; at++) text += masked[at] === '\u0000' ? '\u0000' : original[at];
  return text;
}
