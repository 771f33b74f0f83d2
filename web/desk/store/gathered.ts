/** Tells of changes: the first at once, whatever follows within the pause in one word after it. */
export class Gathered {
  readonly #tell: () => void;
  readonly #pauseMs: number;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #isOwed = false;

  /** `pauseMs` is the shortest time between two words. */
  constructor(tell: () => void, pauseMs: number) {
    this.#tell = tell;
    this.#pauseMs = pauseMs;
  }

  changed(): void {
    if (this.#pause !== undefined) {
      this.#isOwed = true;
      return;
    }
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      if (this.#isOwed) this.changed();
    }, this.#pauseMs);
    this.#isOwed = false;
    this.#tell();
  }

  /** What was owed is told by somebody else, or to nobody any more. */
  settled(): void {
    this.#isOwed = false;
  }
}
