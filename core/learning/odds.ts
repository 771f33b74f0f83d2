/** Log odds of a probability, which is taken to lie between `least` and 1 - `least`. */
export function logOdds(share: number, least = 0.01): number {
  const inside = Math.min(1 - least, Math.max(least, share));
  return Math.log(inside / (1 - inside));
}

/** The probability that log odds stand for. */
export const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Two probabilities as one: the mean of their log odds, as good as either where both are calibrated. */
export const meanOfOdds = (one: number, other: number): number =>
  shareOf((logOdds(one) + logOdds(other)) / 2);
