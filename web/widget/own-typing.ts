/** Milliseconds. */
const tellEvery = 2_500;
const endsAfter = 5_000;

/** Tells the other side that the customer is writing: seldom, and that it has ended after a pause. */
export class OwnTyping {
  readonly #tell: (on: boolean) => void;
  #toldAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (on: boolean) => void) {
    this.#tell = tell;
  }

  /** A key was pressed. */
  typed(now: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ended(), endsAfter);
    if (now - this.#toldAt < tellEvery) return;
    this.#toldAt = now;
    this.#tell(true);
  }

  /** The words were sent, or nothing more came. */
  ended(): void {
    clearTimeout(this.#timer);
    if (this.#toldAt === 0) return;
    this.#toldAt = 0;
    this.#tell(false);
  }
}
