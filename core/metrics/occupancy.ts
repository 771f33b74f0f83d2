/** From, to; epoch milliseconds. */
export type Interval = readonly [from: number, to: number];

/** The time that the intervals cover together, each moment once, in milliseconds. */
export function coveredMs(intervals: readonly Interval[]): number {
  let covered = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [...intervals].sort((one, other) => one[0] - other[0])) {
    if (to <= until) continue;
    covered += to - Math.max(from, until);
    until = to;
  }
  return covered;
}

/**
 * Occupancy (占用率): handling ÷ (handling + available). Handling is the time with at least one conversation; available
 * is the time online or writing up without one. Null where there was neither.
 */
export function occupancy(handling: readonly Interval[], present: readonly Interval[]): number | null {
  const all = coveredMs([...handling, ...present]);
  return all === 0 ? null : coveredMs(handling) / all;
}
