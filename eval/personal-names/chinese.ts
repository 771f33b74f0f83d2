import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dict } from '@node-rs/jieba/dict.js';
import { serviceWords } from '../../adapters/segmenters/service-words.ts';
import { createRandom, type Random } from '../../core/chance/random.ts';
import { findBareNames } from '../../core/knowledge/personal-data/bare-names.ts';
import { findAll } from '../../core/knowledge/personal-data/found.ts';
import { unlikelihood } from '../../core/knowledge/personal-data/given-characters.ts';
import { hanCandidates } from '../../core/knowledge/personal-data/han-candidates.ts';
import { hanFeatureBits, hanFeatureReader } from '../../core/knowledge/personal-data/han-name-features.ts';
import { nameRules } from '../../core/knowledge/personal-data/names.ts';
import { loadQuestions } from '../../demo/load-questions.ts';
import { rowsOf } from '../data/folder.ts';
import { personalDataRows } from '../personal-data.ts';
import { type NamePart, namesOf } from './names.ts';
import { blanksOf, type LearnedRows, learn, replaced, trainNames } from './rows.ts';
import { type Sentence, type Stretch, sentencesOf } from './sentences.ts';
import { shopLines } from './shop-lines.ts';
import { chineseTemplates } from './templates.ts';

/** What is put together for learning; measured one by one in docs/measurements/personal-data.md. */
export interface ChineseTraining {
  readonly parts: readonly NamePart[];
  /** How often the names in a sentence are drawn anew. */
  readonly renamed: number;
  /** In how many places of pronouns and roles in a sentence a name is put. */
  readonly roles: number;
  /** In how many places an ordinary word that may look like a name is put, as no name. */
  readonly things: number;
  /** How often each own template is filled. */
  readonly templates: number;
  /** How often each own development row is drawn anew; −1 leaves these rows out. */
  readonly own: number;
  readonly cost: number;
  readonly epochs: number;
}

export const chineseTraining: ChineseTraining = {
  parts: ['train', 'development'],
  renamed: 10,
  roles: 2,
  things: 3,
  templates: 12,
  own: 3,
  cost: 2.4,
  epochs: 7,
};

/** Trains on the sentences of a folder, or on those given. Rows of a lot are left out: they were measured at first sight. */
export function trainChinese(
  folder: string,
  options: ChineseTraining = chineseTraining,
  given?: readonly Sentence[],
) {
  const random = createRandom(11, 2);
  const names = namesOf('train');
  const draw = () => names.chinese(random);
  const learned: LearnedRows = { rows: [], labels: [], weights: [] };
  const add = (text: string, put: readonly Stretch[], doubtful: readonly Stretch[] = [], within?: Stretch) =>
    learn(learned, { text, names: put, doubtful, ...(within && { within }) }, candidatesOf);
  const { things, words } = thingsLikeNames();
  const sentences = given ?? options.parts.flatMap((part) => sentencesOf(folder, part));
  for (const { text, names: named, doubtful, roles } of sentences) {
    add(text, named, doubtful);
    for (let count = 0; count < options.renamed && named.length > 0; count++) {
      const again = replaced(text, named, doubtful, draw);
      add(again.text, again.put, again.others);
    }
    const unsure = [...named, ...doubtful];
    const free = roles.filter((role) => !unsure.some(({ from, to }) => from < role.to && role.from < to));
    if (free.length === 0) continue;
    for (let count = 0; count < options.things; count++) {
      const again = replaced(text, [pick(free, random)], unsure, () =>
        random.next() < behindSurname
          ? pick(surnamesThatAreWords, random) + pick(words, random)
          : pick(things, random),
      );
      const [{ from, to }] = again.put as [Stretch];
      add(again.text, [], again.others, { from: from - 1, to: to + 1 });
    }
    for (let count = 0; count < Math.min(options.roles, free.length); count++) {
      const again = replaced(text, [pick(free, random)], unsure, draw);
      add(again.text, again.put, again.others);
    }
  }
  for (const { term } of (rowsOf<{ readonly term: string }>(folder, 'medterm_icd10_list') ?? []).filter(
    (_, place) => place % everyTerm === 0,
  ))
    if (options.things > 0) add(term, []);
  for (const template of chineseTemplates)
    for (let count = 0; count < options.templates; count++) {
      const again = replaced(template, blanksOf(template), [], draw);
      add(again.text, again.put);
    }
  if (options.own >= 0) {
    for (const text of serviceLanguage())
      learn(learned, { text, names: [], doubtful: ruledNames(text), weight: serviceWeight }, candidatesOf);
    for (const { text, language, spans, lot } of personalDataRows('development')) {
      if (language !== 'zh' || lot !== undefined) continue;
      const named = spans.filter(({ kind }) => kind === 'name');
      add(text, named);
      for (let count = 0; count < options.own && named.length > 0; count++) {
        const again = replaced(text, named, [], draw);
        add(again.text, again.put);
      }
    }
  }
  return { ...trainNames(learned, hanFeatureBits, options.cost, options.epochs), rows: learned.rows.length };
}

