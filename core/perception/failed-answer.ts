const chinese = [
  '答非所问',
  '(?:这个|这些|这篇|那个|那篇|你说的|你发的|上面的)?我?(?:都|也|早就?|已经)?(?:看|试|读|做|点|弄)过了?',
  '我?(?:都|也|已经)?试了',
  '你?(?:根本|完全|压根|还是)?没有?(?:听懂|看懂|理解|明白|回答|答)(?:我的?(?:意思|问题)?|问题|我说的)?',
  '不是我(?:问|要|想问|说)的',
  '我(?:问|说|要)的不是(?:这个|这些)',
  '我不是(?:问|说)这个',
  '(?:还是|又是|都是)(?:一样|这(?:句|套|些|个)(?:话|回答)?|同样的(?:话|回答)?)',
  '同样的(?:话|回答|答案)',
  '你?(?:一直|总是?)在?重复',
  '(?:说了)?等于没说|白说',
  '不管用|没用|没有用|不行|没(?:有|什么)?帮助',
  '这?不(?:能)?解决(?:我的)?问题|解决不了(?:我的)?问题?',
];
const english = [
  "i(?:'ve| have)? (?:already )?(?:tried|did|done|read|seen) (?:it|that|this|all (?:of )?that)(?: already)?",
  'already (?:tried|did|done|read|seen)(?: (?:it|that|this|all (?:of )?that))?',
  "(?:that(?:'s| is)|this is) (?:not (?:an answer|helpful|right|it|what i (?:said|asked|meant|need(?:ed)?)(?: for)?)|no help|no use|pointless)",
  "(?:you(?:'re| are|) (?:just |keep |keeps )*|stop )repeating yourself",
  '(?:the )?same (?:thing|answer|reply|link)(?: again| as before| over and over(?: again)?)?',
  "you(?:'re| are)? (?:don't|do not|not) (?:understand(?:ing)?|get(?:ting)?|listen(?:ing)?)(?: me| it| this)?",
  '(?:still |it(?:.s| is) |it.s still )?not working(?: either| still)?',
];
const around = '(?:但是?|可是?|不过|啊|呀|呢|吧|了|的|嘛|还是|都|but|and|still|again|no|ok|so)';
const whole = new RegExp(
  `^(?:${around} ?)*(?:(?:${[...chinese, ...english].join('|')}) ?(?:${around} ?)*){1,4}$`,
  'u',
);

/**
 * Whether a message says nothing but that the answer before it was none: 「答非所问」, 「这个我看过了，没用」, "that's not an answer".
 * `read` is text as `readText` leaves it, without marks and with single spaces.
 */
export const saysAnswerFailed = (read: string): boolean => whole.test(read);
