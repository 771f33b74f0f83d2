import { type SparseRow, unitRow } from '../../core/learning/sparse-row.ts';

/** What a feature weighs that tells nothing. */
const least = 0.3;

/**
 * What each feature weighs by how much it tells of the classes: the root of the mean square, over the classes, of the
 * logarithm of how many times likelier it is inside the class than outside, counted once a row and smoothed by one.
 * After the log-count ratios of Wang and Manning, "Baselines and Bigrams: Simple, Good Sentiment and Topic
 * Classification" (ACL 2012), of which one of each class is made here so that one model reads all classes. `labels` are
 * the classes' places.
 */
export function tellingWeights(
  rows: readonly SparseRow[],
  labels: ArrayLike<number>,
  classes: number,
  features: number,
): Float32Array {
  const within = new Uint32Array(features * classes);
  const all = new Uint32Array(features);
  const sizes = new Uint32Array(classes);
  rows.forEach(({ indices }, n) => {
    const label = labels[n]!;
    sizes[label]! += 1;
    for (const index of indices) {
      within[index * classes + label]! += 1;
      all[index]! += 1;
    }
  });
  return Float32Array.from(all, (count, index) => {
    let squares = 0;
    for (let label = 0; label < classes; label++) {
      const own = within[index * classes + label]!;
      const inside = (own + 1) / (sizes[label]! + 2);
      const outside = (count - own + 1) / (rows.length - sizes[label]! + 2);
      squares += Math.log(inside / outside) ** 2;
    }
    return least + Math.sqrt(squares / classes);
  });
}

/** The row with its features weighed, of length one. */
export const weighedRow = ({ indices, values }: SparseRow, weights: Float32Array): SparseRow =>
  unitRow({ indices, values: values.map((value, n) => value * weights[indices[n]!]!) });
