import { capitalisedWords } from './capitalised-words.ts';
import { mask } from './found.ts';

/** Indices of features lie below this power of two. */
export const latinFeatureBits = 15;

/** A word of a text in Latin letters. UTF-16 places. */
export interface LatinWord {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly lower: string;
  readonly isCapital: boolean;
}

/** One to three words in a row that may be somebody's name. */
export interface LatinCandidate {
  readonly first: number;
  readonly last: number;
}

const word = /[\p{Script=Latin}][\p{Script=Latin}\p{M}-]{0,24}|['’](?:s|m|ll|re|ve|d)\b|\d+|[^\s]/gu;
const letters = /^[\p{Script=Latin}]/u;
const particles = new Set(
  'van von de der den la le di da dos del della du bin binti al el ibn ter ten zu o mc'.split(' '),
);
const most = 4;
const furthest = 7;

export function latinWords(text: string): LatinWord[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    text: found,
    lower: found.toLowerCase(),
    isCapital: letters.test(found) && found[0] !== found[0]!.toLowerCase(),
  }));
}

/** Words in a row that begin with a capital; between them 「van der」 or 「O'」 may stand. Linear. */
export function latinCandidates(words: readonly LatinWord[], text: string): LatinCandidate[] {
  const candidates: LatinCandidate[] = [];
  words.forEach((one, first) => {
    if (!one.isCapital) return;
    for (
      let last = first, size = 1;
      size <= most && last < Math.min(words.length, first + furthest);
      last++
    ) {
      const next = words[last]!;
      if (last > first) {
        const gap = text.slice(words[last - 1]!.to, next.from);
        const isJoined =
          gap === '' && (next.text === "'" || next.text === '’' || /['’]/.test(words[last - 1]!.text));
        if (gap !== ' ' && !isJoined) break;
      }
      if (next.isCapital) candidates.push({ first, last });
      else if (!particles.has(next.lower) && next.text !== "'" && next.text !== '’') break;
      if (next.isCapital) size++;
    }
  });
  return candidates;
}

const nothing = '\u0002';

/** What is looked at in a candidate, as indices of hashed features: its words' letters, how they are written elsewhere, and the words beside it. */
export function latinFeatures(words: readonly LatinWord[], { first, last }: LatinCandidate): Uint32Array {
  const found: number[] = [];
  const count = Math.min(3, last - first + 1);
  const add = (template: string, value: string | number) => {
    found.push(indexOf(`${template}${value}`));
  };
  const at = (place: number) => words[place]?.lower.replaceAll(mask, '▮') ?? nothing;
  const l1 = at(first - 1);
  const l2 = at(first - 2);
  const r1 = at(last + 1);
  const r2 = at(last + 2);
  const isStart = first === 0 || /^[.!?:]$/.test(l1);
  const isAllCapital = /[A-Z]{2}/.test(words[first]!.text) ? 1 : 0;
  const start = isStart ? 1 : 0;
  add('a', `${count}${start}${isAllCapital}`);
  add('b', `${l1}|${count}`);
  add('c', `${l2} ${l1}`);
  add('d', `${at(first - 3)} ${l2} ${l1}`);
  add('e', `${r1}|${count}`);
  add('f', `${r1} ${r2}`);
  add('g', `${r1} ${r2} ${at(last + 3)}`);
  add('h', `${l1} ${r1}`);
  add('i', `${start} ${r1}`);
  add('B', `${l1}`);
  add('E', `${r1}`);
  // A run of capitals that goes on is cut in the wrong place.
  add('j', `${words[first - 1]?.isCapital && !isStart ? 1 : 0}${words[last + 1]?.isCapital ? 1 : 0}${count}`);
  for (let place = first; place <= last; place++) {
    const { lower, text, isCapital } = words[place]!;
    const position = place === first ? 'F' : place === last ? 'L' : 'M';
    if (!isCapital) {
      add('k', lower);
      continue;
    }
    add('l', lower);
    add('m', `${position}${lower}`);
    add('n', `${capitalisedWords.has(lower) ? 1 : 0}${position}${start}`);
    add('o', `${text.length}${position}`);
    add('p', lower.slice(0, 3));
    add('q', lower.slice(-3));
    add('r', lower.slice(-2));
    add('w', `${lower.slice(-1)}${position}`);
    add(
      's',
      text
        .replace(/[a-z]+/g, 'a')
        .replace(/[A-Z]+/g, 'A')
        .slice(0, 6),
    );
    const bordered = `^${lower}$`;
    for (let from = 0; from + 3 <= bordered.length && from < 12; from++)
      add('t', bordered.slice(from, from + 3));
  }
  return Uint32Array.from(found);
}

function indexOf(value: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - latinFeatureBits);
}
