import { sentencesOf, withoutClauses } from './clauses.ts';

const apologies =
  /抱歉|对不起|对您不住|赔(?:个)?(?:不是|礼|罪)|愧对|不好意思|对不住|致歉|歉意|道歉|请您?(?:多多?)?(?:谅解|见谅|原谅|包涵)|\b(?:sorry|apologi[sz]e|apologi[sz]ing|apolog(?:y|ies)|forgive|pardon|my bad|excuse us|(?:I|we) (?:deeply |sincerely |very much )?regret)\b/i;

/** Whether a text says sorry, in either language. */
export function apologisesIn(text: string): boolean {
  return apologies.test(text);
}

/** The text without the clauses that only say sorry; one that says more is left as it is. */
export function withoutApologies(text: string): string {
  return sentencesOf(text)
    .map((sentence) => withoutClauses(sentence, apologisesIn) ?? sentence)
    .join('')
    .trimStart();
}
