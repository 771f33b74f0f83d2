import { emptyWords, faintWords } from './stop-words.ts';
import { shippedSynonyms } from './synonyms.ts';

/** Little words that customers say and articles do not, beside those that carry no topic. */
const spoken =
  '我的 你的 什么时候 时候 多久 多少钱 多少 怎么办 怎么弄 已经 收到 现在 今天 昨天 明天 哪里 在哪 哪儿 到了 一个 一件 可以 不能 不了 不到 还没 没有 想要 需要 能不能 要不要 是不是 为什么 错了 坏了 丢了 买了 完了 几天 多长 多大 多重 你好 请问 帮我 我要 我想';

const pairs = new Set<string>();
const characters = new Set<string>();
for (const word of [...emptyWords, ...faintWords, ...spoken.split(' ')])
  if (/^\p{Script=Han}+$/u.test(word))
    for (let at = 0; at < word.length; at++) {
      characters.add(word[at]!);
      if (at > 0) pairs.add(word.slice(at - 1, at + 1));
    }

/** Two neighbouring characters of a little word. */
export const isLittlePair = (pair: string): boolean => pairs.has(pair);

/** A word that holds such a pair: 什么时候 is 什么 and 时候. */
export const isLittleWord = (word: string): boolean =>
  Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)).some(isLittlePair);

export const isOfLittleWord = (character: string): boolean => characters.has(character);

/** By UTF-16 unit: 0 not looked up yet, 1 no, 2 yes. */
const byItself = new Uint8Array(0x1_0000);

/** A little word of one character, or one that names a matter by itself: 吗, 洗. */
export function isWordByItself(character: string): boolean {
  const unit = character.charCodeAt(0);
  if (byItself[unit] === 0) {
    const is =
      emptyWords.has(character) || faintWords.has(character) || shippedSynonyms.ofHan(character).length > 0;
    byItself[unit] = is ? 2 : 1;
  }
  return byItself[unit] === 2;
}
