import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { hashFeatures, namedIndex } from '../../core/learning/hash-features.ts';
import { joinedRow, rowOf, type SparseRow, unitRow } from '../../core/learning/sparse-row.ts';
import { feelingNamesOf } from './feeling-names.ts';
import { positionsOf } from './positions.ts';
import type { Positions } from './text-convolution.ts';

const bits = 19;
/** Characters in the lower half, words, marks and names in the upper. */
export const viewBits = bits + 1;
export const viewFeatures = 2 ** viewBits;

/** Ways to see a text, for learners that err differently. */
export interface Views {
  /** Characters 1–4, words 1–2 with marks, and names of feelings (`feelingNamesOf`), each of length one. */
  readonly wide: SparseRow;
  /** Characters 1–2 and words 1–2, each as one. */
  readonly short: SparseRow;
  /** The same and names of feelings. */
  readonly feeling: SparseRow;
  /** Word by word. */
  readonly positions: Positions;
}

const jieba = Jieba.withDict(dict);

export function viewsOf(text: string): Views {
  const read = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\s+/g, ' ');
  const words = jieba.cut(read, true).filter((word) => word !== ' ');
  const grams = words.flatMap((word, n) => (n === 0 ? [word] : [word, `${words[n - 1]} ${word}`]));
  const named = (names: readonly string[]) => rowOf(names.map((name) => [namedIndex(name, bits), 1]));
  const names = named(feelingNamesOf(text, read));
  const joined = (characters: SparseRow, others: SparseRow) => joinedRow(characters, others, 2 ** bits);
  const short = joined(ones(hashFeatures(read, { bits, characters: [1, 2] })), ones(named(grams)));
  return {
    wide: joined(
      joined(hashFeatures(read, { bits, characters: [1, 4] }), unitRow(named([...grams, ...marksOf(read)]))),
      unitRow(names),
    ),
    short,
    feeling: joined(short, ones(names)),
    positions: positionsOf(words, read),
  };
}

const ones = ({ indices }: SparseRow): SparseRow => ({
  indices,
  values: new Float32Array(indices.length).fill(1),
});

const steps = (count: number) => (count > 5 ? 6 : count > 2 ? 3 : count);
const counted: readonly (readonly [string, RegExp])[] = [
  ['!', /!/g],
  ['?', /\?/g],
  ['…', /\.\.\.|…|。。/g],
  ['~', /~/g],
  ['@', /@/g],
  ['#', /#/g],
  ['//', /\/\//g],
  ['[', /\[/g],
  ['latin', /[a-z]+/g],
  ['digits', /\d+/g],
  ['quotes', /["“《【]/g],
  ['commas', /,/g],
  ['stops', /。/g],
];

/** How a text is written rather than what it says: marks, length, first and last characters, emoticons. */
function marksOf(read: string): string[] {
  return [
    ...counted.map(([name, pattern]) => `${name}${steps(read.match(pattern)?.length ?? 0)}`),
    `length${Math.floor(Math.log2(read.length + 1) * 2)}`,
    `first${read.slice(0, 1)}`,
    `first${read.slice(0, 2)}`,
    `last${read.slice(-1)}`,
    `last${read.slice(-2)}`,
    ...(/(\p{Script=Han})\1\1/u.test(read) ? ['repeated'] : []),
    ...(/!\?|\?!|\?\?/.test(read) ? ['asked hard'] : []),
    ...[...read.matchAll(/\[(.{1,6}?)\]/g)].map(([emoticon]) => `emoticon${emoticon}`),
    ...[...read.matchAll(/\p{Extended_Pictographic}/gu)].map(([sign]) => `emoji${sign}`),
  ];
}
