/**
 * Logarithm of the gamma function for positive arguments, by Lanczos' approximation (g = 7, nine terms; C. Lanczos,
 * SIAM J. Numer. Anal. 1, 1964); relative error below 1e-14.
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  let sum = 0.99999999999980993;
  for (let at = 0; at < lanczos.length; at++) sum += lanczos[at]! / (shifted + at + 1);
  const t = shifted + lanczos.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

const lanczos: readonly number[] = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * ln P(Y ≥ count) for a negative binomial count of this mean and dispersion: its variance is
 * mean + dispersion · mean². A dispersion of 0 is Poisson. The count MUST lie above the mean.
 */
export function logTail(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 0;
  if (mean <= 0) return Number.NEGATIVE_INFINITY;
  const size = dispersion > 1e-9 ? 1 / dispersion : 0;
  const share = size > 0 ? mean / (mean + size) : 0;
  const first =
    size > 0
      ? logGamma(count + size) -
        logGamma(size) -
        logGamma(count + 1) +
        size * Math.log1p(-share) +
        count * Math.log(share)
      : count * Math.log(mean) - mean - logGamma(count + 1);
  let sum = 1;
  let term = 1;
  for (let k = count; k < count + 100_000; k++) {
    term *= size > 0 ? ((k + size) / (k + 1)) * share : mean / (k + 1);
    sum += term;
    if (term < sum * 1e-12) break;
  }
  return Math.min(0, first + Math.log(sum));
}
