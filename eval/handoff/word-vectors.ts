import { createRandom } from '../../core/chance/random.ts';
import { orthonormalise, symmetricEigen } from './small-matrix.ts';

/** A few numbers for each word: words used alike have numbers alike. */
export interface WordVectors {
  readonly size: number;
  /** Undefined for a word that was seen less than twice. */
  of(word: number): Float64Array | undefined;
}

const reach = 5;
const rounds = 6;
/** Columns beyond those asked for make the subspace settle sooner. */
const spare = 10;

/**
 * Word vectors from texts without labels: positive pointwise mutual information of words at most five apart, contexts
 * smoothed by the power 0.75 (Levy, Goldberg and Dagan, "Improving Distributional Similarity with Lessons Learned from
 * Word Embeddings", TACL 2015), factored by randomised subspace iteration (Halko, Martinsson and Tropp, SIAM Review 53,
 * 2011); U·√Σ is kept.
 */
export function learnWordVectors(texts: readonly (readonly number[])[], size: number): WordVectors {
  const counts = new Map<number, number>();
  for (const text of texts) for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].flatMap(([word, times]) => (times >= 2 ? [word] : [])).sort((a, b) => a - b);
  const places = new Map(words.map((word, place) => [word, place]));
  const matrix = mutualInformation(
    texts.map((text) => text.flatMap((word) => places.get(word) ?? [])),
    words.length,
  );
  const width = Math.min(words.length, size + spare);
  const random = createRandom(1, 11);
  let basis: Float64Array[] = Array.from({ length: width }, () =>
    Float64Array.from({ length: words.length }, () => random.next() + random.next() + random.next() - 1.5),
  );
  for (let round = 0; round < rounds; round++) {
    orthonormalise(basis);
    basis = basis.map((column) => times(matrix, timesTransposed(matrix, column)));
  }
  orthonormalise(basis);
  const images = basis.map((column) => timesTransposed(matrix, column));
  const { values, vectors } = symmetricEigen(images.map((one) => images.map((other) => dot(one, other))));
  const kept = words.map(() => new Float64Array(size));
  for (let n = 0; n < Math.min(size, width); n++) {
    const scale = Math.max(0, values[n]!) ** 0.25;
    for (let place = 0; place < words.length; place++) {
      let sum = 0;
      for (let m = 0; m < width; m++) sum += vectors[n]![m]! * basis[m]![place]!;
      kept[place]![n] = sum * scale;
    }
  }
  return {
    size,
    of: (word) => {
      const place = places.get(word);
      return place === undefined ? undefined : kept[place];
    },
  };
}

/** Rows with their columns and values, one after another. */
interface Sparse {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
}

function mutualInformation(texts: readonly (readonly number[])[], size: number): Sparse {
  const rows = Array.from({ length: size }, () => new Map<number, number>());
  const sums = new Float64Array(size);
  for (const text of texts)
    for (let n = 0; n < text.length; n++)
      for (let other = Math.max(0, n - reach); other <= Math.min(text.length - 1, n + reach); other++) {
        if (n === other) continue;
        const row = rows[text[n]!]!;
        row.set(text[other]!, (row.get(text[other]!) ?? 0) + 1);
        sums[text[n]!]! += 1;
      }
  const all = sums.reduce((sum, count) => sum + count, 0);
  const smoothed = sums.map((count) => count ** 0.75);
  const allSmoothed = smoothed.reduce((sum, count) => sum + count, 0);
  const starts = new Uint32Array(size + 1);
  const columns: number[] = [];
  const values: number[] = [];
  rows.forEach((row, place) => {
    for (const [column, count] of [...row].sort((one, other) => one[0] - other[0])) {
      const chance = (sums[place]! / all) * (smoothed[column]! / allSmoothed);
      const information = Math.log(count / all / chance);
      if (information <= 0) continue;
      columns.push(column);
      values.push(information);
    }
    starts[place + 1] = columns.length;
  });
  return { starts, columns: Uint32Array.from(columns), values: Float64Array.from(values) };
}

function times({ starts, columns, values }: Sparse, vector: Float64Array): Float64Array {
  return vector.map((_, row) => {
    let sum = 0;
    for (let n = starts[row]!; n < starts[row + 1]!; n++) sum += values[n]! * vector[columns[n]!]!;
    return sum;
  });
}

function timesTransposed({ starts, columns, values }: Sparse, vector: Float64Array): Float64Array {
  const out = new Float64Array(vector.length);
  for (let row = 0; row < vector.length; row++)
    for (let n = starts[row]!; n < starts[row + 1]!; n++) out[columns[n]!]! += values[n]! * vector[row]!;
  return out;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < one.length; n++) sum += one[n]! * other[n]!;
  return sum;
}
