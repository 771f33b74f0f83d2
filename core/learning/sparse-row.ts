/** What is known of one example: the numbers that are not zero, by rising index. */
export interface SparseRow {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** A row from indices in any order; an index that comes several times adds up. */
export function rowOf(entries: Iterable<readonly [index: number, value: number]>): SparseRow {
  const sums = new Map<number, number>();
  for (const [index, value] of entries) sums.set(index, (sums.get(index) ?? 0) + value);
  const indices = Uint32Array.from(sums.keys()).sort();
  return { indices, values: Float32Array.from(indices, (index) => sums.get(index)!) };
}

/** The row with Euclidean length one; a row of zeros stays as it is. */
export function unitRow({ indices, values }: SparseRow): SparseRow {
  let squares = 0;
  for (const value of values) squares += value * value;
  if (squares === 0) return { indices, values };
  const scale = 1 / Math.sqrt(squares);
  return { indices, values: values.map((value) => value * scale) };
}

/** The second row behind the first, its indices moved up by `offset`. */
export function joinedRow(first: SparseRow, second: SparseRow, offset: number): SparseRow {
  const indices = new Uint32Array(first.indices.length + second.indices.length);
  const values = new Float32Array(indices.length);
  indices.set(first.indices);
  values.set(first.values);
  for (let n = 0; n < second.indices.length; n++) {
    indices[first.indices.length + n] = second.indices[n]! + offset;
    values[first.indices.length + n] = second.values[n]!;
  }
  return { indices, values };
}
