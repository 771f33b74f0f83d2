import { hiddenData } from '../text/answers.ts';

/** Sentences of a message, each with the sign that ends it; lines are sentences too. */
export function sentencesOf(text: string): string[] {
  return text
    .slice(0, 4_000)
    .split(/\n+|(?<=[。！？!?；;][”’」』）)]?)(?![”’」』）)])|(?<=[a-z0-9][.])\s+(?=[A-Z])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** A word in brackets that stands for what was taken out: 「[订单号]」, "[phone]". */
const placeholder = new RegExp(
  Object.values(hiddenData)
    .flatMap((words) => Object.values(words))
    .map((word) => word.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
);

/** What is still to be filled in. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(text.match(placeholder) ?? [])];
}

const shortest = 6;
const longest = 120;

/** Whether a sentence may be offered to colleagues to finish theirs with: nothing of one customer, not too long to be said again. */
export function isShareable(sentence: string): boolean {
  return (
    sentence.length >= shortest &&
    sentence.length <= longest &&
    placeholdersIn(sentence).length === 0 &&
    !/\d{4,}|https?:|[\w.]@\w/.test(sentence)
  );
}
