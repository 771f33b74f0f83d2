import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, type Random } from '../../core/chance/random.ts';
import { capitalisedWords } from '../../core/knowledge/personal-data/capitalised-words.ts';
import {
  latinCandidates,
  latinFeatureBits,
  latinFeatures,
  latinWords,
} from '../../core/knowledge/personal-data/latin-name-features.ts';
import { rowsOf } from '../data/folder.ts';
import { personalDataRows } from '../personal-data.ts';
import { type NamePart, namesOf } from './names.ts';
import { blanksOf, type LearnedRows, learn, replaced, trainNames } from './rows.ts';
import { partOf, type Stretch } from './sentences.ts';
import { shopLines } from './shop-lines.ts';
import { englishTemplates, englishThings, placesInLatin } from './templates.ts';

export interface EnglishTraining {
  readonly parts: readonly NamePart[];
  /** How often each own template is filled. */
  readonly templates: number;
  readonly own: boolean;
  /** Share of sentences where something that is no person is written with capitals. */
  readonly things: number;
  readonly cost: number;
  readonly epochs: number;
}

export const englishTraining: EnglishTraining = {
  parts: ['train', 'development'],
  templates: 20,
  own: true,
  things: 0.5,
  cost: 4,
  epochs: 10,
};

interface Message {
  readonly text: string;
  readonly set: string;
  readonly split?: string;
}

const longest = 140;
const role =
  /\b(?:he|she|him|someone|somebody|my (?:wife|husband|friend|boss|mother|mom|dad|father|son|daughter|brother|sister)|the (?:merchant|agent|driver|seller|owner|manager|courier)|I|you|they|them|me)\b/g;

/** Public English messages of the parts, as people write them who use capitals. */
export function englishSentences(folder: string, parts: readonly NamePart[]) {
  return (rowsOf<Message>(folder, 'intent_en') ?? [])
    .filter(({ text, split }) => (split ?? 'train') === 'train' && text.length <= longest)
    .filter(({ text }) => parts.includes(partOf(text)))
    .map(({ text, set }) => {
      const written = set === 'clinc150' ? withCapitals(text) : text;
      const roles = [...written.matchAll(role)].map(({ 0: word, index }) => ({
        from: index,
        to: index + word.length,
      }));
      return { text: written, roles };
    });
}

export function trainEnglish(folder: string, options: EnglishTraining = englishTraining) {
  const random = createRandom(21, 4);
  const names = namesOf('train');
  const draw = () => names.latin(random);
  const learned: LearnedRows = { rows: [], labels: [], weights: [] };
  const add = (text: string, put: readonly Stretch[]) => learn(learned, { text, names: put }, candidatesOf);
  const sentences = englishSentences(folder, options.parts);
  const thing = thingsWith(
    sentences.map(({ text }) => text),
    random,
  );
  for (const { text, roles } of sentences) {
    add(text, []);
    if (roles.length > 0) {
      const again = replaced(text, [pick(roles, random)], [], draw);
      add(again.text, again.put);
    }
    if (random.next() < options.things) add(emphasised(text, random), []);
    if (options.things > 0) add(begunLater(text, random), []);
    if (roles.length > 0 && random.next() < options.things)
      add(replaced(text, [pick(roles, random)], [], thing).text, []);
  }
  for (let count = 0; count < options.templates; count++) {
    for (const template of englishTemplates) {
      const again = replaced(template, blanksOf(template), [], draw);
      add(again.text, again.put);
    }
    for (const template of englishThings) add(replaced(template, blanksOf(template), [], thing).text, []);
  }
  for (const line of [...plainLines(folder), ...shopLines('learned')]) add(line, []);
  if (options.own)
    for (const { text, language, spans, lot } of personalDataRows('development')) {
      if (language !== 'en' || lot !== undefined) continue;
      const named = spans.filter(({ kind }) => kind === 'name');
      add(text, named);
      for (let count = 0; count < 4 && named.length > 0; count++) {
        const again = replaced(text, named, [], draw);
        add(again.text, again.put);
      }
    }
  return {
    ...trainNames(learned, latinFeatureBits, options.cost, options.epochs),
    rows: learned.rows.length,
  };
}

