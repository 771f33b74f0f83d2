/**
 * How urgent the most urgent conversation of each pool is, by the pool's number, side by side in memory: an agent may
 * be able for hundreds of pools, and following each to its first conversation costs more than everything else.
 */
export class Heads {
  #since = new Float64Array(1024).fill(Number.POSITIVE_INFINITY);
  #ageing = new Float64Array(1024).fill(1);
  readonly #unused: number[] = [];
  #end = 0;

  /** A number that no other pool has. */
  reserve(ageingMs: number): number {
    const number = this.#unused.pop() ?? this.#end++;
    if (number >= this.#since.length) this.#grow();
    this.#since[number] = Number.POSITIVE_INFINITY;
    this.#ageing[number] = ageingMs;
    return number;
  }

  release(number: number): void {
    this.#unused.push(number);
  }

  /** `seniorSince` of the pool's first conversation, infinite where nobody waits. */
  set(number: number, seniorSince: number): void {
    this.#since[number] = seniorSince;
  }

  /** The effective priority of the pool's first, as `urgencyAt`; minus infinity where nobody waits. */
  urgencyAt(number: number, now: number): number {
    return (now - this.#since[number]!) / this.#ageing[number]!;
  }

  #grow(): void {
    const since = new Float64Array(2 * this.#since.length).fill(Number.POSITIVE_INFINITY);
    const ageing = new Float64Array(2 * this.#ageing.length).fill(1);
    since.set(this.#since);
    ageing.set(this.#ageing);
    this.#since = since;
    this.#ageing = ageing;
  }
}
