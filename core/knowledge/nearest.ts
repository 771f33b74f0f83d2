import type { Passage } from '../terms/article.ts';
import { type Coverage, likeness, nothingCovered, relevanceOf } from './confidence.ts';
import { type Grams, gramsOf, surfaceLikeness } from './surface.ts';

/** A question as weights by term number; `total` includes the terms that no article holds. */
export interface WeighedQuestion {
  readonly weights: Float32Array;
  readonly total: number;
  readonly weightOf: (term: number) => number;
  readonly grams: Grams;
  readonly isConcept: (term: number) => boolean;
  /** How many concepts the question names, those included that no article holds. */
  readonly concepts: number;
}

/** What is looked at of an article: its terms by unit, question lines before passages. */
export interface ArticleUnits {
  readonly passages: readonly Passage[];
  readonly lines: readonly string[];
  readonly terms: Int32Array;
  readonly starts: Int32Array;
}

/** One passage seen through the question line of its article that is nearest to the customer's question. */
export interface PassageView {
  readonly passage: Passage;
  readonly nearestQuestion: string;
  readonly coverage: Coverage;
  readonly relevance: number;
}

/** Unless a later passage holds clearly more of the question, the opening answers. */
const openingAdvantage = 0.04;
const passagesOfOneArticle = 2;

/** The one or two passages of an article that fit the question best, best first. */
export function nearestPassages(article: ArticleUnits, question: WeighedQuestion): PassageView[] {
  const { line, coverage } = nearestLine(article, question);
  const onLine = new Set(termsOfUnit(article, line));
  const conceptsOf = (terms: Iterable<number>, isShared: boolean) => {
    let count = 0;
    for (const term of terms)
      if (question.isConcept(term) && question.weights[term]! > 0 === isShared) count++;
    return count;
  };
  const everywhere = new Set(article.terms);
  const surface = surfaceLikeness(question.grams, gramsOf(article.lines[line]!));
  let anywhere = 0;
  for (const term of everywhere) anywhere += question.weights[term]!;
  const views = article.passages.map((passage, place): PassageView => {
    let more = 0;
    for (const term of termsOfUnit(article, article.lines.length + place))
      if (!onLine.has(term)) more += question.weights[term]!;
    const whole = {
      ...coverage,
      surface,
      passage: Math.min(1, coverage.question + more / question.total),
      article: Math.min(1, anywhere / question.total),
      matters: question.concepts === 0 ? 0 : conceptsOf(everywhere, true) / question.concepts,
      mattersMissed: question.concepts - conceptsOf(onLine, true),
      mattersAdded: conceptsOf(onLine, false),
    };
    return { passage, nearestQuestion: article.lines[line]!, coverage: whole, relevance: relevanceOf(whole) };
  });
  const advantage = (view: PassageView) =>
    view.relevance + (view.passage.ordinal === 0 ? openingAdvantage : 0);
  return views.sort((one, other) => advantage(other) - advantage(one)).slice(0, passagesOfOneArticle);
}

function nearestLine(article: ArticleUnits, question: WeighedQuestion): { line: number; coverage: Coverage } {
  let nearest = { line: 0, coverage: nothingCovered };
  for (let line = 0; line < article.lines.length; line++) {
    let common = 0;
    let whole = 0;
    for (const term of termsOfUnit(article, line)) {
      whole += question.weightOf(term);
      common += question.weights[term]!;
    }
    const share = common / question.total;
    const coverage: Coverage = {
      ...nothingCovered,
      question: share,
      line: whole === 0 ? 0 : common / whole,
      passage: share,
      article: share,
    };
    if (likeness(coverage) > likeness(nearest.coverage)) nearest = { line, coverage };
  }
  return nearest;
}

function termsOfUnit({ terms, starts }: ArticleUnits, unit: number): Int32Array {
  return terms.subarray(starts[unit]!, starts[unit + 1]!);
}
