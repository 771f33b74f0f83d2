import type { Language } from '../terms/language.ts';
import { readPinyin } from './human-request-pinyin.ts';
import { isPinyinMessage } from './pinyin-message.ts';

const chineseFunctionWords =
  /[的了吗呢吧我你您他她们这那怎么什么哪几多少有没是在要能会和跟请谢不还给买退换货单发]/u;

/** The language that a message is written in; `fallback` where its letters do not tell. */
export function detectLanguage(text: string, fallback: Language): Language {
  const read = text.slice(0, 2_000);
  const han = read.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latinWords = read.match(/[\p{Script=Latin}'’]{2,}/gu)?.length ?? 0;
  // Kanji stand among kana: that is Japanese, and neither of ours.
  const kana = read.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (kana > 2 && kana * 2 > han) return fallback;
  if (han === 0) return latinWords > 0 ? latinLanguage(read, latinWords, fallback) : fallback;
  if (latinWords === 0) return 'zh';
  if (chineseFunctionWords.test(read)) return han >= latinWords / 4 ? 'zh' : 'en';
  return han >= latinWords ? 'zh' : 'en';
}

/** A model name or an "ok" is written alike in both languages and does not change the language of a conversation. */
function latinLanguage(read: string, words: number, fallback: Language): Language {
  // Whoever writes zhuan ren gong is answered in Chinese.
  if (words <= 8 && /\p{Script=Han}/u.test(readPinyin(read.toLowerCase()))) return 'zh';
  if (isPinyinMessage(read.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])) return 'zh';
  const isNameOnly =
    words === 1 && (/\d/.test(read) || /^\W*(?:ok|okay|hi|bye|vip|app|emm+|hh+|haha+|rg)\W*$/i.test(read));
  return isNameOnly ? fallback : 'en';
}

/** Whether more than half of what is written is Chinese characters. */
export function isChinese(text: string): boolean {
  const written = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 > written;
}
