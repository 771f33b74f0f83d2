import type { DraftParts } from '../terms/draft.ts';
import type { Language } from '../terms/language.ts';
import { draftHeadings } from '../text/draft-headings.ts';
import { inProductVoice } from './product-voice.ts';
import { type RemovedData, sumOfRemoved, withoutPersonalData } from './remove-personal-data.ts';
import { similarityOf } from './similarity.ts';
import { stepWord } from './step-word.ts';
import { weightOfTerm } from './term-weight.ts';
import { type Segment, termsOf } from './terms-of-text.ts';
import { isConfirmation, isFailure, isNewQuestion, isOwnSolution } from './turn-course.ts';
import { isAgentTalk, isInternal, isOnlyThisCase, isSmallTalk } from './turn-words.ts';
import { withoutOwnData } from './without-own-data.ts';

/** One message of a conversation, in the order in which it was sent. */
export interface Turn {
  readonly speaker: 'contact' | 'assistant' | 'agent';
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type { DraftParts };

export type DraftedArticle =
  | {
      readonly kind: 'drafted';
      /** The customer's question in the customer's words, without personal data. */
      readonly title: string;
      /** At most four other ways in which the customer put it. */
      readonly similarQuestions: readonly string[];
      readonly parts: DraftParts;
      /** Markdown: what the agent explained, steps as a numbered list; then conditions and what not to do. */
      readonly body: string;
      /** What was taken out of it to protect people. */
      readonly removed: RemovedData;
    }
  | {
      readonly kind: 'nothing';
      /** `only-this-case`: the agent did something for this customer and explained nothing that helps the next. */
      readonly reason: 'no-agent' | 'no-question' | 'no-solution' | 'only-this-case';
    };

/** In characters: words of English take more of them. */
const longestTitle = { zh: 60, en: 120 } as const;
const longestBody = 2_000;
const mostTurns = 400;
/** A message of the customer with less than this weight of words names no matter. */
const leastMatter = 1.5;
const samePoint = 0.3;
/** A solution of fewer words helps nobody. */
const leastSolution = 8;

/**
 * Writes down what a human agent explained in a conversation, as an article for a reviewer. Only words that were
 * said are in it; who they were said about is taken out. Of several matters the one that was explained at most length;
 * of several tries the one after which the customer no longer said that it does not work.
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
  if (!ordered.some(({ speaker }) => speaker === 'agent')) return { kind: 'nothing', reason: 'no-agent' };
  const matters = mattersOf(ordered).map((matter) => ({ matter, said: solutionOf(matter) }));
  const best = matters.reduce((one, other) => (other.said.size > one.said.size ? other : one));
  const { matter, said } = best;
  if (said.sentences === 0) return { kind: 'nothing', reason: 'no-solution' };
  if (said.size < leastSolution) return { kind: 'nothing', reason: 'only-this-case' };

  const asked = questionsOf(matter, said.solution, segment);
  const question = asked[0];
  if (question === undefined) return { kind: 'nothing', reason: 'no-question' };

  const removals: RemovedData[] = [];
  const clean = (text: string) => {
    const cleaned = withoutPersonalData(text, language);
    removals.push(cleaned.removed);
    return cleaned.text;
  };
  const solutionTerms = new Set(termsOf(said.solution.join('\n'), segment));
  const worthOf = (sentence: string) => commonWeight(termsOf(sentence, segment), solutionTerms);
  const title = titleOf(clean(question), language, worthOf);
  const others = asked.slice(1).map((text) => titleOf(clean(text), language, worthOf));
  const parts = partsOf(said.solution.map(clean).map(withoutAddress).filter(saysSomething));
  return {
    kind: 'drafted',
    title,
    similarQuestions: [...new Set(others)].filter((other) => other !== title).slice(0, 4),
    parts,
    body: bodyOf(parts, language),
    removed: sumOfRemoved(removals),
  };
}

/** A new matter begins where the customer asks on after saying that it is solved. */
function mattersOf(turns: readonly Turn[]): Turn[][] {
  const matters: Turn[][] = [[]];
  let isSolved = false;
  for (const turn of turns) {
    if (turn.speaker === 'contact') {
      const isNext: boolean = isSolved && isNewQuestion(turn.text);
      if (isNext) matters.push([]);
      isSolved = isNext ? false : isSolved || isConfirmation(turn.text);
    }
    matters.at(-1)!.push(turn);
  }
  return matters;
}

/** The sentences that explain, after the last try that failed. Of a customer who solved it alone, their own. */
function solutionOf(turns: readonly Turn[]) {
  const failed = turns.findLastIndex(
    ({ speaker, text }, place) =>
      speaker === 'contact' &&
      isFailure(text) &&
      turns.slice(0, place).some((one) => one.speaker === 'agent'),
  );
  const explained = (from: number) =>
    turns
      .slice(from)
      .filter(({ speaker }) => speaker === 'agent')
      .flatMap(({ text }) => sentencesOf(text))
      .filter((sentence) => !isAgentTalk(sentence) && !isInternal(sentence))
      .map(inProductVoice)
      .filter((sentence) => sentence !== '' && !isAgentTalk(sentence));
  const useful = (sentences: readonly string[]) =>
    sentences.filter((sentence) => !isOnlyThisCase(sentence) && sentence.length >= 4);
  const after = explained(failed + 1);
  const own = turns
    .filter(({ speaker, text }) => speaker === 'contact' && isOwnSolution(text))
    .flatMap(({ text }) => sentencesOf(text))
    .filter((sentence) => !isSmallTalk(sentence) && !/[?？]\s*$/.test(sentence));
  const solution = sizeOf(useful(after)) >= leastSolution ? useful(after) : own;
  return {
    sentences: after.length + own.length,
    solution: solution.length > 0 ? solution : useful(after),
    size: sizeOf(solution.length > 0 ? solution : useful(after)),
  };
}

/** The messages that put the matter, the one that started the trouble first. */
function questionsOf(turns: readonly Turn[], solution: readonly string[], segment: Segment): string[] {
  const solutionTerms = new Set(termsOf(solution.join('\n'), segment));
  const lastAnswer = turns.findLastIndex(({ speaker, text }) => speaker === 'agent' && !isAgentTalk(text));
  // 「输进去没反应」 says that a try failed, unless it is how the matter began: nothing was tried yet.
  const first = turns.find(({ speaker, text }) => speaker === 'contact' && !isSmallTalk(text));
  const asked = turns
    .slice(0, lastAnswer < 0 ? turns.length : lastAnswer)
    .filter(
      (turn) =>
        turn.speaker === 'contact' &&
        !isSmallTalk(turn.text) &&
        (turn === first || !isFailure(turn.text)) &&
        !isOwnSolution(turn.text),
    )
    .map(({ text }) => text.trim())
    .filter((text) => matterOf(text, segment) >= leastMatter);
  const worth = asked.map((text, place) => {
    const terms = [...new Set(termsOf(text, segment))];
    const answered = commonWeight(terms, solutionTerms);
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

/** The weight of the terms that are among `others`. */
function commonWeight(terms: readonly string[], others: ReadonlySet<string>): number {
  return [...new Set(terms)]
    .filter((term) => others.has(term))
    .reduce((sum, term) => sum + weightOfTerm(term), 0);
}

function matterOf(text: string, segment: Segment): number {
  return [...new Set(termsOf(text, segment))].reduce((sum, term) => sum + weightOfTerm(term), 0);
}

/** The sentence that asks, else the one that the solution speaks of most: 「什么破店！」 is no matter. */
function titleOf(text: string, language: Language, worthOf: (sentence: string) => number): string {
  const plain = text.replace(/<[^<>]{1,200}>/g, ' ');
  const sentences = sentencesOf(plain)
    .filter((sentence) => !isSmallTalk(sentence))
    .map(withoutOwnData);
  const asking = sentences.find((sentence) =>
    /[?？]$|吗|怎么|如何|为什么|能不能|\b(?:how|what|why|can|where|when|do|does)\b/i.test(sentence),
  );
  const telling = sentences.reduce(
    (best, sentence) => (worthOf(sentence) > worthOf(best) ? sentence : best),
    sentences[0] ?? plain.trim(),
  );
  const short = (asking ?? telling)
    .replace(
      /^(?:(?:你好|您好|hi|hello|hey|请问一?下?|我?(?:还|再)?想?问一?下|我想问|另外|还有个?(?:问题|事)|对了|also|亲)[，,、：:!！\s]*){1,4}/i,
      '',
    )
    .replace(/[。.!！，,;；~～\s]+$/u, '');
  const longest = longestTitle[language];
  if (short.length <= longest) return short;
  const end = short.slice(0, longest).search(language === 'zh' ? /[，,；;][^，,；;]*$/ : /\s\S*$/);
  return short.slice(0, end > 10 ? end : longest);
}

/** 「[姓名]您好，请…」, "Hi [name]! …": whom it was said to is no part of what was said. */
const withoutAddress = (sentence: string): string =>
  sentence
    .replace(
      /^(?:(?:hi|hello|hey|dear)\s+)?\[\p{L}[\p{L} -]*\](?:先生|女士|小姐)?\s*(?:您好|你好)?[，,、：:!！\s]+/iu,
      '',
    )
    .trim();

const saysSomething = (sentence: string): boolean => /[\p{L}\p{N}]/u.test(sentence) && !isAgentTalk(sentence);

/** Politeness before what is said: 「陈先生您好，」「非常抱歉给您带来不便，」. */
const leadIn =
  /^(?:(?:亲|[\p{Script=Han}]{1,2}(?:先生|女士|小姐))[，,~～\s]+|(?:\p{Script=Han}{1,2}(?:先生|女士|小姐))?(?:您好|你好)[，,\s！!]*|好的?[，,\s]+|是这样的?[，,：:\s]+|(?:非常|实在|真的|很|十分)?(?:抱歉|对不起|不好意思)[^，,。！!；;]{0,30}[，,！!]\s*){1,3}/u;

export function sentencesOf(text: string): string[] {
  return text
    .slice(0, 4_000)
    .split(/\n+|(?<=[。！？!?；])|(?<=[.!?])\s+(?=[A-Z])/u)
    .map((sentence) =>
      sentence
        .replace(leadIn, '')
        // A clause that stood before others is a sentence by itself now.
        .replace(/[；;]$/u, '。')
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

const avoidWord =
  /(?:请勿|切勿|勿(?!忘)|不要|千万别|(?<!特|分|类|级|性|区|差|识|个)别(?=用|把|去|再|碰|放|拿|直接|着急|拆|超|让)|禁止|严禁|不能(?!用)|不可以?(?!思议))|\b(?:do not|don['’]t|never|avoid|must not|mustn['’]t)\b/i;
/** What must hold. 「如果看不到，抹一遍洗洁精水」 is none: it is a step in its place. */
const conditionWord =
  /仅限|仅支持|只有|只支持|前提|除非|必须|以内才|才能|\b(?:unless|provided|as long as)\b|\bonly\b(?! (?:an?|one|two|half|\d))/i;

function partsOf(sentences: readonly string[]): DraftParts {
  const parts = { steps: [] as string[], conditions: [] as string[], avoid: [] as string[] };
  for (const sentence of new Set(sentences)) {
    if (stepWord.test(sentence)) parts.steps.push(sentence);
    else if (avoidWord.test(sentence)) parts.avoid.push(sentence);
    else if (conditionWord.test(sentence)) parts.conditions.push(sentence);
    else parts.steps.push(sentence);
  }
  // What is all conditions is the answer itself.
  if (parts.steps.length === 0)
    return { steps: [...parts.conditions, ...parts.avoid], conditions: [], avoid: [] };
  return parts;
}

/** The Markdown of an article out of its parts. */
export function bodyOf(parts: DraftParts, language: Language): string {
  const sections = [stepsText(parts.steps)];
  for (const [heading, lines] of [
    [draftHeadings.conditions, parts.conditions],
    [draftHeadings.avoid, parts.avoid],
  ] as const)
    if (lines.length > 0)
      sections.push(`## ${heading[language]}\n\n${lines.map((line) => `- ${line}`).join('\n')}`);
  let body = '';
  for (const section of sections)
    if (body.length + section.length <= longestBody) body += body === '' ? section : `\n\n${section}`;
  return body === '' ? sections[0]!.slice(0, longestBody) : body;
}

function stepsText(sentences: readonly string[]): string {
  const steps = sentences.filter((sentence) => stepWord.test(sentence)).length;
  const lines: string[] = [];
  let number = 0;
  for (const sentence of sentences) {
    const isStep = steps >= 2 && stepWord.test(sentence);
    const text = isStep ? `${++number}. ${sentence.replace(stepWord, '')}` : sentence;
    const joins = lines.length > 0 && (isStep ? /^\n?\d+\. /.test(lines.at(-1)!) : false);
    if (lines.join('').length + text.length > longestBody) break;
    lines.push(lines.length === 0 || joins ? text : `\n${text}`);
  }
  return lines.join('\n');
}
