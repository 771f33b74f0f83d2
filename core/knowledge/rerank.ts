import { remembering } from '../learning/remembering.ts';
import { createTreeScorer } from '../learning/tree-scorer.ts';
import type { Coverage } from './confidence.ts';
import { bestFirst, type PassageView } from './nearest.ts';
import type { OrderAdjustment } from './order-adjustment.ts';
import { featuresOfPair, type PairModel, placed, withPlace } from './pair-model.ts';
import { hasUnits, type PairText, readPairText } from './pair-text.ts';
import type { Segment } from './terms-of-text.ts';

/** A question line that a search found, best first in a list. */
export interface FoundLine {
  readonly articleId: string;
  readonly line: string;
  readonly relevance: number;
  readonly coverage: Coverage;
}

/** What was learned says of a line. */
export interface SecondLook {
  /** To be added to its relevance, never below zero. */
  readonly added: number;
  /** Log odds that the line is right. */
  readonly odds: number;
}

/** A second look at each of the first lines; those behind are not looked at. */
export interface Rerank {
  (question: string, found: readonly FoundLine[]): readonly SecondLook[];
  /** So many are looked at. */
  readonly depth: number;
}

/** In the product so many articles are put in order. */
export const rerankDepth = 6;

export interface RerankOptions {
  /** Of the log odds, what is added to the relevance. */
  readonly share?: number;
  /** So many are looked at; `rerankDepth` without it. */
  readonly depth?: number;
  /** Tells what this installation learned, whenever it is asked. */
  readonly adjustment?: (() => OrderAdjustment | undefined) | undefined;
}

/** So many lines are kept as read, or twice as many: a knowledge base's first lines are found again and again. */
const mostKept = 12_000;

/** Log odds of a line that is the question itself. */
const certain = 4;

/**
 * A second look at what was found, by what was learned of pairs of questions. A line that is the question itself, as it is
 * read, is right whatever was learned; where it is the first, no other is looked at. Pure but for what it remembers.
 */
export function createRerank(
  model: PairModel,
  segment: Segment,
  { share = 0.5, depth = rerankDepth, adjustment }: RerankOptions = {},
): Rerank {
  const read = remembering(mostKept, (text: string) => placed(model, readPairText(text, segment)));
  const rightness = createTreeScorer(model.found);

  const right: readonly SecondLook[] = [{ odds: certain, added: share * certain }];

  const secondLook = (question: string, found: readonly FoundLine[]): readonly SecondLook[] => {
    if (found.length === 0) return [];
    // A title as it stands, or a question that was offered, is the same without being read.
    if (question === found[0]!.line && hasUnits(question)) return right;
    const asked = readPairText(question, segment);
    if (isSame(asked, read(found[0]!.line).text)) return right;
    const askedPlace = placed(model, asked);
    const best = found[0]!.relevance;
    const looks = found.slice(0, depth).map(({ line, relevance, coverage }, rank) => {
      const other = read(line);
      const features = withPlace(featuresOfPair(model, askedPlace, other), {
        relevance,
        best,
        rank,
        coverage,
      });
      return { odds: rightness(features), same: isSame(asked, other.text) };
    });
    const own = adjustment?.()?.of(
      askedPlace.place,
      looks.map((_, rank) => found[rank]!.articleId),
    );
    own?.forEach((by, rank) => {
      looks[rank]!.odds += by;
    });
    const most = looks.reduce((most, { odds }) => Math.max(most, odds), certain);
    const said = looks.map(({ odds, same }) => (same ? most : odds));
    // Counted from the least likely: what was looked at stays before what was not.
    const least = Math.min(...said);
    return said.map((odds) => ({ odds, added: share * (odds - least) }));
  };
  return Object.assign(secondLook, { depth });
}

/** The same characters, figures and words in the same order; signs and letter case do not count. */
function isSame({ units: one }: PairText, { units: other }: PairText): boolean {
  return one.length > 0 && one.length === other.length && one.every((unit, place) => unit === other[place]);
}

/** What is looked at of an article: its best passage, by the question line that is nearest. */
export const foundLine = ([first]: readonly PassageView[]): FoundLine => ({
  articleId: first!.passage.articleId,
  line: first!.nearestQuestion,
  relevance: first!.relevance,
  coverage: first!.coverage,
});

/** The articles of a search with what was learned added to the relevance of the first. */
export function inLearnedOrder(
  articles: readonly (readonly PassageView[])[],
  question: string,
  rerank: Rerank,
): readonly (readonly PassageView[])[] {
  const order = bestFirst(articles);
  const looks = rerank(question, order.map(foundLine));
  const least = looks.reduce((lowest, { odds }) => Math.min(lowest, odds), 0);
  return order.map((views, place) => {
    const { added, odds } = looks[place] ?? { added: 0, odds: least };
    return views.map((view) => ({
      ...view,
      relevance: view.relevance + added,
      learned: { odds, plain: view.relevance },
    }));
  });
}
