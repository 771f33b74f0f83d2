import { matchesIn } from '../learning/matches-in.ts';
import { readPinyin } from './human-request-pinyin.ts';
import { apart, meant } from './human-request-slips.ts';
import { hearSounds } from './human-request-sounds.ts';
import { type Concept, hanWords, latinWords, longestHanWord, longestPhrase } from './human-request-words.ts';

/** A clause as the grammar reads it: one letter a word, and the words to quote. */
export interface Clause {
  readonly concepts: string;
  readonly words: readonly string[];
}

/** Each part stands alone between its marks: `转,人,工`, `(转)(人)(工)`, `t.a.l.k`. */
const spacedHan =
  /(?<![\p{Script=Han}\p{L}\p{N}])\p{Script=Han}(?:[^\p{L}\p{N}\n]{1,4}\p{Script=Han}(?![\p{Script=Han}\p{L}\p{N}]))+/gu;
const marked = /(?<![a-z0-9])[a-z](?:([.\-_*~/])[a-z](?![a-z0-9]))(?:\1[a-z](?![a-z0-9]))*/g;
const spacedLatin = /(?<![a-z0-9])[a-z](?: [a-z](?![a-z0-9'])){2,}/g;
const doubled = /([转人工])\1+/gu;
const filler =
  /呃|嗯+|唔+|额(?![度外])|哎呀?|诶|欸|喂+|就是说|就是(?=[我想找要转人那])|那个(?!人(?!工))|那什么|(?<![a-z])(?:u+h+m*|u+m+|e+r+m*|hm+|like a|you know)(?![a-z])/gu;

/** Pictures of people and of machines, as words of the language around them. */
const personPicture = /[👤👥🧑👨👩](?:\u200d?[💼💻🎧🔧])\ufe0f?|[👤🧑💁🙋](?=[^👦👧👶]|$)/gu;
const machinePicture = /🤖/gu;
const picture = /[👤🧑👨👩💁🤖]/u;

function readPictures(read: string): string {
  if (!picture.test(read)) return read;
  const isLatin = /[a-z]{2}/.test(read) && !/\p{Script=Han}/u.test(read);
  return read
    .replace(personPicture, isLatin ? ' human ' : '真人')
    .replace(machinePicture, isLatin ? ' bot ' : '机器人');
}

const clauseEnd = /[^\p{L}\p{N}\p{M}'$@/□ -]+/u;
const piece = /\p{Script=Han}+|[\p{Script=Latin}0-9$@][\p{Script=Latin}0-9$@'/]*|□+/gu;

/** The clauses of a message in order. `read` is text as `readWhole` leaves it. Linear in its length. */
export function clausesOf(read: string): Clause[] {
  const pictured = readPictures(read);
  const tight = pictured
    .replace(/@(?=\p{Script=Han})/gu, ' ')
    .replace(spacedHan, (run) => run.replace(/[^\p{L}\p{N}]+/gu, ''))
    .replace(marked, (run) => run.replace(/[^a-z]+/g, ''))
    .replace(spacedLatin, (run) => run.replaceAll(' ', ''));
  const heard = hearSounds(readPinyin(tight).replace(doubled, '$1').replace(filler, ' '));
  const clauses: Clause[] = [];
  for (const part of heard.split(clauseEnd)) {
    const clause = conceptsOf(part);
    if (clause.words.length > 0) clauses.push(clause);
  }
  return clauses;
}

function conceptsOf(part: string): Clause {
  let concepts = '';
  const words: string[] = [];
  const put = (concept: Concept, word: string) => {
    concepts += concept;
    words.push(word);
  };
  let latin: string[] = [];
  const flush = () => {
    readLatin(latin, put);
    latin = [];
  };
  for (const [found] of matchesIn(part, piece)) {
    if (/^[\p{Script=Latin}0-9$@]/u.test(found)) latin.push(found);
    else {
      flush();
      readHan(found, put);
    }
  }
  flush();
  return { concepts, words };
}

type Put = (concept: Concept, word: string) => void;

function readLatin(run: readonly string[], put: Put): void {
  const said = run.flatMap((word) => apart(word.replace(/^'+|'+$/g, '')));
  const words = said.map(meant);
  let place = 0;
  while (place < words.length) {
    let length = Math.min(longestPhrase, words.length - place);
    let concept: Concept | undefined;
    for (; length > 0; length--) {
      concept = latinWords.get(length === 1 ? words[place]! : words.slice(place, place + length).join(' '));
      if (concept) break;
    }
    const taken = Math.max(1, length);
    put(concept ?? 'x', said.slice(place, place + taken).join(' '));
    place += taken;
  }
}

/** What makes 工作 of the 工 that follows a 人: then it is no 人工. */
const work = /^工(?:[资作商伤程具业厂地龄位号艺种坊钱]|行[卡账帐银信])/;
const fetching = /[FCEcWbTAm]/;
const personal = /^个人(?:信息|账|帐|资|证|名|所得|中心|主页|简|用|养|贷|信|隐|身|要|的|业)/;
const countedPeople = /^(?:[两二三四五六七八九十几多\d]+(?:个|位)?人)/;

function readHan(run: string, put: Put): void {
  let place = 0;
  let before: Concept = 'x';
  while (place < run.length) {
    const rest = run.slice(place, place + longestHanWord + 3);
    let word = wordAt(rest);
    const next = rest.slice(word.length);
    if (word.endsWith('人工') && work.test(`工${next}`)) word = word.slice(0, -1);
    // 申请人工: the 人 belongs to the 工 behind it, unless that is a 工 of its own: 个人 工资.
    else if (word.length > 1 && word.endsWith('人') && next[0] === '工' && !work.test(next))
      word = word.slice(0, -1);
    // 找个人: somebody, unless it is 个人账户.
    else if (word === '个人' && fetching.test(before) && !personal.test(rest)) word = '个';
    before = hanWords.get(word) ?? 'x';
    put(before, word);
    place += word.length;
  }
}

function wordAt(rest: string): string {
  const counted = countedPeople.exec(rest)?.[0];
  if (counted) return counted;
  for (let length = Math.min(longestHanWord, rest.length); length > 1; length--) {
    const word = rest.slice(0, length);
    if (hanWords.has(word)) return word;
  }
  return rest[0]!;
}
