/** No more of a message is read: a wish or a mood stands at its start or at its end. */
const longestHead = 2_000;
const longestTail = 500;

const simplified: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'轉转 換换 個个 與与 說说 話话 聯联 繫系 請请 經经 領领 導导 負负 責责 員员 專专 機机 講讲 幫帮 給给 讓让 來来 搵找 嗎吗 嘅的 謝谢 氣气 憤愤 爛烂 騙骗 訴诉 滾滚 廢废 煩烦 鬧闹 買买 賣卖 貨货 會会 沒没 還还 過过 這这 們们 為为 麼么 對对 錯错 擔担 著着 壞坏 樂乐 歡欢 開开 見见 幾几 時时 間间 發发 單单 問问 題题 別别 無无 實实 聽听 務务 應应 復复 傷伤 淚泪 難难 讚赞 驚惊 嚇吓 態态 處处 決决 結结 協协 師师 舉举 報报 電电 煙烟 燙烫 觸触 殺杀 輕轻 記记 體体 維维 權权 賠赔 償偿 監监 嘔呕 醫医 紅红 腫肿 詐诈 從从 險险 視视 聞闻 網网 傳传 運运 寶宝 費费 釋释 證证 嚴严 產产 質质 價价 數数 確确 認认 錢钱 誰谁 燒烧 擊击 訟讼 膚肤 癢痒 遺遗 書书 樓楼'.split(
      ' ',
    ),
  ].map((pair) => [...pair] as [string, string]),
);
const traditional = new RegExp(`[${Object.keys(simplified).join('')}]`, 'g');
const invisible = /[[\p{Cf}\p{Cc}]--[\n\t\u200D]]/gv;
const gapBetweenHan = /(?<=\p{Script=Han})[\s·.\-_*]{1,3}(?=\p{Script=Han})/gu;

/**
 * The text as the rules of perception read it: NFKC, lower case, the traditional characters of service talk made
 * simplified, nothing invisible, and no gaps inside Chinese words (`转 人 工`). Linear; long texts lose their middle.
 */
export function readText(text: string): string {
  if (latest.text !== text) latest = { text, read: readAgain(text) };
  return latest.read;
}

/** Every rule of perception reads the same message. */
let latest = { text: '', read: '' };

function readAgain(text: string): string {
  const kept =
    text.length > longestHead + longestTail
      ? `${text.slice(0, longestHead)}\n${text.slice(-longestTail)}`
      : text;
  return kept
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(/[‘’`´]/g, "'")
    .replace(traditional, (character) => simplified[character]!)
    .replace(gapBetweenHan, '')
    .trim();
}
