import type { HiddenKind } from '../text/answers.ts';
import { personalDataIn } from './remove-personal-data.ts';

/** So much may stand around a number: 「我的订单号是」, "my order number is". */
const mostAroundNumber = 20;

/** Whether a message is a number of the customer's and hardly a word besides: it asks nothing that an article could answer. */
export function isOwnNumber(text: string): boolean {
  // Most messages hold no figures, and the rules for them are many.
  if (!/\d{4}/.test(text)) return false;
  const found = personalDataIn(text).filter(({ kind }) => numbers.has(kind));
  const length = found.reduce((sum, { from, to }) => sum + to - from, 0);
  return length > 0 && text.length - length <= mostAroundNumber && !/[?？吗呢]/.test(text);
}

const numbers: ReadonlySet<HiddenKind> = new Set(['order', 'phone', 'account', 'card', 'identity']);
