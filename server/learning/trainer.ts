import type { Lease } from '../../adapters/store/lease.ts';
import type { ModelStanding, ModelVersions } from '../../adapters/store/model-versions.ts';
import type { LearnedModel, ModelOverview } from '../../core/protocol/understanding.ts';
import { articleExamples, bareRow, type RowSourceNeeds, rowSources } from './row-sources.ts';
import { trainBeside } from './train-beside.ts';
import { hasEnough } from './train-model.ts';

export const models: readonly LearnedModel[] = ['intent', 'emotion', 'handoff', 'retrieval'];
export const trainingLeaseLifeMs = 30_000;
const lookAtMostEveryMs = 5_000;
const mostTries = 3;
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
export function createTrainer(
  needs: RowSourceNeeds & {
    readonly versions: ModelVersions;
    readonly lease: Lease;
    readonly times: TrainingTimes;
    /** After every training, with what came of it. */
    readonly onTrained: (model: LearnedModel, version: number | null, isRefused: boolean) => Promise<void>;
    readonly onError: (error: unknown) => void;
  },
) {
  const { versions, lease, times, now } = needs;
  const fromKnowledge = articleExamples(needs);
  const sources = rowSources(needs, fromKnowledge);
  const calledOff = new AbortController();
  const failures = new Map<LearnedModel, number>();
  let running: Promise<void> | undefined;
  let again = false;

  async function isDue({ model, requestedAt, triedAt }: ModelStanding): Promise<boolean> {
    if (requestedAt !== null) return true;
    const at = now();
    return at - triedAt >= times.everyMs && (await sources[model].isRipe(triedAt, at));
  }

  async function train({ model, inForce, requestedBy }: ModelStanding): Promise<void> {
    const at = now();
    await versions.tried(model, at);
    const version = `${model}-${new Date(at).toISOString().slice(0, 19)}`;
    const beat = setInterval(() => void lease.take().catch(needs.onError), trainingLeaseLifeMs / 3);
    try {
      const rows = await sources[model].rows();
      const learned = rows.filter(({ isFrozen }) => !isFrozen).map(bareRow);
      const frozen = rows.filter(({ isFrozen }) => isFrozen).map(bareRow);
      const before = inForce === 0 ? undefined : await versions.weights(model, inForce);
      const beside = await sources[model].beside?.(rows);
      const done = await trainBeside(
        { model, version, learned, frozen, before, ...beside },
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
      hasEnough(model, (await sources[model].rows()).filter(({ isFrozen }) => !isFrozen).map(bareRow)),
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
      return Promise.all(
        models.map(async (model) => {
          const ofModel = listed.filter((one) => one.model === model);
          const { examples, frozen, changed } = await sources[model].counts(ofModel[0]?.trainedAt ?? 0);
          return {
            model,
            inForce: inForce[model],
            isTraining: standings.some(
              (one) => one.model === model && (one.isTraining || one.requestedAt !== null),
            ),
            versions: ofModel,
            changedSince: changed,
            examples,
            frozen,
          };
        }),
      );
    },
    async close(): Promise<void> {
      clearInterval(timer);
      calledOff.abort();
      await running;
    },
  };
}

export type Trainer = ReturnType<typeof createTrainer>;
