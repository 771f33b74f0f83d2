import type { Passage } from '../terms/article.ts';
import { type Card, gramsAt, lengthAt, termOf, termsAt, timesOf } from './card.ts';
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

/** What is looked at of an article: on its card the question lines before the passages. */
export interface ArticleUnits {
  readonly passages: readonly Passage[];
  readonly lines: readonly string[];
  readonly card: Card;
  /** The weight of all terms of each question line. */
  readonly lineWeights: Float32Array;
}

/** An article as far as it can be judged without the others that were found. */
export interface Look {
  readonly article: ArticleUnits;
  readonly nearestLine: number;
  readonly coverage: Omit<Coverage, 'passage' | 'lineRank' | 'passageRank'>;
  /** Share of the question's weight that each passage and the nearest line hold together. */
  readonly held: readonly number[];
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
  /** With a learned order: the log odds that it is right, and its relevance before. */
  readonly learned?: { readonly odds: number; readonly plain: number };
}

/** Unless a later passage holds clearly more of the question, the opening answers. */
const openingAdvantage = 0.02;
const passagesOfOneArticle = 2;

/** BM25 (Robertson & Zaragoza 2009) with its usual constants. */
const saturation = 1.2;
const lengthShare = 0.5;
/** A match in the text of a passage counts this much beside one in a question line. */
const passageShare = 0.45;

/**
 * Work space of a look, kept between looks: which terms of the question, by place, stand on the nearest line and which
 * anywhere in the article. A place holds the number of the look that marked it, so nothing has to be wiped.
 */
const onLine = new Uint32Array(mostQuestionTerms + 1);
const anywhere = new Uint32Array(mostQuestionTerms + 1);
let looks = 0;

function nextLook(): number {
  if (looks === 0xffff_ffff) {
    onLine.fill(0);
    anywhere.fill(0);
    looks = 0;
  }
  looks += 1;
  return looks;
}

/** Looks closely at an article. Reads each term of it once. */
export function lookAt(article: ArticleUnits, question: WeighedQuestion): Look {
  const { places, weights, total, concepts } = question;
  const { card, lines, passages } = article;
  const look = nextLook();
  const nearest = nearestLine(article, question, look);
  let mattersOnLine = 0;
  let mattersAdded = 0;
  for (let at = card[termsAt(nearest.line)]!; at < card[termsAt(nearest.line + 1)]!; at++) {
    const term = termOf(card[at]!);
    const place = places[term]!;
    const isMatter = question.isConcept(term);
    if (place > 0) {
      onLine[place] = look;
      if (isMatter) mattersOnLine++;
    } else if (isMatter) mattersAdded++;
  }
  const held: number[] = [];
  let passageScore = 0;
  for (let ordinal = 0; ordinal < passages.length; ordinal++) {
    const unit = lines.length + ordinal;
    const to = card[termsAt(unit + 1)]!;
    const norm = normOf(card[lengthAt(unit)]!, question.meanLength);
    let score = 0;
    let beyond = 0;
    for (let at = card[termsAt(unit)]!; at < to; at++) {
      const entry = card[at]!;
      const place = places[termOf(entry)]!;
      if (place === 0) continue;
      anywhere[place] = look;
      const weight = weights[place]!;
      if (onLine[place] !== look) beyond += weight;
      const times = timesOf(entry);
      score += (weight * times) / (times + norm);
    }
    held.push(Math.fround(Math.min(1, nearest.question + beyond / total)));
    if (score > passageScore) passageScore = score;
  }
  let weightAnywhere = 0;
  let mattersAnywhere = 0;
  for (let place = 1; place <= question.count; place++) {
    if (anywhere[place] !== look) continue;
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

/**
 * The one or two passages of an article that fit the question best, best first. `top` is the best `scoreOf` of the
 * search; `first` is the ordinal of a passage that is known to fit best, -1 or less for none.
 */
export function nearestPassages(look: Look, top: number, first = -1): PassageView[] {
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
    view.passage.ordinal === first
      ? Number.POSITIVE_INFINITY
      : view.relevance + (view.passage.ordinal === 0 ? openingAdvantage : 0);
  return views.sort((one, other) => advantage(other) - advantage(one)).slice(0, passagesOfOneArticle);
}

/** Articles of which passages were found, best first. */
export const bestFirst = (articles: readonly (readonly PassageView[])[]): (readonly PassageView[])[] =>
  articles.filter((views) => views.length > 0).sort((one, other) => other[0]!.relevance - one[0]!.relevance);

const normOf = (length: number, meanLength: number) =>
  saturation * (1 - lengthShare + (lengthShare * length) / meanLength);

const supportingLines = 3;

/**
 * The question line that is most like the question, with the shares that each holds of the other; the best BM25 of a
 * line; and the mean likeness, as written, of the lines most alike. Marks in `anywhere` the terms of the question that
 * any line holds.
 */
function nearestLine(article: ArticleUnits, question: WeighedQuestion, look: number) {
  const { lines, card, lineWeights } = article;
  const { places, weights, total, meanLength, grams } = question;
  const nearest = { line: 0, question: 0, share: 0, surface: 0, score: 0, support: 0 };
  let best = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let line = 0; line < lines.length; line++) {
    const norm = normOf(card[lengthAt(line)]!, meanLength);
    let common = 0;
    let score = 0;
    const to = card[termsAt(line + 1)]!;
    for (let at = card[termsAt(line)]!; at < to; at++) {
      const entry = card[at]!;
      const place = places[termOf(entry)]!;
      if (place === 0) continue;
      anywhere[place] = look;
      const weight = weights[place]!;
      common += weight;
      const times = timesOf(entry);
      score += (weight * times) / (times + norm);
    }
    if (common === 0) continue;
    if (score > nearest.score) nearest.score = score;
    const alike = surfaceLikeness(grams, card, card[gramsAt(line)]!, card[gramsAt(line + 1)]!);
    if (alike > first) {
      third = second;
      second = first;
      first = alike;
    } else if (alike > second) {
      third = second;
      second = alike;
    } else if (alike > third) third = alike;
    const held = common / total;
    const share = common / lineWeights[line]!;
    // Less like the question in both is less like it, without the powers.
    if (best > 0 && held <= nearest.question && share <= nearest.share) continue;
    const like = likeness({ question: held, line: share });
    if (like <= best) continue;
    best = like;
    nearest.line = line;
    nearest.question = held;
    nearest.share = share;
    nearest.surface = alike;
  }
  nearest.support = (first + second + third) / Math.min(supportingLines, lines.length);
  return nearest;
}
