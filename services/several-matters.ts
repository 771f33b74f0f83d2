import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { type Lookup, lookUp } from './look-up.ts';
import { nothingBefore } from './understand-question.ts';

/** Where one matter of a message ends and another begins. */
const border =
  /[。！!？?；;\n]+|[，,]?\s*(?:另外|还有|对了|顺便(?:问(?:一?下)?)?|再问(?:一?下)?|以及)[，,]?|,?\s+(?:and also|and|also|plus)\s+(?=(?:how|what|where|when|which|can|could|do|does|is|are|will|i)\b)/iu;
/** A part that asks nothing belongs to the one beside it. */
const asks =
  /怎么|如何|什么|多[少久长大重高]|哪|几[天个号]|吗|能不能|可不可以|可以|有没有|是不是|要不要|呢$|\b(?:how|what|where|when|which|who|can|could|do|does|is|are|will|may|should)\b/iu;
const least = { han: 4, words: 3 } as const;
const mostMatters = 3;
const mostChoices = 3;
/** Of each matter, so many passages are kept for the log and for whoever writes the answer. */
const foundOfEach = 3;
/** A further matter is answered from here on: nobody asked for it alone. */
const sure = 0.7;

/** The parts of a message that ask something each; fewer than two where it asks one thing. */
export function mattersAsked(text: string): readonly string[] {
  const parts = text
    .split(border)
    .map((part) => part.trim())
    .filter((part) => asks.test(part) && isLongEnough(part));
  return parts.length > mostMatters ? [] : parts;
}

function isLongEnough(part: string): boolean {
  const han = part.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 ? han >= least.han : part.split(/\s+/).length >= least.words;
}

/** What a message with several matters comes to, beside the first of its answers. */
export interface Further {
  /** Answers to the others, each with what was found for it. */
  readonly answers: readonly Pick<Lookup, 'chosen' | 'candidates'>[];
  /** Titles to ask back about where the rest has no certain answer. */
  readonly choices: readonly string[];
}

/**
 * A message that asks two or three things, each looked up by itself; undefined unless one of them is answered and another
 * leads to something else: an answer, or what may be asked back about.
 */
export function lookUpSeveral(
  text: string,
  language: Language,
  knowledge: Knowledge,
): { readonly lookup: Lookup; readonly further: Further } | undefined {
  const parts = mattersAsked(text);
  if (parts.length < 2) return undefined;
  const lookups = parts.map((part) => lookUp(nothingBefore, part, language, knowledge));
  const articleOf = ({ chosen }: Lookup) => chosen[0]?.passage.articleId;
  const isFirstOf = (lookup: Lookup) =>
    lookups.find((other) => articleOf(other) === articleOf(lookup)) === lookup;
  const isAnswer = ({ verdict, confidence }: Lookup) => verdict === 'answer' && confidence >= sure;
  const [first, ...others] = lookups.filter((lookup) => isAnswer(lookup) && isFirstOf(lookup));
  if (!first) return undefined;
  const told = new Set([first, ...others].map(articleOf));
  const open = lookups
    .filter((lookup) => !isAnswer(lookup))
    .flatMap(({ chosen }) => chosen.map(({ passage }) => passage))
    .filter(({ articleId }) => !told.has(articleId));
  const choices = [...new Set(open.map(({ title }) => title))].slice(0, mostChoices);
  if (others.length === 0 && choices.length === 0) return undefined;
  return {
    lookup: {
      question: text,
      verdict: 'answer',
      confidence: Math.min(...[first, ...others].map(({ confidence }) => confidence)),
      candidates: lookups.flatMap(({ candidates }) => candidates.slice(0, foundOfEach)),
      chosen: first.chosen,
    },
    further: { answers: others, choices },
  };
}
