import type { Citation } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';
import { type ComposedAnswer, citationOf, composeParts, partsOf, piecesOf } from './compose-answer.ts';
import type { Candidate } from './index.ts';
import { weightOfTerm } from './term-weight.ts';
import { type Segment, termsOf } from './terms-of-text.ts';

/** What is left to say of an article that the customer was told of before. */
export type AnswerAgain =
  /** A part that was not told yet. */
  | { readonly kind: 'more'; readonly answer: ComposedAnswer }
  /** All was told; the sentence or line of it that the question is about. */
  | { readonly kind: 'point'; readonly answer: ComposedAnswer }
  /** All was told, and no line of it stands out; `others` are titles of other articles that it may be about. */
  | { readonly kind: 'nothing'; readonly citations: readonly Citation[]; readonly others: readonly string[] };

/** Share of the question that a line must hold to be about it; a further one must hold nearly as much. */
const leastHeld = 0.2;
const nearlyAs = 0.85;
const mostPoints = 2;
/** 「不是云栖，是山居」, "no, the seam is open", "it's not condensation". */
const refusal =
  /^(?:[那可但啊嗯]|但是|可是|不过)?[，, ]*(?:不是|不对|并不是|没有?用)|^(?:(?:but|well|oh)[, ]+)?(?:no\b[, ]|not\b|(?:it|that|this)(?:['’]s| is| was)(?: not|n['’]t)\b|(?:it|that|this) isn['’]t\b)/iu;
/** Other articles are offered from this confidence on. */
const worthOffering = 0.1;
const mostOthers = 2;

/**
 * The same answer is never given in full twice. `told` are the ordinals of the passages of the article that were given
 * before, `question` the customer's latest words.
 */
export function answerAgain({
  candidate,
  candidates,
  told,
  question,
  language,
  segment,
}: {
  candidate: Candidate;
  candidates: readonly Candidate[];
  told: ReadonlySet<number>;
  question: string;
  language: Language;
  segment: Segment;
}): AnswerAgain {
  const parts = partsOf(candidate, candidates);
  const fresh = parts.filter(({ ordinal }) => !told.has(ordinal));
  // Who says that it is not so is not helped by more of the same.
  const isRefused = refusal.test(question.trim());
  const lines = parts.flatMap((passage) => linesOf(passage.text).map((text) => ({ text, passage })));
  const points = isRefused ? [] : nearestLines(question, lines, segment);
  const isInTold = points.length > 0 && points.every(({ passage }) => told.has(passage.ordinal));
  if (fresh.length > 0 && !isRefused && !isInTold)
    return { kind: 'more', answer: composeParts(fresh, { language }) };
  if (points.length > 0 && points.length < lines.length) {
    const citations = [...new Set(points.map(({ passage }) => passage))].map(citationOf);
    return { kind: 'point', answer: { text: points.map(({ text }) => text).join('\n'), citations } };
  }
  const { articleId, title } = candidate.passage;
  const others = candidates
    .filter(({ passage, confidence }) => passage.articleId !== articleId && confidence >= worthOffering)
    .map(({ passage }) => passage.title)
    .filter((other, place, all) => other !== title && all.indexOf(other) === place)
    .slice(0, mostOthers);
  return { kind: 'nothing', citations: parts.map(citationOf), others };
}

/**
 * The lines that hold most of the question, by what tells them apart: a term that many lines hold says little. None where
 * none holds enough, or too many as much.
 */
function nearestLines<Line extends { readonly text: string }>(
  question: string,
  lines: readonly Line[],
  segment: Segment,
): readonly Line[] {
  const held = lines.map(({ text }) => new Set(termsOf(text, segment)));
  const weights = new Map<string, number>();
  for (const term of termsOf(question, segment)) {
    const holding = held.filter((terms) => terms.has(term)).length;
    weights.set(term, weightOfTerm(term) * Math.log(1 + lines.length / Math.max(holding, 1)));
  }
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return [];
  const shares = held.map((terms) => {
    let sum = 0;
    for (const [term, weight] of weights) if (terms.has(term)) sum += weight;
    return sum / whole;
  });
  const most = Math.max(...shares);
  const nearest = lines.filter((_, place) => shares[place]! >= Math.max(leastHeld, most * nearlyAs));
  return nearest.length <= mostPoints ? nearest : [];
}

/** Sentences, items of lists and rows of tables, each as a line of its own. */
function linesOf(text: string): string[] {
  const pieces = piecesOf(text).map((piece) => piece.trim());
  return pieces.flatMap((piece, place) => {
    if (!piece.startsWith('|')) return piece === '' ? [] : piece.replace(/^(?:[-*+•>]|\d{1,3}[.)、])\s+/, '');
    // The head of a table and the rule below it say nothing by themselves.
    const isHead = isRule(piece) || isRule(pieces[place + 1] ?? '');
    return isHead ? [] : cellsOf(piece);
  });
}

const isRule = (piece: string): boolean => /^\|[\s:|-]+$/.test(piece);

function cellsOf(row: string): string {
  const [name, ...values] = row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
  const isChinese = /\p{Script=Han}/u.test(row);
  return `${name}${isChinese ? '：' : ': '}${values.filter(Boolean).join(isChinese ? '，' : ', ')}`;
}
