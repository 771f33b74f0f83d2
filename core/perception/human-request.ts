import { matchesIn } from '../learning/matches-in.ts';
import type { TextModel } from '../learning/text-model.ts';
import { asksWhoSpeaks } from './asks-who-speaks.ts';
import { type Clause, clausesOf } from './human-request-clauses.ts';
import { wishes } from './human-request-grammar.ts';
import { isInstruction } from './human-request-instructions.ts';
import { hardly, learnedRequest } from './human-request-learned.ts';
import { isAdministered, isLight, isRefused, isReported, isTimed } from './human-request-marks.ts';
import { quoted } from './human-request-windows.ts';
import { readWhole } from './read-text.ts';

/** Longer messages lose what stands between their start and their end. */
const longestHead = 8_000;
const longestTail = 2_000;
/** In characters. */
const longestQuote = 80;

/**
 * The words with which a message asks for a person instead of the assistant; none if it does not. Finds the request
 * rather once too often than once too seldom: a person who is not needed costs less than one who is refused. Where there
 * is a `model`, it hears what the rules miss if it is sure, and what it holds for hardly possible is not believed of
 * them. Linear in the text, never throws.
 */
export function humanRequestWords(text: string, model?: TextModel): string[] {
  if (latest.text !== text || latest.model !== model) latest = { text, model, words: wordsOf(text, model) };
  return [...latest.words];
}

interface Latest {
  readonly text: string;
  readonly model: TextModel | undefined;
  readonly words: readonly string[];
}

let latest: Latest = { text: '', model: undefined, words: [] };

function wordsOf(text: string, model: TextModel | undefined): string[] {
  const clauses = clausesOf(readWhole(shortened(text)));
  const ruled = ruledWords(clauses);
  if (!model) return ruled ? [ruled] : [];
  const { probability, words } = learnedRequest(clauses, model);
  if (ruled) return probability < hardly ? [] : [ruled];
  return words?.map((clause) => clause.slice(0, longestQuote)) ?? [];
}

function ruledWords(clauses: readonly Clause[]): string | undefined {
  for (const clause of clauses) {
    const words = wishIn(clause, clauses);
    if (words) return words;
  }
  return undefined;
}

const shortened = (text: string): string =>
  text.length > longestHead + longestTail
    ? `${text.slice(0, longestHead)}\n${text.slice(-longestTail)}`
    : text;

/** Complete in one word, or what is to be done and right behind it with whom: 转人工, 能不能找个客服, talk to a human. */
const explicit = /[RU]|[TFCWKAMczEj][amugpoGFAc]{0,5}[HS]/;
/** Asks for a reason, and not for the thing. */
const whyWords = /^(?:为|怎|咋|干嘛|凭|why|how)/;

/**
 * Whether a message asks for a person in the plain words that nothing which was taught may silence: with what is to be
 * done about it, or with nothing but who is called for. Someone who is only mentioned (为什么人工要排队) is none.
 */
export function isExplicitRequest(text: string): boolean {
  const clauses = clausesOf(readWhole(shortened(text)));
  const wishful = clauses.filter((clause) => wishIn(clause, clauses) !== undefined);
  if (wishful.length === 0) return false;
  if (clauses.every(({ concepts }) => isLight(concepts))) return true;
  return wishful.some(({ concepts, words }) =>
    explicit.test(
      [...concepts].map((concept, place) => (whyWords.test(words[place]!) ? 'x' : concept)).join(''),
    ),
  );
}

/** Every wish names a partner, talk, what is done for one, or whom one had before. */
const anyPartner = /[HSPDhBRTUKcGJyv]|[Fz][ur]|oF$|^z|Tv?r|xe$|^[pg]*a{1,2}p*$/;

/** No condition on what stands before looks back farther, in words. */
const farthest = 64;

function wishIn({ concepts, words }: Clause, all: readonly Clause[]): string | undefined {
  if (!anyPartner.test(concepts) || isAdministered(concepts)) return undefined;
  for (const { pattern, after, bearsTimes, bearsRefusal, isName, only } of wishes) {
    for (const match of matchesIn(concepts, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (after && !after.test(concepts.slice(Math.max(0, start - farthest), start))) continue;
      if (isName && !isCalledFor(concepts, words, all)) continue;
      if (!bearsTimes && isTimed(concepts)) continue;
      if (!bearsRefusal && (isRefused(concepts, start, end) || isReported(concepts, start, end))) continue;
      const wish = quoted(words.slice(start, end));
      if (only && !only.test(wish)) continue;
      const clause = quoted(words);
      return isInstruction(clause) || asksWhoSpeaks(clause) ? undefined : wish;
    }
  }
  return undefined;
}

/** 客服呢, 客服客服, agent: but not the 客服 of 客服，我的订单…, who is only greeted. */
function isCalledFor(concepts: string, words: readonly string[], all: readonly Clause[]): boolean {
  const isLatin = words.every((word) => !/\p{Script=Han}/u.test(word));
  return isLatin || /S.*[eFRT]/.test(concepts) || all.every((clause) => isLight(clause.concepts));
}
