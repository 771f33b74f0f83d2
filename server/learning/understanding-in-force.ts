import type { Examples } from '../../adapters/store/examples.ts';
import type { ModelVersions } from '../../adapters/store/model-versions.ts';
import { type HandoffModel, recalibrationFrom } from '../../core/handoff/handoff-model.ts';
import { type OrderAdjustment, readAdjustment } from '../../core/knowledge/order-adjustment.ts';
import { decodeWeights } from '../../core/learning/weights-file.ts';
import { readEmotionCorrection } from '../../core/perception/correct-emotion.ts';
import { readIntents } from '../../core/perception/learned-intent.ts';
import { type PerceptionModels, perceive } from '../../core/perception/perceive.ts';
import { type PhraseKey, phraseKey } from '../../core/perception/phrase-key.ts';
import { type TaughtPhrase, taughtPhrases } from '../../core/perception/taught-phrases.ts';
import type { LearnedModel } from '../../core/protocol/understanding.ts';
import { isTaught } from '../../services/rule-on-phrase.ts';

/** Without a notice – its connection may be away – a process learns of another version within this time, in ms. */
const lookEveryMs = 900;
/** Of more judged messages than these only the newest are known again. */
const mostPhrases = 5_000;
/** Any words: what cannot read them reads no customer's either. */
const probes = ['你好，我的订单什么时候到？', 'Where is my order?', ''];

/** What perception and the prediction of handoffs are asked with, and which versions of it are in force here. */
export interface Understanding {
  readonly perception: PerceptionModels;
  readonly handoff: HandoffModel | undefined;
  /** How the order of what a search finds is adjusted. */
  readonly order?: OrderAdjustment | undefined;
  readonly versions: Readonly<Record<LearnedModel, number>>;
}

/**
 * What was learned, held in this process's memory, so that no message waits for it: what ships, and over it the
 * versions in force. What cannot be read changes nothing: the process stays with what it had, and says so.
 */
export async function createUnderstandingInForce(
  store: Pick<ModelVersions, 'standings' | 'weights'>,
  examples: Pick<Examples, 'taught' | 'taughtStand'>,
  shipped: Pick<Understanding, 'perception' | 'handoff'>,
  on: { error(error: unknown): void; broken(model: LearnedModel, version: number, error: unknown): void },
) {
  let active: Understanding = { ...shipped, versions: { intent: 0, emotion: 0, handoff: 0, retrieval: 0 } };
  const revisions = new Map<LearnedModel, number>();
  let taughtStand = '0-0';
  /** Of the phrases in force: only new ones are read. */
  let keys = new Map<string, PhraseKey | null>();
  let following: Promise<void> | undefined;

  async function followTaught(): Promise<void> {
    const stand = await examples.taughtStand();
    if (stand === taughtStand) return;
    const rows = (await examples.taught(mostPhrases)).flatMap(({ model, text, label }): TaughtPhrase[] =>
      isTaught(model) ? [{ matter: model, text, label }] : [],
    );
    const known = new Map<string, PhraseKey | null>();
    const keyOf = (text: string) => {
      const key = keys.has(text) ? (keys.get(text) ?? null) : phraseKey(text);
      known.set(text, key);
      return key;
    };
    active = { ...active, perception: { ...active.perception, phrases: taughtPhrases(rows, stand, keyOf) } };
    keys = known;
    taughtStand = stand;
  }

  async function followOnce(): Promise<void> {
    await followTaught();
    for (const { model, inForce, revision } of await store.standings()) {
      if (revisions.get(model) === revision) continue;
      if (inForce !== active.versions[model] || inForce === 0) {
        const bytes = inForce === 0 ? undefined : await store.weights(model, inForce);
        try {
          if (inForce !== 0 && !bytes) throw new Error('The weights of the version are gone.');
          active = withVersion(active, shipped, model, inForce, bytes);
        } catch (error) {
          on.broken(model, inForce, error);
        }
      }
      revisions.set(model, revision);
    }
  }

  const follow = (): Promise<void> => {
    following ??= followOnce().finally(() => {
      following = undefined;
    });
    return following;
  };
  await follow();
  const timer = setInterval(() => void follow().catch(on.error), lookEveryMs);
  timer.unref();
  return {
    active: (): Understanding => active,
    /** Takes over what changed since the last look; what begins while one runs is seen by the next. */
    async follow(): Promise<void> {
      await following;
      await follow();
    },
    async close(): Promise<void> {
      clearInterval(timer);
      await following?.catch(() => undefined);
    },
  };
}

/** Throws where the bytes are no such weights, or cannot read a message. */
function withVersion(
  before: Understanding,
  shipped: Pick<Understanding, 'perception' | 'handoff'>,
  model: LearnedModel,
  version: number,
  bytes: Uint8Array | undefined,
): Understanding {
  const weights = bytes && decodeWeights(bytes);
  const versions = { ...before.versions, [model]: version };
  if (model === 'handoff') {
    const handoff = shipped.handoff && {
      ...shipped.handoff,
      ...(weights && {
        version: `${shipped.handoff.version} ${weights.version}`,
        recalibration: recalibrationFrom(weights),
      }),
    };
    return { ...before, handoff, versions };
  }
  if (model === 'retrieval') return { ...before, order: weights && readAdjustment(weights), versions };
  const { intents, emotionCorrection, ...rest } = before.perception;
  const own =
    model === 'intent'
      ? { ...(emotionCorrection && { emotionCorrection }), ...(weights && { intents: readIntents(weights) }) }
      : {
          ...(intents && { intents }),
          ...(weights && { emotionCorrection: readEmotionCorrection(weights) }),
        };
  const perception: PerceptionModels = { ...rest, ...own };
  for (const text of probes) {
    const { intensity, intent } = perceive(text, { fallbackLanguage: 'zh', models: perception });
    if (!Number.isFinite(intensity) || (intent && !(intent.probability >= 0 && intent.probability <= 1)))
      throw new Error('The weights make no sense of a plain message.');
  }
  return { ...before, perception, versions };
}

export type UnderstandingInForce = Awaited<ReturnType<typeof createUnderstandingInForce>>;
