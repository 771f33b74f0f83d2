/** No more of a message is read by the rules of moods and risks: they stand at its start or at its end. */
const longestHead = 2_000;
const longestTail = 500;

const simplified: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'轉转 換换 個个 與与 說说 話话 聯联 繫系 請请 經经 領领 導导 負负 責责 員员 專专 機机 講讲 幫帮 給给 讓让 來来 搵找 揾找 嗎吗 嘅的 謝谢 氣气 憤愤 爛烂 騙骗 訴诉 滾滚 廢废 煩烦 鬧闹 買买 賣卖 貨货 會会 沒没 還还 過过 這这 們们 為为 麼么 對对 錯错 擔担 著着 壞坏 樂乐 歡欢 開开 見见 幾几 時时 間间 發发 單单 問问 題题 別别 無无 實实 聽听 務务 應应 復复 傷伤 淚泪 難难 讚赞 驚惊 嚇吓 態态 處处 決决 結结 協协 師师 舉举 報报 電电 煙烟 燙烫 觸触 殺杀 輕轻 記记 體体 維维 權权 賠赔 償偿 監监 嘔呕 醫医 紅红 腫肿 詐诈 從从 險险 視视 聞闻 網网 傳传 運运 寶宝 費费 釋释 證证 嚴严 產产 質质 價价 數数 確确 認认 錢钱 誰谁 燒烧 擊击 訟讼 膚肤 癢痒 遺遗 書书 樓楼 係是 喺在 唔不 冇没 俾给 畀给 嚟来 佢他 哋们 傾聊 倾聊 駁驳 啲些 咁这 諗想 點点 職职 總总 長长 線线 絡络 絕绝 討讨 後后 裡里 裏里 動动 貴贵 溝沟 雙双 號号 頻频 護护 門门 親亲 臺台 檯台 衛卫 國国 業业 廠厂 現现 關关 連连 邊边 鐘钟 羅罗 須须 顧顾 詢询 諮咨 櫃柜 戶户 囀转 乜啥 咩啥 懶懒 複复 齊齐 該该 條条 張张 帳帐 學学 預预 約约 種种 勞劳 場场 飛飞 車车 訂订 稅税 華华 審审 較较 壓压 筆笔 緊紧 進进 級级 層层 優优 聲声 訊讯 術术 內内 變变 嗰那 揀拣 識识 覺觉 鬼鬼 歷历 擇择 錄录 間间 試试 終终 離离 斷断 滿满 邊边 鍵键'
      .split(' ')
      .filter(Boolean),
  ].map((pair) => [...pair] as [string, string]),
);
const traditional = new RegExp(`[${Object.keys(simplified).join('')}]`, 'g');
/** Cantonese words that mean something else when read character by character. */
const cantonese: Readonly<Record<string, string>> = {
  唔該: '麻烦',
  唔该: '麻烦',
  唔使: '不用',
  唔駛: '不用',
  唔好: '别',
  機械人: '机器人',
  机械人: '机器人',
};
const cantoneseWord = new RegExp(Object.keys(cantonese).join('|'), 'g');
const invisible = /[[\p{Cf}\p{Cc}]--[\n\t\u200D]]/gv;
const gapBetweenHan = /(?<=\p{Script=Han})[\s·.\-_*]{1,3}(?=\p{Script=Han})/gu;

/** Letters of other alphabets that look like Latin ones; read so inside a word that has Latin letters as well. */
const lookAlike: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аa еe оo рp сc уy хx іi ѕs һh кk мm тt вb нh αa οo εe ιi κk νv τt ρp υu χx ɑa ｏo'.split(' ')].map(
    (pair) => [...pair] as [string, string],
  ),
);
const foreignLetter = new RegExp(`[${Object.keys(lookAlike).join('')}]`, 'gu');
const anyForeignLetter = new RegExp(foreignLetter.source, 'u');

/**
 * The text as the rules of perception read it: NFKC, lower case, the traditional and Cantonese characters of service
 * talk made simplified, nothing invisible, and no gaps inside Chinese words (`转 人 工`). Linear; long texts lose their
 * middle.
 */
export function readText(text: string): string {
  if (latest.text !== text) latest = { text, read: readWhole(shortened(text)) };
  return latest.read;
}

/** Every rule of perception reads the same message. */
let latest = { text: '', read: '' };

function shortened(text: string): string {
  return text.length > longestHead + longestTail
    ? `${text.slice(0, longestHead)}\n${text.slice(-longestTail)}`
    : text;
}

/** As `readText`, for rules that must not miss the middle of a long message. */
export function readWhole(text: string): string {
  const read = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(/[‘’`´]/g, "'")
    .replace(cantoneseWord, (word) => cantonese[word]!)
    .replace(traditional, (character) => simplified[character]!)
    .replace(gapBetweenHan, '')
    .trim();
  return anyForeignLetter.test(read) ? withLatinLetters(read) : read;
}

/** Words of two alphabets are disguised Latin ones: `tаlk` with a Cyrillic `а`. A whole word of another alphabet stays. */
function withLatinLetters(read: string): string {
  return read.replace(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu, (word) =>
    /\p{Script=Latin}/u.test(word) || word.length === 1
      ? word.replace(foreignLetter, (letter) => lookAlike[letter]!)
      : word,
  );
}
