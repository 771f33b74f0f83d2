/** Turns a score into a probability: 1 / (1 + exp(-(slope · score + offset))). */
export interface Platt {
  readonly slope: number;
  readonly offset: number;
}

export const probabilityOf = ({ slope, offset }: Platt, score: number): number =>
  1 / (1 + Math.exp(-(slope * score + offset)));

/**
 * Platt's scaling with his prior against overfitting, by Newton's method as in Lin, Lin and Weng, "A note on Platt's
 * probabilistic outputs for support vector machines" (Machine Learning 68, 2007). Fit it on rows that the scores were
 * not learned from. `right` holds 1 and 0.
 */
export function fitPlatt(scores: ArrayLike<number>, right: ArrayLike<number>): Platt {
  let ones = 0;
  for (let n = 0; n < right.length; n++) if (right[n] === 1) ones++;
  const zeros = right.length - ones;
  const high = (ones + 1) / (ones + 2);
  const low = 1 / (zeros + 2);
  let slope = 0;
  let offset = Math.log((ones + 1) / (zeros + 1));
  const loss = (a: number, b: number) => {
    let sum = 0;
    for (let n = 0; n < right.length; n++) {
      const value = a * scores[n]! + b;
      const target = right[n] === 1 ? high : low;
      sum +=
        value >= 0
          ? (1 - target) * value + Math.log1p(Math.exp(-value))
          : -target * value + Math.log1p(Math.exp(value));
    }
    return sum;
  };
  let best = loss(slope, offset);
  for (let round = 0; round < 100; round++) {
    let slopeGradient = 0;
    let offsetGradient = 0;
    let slopeCurve = 1e-12;
    let offsetCurve = 1e-12;
    let cross = 0;
    for (let n = 0; n < right.length; n++) {
      const probability = probabilityOf({ slope, offset }, scores[n]!);
      const error = probability - (right[n] === 1 ? high : low);
      const curve = probability * (1 - probability);
      slopeGradient += error * scores[n]!;
      offsetGradient += error;
      slopeCurve += curve * scores[n]! * scores[n]!;
      offsetCurve += curve;
      cross += curve * scores[n]!;
    }
    if (Math.abs(slopeGradient) < 1e-6 && Math.abs(offsetGradient) < 1e-6) break;
    const determinant = slopeCurve * offsetCurve - cross * cross;
    if (Math.abs(determinant) < 1e-18) break;
    const slopeStep = -(offsetCurve * slopeGradient - cross * offsetGradient) / determinant;
    const offsetStep = -(slopeCurve * offsetGradient - cross * slopeGradient) / determinant;
    let size = 1;
    let next = loss(slope + size * slopeStep, offset + size * offsetStep);
    while (!(next < best) && size > 1e-10) {
      size /= 2;
      next = loss(slope + size * slopeStep, offset + size * offsetStep);
    }
    if (!(next < best)) break;
    slope += size * slopeStep;
    offset += size * offsetStep;
    best = next;
  }
  return { slope, offset };
}

/** The scores as probabilities that add up to one; a higher `sharpness` is surer of itself. */
export function softmax(scores: ArrayLike<number>, sharpness = 1): Float64Array {
  const out = new Float64Array(scores.length);
  let highest = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < scores.length; n++) highest = Math.max(highest, scores[n]!);
  let sum = 0;
  for (let n = 0; n < scores.length; n++) sum += out[n] = Math.exp(sharpness * (scores[n]! - highest));
  for (let n = 0; n < scores.length; n++) out[n]! /= sum;
  return out;
}

/**
 * The sharpness under which the right classes are likeliest: temperature scaling after Guo et al. (ICML 2017), found by
 * golden section between 0.05 and 50 on a logarithmic scale. Fit it on rows that the scores were not learned from.
 */
export function fitSharpness(scores: readonly ArrayLike<number>[], right: ArrayLike<number>): number {
  const loss = (logarithm: number) => {
    const sharpness = Math.exp(logarithm);
    let sum = 0;
    scores.forEach((row, n) => {
      sum -= Math.log(Math.max(1e-12, softmax(row, sharpness)[right[n]!]!));
    });
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.05);
  let high = Math.log(50);
  for (let round = 0; round < 40; round++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}
