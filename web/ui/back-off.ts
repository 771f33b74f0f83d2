/** Milliseconds. */
const first = 500;
const longest = 30_000;

/**
 * How long to wait before the next try, in milliseconds: doubling from half a second to half a minute, of which half
 * is chance, so that ten thousand browsers do not come back in the same moment after a restart.
 *
 * @param failures how many tries have failed in a row, from 1
 * @param chance from 0 to 1, e.g. `Math.random()`
 */
export function backOff(failures: number, chance: number): number {
  const whole = Math.min(longest, first * 2 ** Math.min(failures - 1, 16));
  return whole / 2 + (whole / 2) * chance;
}
