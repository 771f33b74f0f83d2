import type { DictionaryStore } from '../../adapters/store/dictionary.ts';
import type { Examples } from '../../adapters/store/examples.ts';
import type { InsightStore } from '../../adapters/store/insights.ts';
import type { TeachingArticles } from '../../adapters/store/knowledge-examples.ts';
import type { Lease } from '../../adapters/store/lease.ts';
import type { ModelStanding, ModelVersions } from '../../adapters/store/model-versions.ts';
import type { LearnedModel, ModelOverview } from '../../core/protocol/understanding.ts';
import type { NewExample } from '../../services/examples-from-log.ts';
import { knowledgeExamples, rowsOf } from '../../services/knowledge-examples.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { trainBeside } from './train-beside.ts';
import { hasEnough, type Row } from './train-model.ts';
import { searchesOf, usefulRows } from './useful-rows.ts';

export const models: readonly LearnedModel[] = ['intent', 'emotion', 'handoff', 'retrieval'];
export const trainingLeaseLifeMs = 30_000;
const lookAtMostEveryMs = 5_000;
const mostTries = 3;
/** The order of searches has new rows all day: it waits for so many, and so many times as long. */
const orderPatience = { rows: 20, times: 6 };
/** Rows of what agents sent that are kept. */
const keptUseful = 20_000;

/** When models are trained by themselves, in milliseconds. */
export interface TrainingTimes {
  /** So long nothing must have changed. */
  readonly quietMs: number;
  /** So long at least lies between two trainings of a model. */
  readonly everyMs: number;
}

/**
 * Trains models beside the server: when somebody asks, and by itself a while after their rows changed. One process at
 * a time does it, told by a lease; which one does not matter. A version that is worse on the frozen rows is stored with
 * its figures and refused, any other is in force from then on.
 */
