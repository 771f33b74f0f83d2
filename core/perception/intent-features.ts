import { hashFeatures, namedIndex } from '../learning/hash-features.ts';
import { stemEnglish } from '../learning/stem-english.ts';
import { conceptsOf } from './intent-concepts.ts';

/** One thing seen in a message. */
export interface IntentFeature {
  readonly index: number;
  /** How much its kind counts against the others. */
  readonly family: number;
  readonly value: number;
}

/** Indices fit into the 24 exact bits of a 32-bit float, in which weights are kept. */
export const featureBits = 22;

/** What every kind counts: found on a part of the training rows (docs/measurements/intent.md). */
export const familyWeights: readonly number[] = [1, 0.7, 0.7, 0.8, 0.6, 0.8, 0.6];
const [characters, words, telling, pairs, nearPairs, ideas, ideaPairs] = [0, 1, 2, 3, 4, 5, 6] as const;

const word = /\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+|[^\s\p{L}\p{N}]/gv;
/** Words that tell an intent only by what stands beside them. */
const empty = new Set(
  'a an the is are am be was were been do does did have has had will would shall should could may might must i you he she it we they me him her us them my your his its our their this that these those of to in on at by for from with about as and or but if so than then there here please hi hello hey just also too very really'.split(
    ' ',
  ),
);
/** No more of a message is read, and no more of its ideas are paired: the cost stays linear. */
const longestText = 1_000;
const mostIdeas = 24;

/**
 * Words that say how something is asked, and nothing of what: they stand in every house's questions. Chinese ones are
 * single characters, because a Chinese word is read as its characters and their pairs.
 */
const asking = new Set(
  [
    'what how when where which who whose why can cant cannot could no not any some much many long more most need want know tell use make get got there one all up out into over if when because'.split(
      ' ',
    ),
    '的 了 吗 呢 啊 吧 呀 哦 嘛 么 之 您 你 我 他 她 它 们 咱 是 有 没 在 要 会 想 能 可 以 否 怎 样 什 如 何 哪 谁 几 多 少 这 那 个 里 上 下 和 与 跟 把 被 给 就 都 也 还 又 再 才 很 太 让 对 到 去 来 说 做 用 请 问 不 为 啥 咋 一 些 点 得 地 着 过 从 等 已 经 所 而 或 且 时 候'.split(
      ' ',
    ),
  ].flat(),
);

const isHan = /^\p{Script=Han}$/u;

/**
 * What a message is about, as the grams of `visitGrams` that name it: words that are neither empty nor of asking, and of
 * Chinese the pairs of neighbouring characters of which neither is; a character alone where no pair is left.
 */
export function contentIndices(message: string): number[] {
  const tokens = intentText(message).match(word) ?? [];
  const isContent = (token: string | undefined): token is string =>
    token !== undefined && /[\p{L}\p{N}]/u.test(token) && !empty.has(token) && !asking.has(token);
  const grams: string[] = [];
  tokens.forEach((token, n) => {
    if (!isContent(token)) return;
    const [before, after] = [tokens[n - 1], tokens[n + 1]];
    const isPair = (other: string | undefined) => isContent(other) && isHan.test(other);
    if (!isHan.test(token)) grams.push(`${telling} ${stemEnglish(token)}`);
    else if (isPair(after)) grams.push(`${pairs} ${token} ${after}`);
    else if (!isPair(before)) grams.push(`${telling} ${token}`);
  });
  return grams.map((gram) => namedIndex(gram, featureBits));
}

/** The text as its features read it. */
export const intentText = (text: string): string =>
  text
    .slice(0, longestText)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/n['’]t\b/g, 'nt')
    .replace(/['’]/g, '');

/** Visits every n-gram but those of characters, with its words. */
export function visitGrams(
  text: string,
  visit: (family: number, gram: string, index: () => number) => void,
): void {
  const tokens = text.match(word) ?? [];
  const stems = tokens.map(stemEnglish);
  const told = stems.filter((_, n) => !empty.has(tokens[n]!));
  const found = conceptsOf(stems).sort().slice(0, mostIdeas);
  const say = (family: number, gram: string) =>
    visit(family, gram, () => namedIndex(`${family} ${gram}`, featureBits));
  for (const stem of stems) say(words, stem);
  for (const stem of told) say(telling, stem);
  for (let n = 0; n <= stems.length; n++) say(pairs, `${stems[n - 1] ?? '^'} ${stems[n] ?? '$'}`);
  for (let n = 0; n < told.length; n++)
    for (let other = n + 1; other < Math.min(told.length, n + 4); other++)
      say(nearPairs, [told[n]!, told[other]!].sort().join(' + '));
  found.forEach((idea, n) => {
    say(ideas, idea);
    for (const other of found.slice(n + 1)) say(ideaPairs, `${idea} + ${other}`);
  });
}

/** Everything seen in a message: each kind's counts, damped by 1 + ln(count). Linear in the text. */
export function intentFeatures(message: string): IntentFeature[] {
  const text = intentText(message);
  const counts = familyWeights.map(() => new Map<number, number>());
  visitGrams(text, (family, _, index) => {
    const at = index();
    counts[family]!.set(at, (counts[family]!.get(at) ?? 0) + 1);
  });
  const { indices, values } = hashFeatures(text, { bits: featureBits, characters: characterLengths(text) });
  const features: IntentFeature[] = Array.from(indices, (index, n) => ({
    index,
    family: characters,
    value: values[n]!,
  }));
  counts.forEach((grams, family) => {
    for (const [index, count] of grams) features.push({ index, family, value: 1 + Math.log(count) });
  });
  return features;
}

/** One Chinese character is a word already; one Latin letter is nothing. */
const characterLengths = (text: string): readonly [number, number] =>
  /\p{Script=Han}/u.test(text) ? [1, 5] : [2, 5];
