import { alike, pairsOf, shareWithin } from '../core/assist/overlap.ts';
import { measuredFigures, statedFigures, writtenFigures } from '../core/knowledge/figures.ts';
import { foreignLinks } from '../core/knowledge/foreign-links.ts';
import { negationsIn } from '../core/knowledge/negations.ts';

/** What a rewriting or a translation lost or made up. */
export type MeaningFault = 'changed-figures' | 'changed-negation' | 'lost-name' | 'foreign-link';

/**
 * Whether another wording still says the same as far as rules can tell: every figure of the one stands in the other
 * (in digits or words of either language), names and numbers in Latin letters stay, no address is made up, and what was
 * denied is still denied. `isSameLanguage` lets clauses be compared one by one; across languages only whether anything
 * is denied at all.
 */
export function meaningFault(source: string, result: string, isSameLanguage: boolean): MeaningFault | null {
  if (!haveSameFigures(source, result)) return 'changed-figures';
  if (foreignLinks(result, source).length > 0) return 'foreign-link';
  if (namesIn(source, isSameLanguage).some((name) => !result.toLowerCase().includes(name.toLowerCase())))
    return 'lost-name';
  const isKept = isSameLanguage
    ? clausesAgree(source, result) && clausesAgree(result, source)
    : isDenying(source) === isDenying(result);
  return isKept ? null : 'changed-negation';
}

function haveSameFigures(one: string, other: string): boolean {
  const holds = (figures: readonly string[], text: string) => {
    const stated = statedFigures(text);
    return figures.every((figure) => stated.has(figure));
  };
  return holds(figuresOf(one), other) && holds(writtenFigures(other), one);
}

const figuresOf = (text: string) => [...writtenFigures(text), ...measuredFigures(text)];

/** Names with a digit or of capitals stay in every language; other Latin words only within their own script. */
function namesIn(text: string, isSameLanguage: boolean): string[] {
  const isHan = /\p{Script=Han}/u.test(text);
  const words = text.match(/[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]/g) ?? [];
  return [...new Set(words)].filter(
    (word) =>
      /\d/.test(word) ||
      /^[A-Z]{2,}$/.test(word) ||
      (isHan && isSameLanguage && word.length > 2) ||
      (isHan && !isSameLanguage && /^[A-Z]/.test(word)),
  );
}

/** Below this two clauses are not about the same. */
const sameMatter = 0.34;

/** Every denying clause of the one has its like in the other, which denies too; and every affirming one, where it has a like, affirms. */
function clausesAgree(one: string, other: string): boolean {
  const theirs = clausesOf(other).map((clause) => ({
    ...negationsIn(clause),
    pairs: pairsOf(negationsIn(clause).rest),
  }));
  for (const clause of clausesOf(one)) {
    const { isNegative, rest } = negationsIn(clause);
    const pairs = pairsOf(rest);
    if (pairs.size === 0) continue;
    const likes = theirs.filter(
      (their) => Math.max(alike(pairs, their.pairs), shareWithin(pairs, their.pairs)) >= sameMatter,
    );
    if (likes.length > 0 && likes.every((like) => like.isNegative !== isNegative)) return false;
    if (isNegative && likes.length === 0 && !theirs.some((their) => their.isNegative)) return false;
  }
  return true;
}

const clausesOf = (text: string) =>
  text.split(/[，,。！？!?；;\n]|\.\s/).filter((clause) => /[\p{L}\p{N}]/u.test(clause));

const isDenying = (text: string) =>
  clausesOf(text).some(
    (clause) =>
      negationsIn(clause).isNegative || /免(?!费)|\b(?:neither|nor|non-|un\w{4,}able)\b/i.test(clause),
  );
