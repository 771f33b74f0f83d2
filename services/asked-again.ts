import { toldIn } from '../core/conversation/apply-event.ts';
import { type AnswerAgain, answerAgain } from '../core/knowledge/answer-again.ts';
import { composeAnswer } from '../core/knowledge/compose-answer.ts';
import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { type Before, isTold, type Lookup } from './look-up.ts';

/** Likeness from which a question counts as asked before, by what it leads to. */
const likeness = {
  /** To the very words that were said already: other words for the same suffice. */
  toldWords: 0.35,
  /** To no answer again. */
  noAnswer: 0.5,
} as const;
/** The same words for the fourth time are no help, however the question was put: weight, size, price are three. */
const mostTellings = 3;

/** How a question stands to what was asked and told before. */
export interface Again {
  /** The customer asks again what was asked before, in these or other words. */
  readonly isRepeated: boolean;
  /** The answer would be the one that was given already. */
  readonly isToldAgain: boolean;
  /** What of the answer was not given already, where any of it was. */
  readonly left?: AnswerAgain;
}

export function askedAgain(
  before: Before,
  text: string,
  lookup: Lookup,
  language: Language,
  knowledge: Knowledge,
): Again {
  // A choice that the assistant itself offered is an answer to its question, not the question again.
  if (before.choices.includes(text)) return { isRepeated: false, isToldAgain: false };
  const nearest = () =>
    Math.max(0, ...before.questions.map((earlier) => knowledge.similarity(earlier, text)));
  if (lookup.verdict !== 'answer') return { isRepeated: nearest() >= likeness.noAnswer, isToldAgain: false };
  const { candidates, chosen } = lookup;
  const [candidate] = chosen;
  const { articleId } = candidate!.passage;
  if (!isTold(before, articleId)) return { isRepeated: false, isToldAgain: false };
  const [first] = composeAnswer({ candidate: candidate!, candidates, language }).citations;
  const tellings = before.answered.filter((told) => told === `${articleId}#${first!.ordinal}`).length;
  const told = toldOf(before, articleId);
  const { segment } = knowledge;
  const left = answerAgain({ candidate: candidate!, candidates, told, question: text, language, segment });
  // Another answer is news, however alike the questions: 「云栖2多重」, 「云栖3多重」.
  if (tellings === 0) return { isRepeated: false, isToldAgain: false, left };
  return {
    isRepeated: tellings >= mostTellings || nearest() >= likeness.toldWords,
    isToldAgain: true,
    left,
  };
}

/** Ordinals of the passages of an article that were told. */
const toldOf = (before: Before, articleId: string): ReadonlySet<number> =>
  new Set(
    toldIn(before)
      .filter((one) => one.startsWith(`${articleId}#`))
      .map((one) => Number(one.slice(articleId.length + 1))),
  );