function* candidatesOf(text: string) {
  const read = hanFeatureReader(text);
  for (const candidate of hanCandidates(text)) yield { ...candidate, features: () => read(candidate) };
}

/** What the rules take for names, which were there before anything was learned. */
function ruledNames(text: string): Stretch[] {
  const { found, masked } = findAll(text, nameRules);
  return [...found, ...findBareNames(masked)];
}

/** How shops speak: the sample shop's questions, half of its articles, and the product's own sentences. */
function serviceLanguage(): string[] {
  const folder = join(import.meta.dirname, '../../core/text');
  const own = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .flatMap(
      (file) =>
        readFileSync(join(folder, file), 'utf8').match(
          /(['`])(?:(?!\1)[^\n])*\p{Script=Han}(?:(?!\1)[^\n])*\1/gu,
        ) ?? [],
    );
  return [
    ...loadQuestions().map(({ text }) => text),
    ...own.map((text) => text.slice(1, -1)),
    ...shopLines('learned'),
  ];
}

/** Words of jieba's dictionary (MIT licence) that a candidate begins in, and that no person bears. */
function thingsLikeNames(): { readonly things: string[]; readonly words: string[] } {
  const lines = new TextDecoder()
    .decode(dict)
    .split('\n')
    .map((line) => line.split(' ') as [word: string, count: string, tag: string]);
  const people = new Set(lines.filter(([, , tag]) => /^nr/.test(tag ?? '')).map(([word]) => word));
  const mayLookSo = (word: string) =>
    /^\p{Script=Han}{2,5}$/u.test(word) && !people.has(word) && hanCandidates(word).length > 0;
  const alike = lines
    .filter(([word, count, tag]) => Number(count) >= leastCount && !/^nr/.test(tag) && mayLookSo(word))
    .map(([word]) => word);
  const service = serviceWords.filter(mayLookSo);
  const words = lines
    .filter(
      ([word, count, tag]) =>
        Number(count) >= leastCountBehind &&
        !/^nr/.test(tag) &&
        /^\p{Script=Han}{2}$/u.test(word) &&
        !people.has(word) &&
        unlikelihood(word[0]!) + unlikelihood(word[1]!) >= 1,
    )
    .map(([word]) => word);
  return { things: [...alike, ...Array.from({ length: serviceShare }, () => service).flat()], words };
}
const surnamesThatAreWords = [
  ...'戴付钱张左右包查关安向和常成方明时高温金水单全叶石路车米房边区游冷班卡费党项白黄红那谢任何解连程段水花毛管',
];
const leastCount = 20;
const serviceWeight = 4;
/** Where a word of its own stands behind what may be a surname: 「戴手套」, 「付定金」. */
const behindSurname = 0.4;
const leastCountBehind = 200;
/** Terms of medicine are many and alike. */
const everyTerm = 5;
/** The words of customer service come more often than those of the dictionary. */
const serviceShare = 6;

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random.next() * values.length)]!;
}
