import type { Language } from '../terms/language.ts';
import { removePersonalData } from './remove-personal-data.ts';
import { similarityOf } from './similarity.ts';
import { weightOfTerm } from './term-weight.ts';
import { type Segment, termsOf } from './terms-of-text.ts';
import { isAgentTalk, isOnlyThisCase, isSmallTalk } from './turn-words.ts';

/** One message of a conversation, in the order in which it was sent. */
export interface Turn {
  readonly speaker: 'contact' | 'assistant' | 'agent';
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type DraftedArticle =
  | {
      readonly kind: 'drafted';
      /** The customer's question in the customer's words, without personal data. */
      readonly title: string;
      /** At most four other ways in which the customer put it. */
      readonly similarQuestions: readonly string[];
      /** Markdown: what the agent explained; steps as a numbered list. */
      readonly body: string;
    }
  | {
      readonly kind: 'nothing';
      /** `only-this-case`: the agent did something for this customer and explained nothing that helps the next. */
      readonly reason: 'no-agent' | 'no-question' | 'no-solution' | 'only-this-case';
    };

const longestTitle = 60;
const longestBody = 2_000;
const mostTurns = 400;
/** A message of the customer with less than this weight of words names no matter. */
const leastMatter = 1.5;
const samePoint = 0.3;

/**
 * Writes down what a human agent explained in a conversation, as an article for a reviewer. Only words that were
 * said are in it; who they were said about is taken out.
 */
export function draftArticle({
  turns,
  language,
  segment,
}: {
  turns: readonly Turn[];
  language: Language;
  segment: Segment;
}): DraftedArticle {
  const ordered = turns.slice(-mostTurns);
  const firstAgent = ordered.findIndex(({ speaker }) => speaker === 'agent');
  if (firstAgent < 0) return { kind: 'nothing', reason: 'no-agent' };

  const sentences = ordered
    .filter(({ speaker }) => speaker === 'agent')
    .flatMap(({ text }) => sentencesOf(text))
    .filter((sentence) => !isAgentTalk(sentence));
  const solution = sentences.filter((sentence) => !isOnlyThisCase(sentence) && sentence.length >= 4);
  if (sentences.length === 0) return { kind: 'nothing', reason: 'no-solution' };
  if (sizeOf(solution) < 8) return { kind: 'nothing', reason: 'only-this-case' };

  const asked = questionsOf(ordered, solution, segment);
  const question = asked[0];
  if (question === undefined) return { kind: 'nothing', reason: 'no-question' };

  const clean = (text: string) => removePersonalData(text, language);
  const title = titleOf(clean(question), language);
  const others = asked.slice(1).map((text) => titleOf(clean(text), language));
  return {
    kind: 'drafted',
    title,
    similarQuestions: [...new Set(others)].filter((other) => other !== title).slice(0, 4),
    body: bodyOf(solution.map(clean)),
  };
}

/** The messages that put the matter, the one that started the trouble first. */
function questionsOf(turns: readonly Turn[], solution: readonly string[], segment: Segment): string[] {
  const solutionTerms = new Set(termsOf(solution.join('\n'), segment));
  const lastAnswer = turns.findLastIndex(({ speaker, text }) => speaker === 'agent' && !isAgentTalk(text));
  const asked = turns
    .slice(0, lastAnswer < 0 ? turns.length : lastAnswer)
    .filter(({ speaker, text }) => speaker === 'contact' && !isSmallTalk(text))
    .map(({ text }) => text.trim())
    .filter((text) => matterOf(text, segment) >= leastMatter);
  const worth = asked.map((text, place) => {
    const terms = [...new Set(termsOf(text, segment))];
    const answered = terms
      .filter((term) => solutionTerms.has(term))
      .reduce((sum, term) => sum + weightOfTerm(term), 0);
    const repeated = asked.filter(
      (other, at) => at !== place && similarityOf(text, other, segment) >= samePoint,
    ).length;
    const asks = /[?？吗呢么]|怎么|如何|为什么|能不能|多少|哪|how|what|why|can |where|when/i.test(text)
      ? 0.5
      : 0;
    return { text, place, worth: Math.min(3, answered / 2) + repeated + asks };
  });
  // Of messages worth the same the first: it started the matter, the others repeat it.
  worth.sort((one, other) => other.worth - one.worth || one.place - other.place);
  const best = worth[0];
  if (!best) return [];
  const same = asked.filter(
    (text) => text !== best.text && similarityOf(text, best.text, segment) >= samePoint,
  );
  return [best.text, ...same];
}

function matterOf(text: string, segment: Segment): number {
  return [...new Set(termsOf(text, segment))].reduce((sum, term) => sum + weightOfTerm(term), 0);
}

/** The sentence that asks, else the first that says something. */
function titleOf(text: string, language: Language): string {
  const sentences = sentencesOf(text).filter((sentence) => !isSmallTalk(sentence));
  const asking = sentences.find((sentence) =>
    /[?？]$|吗|怎么|如何|为什么|能不能|\b(?:how|what|why|can|where|when|do|does)\b/i.test(sentence),
  );
  const short = (asking ?? sentences[0] ?? text)
    .replace(/^(?:你好|您好|hi|hello|hey|请问一?下?|我想问一?下?|亲)[，,、!！\s]*/i, '')
    .replace(/[。.!！，,;；~～\s]+$/u, '');
  if (short.length <= longestTitle) return short;
  const end = short.slice(0, longestTitle).search(language === 'zh' ? /[，,；;][^，,；;]*$/ : /\s\S*$/);
  return short.slice(0, end > 10 ? end : longestTitle);
}

function sentencesOf(text: string): string[] {
  return text
    .slice(0, 4_000)
    .split(/\n+|(?<=[。！？!?；])|(?<=[.!?])\s+(?=[A-Z])/u)
    .map((sentence) =>
      sentence
        .replace(/^(?:亲[，,~～\s]+|您好[，,\s！!]*|你好[，,\s！!]*|好的?[，,\s]+|是这样的?[，,：:\s]+)/u, '')
        .trim(),
    )
    .filter((sentence) => sentence !== '');
}

function sizeOf(sentences: readonly string[]): number {
  return sentences.reduce(
    (sum, sentence) => sum + (sentence.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0),
    0,
  );
}

const stepWord =
  /^(?:第[一二三四五六七八九十\d]+步[，,：:、\s]*|(?:首先|然后|接着|再然后|之后|最后|其次|先|再)[，,：:\s]*|[\d一二三四五六七八九][.)、）]\s*|(?:first|second|third|then|next|after that|finally|lastly|step \d+)[,:\s]+)/iu;

function bodyOf(sentences: readonly string[]): string {
  const distinct = [...new Set(sentences)];
  const steps = distinct.filter((sentence) => stepWord.test(sentence)).length;
  const lines: string[] = [];
  let number = 0;
  for (const sentence of distinct) {
    const isStep = steps >= 2 && stepWord.test(sentence);
    const text = isStep ? `${++number}. ${sentence.replace(stepWord, '')}` : sentence;
    const joins = lines.length > 0 && (isStep ? /^\n?\d+\. /.test(lines.at(-1)!) : false);
    if (lines.join('').length + text.length > longestBody) break;
    lines.push(lines.length === 0 || joins ? text : `\n${text}`);
  }
  return lines.join('\n');
}
