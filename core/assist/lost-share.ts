import { editRow } from '../learning/edit-rows.ts';

/** Longer texts are compared by their beginnings. */
const longest = 2_000;

/**
 * How much of `taken` is not in `sent` any more, wherever it stands there, 0 to 1: the distance to the most similar
 * stretch of `sent` (Sellers 1980), over the length of `taken`. For help that is only a part of the reply.
 */
export function lostShare(taken: string, sent: string): number {
  const part = [...taken.trim().slice(0, longest)];
  const whole = [...sent.slice(0, longest)];
  if (part.length === 0) return 0;
  const row = editRow(part, whole, { startsAnywhere: true });
  return row.reduce((least, one) => Math.min(least, one)) / part.length;
}
