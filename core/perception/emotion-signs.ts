import type { Feeling } from './emotion-words.ts';

/** Emoji by feeling. */
export const emoji: Readonly<Record<Feeling, string>> = {
  angry: '😠 😡 🤬 👿 💢 🖕 😤 👎',
  anxious: '😰 😨 😱 😟 😥 🥺 😓',
  sad: '😢 😭 😞 😔 💔 ☹ 🙁 😩 😿',
  surprised: '😮 😲 😳 🤯 😯',
  pleased: '😊 😀 😁 😄 😃 🥰 😍 👍 ❤ 🌹 🎉 😘 🙏 😆 💐',
};

/**
 * 颜文字 by feeling, as `readText` leaves them (NFKC makes ^ and brackets half width, lower case makes t_t), and the
 * emoticons of the platforms (`[怒]`). Every pattern is anchored on its middle, so that a text is read once.
 */
export const kaomoji: Readonly<Record<Feeling, RegExp>> = {
  angry:
    /[(（]?[╯╰ノ][^\s]{0,12}[╯︵彡][^\s]{0,6}┻━┻|┻━┻|ಠ_+ಠ|>_<#|[(（][#＃`][^)）]{1,6}[)）]|凸|\[(?:怒|怒骂|抓狂|鄙视|哼|右哼哼|左哼哼|吐|发怒|衰|咒骂)\]|(?<![a-z]):@/u,
  anxious:
    /[(（][;；°º][^)）]{1,6}[°º;；][)）]|σ[(（][^)）]{1,6}[)）]|\[(?:惊恐|害怕|流汗|冷汗|汗|恐惧)\]|(?<![a-z])>_<(?!#)/u,
  sad: /(?<![a-z])t[_.︵﹏]?t(?![a-z])|(?<![a-z])qaq(?![a-z])|(?<![a-z])q_q(?![a-z])|ಥ_+ಥ|[;；]_[;；]|(?<![a-z])orz(?![a-z])|(?:^|[\s\p{Script=Han}a-z.,!?]):['’]?-?\((?![a-z])|\[(?:泪|伤心|大哭|流泪|悲伤|委屈|快哭了|难过|失望|心碎)\]/u,
  surprised: /(?<![a-z0-9])o[_.]o(?![a-z0-9])|Σ|[(（]⊙[^)）]{1,4}⊙[)）]|\[(?:惊讶|吃惊|疑问|震惊)\]/u,
  pleased:
    /[(（]?[*=]?\^[_▽ω.o-]{0,2}\^[*=]?[)）]?|[(（][^)）]{0,4}▽[^)）]{0,4}[)）]|(?:^|[\s\p{Script=Han}a-z.,!]):-?\)|(?<![a-z]):d(?![a-z])|\[(?:微笑|爱心|玫瑰|鼓掌|赞|强|哈哈|太开心|呲牙|愉快|偷笑|耶|心|爱你|抱拳)\]|<3/u,
};

/** What is put where praise is not meant. */
export const ironicSigns = /[🙄🙃🙂👏😒]|\[(?:白眼|呵呵|再见|微笑)\]|呵呵|slow clap|\bsure, jan\b/u;
