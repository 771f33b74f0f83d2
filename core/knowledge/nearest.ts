import type { Passage } from '../terms/article.ts';
import { type Coverage, likeness, relevanceOf } from './confidence.ts';
import { type Grams, surfaceLikeness } from './surface.ts';

/** A question as weights by term number; `total` includes the terms that no article holds. */
export interface WeighedQuestion {
  readonly weights: Float32Array;
  readonly total: number;
  readonly weightOf: (term: number) => number;
  readonly grams: Grams;
  readonly isConcept: (term: number) => boolean;
  /** How many concepts the question names, those included that no article holds. */
  readonly concepts: number;
  /** Names with a model number that the question holds, as terms. */
  readonly names: readonly number[];
  readonly familyOf: (term: number) => number;
}

/** What is looked at of an article: its terms by unit, question lines before passages. */
export interface ArticleUnits {
  readonly passages: readonly Passage[];
  readonly lines: readonly string[];
  readonly terms: Int32Array;
  readonly starts: Int32Array;
  gramsOfLine(line: number): Grams;
}

/** One passage seen through the question line of its article that is nearest to the customer's question. */
export interface PassageView {
  readonly passage: Passage;
  readonly nearestQuestion: string;
  readonly coverage: Coverage;
  readonly relevance: number;
}

/** Unless a later passage holds clearly more of the question, the opening answers. */
const openingAdvantage = 0.02;
const passagesOfOneArticle = 2;

/** The one or two passages of an article that fit the question best, best first. */
export function nearestPassages(
  article: ArticleUnits,
  question: WeighedQuestion,
  rank: Pick<Coverage, 'lineRank' | 'passageRank'>,
): PassageView[] {
  const nearest = nearestLine(article, question);
  const { weights, total, concepts } = question;
  const { terms, starts } = article;
  const onLine: number[] = [];
  let mattersOnLine = 0;
  let mattersAdded = 0;
  for (let at = starts[nearest.line]!; at < starts[nearest.line + 1]!; at++) {
    const term = terms[at]!;
    const isMatter = question.isConcept(term);
    if (weights[term]! > 0) {
      onLine.push(term);
      if (isMatter) mattersOnLine++;
    } else if (isMatter) mattersAdded++;
  }
  const anywhere: number[] = [];
  let weightAnywhere = 0;
  let mattersAnywhere = 0;
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!;
    const weight = weights[term]!;
    // A question has few terms, so the list stays short.
    if (weight === 0 || anywhere.includes(term)) continue;
    anywhere.push(term);
    weightAnywhere += weight;
    if (question.isConcept(term)) mattersAnywhere++;
  }
  const ofArticle = {
    question: nearest.question,
    line: nearest.share,
    article: Math.min(1, weightAnywhere / total),
    surface: surfaceLikeness(question.grams, article.gramsOfLine(nearest.line)),
    matters: concepts === 0 ? 0 : mattersAnywhere / concepts,
    mattersMissed: concepts - mattersOnLine,
    mattersAdded,
    namesMissed: namesMissed(article, question, anywhere),
    support: supportOf(article, question),
    ...rank,
  };
  const views: PassageView[] = [];
  for (const [place, passage] of article.passages.entries()) {
    const unit = article.lines.length + place;
    let more = 0;
    for (let at = starts[unit]!; at < starts[unit + 1]!; at++) {
      const weight = weights[terms[at]!]!;
      if (weight > 0 && !onLine.includes(terms[at]!)) more += weight;
    }
    const coverage: Coverage = { ...ofArticle, passage: Math.min(1, nearest.question + more / total) };
    views.push({
      passage,
      nearestQuestion: article.lines[nearest.line]!,
      coverage,
      relevance: relevanceOf(coverage),
    });
  }
  if (views.length === 1) return views;
  const advantage = (view: PassageView) =>
    view.relevance + (view.passage.ordinal === 0 ? openingAdvantage : 0);
  return views.sort((one, other) => advantage(other) - advantage(one)).slice(0, passagesOfOneArticle);
}

const supportingLines = 3;

/** The mean likeness, as written, of the lines most alike. */
function supportOf(article: ArticleUnits, { grams }: WeighedQuestion): number {
  let first = 0;
  let second = 0;
  let third = 0;
  for (let line = 0; line < article.lines.length; line++) {
    const like = surfaceLikeness(grams, article.gramsOfLine(line));
    if (like > first) {
      third = second;
      second = first;
      first = like;
    } else if (like > second) {
      third = second;
      second = like;
    } else if (like > third) third = like;
  }
  return (first + second + third) / Math.min(supportingLines, article.lines.length);
}

/**
 * Share of the products named that the article does not hold though its question lines name their siblings: it is
 * about another product. An article that names neither holds for all of them.
 */
function namesMissed(
  { lines, terms, starts }: ArticleUnits,
  { names, familyOf }: WeighedQuestion,
  held: readonly number[],
): number {
  if (names.length === 0) return 0;
  const missed = names.filter((name) => !held.includes(name));
  if (missed.length === 0) return 0;
  const families = missed.map(familyOf);
  const lastLine = starts[lines.length]!;
  for (let at = 0; at < lastLine; at++)
    if (families.includes(familyOf(terms[at]!))) return missed.length / names.length;
  return 0;
}

/** The question line that is most like the question, with the shares that each holds of the other. */
function nearestLine({ lines, terms, starts }: ArticleUnits, question: WeighedQuestion) {
  const { weights, total, weightOf } = question;
  const nearest = { line: 0, question: 0, share: 0 };
  let best = 0;
  for (let line = 0; line < lines.length; line++) {
    let common = 0;
    let whole = 0;
    for (let at = starts[line]!; at < starts[line + 1]!; at++) {
      const term = terms[at]!;
      whole += weightOf(term);
      common += weights[term]!;
    }
    if (common === 0) continue;
    const like = likeness({ question: common / total, line: common / whole });
    if (like <= best) continue;
    best = like;
    nearest.line = line;
    nearest.question = common / total;
    nearest.share = common / whole;
  }
  return nearest;
}
