/** Many rows of numbers, one row after another; `NaN` says that a number is not known. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  /** `rows` × `columns`. */
  readonly values: Float32Array;
}

/** The table in whole numbers: what is looked at when a tree grows. */
export interface Binned {
  readonly rows: number;
  /** One array of bins for each column. */
  readonly bins: readonly Uint8Array[];
  /** For each column the border above each bin but the last, rising. A number up to the border lies below it. */
  readonly borders: readonly Float32Array[];
}

const mostBins = 255;

/** Rows of equal length as a table. Throws an `Error` where one is longer or shorter than the first. */
export function tableOf(rows: readonly ArrayLike<number>[]): Table {
  const columns = rows[0]?.length ?? 0;
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, n) => {
    if (row.length !== columns)
      throw new Error(`Row ${n} has ${row.length} columns, the first has ${columns}.`);
    values.set(row, n * columns);
  });
  return { rows: rows.length, columns, values };
}

/**
 * Puts the numbers of each column into at most 255 bins of about equally many rows, as in Ke et al., "LightGBM: A
 * Highly Efficient Gradient Boosting Decision Tree" (NeurIPS 2017), section 2.1. The lowest bin takes what is not known.
 */
export function binned({ rows, columns, values }: Table): Binned {
  const bins: Uint8Array[] = [];
  const borders: Float32Array[] = [];
  const column = new Float32Array(rows);
  for (let place = 0; place < columns; place++) {
    for (let n = 0; n < rows; n++) column[n] = values[n * columns + place]!;
    const found = bordersOf(column);
    borders.push(found);
    bins.push(Uint8Array.from(column, (value) => binOf(value, found)));
  }
  return { rows, bins, borders };
}

/** The first bin whose border is not below the value; unknown values lie in the lowest. */
function binOf(value: number, borders: Float32Array): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > borders[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bordersOf(column: Float32Array): Float32Array {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  const isGapped = known.length < column.length;
  const borders: number[] = [];
  // With gaps, everything that is known lies above the first border.
  if (isGapped && known.length > 0) borders.push(below(known[0]!));
  const distinct = countDistinct(known);
  const room = mostBins - borders.length;
  const share = known.length / room;
  let inBin = 0;
  for (let n = 0; n + 1 < known.length; n++) {
    inBin++;
    if (known[n] === known[n + 1]) continue;
    if (distinct > room && inBin < share) continue;
    if (borders.length === mostBins - 1) break;
    borders.push(between(known[n]!, known[n + 1]!));
    inBin = 0;
  }
  return Float32Array.from(borders);
}

function countDistinct(sorted: Float32Array): number {
  let count = sorted.length === 0 ? 0 : 1;
  for (let n = 1; n < sorted.length; n++) if (sorted[n] !== sorted[n - 1]) count++;
  return count;
}

/** A number that separates two neighbours also after rounding to 32 bits. */
function between(low: number, high: number): number {
  const middle = Math.fround(low / 2 + high / 2);
  return middle < high ? middle : low;
}

const below = (value: number): number => Math.fround(value - Math.max(1e-6, Math.abs(value) * 1e-6));
