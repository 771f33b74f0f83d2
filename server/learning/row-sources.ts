import type { DictionaryStore } from '../../adapters/store/dictionary.ts';
import type { ExampleCounts, Examples } from '../../adapters/store/examples.ts';
import type { InsightStore } from '../../adapters/store/insights.ts';
import type { TeachingArticles } from '../../adapters/store/knowledge-examples.ts';
import type { LearnedModel } from '../../core/protocol/understanding.ts';
import type { NewExample } from '../../services/examples-from-log.ts';
import { knowledgeExamples, rowsOf } from '../../services/knowledge-examples.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { hasEnough, type Row, type TrainingTask } from './train-model.ts';
import { searchesOf, usefulRows } from './useful-rows.ts';

/** The order of searches has new rows all day: it waits for so many, and so many times as long. */
const orderPatience = { rows: 20, times: 6 };
/** Rows of what agents sent that are kept. */
const keptUseful = 20_000;

/** Where the rows of one model come from. Times are epoch milliseconds. */
export interface RowSource {
  /** The rows as they are now, those of the frozen set among them. */
  rows(): Promise<NewExample[]>;
  /** How many there are, and how many came or went after `since`. */
  counts(since: number): Promise<ExampleCounts>;
  /** Whether what came since `triedAt` is worth a training that nobody asked for. */
  isRipe(triedAt: number, at: number): Promise<boolean>;
  /** What a training needs beside the rows. */
  beside?(rows: readonly NewExample[]): Promise<Pick<TrainingTask, 'order'>>;
}

export interface RowSourceNeeds {
  readonly examples: Examples;
  readonly articles: TeachingArticles;
  readonly outcomes: Pick<InsightStore, 'articleOutcomes'>;
  readonly knowledgeBase: Pick<KnowledgeBase, 'find'>;
  readonly dictionary: Pick<DictionaryStore, 'latest'>;
  readonly times: { readonly quietMs: number; readonly everyMs: number };
  readonly now: () => number;
}

/** What a training gets of an example. */
export const bareRow = ({ text, label, predicted, source }: NewExample): Row => ({
  text,
  label,
  predicted,
  source,
});
const isLearned = ({ isFrozen }: NewExample) => !isFrozen;
const isHeldBack = ({ isFrozen }: NewExample) => isFrozen;

/** The source of every model's rows. `fromKnowledge` are those that articles teach. */
export function rowSources(
  needs: RowSourceNeeds,
  fromKnowledge: () => Promise<NewExample[]>,
): Readonly<Record<LearnedModel, RowSource>> {
  return {
    intent: withArticles(needs, fromKnowledge),
    emotion: told('emotion', needs),
    handoff: told('handoff', needs),
    retrieval: ofUse(needs),
  };
}

/** The examples that articles teach, without those that somebody removed. */
export const articleExamples =
  ({ articles, examples }: Pick<RowSourceNeeds, 'articles' | 'examples'>) =>
  async (): Promise<NewExample[]> =>
    knowledgeExamples(await articles.published(), await examples.removedKnowledge());

/** What people told, and nothing else: ripe once it has been quiet for a while. */
function told(model: LearnedModel, { examples, times }: RowSourceNeeds): RowSource {
  return {
    rows: async () => rowsOf(await examples.all(model), []),
    counts: (since) => examples.counts(model, since),
    async isRipe(triedAt, at) {
      const last = await examples.lastChange(model);
      return last > triedAt && at - last >= times.quietMs;
    },
  };
}

/** What people told, over what articles teach. */
function withArticles(needs: RowSourceNeeds, fromKnowledge: () => Promise<NewExample[]>): RowSource {
  const { examples, articles, times } = needs;
  return {
    rows: async () => rowsOf(await examples.all('intent'), await fromKnowledge()),
    async counts(since) {
      const [own, derived, { changed }] = await Promise.all([
        examples.counts('intent', since),
        fromKnowledge(),
        articles.changes(since),
      ]);
      return {
        examples: own.examples + derived.length,
        frozen: own.frozen + derived.filter(isHeldBack).length,
        changed: own.changed + changed,
      };
    },
    async isRipe(triedAt, at) {
      const last = Math.max(await examples.lastChange('intent'), (await articles.changes(triedAt)).last);
      return last > triedAt && at - last >= times.quietMs;
    },
  };
}

/** What agents sent and what helped customers: ripe when enough of it is new. */
function ofUse({ examples, outcomes, knowledgeBase, dictionary, times, now }: RowSourceNeeds): RowSource {
  let lookedAt = 0;
  const rows = () => usefulRows(examples, outcomes, now());
  return {
    rows,
    async counts(since) {
      const useful = await rows();
      return {
        examples: useful.length,
        frozen: useful.filter(isHeldBack).length,
        changed: useful.filter(({ at }) => at > since).length,
      };
    },
    async isRipe(triedAt, at) {
      // Its rows are too many to be read at every look.
      if (at - Math.max(triedAt, lookedAt) < times.everyMs * orderPatience.times) return false;
      const useful = await rows();
      const fresh = useful.filter((row) => row.at > triedAt).length;
      const isRipe =
        fresh >= orderPatience.rows && hasEnough('retrieval', useful.filter(isLearned).map(bareRow));
      if (!isRipe) lookedAt = at;
      return isRipe;
    },
    /** What the knowledge base finds today for the rows' questions. */
    async beside(useful) {
      const { words, synonyms } = await dictionary.latest();
      await examples.keepNewest('retrieval', keptUseful);
      return {
        order: {
          learned: await searchesOf(useful.filter(isLearned), knowledgeBase),
          frozen: await searchesOf(useful.filter(isHeldBack), knowledgeBase),
          dictionary: { words, synonyms },
        },
      };
    },
  };
}
