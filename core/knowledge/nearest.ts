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
  const { weights, total, concepts } = question;
  const onLine = new Set<number>();
  let mattersAdded = 0;
  for (const term of termsOfUnit(article, line)) {
    if (weights[term]! > 0) onLine.add(term);
    else if (question.isConcept(term)) mattersAdded++;
  }
  const anywhere = new Set<number>();
  for (const term of article.terms) if (weights[term]! > 0) anywhere.add(term);
  const matters = (terms: Iterable<number>) => [...terms].filter(question.isConcept).length;
  const ofArticle: Coverage = {
    ...coverage,
    article: Math.min(1, weightOf(anywhere, weights) / total),
    surface: surfaceLikeness(question.grams, gramsOf(article.lines[line]!)),
    matters: concepts === 0 ? 0 : matters(anywhere) / concepts,
    mattersMissed: concepts - matters(onLine),
    mattersAdded,
  };
  const views = article.passages.map((passage, place): PassageView => {
    let more = 0;
    for (const term of termsOfUnit(article, article.lines.length + place))
      if (weights[term]! > 0 && !onLine.has(term)) more += weights[term]!;
    const whole = { ...ofArticle, passage: Math.min(1, coverage.question + more / total) };
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

function weightOf(terms: Iterable<number>, weights: Float32Array): number {
  let sum = 0;
  for (const term of terms) sum += weights[term]!;
  return sum;
}
