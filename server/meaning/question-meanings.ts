import { meaningText } from '../../core/knowledge/meaning-texts.ts';
import { unitOf } from '../../core/knowledge/meaning-vector.ts';
import type { Language } from '../../core/terms/language.ts';
import type { Embedder } from '../../plugs/embedder.ts';
import type { Meanings } from '../../plugs/knowledge.ts';
import { ModelError } from '../../plugs/model.ts';
import type { Journal } from '../journal.ts';

/** How asking for the meaning of a question may end. */
export const meaningOutcomes = ['asked', 'remembered', 'late', 'failed', 'paused'] as const;
export type MeaningOutcome = (typeof meaningOutcomes)[number];

const mostKept = 2_000;
/** After so many failures in a row customers wait for nothing any more, for so long. In ms. */
const failuresBorne = 3;
const pauseMs = 15_000;

/**
 * What questions mean, within a time limit: late or failed, the words alone count. Who writes what is already known is
 * not asked for again; the latest few thousand are kept, without personal data.
 */
export function createQuestionMeanings(needs: {
  readonly embedder: Embedder;
  readonly limitMs: number;
  readonly journal: Journal;
  readonly count: (outcome: MeaningOutcome) => void;
  /** Milliseconds of any clock that only goes forward. */
  readonly clock: () => number;
}) {
  const { embedder, limitMs, journal, count, clock } = needs;
  const kept = new Map<string, Float32Array>();
  let failures = 0;
  let pausedUntil = 0;

  function keep(text: string, vector: Float32Array): void {
    kept.delete(text);
    kept.set(text, vector);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  }

  async function learn(texts: readonly string[]): Promise<void> {
    const startedAt = clock();
    if (startedAt < pausedUntil) return count('paused');
    const limit = AbortSignal.timeout(limitMs);
    try {
      const vectors = await embedder.embed(texts, limit);
      for (const [place, vector] of vectors.entries()) {
        const unit = unitOf(vector);
        if (unit) keep(texts[place]!, unit);
      }
      failures = 0;
      count('asked');
    } catch (error) {
      count(limit.aborted ? 'late' : 'failed');
      failures += 1;
      if (failures >= failuresBorne) pausedUntil = clock() + pauseMs;
      journal.warn('model', 'the meaning of a question could not be learned: words alone were searched', {
        failure: limit.aborted ? 'late' : error instanceof ModelError ? error.failure : 'model-error',
        ms: Math.round(clock() - startedAt),
        inARow: failures,
      });
    }
  }

  /** Never rejects, and resolves within the limit. */
  return async (texts: readonly string[], language: Language): Promise<Meanings> => {
    const sent = new Map(texts.map((text) => [text, meaningText(text, language)]));
    const unknown = [...new Set(sent.values())].filter((text) => text !== '' && !kept.has(text));
    if (unknown.length > 0) await learn(unknown);
    else count('remembered');
    return new Map(
      texts.flatMap((text) => {
        const vector = kept.get(sent.get(text)!);
        if (vector) keep(sent.get(text)!, vector);
        return vector ? [[text, vector] as const] : [];
      }),
    );
  };
}
