/**
 * The last row of the table of edit distances (Levenshtein 1965) between two lists of characters: at each place, how
 * many must be put in, left out or changed to make all of `one` of the other up to there. With `startsAnywhere` the
 * other may begin at any of its characters (Sellers 1980). Costs the product of both lengths; 65,000 characters at most.
 */
export function editRow(
  one: readonly string[],
  other: readonly string[],
  { startsAnywhere = false } = {},
): Uint16Array {
  let before = startsAnywhere
    ? new Uint16Array(other.length + 1)
    : Uint16Array.from({ length: other.length + 1 }, (_, place) => place);
  let row = new Uint16Array(other.length + 1);
  for (const [line, character] of one.entries()) {
    row[0] = line + 1;
    for (let place = 0; place < other.length; place++) {
      const change = before[place]! + (character === other[place] ? 0 : 1);
      row[place + 1] = Math.min(change, before[place + 1]! + 1, row[place]! + 1);
    }
    [before, row] = [row, before];
  }
  return before;
}
