import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { fnvOf } from '../../core/chance/fnv.ts';
import { unlikelihood } from '../../core/knowledge/personal-data/given-characters.ts';
import { rowsOf } from '../data/folder.ts';
import { givenNames, isSurname, type NamePart } from './names.ts';

/** A sentence that people wrote, and where somebody is spoken of in it. */
export interface Sentence {
  readonly text: string;
  /** Of which kind of set: what is taken out wrongly is told by kind. */
  readonly source: 'question' | 'review' | 'post' | 'helpdesk';
  /** Where a Chinese name of three characters stands by the dictionary of jieba. */
  readonly names: readonly Stretch[];
  /** Where the dictionary or its guess sees a person otherwise: nothing is learned from these. */
  readonly doubtful: readonly Stretch[];
  /** Where a pronoun or a role stands in whose place a name may stand. */
  readonly roles: readonly Stretch[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const longest = 120;
const role =
  /(?<![自其])(?:我|你|您|他|她)(?![们的国俩家])|老公|老婆|妈妈|爸爸|儿子|女儿|同事|朋友|同学|室友|邻居|客服|老师|医生|师傅|老板|店家|卖家|商家|快递员|司机|经理|店长|对方|别人|本人|房东|队友|女友|男友|姐姐|哥哥|弟弟|妹妹/gu;
/** Words that jieba's dictionary tags as people and that are none. */
const noPerson =
  /[的了吗们么是不这那你我他店机卡费鱼果粉片丸汤膏素菜花米油酒茶山河湖江海岛县区市镇村路街桥站寺庙宫人肉镜蛋汇板女男父母党会兵军队馆店家园城门]$|老吉|师傅|^(?:安全|方便|高|马上|金|银|白|黄|单|成|关于|常|万|张家|石家|和|于|连|那|何|明|全|时|房|温)/;

/** The Chinese sentences of the public sets that belong to a part, by the person that is named or by their text. */
export function sentencesOf(folder: string, part: NamePart): Sentence[] {
  const jieba = Jieba.withDict(dict);
  const sentences: Sentence[] = [];
  const given = new Set(givenNames().twos);
  for (const [text, source, key] of textsOf(folder)) {
    if (text.length > longest || !/\p{Script=Han}/u.test(text)) continue;
    const names: Stretch[] = [];
    const doubtful: Stretch[] = [];
    let at = 0;
    let named = '';
    for (const { word, tag } of jieba.tag(text, true)) {
      const stretch = { from: at, to: at + word.length };
      at += word.length;
      if (!/^nr/.test(tag) || word.length < 2) continue;
      if (isPerson(word, given)) {
        names.push(stretch);
        named = word;
      } else doubtful.push(stretch);
    }
    if (partOf(named === '' ? key : named) !== part) continue;
    const roles = [...text.matchAll(role)].map(({ 0: word, index }) => ({
      from: index,
      to: index + word.length,
    }));
    sentences.push({ text, source, names, doubtful, roles });
  }
  return sentences;
}

/** Of what the dictionary calls a person, what surely is one: many such entries are places and pieces of novels. */
function isPerson(word: string, given: ReadonlySet<string>): boolean {
  if (word.length !== 3 || !isSurname(word[0]!) || noPerson.test(word)) return false;
  return given.has(word.slice(1)) || [...word.slice(1)].every((character) => unlikelihood(character) === 0);
}

/** Half of all texts are learned from, a quarter is developed on, a quarter only measured: by a hash. */
export function partOf(key: string): NamePart {
  const place = (fnvOf(`sentence ${key}`) >>> 7) % 4;
  return place < 2 ? 'train' : place === 2 ? 'development' : 'test';
}

type Text = readonly [text: string, source: Sentence['source'], key: string];

function* textsOf(folder: string): Generator<Text> {
  const seen = new Set<string>();
  for (const text of everyText(folder)) {
    if (seen.has(text[0])) continue;
    seen.add(text[0]);
    yield text;
  }
}

function* everyText(folder: string): Generator<Text> {
  for (const { a, b } of rowsOf<{ a: string; b: string }>(folder, 'faq_pairs_zh') ?? [])
    yield* [[a, 'question', a] as const, [b, 'question', a] as const];
  for (const { text } of rowsOf<{ text: string }>(folder, 'intent_zh') ?? []) yield [text, 'question', text];
  for (const { text } of rowsOf<{ text: string }>(folder, 'sentiment_shopping') ?? [])
    yield [text, 'review', text];
  for (const { text, split } of rowsOf<{ text: string; split: string }>(folder, 'emotion_ewect') ?? [])
    if (split === 'train') yield [text, 'post', text];
  for (const { text } of rowsOf<{ text: string }>(folder, 'abuse_cold') ?? []) yield [text, 'post', text];
  const dialogues = rowsOf<{ id: string; turns: { text: string[] }[] }>(folder, 'helpdesk_stc3_cn') ?? [];
  for (const { id, turns } of dialogues)
    for (const { text } of turns) for (const one of text) yield [one, 'helpdesk', id];
}
