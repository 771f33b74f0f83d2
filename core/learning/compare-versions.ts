import { macroF1 } from './measures.ts';

/** What a version said of each row of the frozen set, against what is right. */
export interface Judged {
  readonly right: readonly string[];
  readonly said: readonly string[];
}

/** Below so many rows no test tells noise from harm: then the new version must be at least as good. */
const fewestRows = 10;
const significance = 0.05;

/** The mean F1 of the labels that are right somewhere. 1 where there is no row. */
export function macroF1Of({ right, said }: Judged): number {
  const labels = [...new Set(right)];
  if (labels.length === 0) return 1;
  const place = new Map(labels.map((label, n) => [label, n]));
  return macroF1(
    right.map((label) => place.get(label)!),
    said.map((label) => place.get(label) ?? -1),
    labels.length,
  );
}

/**
 * Whether a new version is worse than the one before on the same rows: its macro-F1 is lower, and by more than noise –
 * one-sided, by McNemar's test in its exact form (a sign test on the rows where only one of the two is right) at 5 %.
 * With fewer than ten rows any loss counts.
 */
export function isWorse(before: Judged, after: Judged): boolean {
  if (macroF1Of(after) >= macroF1Of(before)) return false;
  if (after.right.length < fewestRows) return true;
  let lost = 0;
  let won = 0;
  after.right.forEach((right, n) => {
    const was = before.said[n] === right;
    const is = after.said[n] === right;
    if (was && !is) lost++;
    if (is && !was) won++;
  });
  return signTest(lost, won) < significance;
}

/** The chance of at least `lost` of `lost + won` fair throws. */
export function signTest(lost: number, won: number): number {
  const throws = lost + won;
  let logChance = -throws * Math.LN2;
  let sum = 0;
  for (let heads = 0; heads <= throws; heads++) {
    if (heads >= lost) sum += Math.exp(logChance);
    logChance += Math.log((throws - heads) / (heads + 1));
  }
  return Math.min(1, sum);
}
