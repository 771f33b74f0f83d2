import { fnvOf } from '../chance/fnv.ts';
import { signTest } from '../learning/compare-versions.ts';
import { candidatesOf } from './candidates.ts';
import { type JudgedSearch, learnAdjustment } from './learn-order.ts';
import { adjustmentRows, mostAdjusted, type OrderAdjustment, type Remembered } from './order-adjustment.ts';
import type { PairModel } from './pair-model.ts';
import { createRerank, inLearnedOrder } from './rerank.ts';
import type { Segment } from './terms-of-text.ts';

/** What held-back questions say of an order before it is learned from all of them. */
export interface OrderTrial {
  /** So much of what was learned is to be used: 1 all of it, 0 nothing. */
  readonly strength: number;
  /** Held-back questions whose useful article is first with it and was not before; and the other way round. */
  readonly won: number;
  readonly lost: number;
  /** The chance of so many won where nothing was learned: a sign test, one-sided. */
  readonly chance: number;
  /** The same questions as if nobody had taught their article: the share that lost their first place, less what won. */
  readonly untaughtLost: number;
}

const parts = 5;
/** From the most to the least. The first that spares the articles nobody taught is taken. */
const strengths = [1, 0.6, 0.35, 0.2] as const;
/** More of the questions must not lose where their article is not taught. */
const mostUntaughtLost = 0.01;
/** From this chance on a gain may be none. */
const significance = 0.05;

/** Whether what was learned may be nothing: then it is not used. */
export const isByChance = ({ chance, strength }: OrderTrial): boolean =>
  strength === 0 || chance >= significance;

/**
 * Learns from four fifths of the questions and asks the fifth that was held back, in turn, with what ships and with what was
 * learned: once as it is, once as if nobody had taught the article. The same searches give the same.
 */
export function tryOrder(searches: readonly JudgedSearch[], model: PairModel, segment: Segment): OrderTrial {
  let asked: OrderAdjustment | undefined;
  const rerank = createRerank(model, segment, { adjustment: () => asked });
  const isRight = (search: JudgedSearch, useful: ReadonlySet<string>, by: OrderAdjustment | undefined) => {
    asked = by;
    const order = inLearnedOrder(search.articles, search.question, rerank);
    const first = candidatesOf(order, search.terms, 1)[0]?.passage.articleId;
    return first !== undefined && useful.has(first);
  };
  const tallies = strengths.map(() => ({ won: 0, lost: 0, untaught: 0 }));
  let all = 0;
  for (let part = 0; part < parts; part++) {
    const isHeldBack = ({ question }: JudgedSearch) => (fnvOf(question) >>> 5) % parts === part;
    const { table, remembered } = learnAdjustment(
      searches.filter((search) => !isHeldBack(search)),
      model,
      segment,
    );
    for (const search of searches.filter(isHeldBack)) {
      const useful = new Set(
        search.evidence.filter(({ isUseful }) => isUseful).map(({ articleId }) => articleId),
      );
      if (useful.size === 0) continue;
      all += 1;
      const was = isRight(search, useful, undefined);
      for (const [place, strength] of strengths.entries()) {
        const tally = tallies[place]!;
        const is = isRight(search, useful, adjusting(table, remembered, strength, []));
        if (is && !was) tally.won += 1;
        if (was && !is) tally.lost += 1;
        const untaught = isRight(search, useful, adjusting(table, remembered, strength, [...useful]));
        tally.untaught += Number(was) - Number(untaught);
      }
    }
  }
  const place = tallies.findIndex(({ untaught }) => untaught <= mostUntaughtLost * all);
  const tally = tallies[place];
  if (!tally) return { strength: 0, won: 0, lost: 0, chance: 1, untaughtLost: 0 };
  return {
    strength: strengths[place]!,
    won: tally.won,
    lost: tally.lost,
    chance: signTest(tally.won, tally.lost),
    untaughtLost: tally.untaught / Math.max(1, all),
  };
}

function adjusting(
  table: Float32Array,
  remembered: Remembered,
  strength: number,
  forgotten: readonly string[],
): OrderAdjustment {
  const limit = (by: number) => Math.max(-mostAdjusted, Math.min(mostAdjusted, by));
  return {
    version: 'trial',
    of: (place, articleIds) =>
      adjustmentRows(remembered, place, articleIds, { forgotten }).map((row) =>
        limit(row.reduce((sum, value, n) => sum + value * table[n]! * strength, 0)),
      ),
  };
}
