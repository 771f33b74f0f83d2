import type { TextVectors } from '../../adapters/store/text-vectors.ts';
import type { MeaningScale } from '../../core/knowledge/meaning-scale.ts';
import type { MeaningShelf } from '../../core/knowledge/meaning-shelf.ts';
import { meaningText } from '../../core/knowledge/meaning-texts.ts';
import { type MeaningVector, unitOf } from '../../core/knowledge/meaning-vector.ts';
import type { Language } from '../../core/terms/language.ts';
import { type Embedder, RefusedTexts } from '../../plugs/embedder.ts';
import type { Meanings } from '../../plugs/knowledge.ts';
import { ModelError } from '../../plugs/model.ts';
import type { Journal } from '../journal.ts';
import { hashOf } from './text-hash.ts';

/** As long as a preview asks for, and no longer than the questions of a month. */
const mostKept = 4_000;
const largestBatch = 32;
const readAtOnce = 500;

export interface TextMeaning {
  readonly text: string;
  readonly vector: MeaningVector;
}

export interface AskedText {
  readonly text: string;
  readonly language: Language;
}

/**
 * What texts mean, for what runs beside the answering of customers: edits that are tried, policies that are replayed. No
 * customer waits for it, so it asks for many at once, one batch after the other.
 */
export function createMeaningsBeside(needs: {
  readonly embedder: Embedder;
  readonly store: Pick<TextVectors, 'find'>;
  readonly shelf: () => MeaningShelf;
  readonly journal: Journal;
}) {
  const { embedder, store, journal } = needs;
  const kept = new Map<string, Float32Array>();

  function keep(text: string, vector: Float32Array): void {
    kept.delete(text);
    kept.set(text, vector);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  }

  /** A text that the model takes from nobody spoils its batch only: the halves are asked for. */
  async function embed(texts: readonly string[], signal: AbortSignal): Promise<void> {
    try {
      for (const [place, vector] of (await embedder.embed(texts, signal)).entries()) {
        const unit = unitOf(vector);
        if (unit) keep(texts[place]!, unit);
      }
    } catch (error) {
      if (!(error instanceof RefusedTexts)) throw error;
      if (texts.length === 1) return;
      const half = Math.ceil(texts.length / 2);
      await embed(texts.slice(0, half), signal);
      await embed(texts.slice(half), signal);
    }
  }

  /**
   * What these mean, as they are sent to the model. What it does not tell within `limitMs`, and everything after its
   * first failure, is missing. Never rejects.
   */
  async function learnSent(
    sent: Iterable<string>,
    limitMs: number,
  ): Promise<ReadonlyMap<string, Float32Array>> {
    const found = new Map<string, Float32Array>();
    const unknown: string[] = [];
    for (const text of new Set(sent)) {
      const vector = kept.get(text);
      if (vector) found.set(text, vector);
      else if (text !== '') unknown.push(text);
    }
    const limit = AbortSignal.timeout(limitMs);
    for (let start = 0; start < unknown.length; start += largestBatch) {
      const batch = unknown.slice(start, start + largestBatch);
      try {
        await embed(batch, limit);
      } catch (error) {
        journal.warn('model', 'meanings could not be learned: words alone were searched', {
          failure: limit.aborted ? 'late' : error instanceof ModelError ? error.failure : 'model-error',
          missing: unknown.length - start,
        });
        break;
      }
      for (const text of batch) {
        const vector = kept.get(text);
        if (vector) found.set(text, vector);
      }
    }
    return found;
  }

  return {
    learnSent,
    /** The same of texts as they are searched for. */
    async learn(texts: readonly AskedText[], limitMs: number): Promise<Meanings> {
      const sent = new Map(texts.map(({ text, language }) => [text, meaningText(text, language)]));
      const found = await learnSent(sent.values(), limitMs);
      return new Map(
        [...sent].flatMap(([text, as]) => {
          const vector = found.get(as);
          return vector ? [[text, vector] as const] : [];
        }),
      );
    },
    /** Those of these texts, as they are sent, whose vectors the store has; in batches. */
    async *held(texts: readonly string[]): AsyncGenerator<readonly TextMeaning[]> {
      for (let start = 0; start < texts.length; start += readAtOnce) {
        const byHash = new Map(texts.slice(start, start + readAtOnce).map((text) => [hashOf(text), text]));
        const found = await store.find(embedder.name, [...byHash.keys()]);
        yield found.map(({ hash, vector }) => ({ text: byHash.get(hash)!, vector }));
      }
    },
    /** What a cosine says where customers are answered. */
    get scale(): MeaningScale {
      return needs.shelf().scale;
    },
  };
}

export type MeaningsBeside = ReturnType<typeof createMeaningsBeside>;
