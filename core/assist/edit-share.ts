import { editRow } from '../learning/edit-rows.ts';

/** Longer texts are compared by their beginnings: nobody edits the ten-thousandth character. */
const longest = 2_000;

/**
 * How far a reply is from what was taken over, 0 (as it was) to 1 (nothing left): the edit distance (Levenshtein 1965,
 * by characters) over the length of the longer text.
 */
export function editShare(taken: string, sent: string): number {
  const one = [...taken.trim().slice(0, longest)];
  const other = [...sent.trim().slice(0, longest)];
  const length = Math.max(one.length, other.length);
  if (length === 0) return 0;
  return editRow(one, other)[other.length]! / length;
}
