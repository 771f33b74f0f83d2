/** What is looked through, and where what is found goes. */
export interface Search {
  readonly dimensions: number;
  readonly kernels: number;
  readonly width: number;
  /** How many places there are. */
  readonly windows: number;
  /** Where the kernels of this width begin in what is found. */
  readonly first: number;
  readonly strongest: Float64Array;
  readonly places: Int32Array;
}

/**
 * The strongest place of each kernel and how strong it is, or none (−1) where silence (0) is stronger. `seen` holds the
 * positions' numbers one after another and three positions more than are asked about; `filter` the kernels', one kernel
 * after another. Four places and two kernels at a time: nearly all the time of training goes here.
 */
export function findStrongest(
  seen: Float64Array,
  filter: Float64Array,
  { dimensions, kernels, width, windows, first, strongest, places }: Search,
): void {
  const length = width * dimensions;
  for (let kernel = 0; kernel < kernels; kernel += 2) {
    let best = 0;
    let place = -1;
    let otherBest = 0;
    let otherPlace = -1;
    const one = kernel * length;
    const other = one + length;
    for (let window = 0; window < windows; window += 4) {
      const at = window * dimensions;
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let n = 0; n < length; n++) {
        const a = filter[one + n]!;
        const b = filter[other + n]!;
        const s0 = seen[at + n]!;
        const s1 = seen[at + dimensions + n]!;
        const s2 = seen[at + 2 * dimensions + n]!;
        const s3 = seen[at + 3 * dimensions + n]!;
        a0 += a * s0;
        a1 += a * s1;
        a2 += a * s2;
        a3 += a * s3;
        b0 += b * s0;
        b1 += b * s1;
        b2 += b * s2;
        b3 += b * s3;
      }
      if (a0 > best) [best, place] = [a0, window];
      if (a1 > best) [best, place] = [a1, window + 1];
      if (a2 > best) [best, place] = [a2, window + 2];
      if (a3 > best) [best, place] = [a3, window + 3];
      if (b0 > otherBest) [otherBest, otherPlace] = [b0, window];
      if (b1 > otherBest) [otherBest, otherPlace] = [b1, window + 1];
      if (b2 > otherBest) [otherBest, otherPlace] = [b2, window + 2];
      if (b3 > otherBest) [otherBest, otherPlace] = [b3, window + 3];
    }
    strongest[first + kernel] = best;
    places[first + kernel] = place;
    strongest[first + kernel + 1] = otherBest;
    places[first + kernel + 1] = otherPlace;
  }
}
