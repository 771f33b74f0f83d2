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
  /** Share of the products named (云栖 2) that the article lacks while it is about their siblings (云栖 3). */
  readonly namesMissed: number;
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
  namesMissed: 0,
};

/** Measured on the demo questions: what a customer says must be in the line, rather than the line in what he says. */
const questionShare = 0.8;
/** Words that stand only in the text of the passage, or elsewhere in the article, beside words of the line. */
const passageOnly = 0.1;
const articleOnly = 0.3;
/** Tells apart lines that name the same matter. */
const asWritten = 0.3;

/** How near a question is to a question line, 0..1: a weighted geometric mean of the two shares. */
export function likeness({ question, line }: Pick<Coverage, 'question' | 'line'>): number {
  return question ** questionShare * line ** (1 - questionShare);
}

/** What is true of one product misleads about another. */
const otherProduct = 0.3;

/** Orders the passages of a search. */
export function relevanceOf(coverage: Coverage): number {
  const { question, passage, article, surface, namesMissed } = coverage;
  return (
    likeness(coverage) +
    passageOnly * (passage - question) +
    articleOnly * (article - question) +
    asWritten * surface -
    otherProduct * namesMissed
  );
}

/**
 * Weights of a logistic regression over the 374 demo questions (whether the first article found is right), five-fold
 * cross-validated; rounded. A lead over the next article and matters named by both speak for an answer, matters
 * that only one side names against it, and a longer question is less often alike by chance.
 */
const logit = {
  constant: -5.46,
  likeness: 0.44,
  lead: 9.14,
  matters: 1.67,
  articleOnly: 12.1,
  passageOnly: -6.2,
  mattersAdded: -0.57,
  mattersMissed: -0.44,
  length: 1.19,
};
const longestLead = 0.4;
/** The question is the question line, but for a word or so: no other evidence is needed. */
const sameQuestion = 0.85;

/**
 * How likely the article answers the question, 0..1. `lead` is the distance in relevance to the best other article,
 * negative for all but the first; `terms` is the number of distinct terms of the question.
 */
export function confidenceOf(coverage: Coverage, lead: number, terms: number): number {
  const { question, line, passage, article, matters, mattersAdded, mattersMissed } = coverage;
  const near = likeness(coverage);
  const evidence =
    logit.constant +
    logit.likeness * near +
    logit.lead * Math.min(lead, longestLead) +
    logit.matters * matters +
    logit.articleOnly * (article - question) +
    logit.passageOnly * (passage - question) +
    logit.mattersAdded * mattersAdded +
    logit.mattersMissed * mattersMissed +
    logit.length * Math.log(1 + terms);
  const likely = 1 / (1 + Math.exp(-evidence));
  const isSame = lead >= 0 && near >= sameQuestion && line >= sameQuestion;
  return isSame ? Math.max(likely, Math.min(1, near)) : likely;
}
