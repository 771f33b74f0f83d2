/** What stands in one of two texts and not in the other, between what both have in the same order. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly besideFrom: number;
  readonly besideTo: number;
}

export interface Alignment {
  /** Units that both have in the same order. */
  readonly common: number;
  /** Insertions, removals and replacements that turn one into the other. */
  readonly edits: number;
  readonly differences: readonly Difference[];
}

const side = 65;
const longest = new Uint8Array(side * side);
const steps = new Uint8Array(side * side);

/**
 * The longest common subsequence of two texts of at most 64 units each, the differences between it, and their edit
 * distance (Levenshtein), in one time proportional to the product of the lengths.
 */
export function align(one: Int32Array, other: Int32Array): Alignment {
  const rows = one.length;
  const columns = other.length;
  for (let column = 0; column <= columns; column++) {
    longest[rows * side + column] = 0;
    steps[rows * side + column] = columns - column;
  }
  for (let row = rows - 1; row >= 0; row--) {
    const unit = one[row]!;
    longest[row * side + columns] = 0;
    steps[row * side + columns] = rows - row;
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * side + column;
      const isSame = unit === other[column]!;
      const below = longest[at + side]!;
      const right = longest[at + 1]!;
      longest[at] = isSame ? longest[at + side + 1]! + 1 : Math.max(below, right);
      const cheapest = Math.min(steps[at + side]!, steps[at + 1]!) + 1;
      const replaced = steps[at + side + 1]! + (isSame ? 0 : 1);
      steps[at] = Math.min(replaced, cheapest);
    }
  }
  const differences: Difference[] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const from = row;
    const besideFrom = column;
    while (row < rows || column < columns) {
      if (row < rows && column < columns && one[row] === other[column]) break;
      if (column >= columns) row++;
      else if (row >= rows) column++;
      else if (longest[(row + 1) * side + column]! >= longest[row * side + column + 1]!) row++;
      else column++;
    }
    if (row > from || column > besideFrom) differences.push({ from, to: row, besideFrom, besideTo: column });
    row++;
    column++;
  }
  return { common: longest[0]!, edits: steps[0]!, differences };
}
