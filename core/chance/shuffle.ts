interface Ordered<T> {
  readonly length: number;
  [place: number]: T;
}

/** Puts the values into an order by chance, where they stand; every order is as likely (Fisher and Yates). */
export function shuffle<T>(values: Ordered<T>, next: () => number): void {
  for (let n = values.length - 1; n > 0; n--) {
    const other = Math.floor(next() * (n + 1));
    const kept = values[n]!;
    values[n] = values[other]!;
    values[other] = kept;
  }
}
