import { fnvOf } from '../chance/fnv.ts';
import type { Platt } from '../learning/calibrate.ts';
import type { Columns, Weights } from '../learning/weights-file.ts';

/**
 * What one installation learned of its own customers' words, on top of the order that ships. Holds no text: where
 * questions lie among others, and hashes of articles.
 */
export interface OrderAdjustment {
  readonly version: string;
  /**
   * To be added to the log odds that each of the articles found is right, at most `mostAdjusted` either way. `place` is
   * where the question lies.
   */
  of(place: Float32Array, articleIds: readonly string[]): readonly number[];
  /** How the confidence of a search is to be read, where judged questions taught that. */
  readonly confidence?: Platt | undefined;
}

/** As much as anything that was learned here moves the log odds: what ships keeps its say. */
export const mostAdjusted = 3;
/** Questions that are remembered: the newest. */
export const mostRemembered = 2_000;

/** Questions of which is known that an article answers them: where each lies, and a hash of the article. */
export interface Remembered {
  readonly dimensions: number;
  /** One after another. */
  readonly places: Float32Array;
  readonly articles: Uint32Array;
}

const name = 'order-adjustment';
/** A remembered question less like the one asked than the first of these, by cosine, says nothing. */
const steps = [0.4, 0.6, 0.8] as const;
/** How like a question of this article's is, and how like one of another's, step by step. */
export const adjustmentFeatures = 2 * steps.length;
/** Learning, a remembered question in the very same place is the question itself. */
const itself = 0.9999;

const hashOf = (articleId: string): number => fnvOf(articleId) >>> 0;

/** Of more than `mostRemembered` the last are kept. */
export function rememberedOf(
  questions: readonly { readonly articleId: string; readonly place: Float32Array }[],
): Remembered {
  const kept = questions.slice(-mostRemembered);
  const dimensions = kept[0]?.place.length ?? 0;
  const places = new Float32Array(kept.length * dimensions);
  kept.forEach(({ place }, n) => {
    places.set(place, n * dimensions);
  });
  return { dimensions, places, articles: Uint32Array.from(kept, ({ articleId }) => hashOf(articleId)) };
}

/**
 * What an adjustment is learned over, a row for each article found. Where it is learned, the question does not
 * remember itself, nor anything of the articles that are `forgotten`.
 */
export function adjustmentRows(
  { dimensions, places, articles }: Remembered,
  place: Float32Array,
  articleIds: readonly string[],
  learning?: { readonly forgotten: readonly string[] },
): Float32Array[] {
  const hashes = articleIds.map(hashOf);
  const forgotten = new Set(learning?.forgotten.map(hashOf));
  const own = new Float32Array(hashes.length);
  const others = new Float32Array(hashes.length);
  for (let n = 0; n < articles.length; n++) {
    // A view of each would cost more than its product.
    const start = n * dimensions;
    let like = 0;
    for (let d = 0; d < dimensions; d++) like += place[d]! * places[start + d]!;
    if (like < steps[0] || (learning && (like > itself || forgotten.has(articles[n]!)))) continue;
    for (let k = 0; k < hashes.length; k++) {
      const most = hashes[k] === articles[n] ? own : others;
      if (like > most[k]!) most[k] = like;
    }
  }
  return hashes.map((_, k) => {
    const row = new Float32Array(adjustmentFeatures);
    steps.forEach((step, n) => {
      const width = (steps[n + 1] ?? 1) - step;
      const within = (like: number) => Math.max(0, Math.min(1, (like - step) / width));
      row[n] = within(own[k]!);
      row[steps.length + n] = within(others[k]!);
    });
    return row;
  });
}

/** `table` is of `adjustmentFeatures`. Places are kept in 8 bits. `confidence` is taken along where there is one. */
export function adjustmentWeights(
  table: Float32Array,
  { dimensions, places, articles }: Remembered,
  version: string,
  confidence?: Platt,
): { readonly weights: Weights; readonly columns: Columns } {
  // 32 bits are more than a float keeps.
  const halves = Float32Array.from({ length: articles.length * 2 }, (_, n) =>
    n % 2 === 0 ? articles[n >> 1]! >>> 16 : articles[n >> 1]! & 0xffff,
  );
  return {
    weights: {
      name,
      version,
      head: { dimensions, ...(confidence && { confidence: { ...confidence } }) },
      tensors: { table, places, articles: halves },
    },
    columns: { places: Math.max(1, dimensions) },
  };
}

/** The same order, or none, with how its confidence is to be read. */
export function withConfidence(
  order: Weights | undefined,
  confidence: Platt,
  version: string,
): { readonly weights: Weights; readonly columns: Columns } {
  if (!order) {
    const nothing = rememberedOf([]);
    return adjustmentWeights(new Float32Array(adjustmentFeatures), nothing, version, confidence);
  }
  const head = { ...order.head, confidence: { ...confidence } };
  return {
    weights: { ...order, version, head },
    columns: { places: Math.max(1, Number(order.head.dimensions)) },
  };
}

/** Reads what `adjustmentWeights` made. Throws an `Error` where the weights are of something else. */
export function readAdjustment({ name: told, version, head, tensors }: Weights): OrderAdjustment {
  const { table, places, articles } = tensors;
  const dimensions = Number(head.dimensions);
  if (
    told !== name ||
    table?.length !== adjustmentFeatures ||
    !places ||
    !articles ||
    !(dimensions >= 0) ||
    places.length !== (articles.length / 2) * dimensions
  )
    throw new Error(`The weights of ${told} are no order of an installation.`);
  for (const tensor of [table, places, articles])
    if (!tensor.every(Number.isFinite)) throw new Error('The weights hold what is no number.');
  const remembered: Remembered = {
    dimensions,
    places,
    articles: Uint32Array.from(
      { length: articles.length / 2 },
      (_, n) => articles[2 * n]! * 0x10000 + articles[2 * n + 1]!,
    ),
  };
  const confidence = plattOf(head.confidence);
  return {
    version,
    ...(confidence && { confidence }),
    of(place, articleIds) {
      if (place.length !== dimensions) return articleIds.map(() => 0);
      return adjustmentRows(remembered, place, articleIds).map((row) => {
        const score = row.reduce((sum, value, n) => sum + value * table[n]!, 0);
        return Math.max(-mostAdjusted, Math.min(mostAdjusted, score));
      });
    },
  };
}

/** Undefined where there is none. Throws where what stands there would turn confidences around. */
function plattOf(told: unknown): Platt | undefined {
  if (told === undefined) return undefined;
  const { slope, offset } = told as Partial<Platt>;
  if (
    typeof slope !== 'number' ||
    typeof offset !== 'number' ||
    !(slope > 0) ||
    !Number.isFinite(slope + offset)
  )
    throw new Error('The weights hold a confidence that cannot be read.');
  return { slope, offset };
}
