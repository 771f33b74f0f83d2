import { ModelError } from '../../plugs/model.ts';

const mostDimensions = 16_384;

const unusable = (why: string) => new ModelError('model-broken-stream', `the embedding server ${why}`);

/**
 * The vectors of an answer to OpenAI's embeddings request, in the order of the texts: floats, or 32-bit ones in base64
 * as some servers send them unasked.
 *
 * @throws ModelError where anything is missing, of other dimensions than the first, or no vector
 */
export function vectorsOf(answer: unknown, count: number): Float32Array[] {
  const data = (answer as { data?: unknown } | null)?.data;
  if (!Array.isArray(data) || data.length !== count)
    throw unusable('answered with another number of vectors than it was asked for');
  const vectors = new Array<Float32Array | undefined>(count);
  for (const [place, entry] of data.entries()) {
    const { index = place, embedding } = (entry ?? {}) as { index?: unknown; embedding?: unknown };
    if (
      typeof index !== 'number' ||
      !Number.isInteger(index) ||
      index < 0 ||
      index >= count ||
      vectors[index]
    )
      throw unusable('gave its vectors no order');
    vectors[index] = vectorOf(embedding);
  }
  const [first] = vectors;
  if (vectors.some((vector) => vector!.length !== first!.length))
    throw unusable('gave vectors of several dimensions');
  return vectors as Float32Array[];
}

function vectorOf(embedding: unknown): Float32Array {
  const vector =
    typeof embedding === 'string'
      ? fromBase64(embedding)
      : Array.isArray(embedding) && embedding.length <= mostDimensions && embedding.every(isNumber)
        ? Float32Array.from(embedding)
        : undefined;
  // What is finite as written may be too large for 32 bits, or so small that nothing is left.
  if (!vector || vector.length === 0 || vector.length > mostDimensions || !vector.every(Number.isFinite))
    throw unusable('gave a vector that is none');
  if (vector.every((number) => number === 0)) throw unusable('gave a vector of zeros');
  return vector;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

function fromBase64(text: string): Float32Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % 4 !== 0 || bytes.length > mostDimensions * 4) return undefined;
  return Float32Array.from({ length: bytes.length / 4 }, (_, place) => bytes.readFloatLE(place * 4));
}
