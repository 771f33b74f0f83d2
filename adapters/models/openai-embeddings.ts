import { type Embedder, RefusedTexts } from '../../plugs/embedder.ts';
import { ModelError, type ModelFailure } from '../../plugs/model.ts';
import { vectorsOf } from './embeddings-answer.ts';

/** An OpenAI-compatible embeddings server. Times in ms. */
export interface OpenAiEmbeddingsSettings {
  /** The base address, as `https://models.example/v1`. */
  readonly url: string;
  readonly key: string | undefined;
  readonly name: string;
  readonly totalMs: number;
}

/** Numbers written out take up to so much room: a larger answer is not read to its end. In bytes. */
const roomOfAnswer = 200_000;
const roomOfVector = 400_000;

/**
 * A model behind any server that speaks OpenAI's embeddings. One request a call: batches are the caller's to make.
 *
 * Its errors name the failure and the HTTP status and nothing else; no text and no key is in them.
 */
export function createOpenAiEmbeddings({ url, key, name, totalMs }: OpenAiEmbeddingsSettings): Embedder {
  async function ask(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    const response = await fetch(`${url}/embeddings`, {
      method: 'POST',
      // Wherever it leads, the key and the texts are not for there.
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model: name, input: texts }),
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw errorOf(response.status);
    }
    const text = await readBounded(response, roomOfAnswer + texts.length * roomOfVector);
    let answer: unknown;
    try {
      answer = JSON.parse(text);
    } catch {
      throw new ModelError('model-broken-stream', 'the embedding server’s answer could not be read');
    }
    return vectorsOf(answer, texts.length);
  }

  return {
    name,
    async embed(texts, signal) {
      if (texts.length === 0) return [];
      signal.throwIfAborted();
      const limit = AbortSignal.timeout(totalMs);
      try {
        return await ask(texts, AbortSignal.any([signal, limit]));
      } catch (error) {
        signal.throwIfAborted();
        if (limit.aborted)
          throw new ModelError('model-timeout', 'the embedding server took longer than it may');
        if (error instanceof ModelError) throw error;
        throw new ModelError('model-error', 'the embedding server cannot be reached');
      }
    },
  };
}

function errorOf(status: number): ModelError {
  const told = `the embedding server answered ${status}`;
  if (status === 400 || status === 413 || status === 422) return new RefusedTexts(told);
  return new ModelError(failureOf(status), told);
}

function failureOf(status: number): ModelFailure {
  if (status === 429) return 'model-overloaded';
  return status === 401 || status === 403 ? 'model-refused-key' : 'model-error';
}

/** @throws ModelError for an answer longer than `most` bytes, of which no more is read */
async function readBounded(response: Response, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early closes the connection.
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > most)
      throw new ModelError('model-broken-stream', 'the embedding server answered without end');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