export function createTrainer(needs: {
  readonly examples: Examples;
  readonly articles: TeachingArticles;
  readonly versions: ModelVersions;
  readonly outcomes: Pick<InsightStore, 'articleOutcomes'>;
  readonly knowledgeBase: Pick<KnowledgeBase, 'find'>;
  readonly dictionary: Pick<DictionaryStore, 'latest'>;
  readonly lease: Lease;
  readonly times: TrainingTimes;
  readonly now: () => number;
  /** After every training, with what came of it. */
  readonly onTrained: (model: LearnedModel, version: number | null, isRefused: boolean) => Promise<void>;
  readonly onError: (error: unknown) => void;
}) {
  const { examples, articles, versions, lease, times, now } = needs;
  const calledOff = new AbortController();
  const failures = new Map<LearnedModel, number>();
  let running: Promise<void> | undefined;
  let again = false;
  let lookedAtOrder = 0;

  const fromKnowledge = async (): Promise<NewExample[]> =>
    knowledgeExamples(await articles.published(), await examples.removedKnowledge());

  /** The rows of a model as they are now, those of articles among them. */
  const rowsNow = async (model: LearnedModel): Promise<NewExample[]> =>
    model === 'retrieval'
      ? usefulRows(examples, needs.outcomes, now())
      : rowsOf(await examples.all(model), model === 'intent' ? await fromKnowledge() : []);

  /** What a training of the order stands on: what the knowledge base finds today for the rows' questions. */
  async function orderOf(rows: readonly NewExample[]) {
    const { words, synonyms } = await needs.dictionary.latest();
    const { knowledgeBase } = needs;
    await examples.keepNewest('retrieval', keptUseful);
    return {
      learned: await searchesOf(
        rows.filter(({ isFrozen }) => !isFrozen),
        knowledgeBase,
      ),
      frozen: await searchesOf(
        rows.filter(({ isFrozen }) => isFrozen),
        knowledgeBase,
      ),
      dictionary: { words, synonyms },
    };
  }

  async function isDue({ model, requestedAt, triedAt }: ModelStanding): Promise<boolean> {
    if (requestedAt !== null) return true;
    const at = now();
    if (at - triedAt < times.everyMs) return false;
    if (model === 'retrieval') {
      // Its rows are too many to be read at every look.
      if (at - Math.max(triedAt, lookedAtOrder) < times.everyMs * orderPatience.times) return false;
      const rows = await rowsNow(model);
      const fresh = rows.filter((row) => row.at > triedAt).length;
      const learned = rows.filter(({ isFrozen }) => !isFrozen).map(bare);
      const isDueNow = fresh >= orderPatience.rows && hasEnough(model, learned);
      if (!isDueNow) lookedAtOrder = at;
      return isDueNow;
    }
    const told = await examples.lastChange(model);
    const last = Math.max(told, model === 'intent' ? (await articles.changes(triedAt)).last : 0);
    return last > triedAt && at - last >= times.quietMs;
  }

  async function train({ model, inForce, requestedBy }: ModelStanding): Promise<void> {
    const at = now();
    await versions.tried(model, at);
    const version = `${model}-${new Date(at).toISOString().slice(0, 19)}`;
    const beat = setInterval(() => void lease.take().catch(needs.onError), trainingLeaseLifeMs / 3);
    try {
      const rows = await rowsNow(model);
      const learned = rows.filter(({ isFrozen }) => !isFrozen).map(bare);
      const frozen = rows.filter(({ isFrozen }) => isFrozen).map(bare);
      const before = inForce === 0 ? undefined : await versions.weights(model, inForce);
      const order = model === 'retrieval' ? await orderOf(rows) : undefined;
      const done = await trainBeside(
        { model, version, learned, frozen, before, ...(order && { order }) },
        calledOff.signal,
      );
      if (done.kind === 'too-few') return await needs.onTrained(model, null, false);
      const { figures, before: figuresBefore, isWorse: isRefused, weights } = done;
      const number = await versions.store(
        model,
        {
          trainedAt: at,
          author: requestedBy,
          examples: learned.length,
          frozen: frozen.length,
          figures,
          before: figuresBefore,
          isRefused,
          weights,
        },
        inForce,
      );
      failures.delete(model);
      await needs.onTrained(model, number, isRefused);
    } catch (error) {
      // Cut off by a restart, or a store that was away: it is asked for again, but what fails for good is not for ever.
      const times = (failures.get(model) ?? 0) + 1;
      failures.set(model, times);
      if (calledOff.signal.aborted || times < mostTries) await versions.request(model, requestedBy, at);
      throw error;
    } finally {
      clearInterval(beat);
      await versions.ended(model);
    }
  }

  async function round(): Promise<void> {
    const due: ModelStanding[] = [];
    for (const standing of await versions.standings()) if (await isDue(standing)) due.push(standing);
    if (due.length === 0 || !(await lease.take())) return;
    try {
      for (const { model } of due) {
        // Another process may have done it before this one had the lease.
        const standing = (await versions.standings()).find((one) => one.model === model);
        if (calledOff.signal.aborted || !standing || !(await isDue(standing))) continue;
        await train(standing).catch((error) => {
          if (!calledOff.signal.aborted) needs.onError(error);
        });
      }
    } finally {
      await lease.release();
    }
  }

  function wake(): void {
    again = true;
    if (running || calledOff.signal.aborted) return;
    running = (async () => {
      while (again && !calledOff.signal.aborted) {
        again = false;
        await round().catch(needs.onError);
      }
    })().finally(() => {
      running = undefined;
    });
  }

  const timer = setInterval(wake, Math.min(lookAtMostEveryMs, Math.max(100, times.quietMs / 2)));
  timer.unref();
  return {
    fromKnowledge,
    /** Whether there are rows enough to learn anything from. */
    canTrain: async (model: LearnedModel): Promise<boolean> =>
      hasEnough(model, (await rowsNow(model)).filter(({ isFrozen }) => !isFrozen).map(bare)),
    /** Looks at once whether anything is to be done, as after a request. */
    wake,
    /** What stands about every model. */
    async overview(): Promise<ModelOverview[]> {
      const standings = await versions.standings();
      const inForce = Object.fromEntries(standings.map((one) => [one.model, one.inForce])) as Record<
        LearnedModel,
        number
      >;
      const listed = await versions.list(inForce);
      const newest = (model: LearnedModel) => listed.find((one) => one.model === model)?.trainedAt ?? 0;
      const counts = await examples.counts({
        intent: newest('intent'),
        emotion: newest('emotion'),
        handoff: newest('handoff'),
        retrieval: newest('retrieval'),
      });
      const useful = await rowsNow('retrieval');
      const { changed } = await articles.changes(newest('intent'));
      const derived = await fromKnowledge();
      const standingOf = (model: LearnedModel) => ({
        model,
        inForce: inForce[model],
        isTraining: standings.some(
          (one) => one.model === model && (one.isTraining || one.requestedAt !== null),
        ),
        versions: listed.filter((one) => one.model === model),
      });
      return models.map((model) => {
        const { examples: told, frozen, changed: toldChanges } = counts(model);
        const isIntent = model === 'intent';
        if (model === 'retrieval')
          return {
            ...standingOf(model),
            changedSince: useful.filter(({ at }) => at > newest(model)).length,
            examples: useful.length,
            frozen: useful.filter(({ isFrozen }) => isFrozen).length,
          };
        return {
          ...standingOf(model),
          changedSince: toldChanges + (isIntent ? changed : 0),
          examples: told + (isIntent ? derived.length : 0),
          frozen: frozen + (isIntent ? derived.filter(({ isFrozen }) => isFrozen).length : 0),
        };
      });
    },
    async close(): Promise<void> {
      clearInterval(timer);
      calledOff.abort();
      await running;
    },
  };
}

const bare = ({ text, label, predicted, source }: NewExample): Row => ({ text, label, predicted, source });

export type Trainer = ReturnType<typeof createTrainer>;
