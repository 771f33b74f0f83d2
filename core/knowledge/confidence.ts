import { shareOf } from '../learning/odds.ts';

/** Shares 0..1 of weight (rarity times importance) that two texts have in common. */
export interface Coverage {
  /** Of the customer's words, those in the nearest question line. */
  readonly question: number;
  /** Of the words of the nearest question line, those that the customer used. */
  readonly line: number;
  /** Of the customer's words, those in the nearest question line or the passage. */
  readonly passage: number;
  /** Of the customer's words, those anywhere in the article. */
  readonly article: number;
  /** How alike the question and the nearest question line are as written, small words included. */
  readonly surface: number;
  /** Share of the matters that the customer names (in any words) that the article names anywhere. */
  readonly matters: number;
  /** How many matters the customer names that the nearest question line does not. */
  readonly mattersMissed: number;
  /** How many matters the nearest question line names that the customer does not. */
  readonly mattersAdded: number;
  /** How alike the question and the three most alike lines are as written, on average: one alike may be chance. */
  readonly support: number;
  /** BM25 of the best line and of the best passage, as shares of the best article of the search. */
  readonly lineRank: number;
  readonly passageRank: number;
}

export const nothingCovered: Coverage = {
  question: 0,
  line: 0,
  passage: 0,
  article: 0,
  surface: 0,
  matters: 0,
  mattersMissed: 0,
  mattersAdded: 0,
  support: 0,
  lineRank: 0,
  passageRank: 0,
};

/** Measured on the demo questions: what a customer says must be in the line, rather than the line in what he says. */
const questionShare = 0.8;

/** How near a question is to a question line, 0..1: a weighted geometric mean of the two shares. */
export function likeness({ question, line }: Pick<Coverage, 'question' | 'line'>): number {
  return question ** questionShare * line ** (1 - questionShare);
}

/**
 * Weights of the ranking: a softmax regression over the articles found for each demo question, five-fold
 * cross-validated; scaled and rounded. Several lines alike say more than one alike, which may be chance.
 */
const ranking = {
  likeness: 0.3,
  articleOnly: 0.85,
  mattersMissed: -0.08,
  lineRank: 0.4,
  passageRank: 0.28,
  support: 1.8,
};
/** Tells apart the passages of one article. */
const passageOnly = 0.05;

/** What orders the articles of a search, before the passages of each; `like` is the `likeness` of the coverage. */
export function articleRelevanceOf(
  { question, article, mattersMissed, support }: Omit<Coverage, 'passage' | 'lineRank' | 'passageRank'>,
  {
    like,
    lineRank,
    passageRank,
  }: { readonly like: number; readonly lineRank: number; readonly passageRank: number },
): number {
  return (
    ranking.likeness * like +
    ranking.articleOnly * (article - question) +
    ranking.mattersMissed * mattersMissed +
    ranking.lineRank * lineRank +
    ranking.passageRank * passageRank +
    ranking.support * support
  );
}

/** Orders the passages of a search: of `whole`, what `articleRelevanceOf` says of its article, and two of its shares. */
export const relevanceOf = (whole: number, passage: number, question: number): number =>
  whole + passageOnly * (passage - question);

/**
 * Weights of a logistic regression over the 406 demo questions (whether the first article found is right), chosen by
 * five-fold cross-validation; rounded. A lead over the next two articles and matters named by both speak for an
 * answer, matters that only the line names against it, and the more words the article holds, the less likely it is by
 * chance; a long message holds words of everything, so no more than so many count. Support is in the lead already: by
 * itself it only says that many lines are alike.
 */
const logit = {
  constant: -5.01,
  lead: 3.59,
  leadOverThird: 3.12,
  matters: 1.32,
  mattersAdded: -0.58,
  held: 2.02,
  support: -5.45,
};
const longestLead = 0.6;
const mostTerms = 25;
/** The question is the question line, but for a word or so: no other evidence is needed. */
const sameQuestion = 0.85;
/** A word alone is the whole matter of many lines: it must stand there as written. */
const fewTerms = 6;
const sameAsWritten = 0.8;

