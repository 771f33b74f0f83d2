import type { Passage } from '../terms/article.ts';
import { type Coverage, likeness, relevanceOf } from './confidence.ts';
import { type Grams, surfaceLikeness } from './surface.ts';

/** A question may have so many known terms; of a longer one only the heaviest count. */
export const mostQuestionTerms = 255;

/**
 * A question as weights by place: `places[term]` is 0 for a term that the question lacks, else its place in `weights`.
 * One byte a term of the vocabulary keeps the table in the processor's nearest memory. `total` includes the terms
 * that no article holds.
 */
export interface WeighedQuestion {
  readonly places: Uint8Array;
  readonly weights: Float32Array;
  /** 1 at the place of a term that stands for a matter. */
  readonly matters: Uint8Array;
  /** The last place that is taken. */
  readonly count: number;
  readonly total: number;
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
  gramsOfLine(line: number): Grams;
  /** The weight of all terms of each question line. */
  readonly lineWeights: Float32Array;
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

/** The one or two passages of an article that fit the question best, best first. Reads each term of it once. */
export function nearestPassages(article: ArticleUnits, question: WeighedQuestion): PassageView[] {
  const { places, weights, total, concepts } = question;
  const { terms, starts, lines, passages } = article;
  const anywhere = new Uint8Array(mostQuestionTerms + 1);
  const nearest = nearestLine(article, question, anywhere);
  const onLine = new Uint8Array(mostQuestionTerms + 1);
  let mattersOnLine = 0;
  let mattersAdded = 0;
  for (let at = starts[nearest.line]!; at < starts[nearest.line + 1]!; at++) {
    const place = places[terms[at]!]!;
    const isMatter = question.isConcept(terms[at]!);
    if (place > 0) {
      onLine[place] = 1;
      if (isMatter) mattersOnLine++;
    } else if (isMatter) mattersAdded++;
  }
  const beyondLine = new Float32Array(passages.length);
  for (let ordinal = 0; ordinal < passages.length; ordinal++) {
    const to = starts[lines.length + ordinal + 1]!;
    for (let at = starts[lines.length + ordinal]!; at < to; at++) {
      const place = places[terms[at]!]!;
      if (place === 0) continue;
      anywhere[place] = 1;
      if (onLine[place] === 0) beyondLine[ordinal]! += weights[place]!;
    }
  }
  let weightAnywhere = 0;
  let mattersAnywhere = 0;
  for (let place = 1; place <= question.count; place++) {
    if (anywhere[place] === 0) continue;
    weightAnywhere += weights[place]!;
    if (question.matters[place] === 1) mattersAnywhere++;
  }
  const ofArticle = {
    question: nearest.question,
    line: nearest.share,
    article: Math.min(1, weightAnywhere / total),
    surface: surfaceLikeness(question.grams, article.gramsOfLine(nearest.line)),
    matters: concepts === 0 ? 0 : mattersAnywhere / concepts,
    mattersMissed: concepts - mattersOnLine,
    mattersAdded,
  };
  const nearestQuestion = lines[nearest.line]!;
  const views = passages.map((passage, ordinal): PassageView => {
    const share = Math.min(1, nearest.question + beyondLine[ordinal]! / total);
    const coverage: Coverage = { ...ofArticle, passage: share };
    return { passage, nearestQuestion, coverage, relevance: relevanceOf(coverage) };
  });
  if (views.length === 1) return views;
  const advantage = (view: PassageView) =>
    view.relevance + (view.passage.ordinal === 0 ? openingAdvantage : 0);
  return views.sort((one, other) => advantage(other) - advantage(one)).slice(0, passagesOfOneArticle);
}

/**
 * The question line that is most like the question, with the shares that each holds of the other. Marks in `anywhere`
 * the terms of the question that any line holds.
 */
function nearestLine(
  { lines, terms, starts, lineWeights }: ArticleUnits,
  { places, weights, total }: WeighedQuestion,
  anywhere: Uint8Array,
) {
  const nearest = { line: 0, question: 0, share: 0 };
  let best = 0;
  for (let line = 0; line < lines.length; line++) {
    let common = 0;
    const to = starts[line + 1]!;
    for (let at = starts[line]!; at < to; at++) {
      const place = places[terms[at]!]!;
      if (place === 0) continue;
      anywhere[place] = 1;
      common += weights[place]!;
    }
    if (common === 0) continue;
    const share = common / lineWeights[line]!;
    const like = likeness({ question: common / total, line: share });
    if (like <= best) continue;
    best = like;
    nearest.line = line;
    nearest.question = common / total;
    nearest.share = share;
  }
  return nearest;
}
