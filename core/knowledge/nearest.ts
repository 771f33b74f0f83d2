import type { Passage } from '../terms/article.ts';
import { type Card, gramsAt, lengthAt, termOf, termsAt, timesOf } from './card.ts';
import { articleRelevanceOf, type Coverage, likeness, relevanceOf } from './confidence.ts';
import { type ArticleHead, type Cut, passageOf } from './passages.ts';
import { mostQuestionTerms, type QuestionPlaces } from './question-places.ts';
import { type Grams, surfaceLikeness } from './surface.ts';

/** A question as weights by the place of each of its terms. `total` includes the terms that no article holds. */
export interface WeighedQuestion {
  readonly places: QuestionPlaces;
  readonly weights: Float32Array;
  /** 1 at the place of a term that stands for a matter. */
  readonly matters: Uint8Array;
  /** The last place that is taken. */
  readonly count: number;
  readonly total: number;
  readonly grams: Grams;
  /** 1 at the number of every term of the vocabulary that stands for a matter. */
  readonly isMatter: Uint8Array;
  /** How many concepts the question names, those included that no article holds. */
  readonly concepts: number;
  /** Terms of a unit on average over the whole index, repeats included. */
  readonly meanLength: number;
}

/** What is looked at of an article: on its card the question lines before the passages. */
export interface ArticleUnits {
  readonly head: ArticleHead;
  readonly cuts: readonly Cut[];
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
  /** `likeness` of the nearest line. */
  readonly like: number;
}

/** A look beside the others of its search: the passages that fit best, and how relevant the first of them is. */
export interface RankedLook {
  readonly look: Look;
  readonly lineRank: number;
  readonly passageRank: number;
  readonly relevance: number;
  /** Ordinals of the one or two passages that fit best, best first. */
  readonly ordinals: readonly number[];
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
  const { table, mask, terms } = places;
  const { card, lines, cuts } = article;
  const look = nextLook();
  const nearest = nearestLine(article, question, look);
  let mattersOnLine = 0;
  let mattersAdded = 0;
  for (let at = card[termsAt(nearest.line)]!; at < card[termsAt(nearest.line + 1)]!; at++) {
    const term = termOf(card[at]!);
    const place = table[term & mask]!;
    if (terms[place] === term) {
      onLine[place] = look;
      mattersOnLine += question.matters[place]!;
    } else mattersAdded += question.isMatter[term]!;
  }
  const held: number[] = [];
  let passageScore = 0;
  for (let ordinal = 0; ordinal < cuts.length; ordinal++) {
    const unit = lines.length + ordinal;
    const to = card[termsAt(unit + 1)]!;
    const norm = normOf(card[lengthAt(unit)]!, question.meanLength);
    let score = 0;
    let beyond = 0;
    for (let at = card[termsAt(unit)]!; at < to; at++) {
      const entry = card[at]!;
      const term = termOf(entry);
      const place = table[term & mask]!;
      if (terms[place] !== term) continue;
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
  const { line: at, score: lineScore, like } = nearest;
  return { article, nearestLine: at, coverage, held, lineScore, passageScore, like };
}

/** The BM25 of an article, by which the found ones are compared. */
export const scoreOf = ({ lineScore, passageScore }: Look): number => lineScore + passageShare * passageScore;

/**
 * Which one or two passages of an article fit the question best. `top` is the best `scoreOf` of the search; `first` is
 * the ordinal of a passage that is known to fit best, -1 or less for none.
 */
export function ranked(look: Look, top: number, first = -1): RankedLook {
  const { held, coverage, like } = look;
  const lineRank = top === 0 ? 0 : look.lineScore / top;
  const passageRank = top === 0 ? 0 : look.passageScore / top;
  const whole = articleRelevanceOf(coverage, { like, lineRank, passageRank });
  let best = -1;
  let next = -1;
  let most = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (let ordinal = 0; ordinal < held.length; ordinal++) {
    const plain = relevanceOf(whole, held[ordinal]!, coverage.question);
    const advantage =
      ordinal === first ? Number.POSITIVE_INFINITY : ordinal === 0 ? plain + openingAdvantage : plain;
    if (advantage > most) {
      next = best;
      second = most;
      best = ordinal;
      most = advantage;
    } else if (advantage > second) {
      next = ordinal;
      second = advantage;
    }
  }
  return {
    look,
    lineRank,
    passageRank,
    relevance: relevanceOf(whole, held[best]!, coverage.question),
    ordinals: next < 0 ? [best] : [best, next],
  };
}

/** Its passages that fit best, best first. */
export function viewsOf({ look, lineRank, passageRank, ordinals }: RankedLook): PassageView[] {
  const { head, cuts, lines } = look.article;
  const { question, line, article, surface, matters, mattersMissed, mattersAdded, support } = look.coverage;
  return ordinals.map((ordinal): PassageView => {
    const passage = look.held[ordinal]!;
    const coverage: Coverage = {
      question,
      line,
      article,
      surface,
      matters,
      mattersMissed,
      mattersAdded,
      support,
      passage,
      lineRank,
      passageRank,
    };
    const whole = articleRelevanceOf(coverage, { like: look.like, lineRank, passageRank });
    return {
      passage: passageOf(head, cuts[ordinal]!, ordinal),
      nearestQuestion: lines[look.nearestLine]!,
      coverage,
      relevance: relevanceOf(whole, passage, question),
    };
  });
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
  const { table, mask, terms } = places;
  const nearest = { line: 0, question: 0, share: 0, surface: 0, score: 0, support: 0, like: 0 };
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
      const term = termOf(entry);
      const place = table[term & mask]!;
      if (terms[place] !== term) continue;
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
    if (nearest.like > 0 && held <= nearest.question && share <= nearest.share) continue;
    const like = likeness({ question: held, line: share });
    if (like <= nearest.like) continue;
    nearest.like = like;
    nearest.line = line;
    nearest.question = held;
    nearest.share = share;
    nearest.surface = alike;
  }
  nearest.support = (first + second + third) / Math.min(supportingLines, lines.length);
  return nearest;
}
