import { emptyWords, faintWords } from './stop-words.ts';
import { shippedSynonyms } from './synonyms.ts';

/** Everyday words that customers say and articles seldom do, beside those that carry no topic. */
const spoken = [
  '我的 你的 他的 你家 我家 我们 你们 他们 人家 自己 大家 老公 老婆 对象 朋友 女朋友 男朋友 孩子 小孩 大人 老人 家里 家人 同事 同学 老板 爸妈 妈妈 爸爸',
  '什么时候 啥时候 多久 多少钱 怎么办 怎么弄 咋办 咋弄 咋整 怎么回事 哪里 在哪 哪儿 哪家 哪种 哪个 这种 那种 这样 那样 这么 那么 这里 那里 这儿 那儿 这边 那边 一样 不一样',
  '现在 今天 昨天 前天 明天 后天 今晚 昨晚 早上 上午 中午 下午 晚上 半夜 上周 下周 这周 周末 上个月 下个月 这个月 去年 今年 明年 刚才 刚刚 以前 以后 之前 之后 最近 马上 已经 还没 一直 突然 总是 经常 第一次 头一次 几天 几个 两个 三个 一个 一件 一次 一下 一点 一些 很多 好多 几点 几号 多长 多大 多重 多高',
  '可以 不能 不了 不到 没有 想要 需要 要不要 是不是 能不能 有没有 会不会 好不好 行不行 还是 还有 还能 就是 只是 但是 可是 不过 因为 所以 如果 或者 而且 然后 这个 那个 另外 其他 别的 一起 一块 直接 必须 应该 可能 肯定 真的 其实 觉得 感觉 知道 告诉 帮忙 帮我 帮看 请问 你好 谢谢 麻烦',
  '收到 买了 买的 错了 坏了 丢了 完了 到了 好了 没了 来了 走了 忘了 忘记 打开 打不开 关掉 起来 下来 出来 回来 回去 过来 过去 进去 上去 下去 拿到 看到 看看 看不到 找不到 听说 推荐 喜欢 东西 问题 地方 事情 办法 原因 意思 声音 颜色 味道 网上 店里 外面 里面 上面 下面 旁边 中间 后面 前面 手机 电脑 电话 短信 微信 支付宝 淘宝 京东 银行 信用卡 身份证 公司 单位 学校 今晚 人工 客服',
].join(' ');
/** The commonest characters of all, which stand by themselves: 我 is meant rather than 喔, 的 rather than 得. */
const common =
  '的我了你不是吗在有那这个就都还没和要去来说到上下里好看买用能会多大小人钱天年月一二三四五六七八九十两半几';

/** Everyday characters. */
export const isCommon = (character: string): boolean => common.includes(character);

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
const matters = new Uint8Array(0x1_0000);

/** A character that names a matter by itself: 洗. */
export function isMatter(character: string): boolean {
  const unit = character.charCodeAt(0);
  if (matters[unit] === 0) matters[unit] = shippedSynonyms.ofHan(character).length > 0 ? 2 : 1;
  return matters[unit] === 2;
}

/** A little word of one character, or one that names a matter: 吗, 洗. */
export const isWordByItself = (character: string): boolean =>
  emptyWords.has(character) || faintWords.has(character) || isMatter(character);
