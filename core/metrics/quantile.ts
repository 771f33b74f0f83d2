/**
 * The `q`-quantile (0 to 1) of the values by linear interpolation between the closest ranks (Hyndman & Fan 1996,
 * type 7: what spreadsheets compute); null of nothing. The median is `quantile(values, 0.5)`.
 */
export function quantile(values: readonly number[], q: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * q;
  const below = sorted[Math.floor(rank)]!;
  const above = sorted[Math.ceil(rank)]!;
  return below + (above - below) * (rank - Math.floor(rank));
}
