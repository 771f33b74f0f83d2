import { stemEnglish } from '../learning/stem-english.ts';
import { emptyWords, faintWords } from './stop-words.ts';
import { shippedSynonyms } from './synonyms.ts';
import type { Segment } from './terms-of-text.ts';

/** What a clause is about: its words that carry a matter, each with the concepts that it names. */
export type Matter = readonly { readonly word: string; readonly concepts: readonly string[] }[];

const mostWords = 60;
const isHan = /^\p{Script=Han}/u;
const sayingWords = new Set(
  '一般 通常 大概 大约 约 左右 以内 之内 内 以后 之后 后 前 以前 时间 期限 期 最多 最大 最少 至少 最 目前 暂 暂时 本店 我们 咱们 商家 店铺 卖家 买家 顾客 客户 用户 商品 产品 订单 每 每人 每单 每次 单 均 皆 都 只 仅 仅限 限 为 于 是 即 哦 呢 的话 之 该 其 亲 就是 也就是 整机 全场 全 任何 所有 一律 申请 支持 提供 办理 进行 可 需 要 必须 享 享受 好 那么 到 起 收取 收 付 出 承担 从 按 计 使用 用 打 限用 直接 自己 自行 哈 免 费'.split(
    ' ',
  ),
);
const sayingEnglish = new Set(
  'usually normally about around within under up most least per each every all any only item items order orders must please use good run last lasts take takes it cover covered allow first'.split(
    ' ',
  ),
);

/** The words of a clause without those that only state. Linear. */
export function matterOf(text: string, segment: Segment): Matter {
  const matter: { word: string; concepts: readonly string[] }[] = [];
  for (const [found] of text.toLowerCase().matchAll(/\p{Script=Han}+|[\p{Script=Latin}']+/gu)) {
    if (matter.length >= mostWords) break;
    if (isHan.test(found)) {
      for (const word of segment(found))
        if (!sayingWords.has(word) && !emptyWords.has(word) && !faintWords.has(word))
          matter.push({ word, concepts: shippedSynonyms.ofHan(word) });
    } else if (!emptyWords.has(found) && !faintWords.has(found) && !sayingEnglish.has(found)) {
      const stem = stemEnglish(found.replace(/'.*$/, ''));
      if (stem.length > 1) matter.push({ word: stem, concepts: shippedSynonyms.ofStems([stem]) });
    }
  }
  return matter;
}

/**
 * How much of each side's own words the other side has too, its context included: 0..1, and how many in all. A side
 * without words of its own says the same as its context. `own` is what of the claim stands in the passage itself.
 */
export function sharesOf(
  claim: { readonly own: Matter; readonly context: Matter },
  passage: { readonly own: Matter; readonly context: Matter },
): { readonly claim: number; readonly passage: number; readonly common: number; readonly own: number } {
  const inPassage = claim.own.filter((one) => has(passage.own, one) || has(passage.context, one)).length;
  const inClaim = passage.own.filter((one) => has(claim.own, one) || has(claim.context, one)).length;
  return {
    claim: claim.own.length === 0 ? 0 : inPassage / claim.own.length,
    passage: passage.own.length === 0 ? 0 : inClaim / passage.own.length,
    common: inPassage,
    own:
      claim.own.reduce((sum, one) => sum + likenessTo(passage.own, one), 0) / Math.max(1, claim.own.length),
  };
}

/** Another word for the same thing says less than the word itself. */
const otherWord = 0.6;

function likenessTo(matter: Matter, one: Matter[number]): number {
  if (matter.some(({ word }) => word === one.word)) return 1;
  return has(matter, one) ? otherWord : 0;
}

function has(matter: Matter, one: Matter[number]): boolean {
  return matter.some(
    (other) =>
      other.word === one.word ||
      other.concepts.some((concept) => one.concepts.includes(concept)) ||
      (isHan.test(one.word) && (other.word.includes(one.word) || one.word.includes(other.word))),
  );
}
