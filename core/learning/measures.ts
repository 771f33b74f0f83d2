/** Shares are 0 to 1. Labels are places of classes. */

export function accuracy(right: ArrayLike<number>, said: ArrayLike<number>): number {
  let hits = 0;
  for (let n = 0; n < right.length; n++) if (right[n] === said[n]) hits++;
  return right.length === 0 ? 0 : hits / right.length;
}

/** Of one class: what was said of it that is right, what of it was said, and their harmonic mean. */
export function precisionRecall(
  right: ArrayLike<number>,
  said: ArrayLike<number>,
  place = 1,
): { readonly precision: number; readonly recall: number; readonly f1: number } {
  let hits = 0;
  let claimed = 0;
  let present = 0;
  for (let n = 0; n < right.length; n++) {
    if (said[n] === place) claimed++;
    if (right[n] === place) present++;
    if (said[n] === place && right[n] === place) hits++;
  }
  const precision = claimed === 0 ? 0 : hits / claimed;
  const recall = present === 0 ? 0 : hits / present;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The mean of the classes' F1, every class alike. */
export function macroF1(right: ArrayLike<number>, said: ArrayLike<number>, classes: number): number {
  let sum = 0;
  for (let place = 0; place < classes; place++) sum += precisionRecall(right, said, place).f1;
  return sum / classes;
}

/** The chance that a row with 1 scores above a row with 0, ties counting half (Mann and Whitney). */
export function areaUnderCurve(right: ArrayLike<number>, scores: ArrayLike<number>): number {
  const order = Array.from({ length: right.length }, (_, n) => n).sort(
    (one, other) => scores[one]! - scores[other]!,
  );
  let ones = 0;
  let ranks = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) end++;
    for (let n = start; n < end; n++)
      if (right[order[n]!] === 1) {
        ones++;
        ranks += (start + end + 1) / 2;
      }
    start = end;
  }
  const zeros = right.length - ones;
  return ones === 0 || zeros === 0 ? 0.5 : (ranks - (ones * (ones + 1)) / 2) / (ones * zeros);
}

/** Pearson's correlation; 0 where one side never changes. */
export function pearson(left: ArrayLike<number>, right: ArrayLike<number>): number {
  const size = left.length;
  let leftSum = 0;
  let rightSum = 0;
  for (let n = 0; n < size; n++) {
    leftSum += left[n]!;
    rightSum += right[n]!;
  }
  let product = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (let n = 0; n < size; n++) {
    const one = left[n]! - leftSum / size;
    const other = right[n]! - rightSum / size;
    product += one * other;
    leftSquares += one * one;
    rightSquares += other * other;
  }
  return leftSquares === 0 || rightSquares === 0 ? 0 : product / Math.sqrt(leftSquares * rightSquares);
}

/**
 * How far probabilities are from what came true: the mean gap between the two in ten bins of equal width, weighed by
 * their rows (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017).
 */
export function calibrationError(right: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  const bins = Array.from({ length: 10 }, () => ({ rows: 0, hits: 0, sum: 0 }));
  for (let n = 0; n < right.length; n++) {
    const bin = bins[Math.min(9, Math.floor(probabilities[n]! * 10))]!;
    bin.rows++;
    bin.hits += right[n] === 1 ? 1 : 0;
    bin.sum += probabilities[n]!;
  }
  return bins.reduce((error, { hits, sum }) => error + Math.abs(hits - sum) / right.length, 0);
}
