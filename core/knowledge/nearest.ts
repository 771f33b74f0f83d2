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
  /** Terms of a unit on average over the whole index, repeats included. */
  readonly meanLength: number;
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
  /** How often each of `terms` stands in its unit, and how many terms each unit has, repeats included. */
  readonly frequencies: Uint8Array;
  readonly lengths: Int32Array;
}

/** An article as far as it can be judged without the others that were found. */
export interface Look {
  readonly article: ArticleUnits;
  readonly nearestLine: number;
  readonly coverage: Omit<Coverage, 'passage' | 'lineRank' | 'passageRank'>;
  /** Share of the question's weight that each passage and the nearest line hold together. */
  readonly held: Float32Array;
  /** BM25 of the best question line and of the best passage. */
  readonly lineScore: number;
  readonly passageScore: number;
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

/** BM25 (Robertson & Zaragoza 2009) with its usual constants. */
const saturation = 1.2;
const lengthShare = 0.5;
/** A match in the text of a passage counts this much beside one in a question line. */
const passageShare = 0.45;

/** Looks closely at an article. Reads each term of it once. */
export function lookAt(article: ArticleUnits, question: WeighedQuestion): Look {
  const { places, weights, total, concepts } = question;
  const { terms, starts, lines, passages, frequencies, lengths } = article;
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
  const held = new Float32Array(passages.length);
  let passageScore = 0;
  for (let ordinal = 0; ordinal < passages.length; ordinal++) {
    const unit = lines.length + ordinal;
    const to = starts[unit + 1]!;
    const norm = normOf(lengths[unit]!, question.meanLength);
    let score = 0;
    let beyond = 0;
    for (let at = starts[unit]!; at < to; at++) {
      const place = places[terms[at]!]!;
      if (place === 0) continue;
      anywhere[place] = 1;
      const weight = weights[place]!;
      if (onLine[place] === 0) beyond += weight;
      const frequency = frequencies[at]!;
      score += (weight * frequency) / (frequency + norm);
    }
    held[ordinal] = Math.min(1, nearest.question + beyond / total);
    if (score > passageScore) passageScore = score;
  }
  let weightAnywhere = 0;
  let mattersAnywhere = 0;
  for (let place = 1; place <= question.count; place++) {
    if (anywhere[place] === 0) continue;
    weightAnywhere += weights[place]!;
    if (question.matters[place] === 1) mattersAnywhere++;
  }
  const coverage = {
    question: nearest.question,
    line: nearest.share,
    article: Math.min(1, weightAnywhere / total),
    surface: nearest.surface,
    matters: concepts === 0 ? 0 : mattersAnywhere / concepts,
    mattersMissed: concepts - mattersOnLine,
    mattersAdded,
    support: nearest.support,
  };
  return { article, nearestLine: nearest.line, coverage, held, lineScore: nearest.score, passageScore };
}

/** The BM25 of an article, by which the found ones are compared. */
export const scoreOf = ({ lineScore, passageScore }: Look): number => lineScore + passageShare * passageScore;

/** The one or two passages of an article that fit the question best, best first. `top` is the best `scoreOf` of the search. */
export function nearestPassages(look: Look, top: number): PassageView[] {
  const { lines, passages } = look.article;
  const nearestQuestion = lines[look.nearestLine]!;
  const lineRank = top === 0 ? 0 : look.lineScore / top;
  const passageRank = top === 0 ? 0 : look.passageScore / top;
  const views = passages.map((passage, ordinal): PassageView => {
    const coverage: Coverage = { ...look.coverage, passage: look.held[ordinal]!, lineRank, passageRank };
    return { passage, nearestQuestion, coverage, relevance: relevanceOf(coverage) };
  });
  if (views.length === 1) return views;
  const advantage = (view: PassageView) =>
    view.relevance + (view.passage.ordinal === 0 ? openingAdvantage : 0);
  return views.sort((one, other) => advantage(other) - advantage(one)).slice(0, passagesOfOneArticle);
}

const normOf = (length: number, meanLength: number) =>
  saturation * (1 - lengthShare + (lengthShare * length) / meanLength);

const supportingLines = 3;

/**
 * The question line that is most like the question, with the shares that each holds of the other; the best BM25 of a
 * line; and the mean likeness, as written, of the lines most alike. Marks in `anywhere` the terms of the question that
 * any line holds.
 */
function nearestLine(article: ArticleUnits, question: WeighedQuestion, anywhere: Uint8Array) {
  const { lines, terms, starts, lineWeights, frequencies, lengths } = article;
  const { places, weights, total, meanLength } = question;
  const nearest = { line: 0, question: 0, share: 0, surface: 0, score: 0, support: 0 };
  let best = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let line = 0; line < lines.length; line++) {
    const norm = normOf(lengths[line]!, meanLength);
    let common = 0;
    let score = 0;
    const to = starts[line + 1]!;
    for (let at = starts[line]!; at < to; at++) {
      const place = places[terms[at]!]!;
      if (place === 0) continue;
      anywhere[place] = 1;
      const weight = weights[place]!;
      common += weight;
      const frequency = frequencies[at]!;
      score += (weight * frequency) / (frequency + norm);
    }
    if (common === 0) continue;
    if (score > nearest.score) nearest.score = score;
    const alike = surfaceLikeness(question.grams, article.gramsOfLine(line));
    if (alike > first) {
      third = second;
      second = first;
      first = alike;
    } else if (alike > second) {
      third = second;
      second = alike;
    } else if (alike > third) third = alike;
    const share = common / lineWeights[line]!;
    const like = likeness({ question: common / total, line: share });
    if (like <= best) continue;
    best = like;
    nearest.line = line;
    nearest.question = common / total;
    nearest.share = share;
    nearest.surface = alike;
  }
  nearest.support = (first + second + third) / Math.min(supportingLines, lines.length);
  return nearest;
}
