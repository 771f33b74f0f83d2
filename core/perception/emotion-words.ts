import type { Emotion } from '../terms/perception.ts';

/** A first lexicon: words of customers by feeling, with how strongly each speaks, 0..1. Text as `readText` leaves it. */
export const emotionWords: Readonly<Record<Exclude<Emotion, 'neutral'>, Readonly<Record<number, string>>>> = {
  angry: {
    0.9: '去死 傻逼 煞笔 sb 操你 他妈 tmd 妈的 滚蛋 人渣 畜生 王八蛋 狗屎 骗子公司 黑心 无耻 fuck fucking bullshit scammers asshole',
    0.7: '气死 骗子 欺诈 骗人 欺骗 忽悠 垃圾 投诉 举报 曝光 12315 消协 维权 起诉 律师 愤怒 火大 太过分 过分 恶心 坑人 流氓 诈骗 假货 霸王条款 忍无可忍 不要脸 智障 脑残 废物 furious scam outrageous fraud disgusting lawsuit lawyer sue unacceptable ridiculous liar liars pathetic chargeback',
    0.5: '什么破 什么玩意 什么东西 生气 差劲 太差 差评 坑爹 糊弄 敷衍 推卸 踢皮球 受够 无语 服了 离谱 不负责任 搞什么 什么态度 凭什么 烂透 太烂 真烂 滚 呵呵 可恶 耍我 玩我 气人 angry terrible awful horrible worst useless rubbish garbage crap hate lied rude trash unprofessional wtf annoyed frustrated frustrating fed_up sick_of complaint complain joke',
    0.35: '很不满 非常不满 失望透顶 没用 答非所问 听不懂人话 废话 还没解决 到底 三番五次 一拖再拖 拖了 没人管 不理人 没人理 怎么回事 disappointed unhappy nonsense still_waiting still_not poor_service waste_of_time',
  },
  anxious: {
    0.6: '急死 着急 很急 急用 十万火急 紧急 救命 等不及 来不及 赶不上 urgent urgently emergency asap desperate panicking',
    0.45: '急 担心 害怕 怎么办啊 怎么办呀 怕 焦虑 心慌 慌 快点 赶紧 尽快 马上要 明天就要 今天就要 后天就要 不会丢了吧 丢件 worried worry anxious nervous scared afraid hurry immediately concerned',
    0.3: '怎么办 什么时候才 怎么还没 怎么还不 还没到 还没收到 等了 还要多久 一直没 still_hasnt how_much_longer right_away',
  },
  sad: {
    0.6: '伤心 难过 想哭 哭了 心碎 绝望 崩溃 难受 heartbroken crying devastated miserable',
    0.45: '失望 委屈 可惜 遗憾 心疼 郁闷 沮丧 心累 倒霉 唉 disappointing sad upset sadly unfortunately',
  },
  surprised: {
    0.5: '震惊 惊呆 惊讶 不敢相信 难以置信 shocked unbelievable astonished',
    0.35: '居然 竟然 没想到 天哪 天啊 我的天 哇塞 吓一跳 不会吧 真的假的 wow omg surprised really?! unexpected',
  },
  pleased: {
    0.6: '太好了 太棒了 非常满意 超级喜欢 爱了 完美 感激不尽 太感谢 好评 amazing awesome excellent perfect love_it fantastic wonderful brilliant',
    0.45: '满意 喜欢 开心 高兴 给力 靠谱 棒 赞 厉害 贴心 感谢 多谢 谢谢 辛苦了 great happy glad pleased helpful appreciate thank_you thanks nice good_job',
  },
};

/** Emoji and kaomoji by feeling. */
export const emotionSigns: Readonly<Record<Exclude<Emotion, 'neutral'>, string>> = {
  angry: '😠 😡 🤬 👿 💢 🖕 😤 👎',
  anxious: '😰 😨 😱 😟 😥 🥺 😓',
  sad: '😢 😭 😞 😔 💔 ☹ 🙁 😩 😿',
  surprised: '😮 😲 😳 🤯 😯',
  pleased: '😊 😀 😁 😄 😃 🥰 😍 👍 ❤ 🌹 🎉 😘 🙏 😆 💐',
};

/** Strengthen the word that follows. */
export const strengthening =
  /(?:太|非常|特别|真的?|好|超级?|十分|极其|实在|很|so|very|really|extremely|absolutely|totally|bloody|damn)\s?$/u;

/** Turn the word that follows into its opposite or into nothing. */
export const negating =
  /(?:不|没有?|别|并非|无|不是很?|不太|不怎么|not|no|never|n't|isnt|dont|wasnt|not very|not at all)\s?$/u;
