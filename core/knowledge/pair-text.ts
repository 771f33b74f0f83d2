import { fnvOf } from '../chance/fnv.ts';
import { normaliseText, type Segment } from './terms-of-text.ts';

/** A short text as the pair model reads it: numbers in place of characters and words, so that nothing is compared twice. */
export interface PairText {
  /** Hashes of the characters in their order; a run of Latin letters or of digits is one. Without punctuation. */
  readonly units: Int32Array;
  /** Hashes of the distinct words, and of how many units each has. */
  readonly words: Int32Array;
  /** What is asked after, one bit a kind of question; see `questionKinds`. */
  readonly asks: number;
  /** Words of refusal and of not: an odd number turns the meaning. */
  readonly negations: number;
  /** Hashes of the figures, rising. */
  readonly figures: Int32Array;
  /** Hashes of words in Latin letters, model names among them, rising. */
  readonly names: Int32Array;
}

const mostUnits = 64;
const longestRead = 400;
const piece = /\p{Script=Han}|\d+(?:\.\d+)?|[[\p{L}\p{M}]--\p{Script=Han}]+/gv;
const hanRun = /\p{Script=Han}+/gu;
const figure = /^\d/;
const han = /^\p{Script=Han}/u;
const negation = /不|没|无|别|未|非|勿|否|\bnot?\b|n['’]t\b|\bnever\b|\bwithout\b/g;

/** Kinds of question, Chinese and English. A text may ask in several ways. */
export const questionKinds: readonly RegExp[] = [
  /为什么|为何|为啥|怎么回事|原因|怎么会|咋回事|\bwhy\b/,
  /怎么办|怎么处理|如何处理|咋办|怎么解决|what (?:should|can|do) i do/,
  /怎么样|好不好|好吗|好用吗|如何[？?]?$|评价|\bany good\b/,
  /怎么(?!办|样|回事|处理|会|解决)|怎样|如何(?!处理)|咋(?!办|回事)|方法|步骤|\bhow (?:do|can|to|should)\b/,
  /多少钱|价格|什么价|费用|收费|几块|贵吗|\bhow much\b|\bprice\b|\bcost/,
  /多久|多长时间|几天|几个?小时|多少天|时间|\bhow long\b/,
  /什么时候|何时|几点|哪天|几号|几月|\bwhen\b/,
  /哪里|哪儿|在哪|地址|什么地方|\bwhere\b/,
  /谁|哪位|\bwho\b/,
  /多少(?!钱|天)|几(?!点|天|号|月|块)|多大|多高|多重|\bhow many\b/,
  /什么意思|是什么|啥意思|何意|含义|是啥|\bwhat (?:is|does|are)\b/,
  /症状|表现|征兆|\bsymptom/,
  /能不能|能否|可不可以|可以.*吗|能.*吗|可否|\bcan i\b|\bmay i\b/,
  /是不是|是否|是.*吗|\bis (?:it|this|there)\b/,
  /有没有|有.*吗/,
  /要不要|需要|必须|\bneed\b|\bmust\b/,
  /哪个|哪些|哪种|哪款|什么牌子|推荐|\bwhich\b/,
  /影响|后果|危害|严重/,
  /区别|不同|差别|哪个好|\bdifference\b/,
];

/** Whether a text has any unit. */
export const hasUnits = (text: string): boolean =>
  normaliseText(text.slice(0, longestRead)).search(piece) >= 0;

/** Reads a text once. Linear; of a long text the first 64 characters or words count. */
export function readPairText(text: string, segment: Segment): PairText {
  const read = normaliseText(text.slice(0, longestRead));
  const units: number[] = [];
  const figures: number[] = [];
  const names: number[] = [];
  for (const found of read.match(piece) ?? []) {
    if (units.length === mostUnits) break;
    const hash = fnvOf(found);
    units.push(hash);
    if (figure.test(found)) figures.push(hash);
    else if (!han.test(found)) names.push(hash);
  }
  const words = new Set<number>([...figures, ...names]);
  for (const run of read.match(hanRun) ?? [])
    for (const word of segment(run)) if (words.size < mostUnits) words.add(fnvOf(word));
  let asks = 0;
  for (let kind = 0; kind < questionKinds.length; kind++)
    if (questionKinds[kind]!.test(read)) asks |= 1 << kind;
  return {
    units: Int32Array.from(units),
    words: Int32Array.from(words),
    asks,
    negations: read.match(negation)?.length ?? 0,
    figures: Int32Array.from(figures).sort(),
    names: Int32Array.from(names).sort(),
  };
}
