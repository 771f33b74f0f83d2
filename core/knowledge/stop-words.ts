/** Words that carry no topic at all: dropped from questions and passages. */
export const emptyWords: ReadonlySet<string> = new Set([
  ...'的 了 吗 呢 啊 吧 呀 哦 嘛 哈 噢 哎 嗯 呐 哇 喔 诶 唉 啦 咯 么 之 请问 请教 您好 你好 您 亲 麻烦 一下 谢谢 谢了 想问 问下 问一下 想问下 你们 我们 咱们 他们 您们'.split(
    ' ',
  ),
  ...'a an the is are am be was were been do does did have has had will would shall should could may might must'.split(
    ' ',
  ),
  ...'i you he she it we they me him her us them my your his its our their mine yours this that these those'.split(
    ' ',
  ),
  ...'of to in on at by for from with about as and or but if so than then there here please hi hello hey'.split(
    ' ',
  ),
  ...'just also too very really im ive id s t re ll ve m d thanks thank get got'.split(' '),
]);

/**
 * Words of asking and of general doing. They tell "how much" from "how long", so they stay,
 * at a fraction of the weight of a word that names the matter.
 */
export const faintWords: ReadonlySet<string> = new Set([
  ...'怎么 怎样 怎么样 如何 什么 为什么 为啥 啥 咋 哪 哪里 哪儿 哪个 哪些 多少 几 谁 何 怎 什 为 可以 可不可以 能 能不能 能否 可否 可 是否 是不是 有没有 有 没有 没 是 在 要 会 想 我 你 他 她 它 们 这 那 这个 那个 个 个儿 一 一个 里 上 下 中 和 与 跟 把 被 给 就 都 也 还 又 再 才 很 太 吧 让 对 到 去 来 说 做 弄 办 用 看 知道 需要 应该 怎么办 现在 已经 时候 情况 问题 东西 以 从 等 着 过 得 地 所 而 及 或 且 不 请 问 您'.split(
    ' ',
  ),
  ...'how what when where which who why can cannot cant dont not no any some much many long want need know tell use make there'.split(
    ' ',
  ),
]);

/** How much a faint word weighs beside a word that names the matter. */
export const faintWeight = 0.25;
