/** Makes vectors orthogonal and of length one, in place: Gram and Schmidt, twice for the digits. */
export function orthonormalise(vectors: readonly Float64Array[]): void {
  vectors.forEach((vector, place) => {
    for (let again = 0; again < 2; again++)
      for (let before = 0; before < place; before++) {
        const other = vectors[before]!;
        let product = 0;
        for (let n = 0; n < vector.length; n++) product += vector[n]! * other[n]!;
        for (let n = 0; n < vector.length; n++) vector[n]! -= product * other[n]!;
      }
    let squares = 0;
    for (const value of vector) squares += value * value;
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let n = 0; n < vector.length; n++) vector[n]! *= scale;
  });
}

/** Eigenvalues, highest first, and their vectors of a small symmetric matrix, by Jacobi's rotations. */
export function symmetricEigen(rows: readonly (readonly number[])[]): {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
} {
  const size = rows.length;
  const a = rows.map((row) => Float64Array.from(row));
  const v = rows.map((_, n) => Float64Array.from({ length: size }, (_, m) => (n === m ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let on = 0;
    for (let p = 0; p < size; p++)
      for (let q = 0; q < size; q++) {
        if (p === q) on += a[p]![q]! ** 2;
        else off += a[p]![q]! ** 2;
      }
    if (off <= 1e-22 * on) break;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        if (a[p]![q] === 0) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let n = 0; n < size; n++) {
          const one = a[n]![p]!;
          const other = a[n]![q]!;
          a[n]![p] = c * one - s * other;
          a[n]![q] = s * one + c * other;
        }
        for (let n = 0; n < size; n++) {
          const one = a[p]![n]!;
          const other = a[q]![n]!;
          a[p]![n] = c * one - s * other;
          a[q]![n] = s * one + c * other;
          const left = v[p]![n]!;
          const right = v[q]![n]!;
          v[p]![n] = c * left - s * right;
          v[q]![n] = s * left + c * right;
        }
      }
  }
  const order = a.map((_, n) => n).sort((one, other) => a[other]![other]! - a[one]![one]!);
  return { values: order.map((n) => a[n]![n]!), vectors: order.map((n) => v[n]!) };
}
