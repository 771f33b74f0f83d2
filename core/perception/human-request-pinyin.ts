import { distance } from '../learning/edit-distance.ts';

/** What the syllables of the key words and of the little words around them are written as; see `folded`. */
const syllables: Readonly<Record<string, string>> = Object.fromEntries(
  'wo我 yao要 xian想 zuan转 ren人 gon工 ke客 fu服 zen真 zao找 jie接 qin请 ban帮 gei给 bie别 bu不 yon用 xu需 lai来 ge个 zai在 ma吗 ba吧 xie谢 ni你 hao好 de的 le了 you有 mei没 huo活 huan换 ji机 qi器 wu务 fei费 jin经 li理 bian便 kuai快 dao到 dian点 hua话 lian联 xi系 sou手 nen能 yi以 liao聊 suo说 gen跟 jian见 hui回 he和 jiao叫 men们'
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);
/** Any syllable of Mandarin, folded. */
const anySyllable =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|)(?:a|o|e|i|u|v|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|an|en|in|un|on|ian|uan|van|ia|ua|uo|iao|uai|ion)$/;
const initials: Readonly<Record<string, string>> = {
  zrg: '转人工',
  zrgkf: '转人工客服',
  zrgfw: '转人工服务',
  rgkf: '人工客服',
  rgfw: '人工服务',
  zkf: '转客服',
  zzrg: '转人工',
  wyrg: '我要人工',
  wyzrg: '我要转人工',
  qzrg: '请转人工',
  bwzrg: '帮我转人工',
};
/** Whole requests that a slip of the finger may have spoilt, folded. */
const keys: readonly (readonly [string, string])[] = [
  ['zuanrengon', '转人工'],
  ['zuanrengonkefu', '转人工客服'],
  ['rengonkefu', '人工客服'],
  ['rengonfuwu', '人工服务'],
  ['woyaorengon', '我要人工'],
  ['woyaozuanrengon', '我要转人工'],
  ['zaorengon', '找人工'],
  ['rengon', '人工'],
  ['zuanren', '转人工'],
  ['zuankefu', '转客服'],
  ['zaokefu', '找客服'],
  ['zaozenren', '找真人'],
  ['zenrenkefu', '真人客服'],
];
const longestSyllable = 5;

/** zh, ch, sh as z, c, s and ng as n: the way they are mixed up; tones dropped. */
const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/([zcs])h/g, '$1')
    .replace(/ng+(?![aeiouv])/g, 'n')
    .replace(/(.)\1{2,}/g, '$1');

/** zhuan rg, zhao kf: the verb whole, the noun by its initials. */
const beforeInitials = /(?<![a-z])(zh?uan|zh?ao|yao|jie)\s?(r\s?g|k\s?f)(?![a-z])/g;
const verbs: Readonly<Record<string, string>> = { zn: '转', zo: '找', yo: '要', je: '接' };
const nouns: Readonly<Record<string, string>> = { r: '人工', k: '客服' };

const latinRun = /[a-zà-ǿ\p{M}][a-zà-ǿ\p{M}0-9' ]*/gu;

/** Requests in pinyin, whole or as initials, with slips and confused sounds, as Chinese characters. */
export function readPinyin(read: string): string {
  if (!/[a-z]/.test(read)) return read;
  return read
    .replace(/(?:(?<=[转找要接叫])\s?|^)rg(?![a-z])/g, '人工')
    .replace(
      beforeInitials,
      (_, verb: string, noun: string) => verbs[verb[0]! + verb.at(-1)!]! + nouns[noun[0]!]!,
    )
    .replace(/(?<=\p{Script=Han})\s?kf(?![a-z])|^kf(?=\p{Script=Han}|$)/gu, '客服')
    .replace(/(?<![a-z])(?:z\s?r\s?g)(?![a-z])/g, '转人工')
    .replace(
      /(?<![a-z])(?:zrgkf|zrgfw|rgkf|rgfw|zkf|zzrg|wyrg|wyzrg|qzrg|bwzrg)(?![a-z])/g,
      (word) => initials[word]!,
    )
    .replace(latinRun, (run, place: number) => readRun(run) ?? readBeside(run, read, place));
}

/** Most runs beside characters have none of these and need no second look. */
const keySyllable = /ren|gon|ke|fu|uan|en/;
const keyWord = /人工|客服|真人|转人/;

/** A syllable beside characters: zhuan人工, 转ren工. */
function readBeside(run: string, read: string, place: number): string {
  const before = /\p{Script=Han}?$/u.exec(read.slice(Math.max(0, place - 2), place))![0];
  const after = /^\p{Script=Han}{0,2}/u.exec(read.slice(place + run.length, place + run.length + 4))![0];
  if (before + after === '' || !keySyllable.test(run)) return run;
  const inside = characters(folded(run));
  return inside && keyWord.test(before + inside + after) && !keyWord.test(before) ? inside : run;
}

/** The run with what is pinyin of a request in it; undefined where nothing is. */
function readRun(run: string): string | undefined {
  const words = run.split(' ');
  const whole = folded(run);
  if (whole.length <= 20) {
    const key = keyNear(whole);
    if (key) return `${key}${run.endsWith(' ') ? ' ' : ''}`;
  }
  const spoken = words.map(folded).join(' ');
  if (!/ren|jin ?li|ke ?fu/.test(spoken)) return undefined;
  const isCertain = /re+n+ ?gon|ke ?fu|[zh][eu]o?n? ?ren/.test(spoken);
  if (!isCertain && !isOurs(spoken)) return undefined;
  const parts: string[] = [];
  let pending: string[] = [];
  const flush = () => {
    if (pending.length === 0) return;
    const joined = folded(pending.join(''));
    parts.push(characters(joined) ?? pending.join(' '));
    pending = [];
  };
  for (const word of words) {
    if (word !== '' && characters(folded(word)) !== undefined) pending.push(word);
    else {
      flush();
      const key = keyNear(folded(word));
      parts.push(key ?? word);
    }
  }
  flush();
  return parts.join(' ');
}

/** Every syllable is one of ours: lai ge ren. */
function isOurs(spoken: string): boolean {
  const read = characters(spoken.replaceAll(' ', ''));
  return read !== undefined && read.length > 1 && !read.includes('□');
}

function keyNear(word: string): string | undefined {
  if (word.length < 5) return undefined;
  for (const [key, request] of keys) {
    const slips = key.length >= 10 ? 2 : 1;
    if (Math.abs(key.length - word.length) <= slips && distance(key, word, slips) <= slips) return request;
  }
  return undefined;
}

/** The characters of a word that is all syllables, □ where one is none of ours; undefined for what is no pinyin. */
function characters(word: string): string | undefined {
  if (word === '' || word.length > 60) return undefined;
  const best: (string | undefined)[] = [''];
  for (let end = 1; end <= word.length; end++) {
    for (let length = 1; length <= Math.min(longestSyllable, end); length++) {
      const before = best[end - length];
      const part = word.slice(end - length, end);
      if (before === undefined || !(syllables[part] || anySyllable.test(part))) continue;
      const now = before + (syllables[part] ?? '□');
      const chosen = best[end];
      if (chosen === undefined || strange(now) < strange(chosen)) best[end] = now;
    }
  }
  return best[word.length];
}

/** Fewer unknown syllables first, then fewer syllables. */
const strange = (text: string): number => (text.split('□').length - 1) * 100 + text.length;