/** Where an article stands in a search: distances in relevance to the best other one and to the third. */
export interface Standing {
  /** Negative for all but the first. */
  readonly lead: number;
  readonly leadOverThird: number;
}

/** How likely the article answers the question, 0..1; `terms` is the number of distinct terms of the question. */
export function confidenceOf(coverage: Coverage, { lead, leadOverThird }: Standing, terms: number): number {
  const { article, matters, mattersAdded, support } = coverage;
  const evidence =
    logit.constant +
    logit.lead * Math.min(lead, longestLead) +
    logit.leadOverThird * Math.min(leadOverThird, longestLead) +
    logit.matters * matters +
    logit.mattersAdded * mattersAdded +
    logit.held * Math.log(1 + Math.min(terms, mostTerms) * article) +
    logit.support * support;
  const likely = shareOf(evidence);
  return isAsAsked(coverage, lead, terms, sameAsWritten)
    ? Math.max(likely, Math.min(1, likeness(coverage)))
    : likely;
}

/** Where an article stands in a search whose order was learned. */
export interface LearnedStanding extends Standing {
  /** Log odds that it is right. */
  readonly odds: number;
  /** Distances to the best and to the second best other one in the relevance before. */
  readonly plainLead: number;
  readonly plainLeadOverSecond: number;
}

/** `plain` are the relevances before of the first passage of each article found. */
export function learnedStanding(
  learned: { readonly odds: number; readonly plain: number },
  plain: readonly number[],
): Omit<LearnedStanding, keyof Standing> {
  let best = 0;
  let next = 0;
  let isOwnSeen = false;
  for (const other of plain) {
    if (!isOwnSeen && other === learned.plain) isOwnSeen = true;
    else if (other > best) {
      next = best;
      best = other;
    } else if (other > next) next = other;
  }
  return {
    odds: learned.odds,
    plainLead: learned.plain - best,
    plainLeadOverSecond: learned.plain - next,
  };
}

/**
 * Weights of a logistic regression over the first article found, whether it is right: of the 402 demo questions for
 * development, by orders that were learned without them, and of 1,063 questions of `faq_pairs_zh` whose groups were
 * not learned from, which count as much. Rounded. Checked on the unseen questions by
 * `eval/retrieval/calibration.test.ts`; the command that fitted them is not kept.
 */
const learnedLogit = {
  constant: -6.11,
  odds: 0.494,
  lead: 0.606,
  mattersAdded: -0.331,
  held: 2.151,
  support: -0.902,
  plainLead: -0.741,
  plainLeadOverSecond: 2.811,
};
const longestLearnedLead = 2.5;
/** A learned order knows better what tells two alike lines apart: only what is written the same is the same. */
const sameForLearned = 0.95;

/** As `confidenceOf`, where the order was learned. */
export function learnedConfidenceOf(coverage: Coverage, standing: LearnedStanding, terms: number): number {
  const { lead, odds, plainLead, plainLeadOverSecond } = standing;
  const { article, mattersAdded, support } = coverage;
  const evidence =
    learnedLogit.constant +
    learnedLogit.odds * odds +
    learnedLogit.lead * Math.min(lead, longestLearnedLead) +
    learnedLogit.mattersAdded * mattersAdded +
    learnedLogit.held * Math.log(1 + Math.min(terms, mostTerms) * article) +
    learnedLogit.support * support +
    learnedLogit.plainLead * Math.min(plainLead, longestLead) +
    learnedLogit.plainLeadOverSecond * Math.min(plainLeadOverSecond, longestLead);
  const likely = shareOf(evidence);
  return isAsAsked(coverage, lead, 0, sameForLearned)
    ? Math.max(likely, Math.min(1, likeness(coverage)))
    : likely;
}

/** The question is the question line; `surface` is how alike they must be written where the question is short. */
function isAsAsked(coverage: Coverage, lead: number, terms: number, surface: number): boolean {
  return (
    lead >= 0 &&
    coverage.line >= sameQuestion &&
    likeness(coverage) >= sameQuestion &&
    (terms >= fewTerms || coverage.surface >= surface)
  );
}