function* candidatesOf(text: string) {
  const words = latinWords(text);
  for (const candidate of latinCandidates(words, text))
    yield {
      from: words[candidate.first]!.from,
      to: words[candidate.last]!.to,
      features: () => latinFeatures(words, candidate),
    };
}

/** Lines of policies and of this project's documents: titles and technical words, hardly a person. */
function plainLines(folder: string): string[] {
  const docs = join(import.meta.dirname, '../../docs');
  const texts = [
    ...readdirSync(docs, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !file.includes('personal-data'))
      .sort()
      .map((file) => readFileSync(join(docs, file), 'utf8')),
    ...['airline_policy.md', 'retail_policy.md'].map((file) =>
      readFileSync(join(folder, 'flow_tau2', file), 'utf8'),
    ),
  ];
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.length > 15 && partOf(line) !== 'test')
    .map((line) => line.replace(/<[^>]+>|[#*`|]/g, ' '));
}

/** Draws what is written with a capital and is no person: brands and places, ordinary words, brands in Pinyin. */
function thingsWith(texts: readonly string[], random: Random): () => string {
  const vocabulary = [
    ...new Set(texts.flatMap((text) => text.toLowerCase().match(/\b[a-z]{3,10}\b/g) ?? [])),
  ];
  const brands = [...capitalisedWords].filter((word) => /^[a-z]{3,}$/.test(word));
  const word = () => capital(pick(random.next() < 0.5 ? brands : vocabulary, random));
  return () => {
    const kind = random.next();
    if (kind < 0.15) return pick(placesInLatin, random);
    if (kind < 0.25) return capital(pick(syllables, random) + pick(syllables, random));
    if (kind < 0.35)
      return `${capital(pick(syllables, random) + pick(syllables, random))} ${pick(behindBrand, random)}`;
    const words = kind < 0.6 ? 1 : kind < 0.95 ? 2 : 3;
    return Array.from({ length: words }, word).join(' ');
  };
}
const syllables =
  'yun qi lan ye nuan chao shan feng xing hai tian mu guang liu he qing bai lu cheng dong nan bei xi zhong hua da wan sheng tai jia le mei you pin dao'.split(
    ' ',
  );
const behindBrand = [
  '2',
  '3',
  '300',
  '800',
  'Pro',
  'Plus',
  'Mini',
  'Max',
  'X1',
  'tents',
  'gift card',
  'app',
  'plan',
];

/** What begins in the middle, so that ordinary words stand in front: 「Trade in old …」; now and then a row of such words. */
function begunLater(text: string, random: Random): string {
  const words = text.split(' ');
  const from = Math.floor(random.next() * words.length);
  if (random.next() < 0.8) return capital(words.slice(from).join(' '));
  return words
    .slice(from, from + 3)
    .map(capital)
    .join(pick([', ', ' | ', ' '], random));
}

/** One or two words in capitals where people like them: 「my Debit Card」. */
function emphasised(text: string, random: Random): string {
  const words = [...text.matchAll(/\b[a-z]{3,12}\b(?: [a-z]{3,12}\b)?/g)];
  if (words.length === 0) return text;
  const { 0: found, index } = pick(words, random);
  const one = random.next() < 0.6 ? found.split(' ')[0]! : found;
  return (
    text.slice(0, index) +
    one.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()) +
    text.slice(index + one.length)
  );
}

/** Sentences in small letters, with the capitals that most people write. */
function withCapitals(text: string): string {
  return capital(text)
    .replace(/\bi\b/g, 'I')
    .replace(/[a-z]+/g, (word) => (alwaysCapital.test(word) ? capital(word) : word));
}
const alwaysCapital =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|china|texas|dallas|chicago|boston|denver|paris|london|france|mexico|canada|japan|tokyo|spain|italy|visa|amex|york|florida|atlanta|seattle|houston|miami|europe|american|english|spanish|french|italian|google|facebook|netflix|amazon|apple|android)$/;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random.next() * values.length)]!;
}
