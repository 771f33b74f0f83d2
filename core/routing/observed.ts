/** So many recent handling times are enough for an estimate, and few enough to follow the day. */
const keptTimes = 100;

/** The handling times with one more, the oldest forgotten beyond the last hundred. Milliseconds; nonsense is left out. */
export function withHandlingTime(times: readonly number[], handlingMs: number): readonly number[] {
  if (!Number.isFinite(handlingMs) || handlingMs < 0) return times;
  return [...times.slice(1 - keptTimes), handlingMs];
}
