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
  let before = Uint16Array.from({ length: other.length + 1 }, (_, place) => place);
  let row = new Uint16Array(other.length + 1);
  for (const [line, character] of one.entries()) {
    row[0] = line + 1;
    for (let place = 0; place < other.length; place++) {
      const change = before[place]! + (character === other[place] ? 0 : 1);
      row[place + 1] = Math.min(change, before[place + 1]! + 1, row[place]! + 1);
    }
    [before, row] = [row, before];
  }
  return before[other.length]! / length;
}
