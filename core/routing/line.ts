import { comesBefore } from './urgency.ts';
import type { Waiting } from './waiting.ts';

/** All that waits in one queue in the order of serving, whoever can take it. */
export class Line {
  readonly #waiting: Waiting[] = [];

  add(waiting: Waiting): void {
    this.#waiting.splice(this.#placeOf(waiting), 0, waiting);
  }

  remove(waiting: Waiting): void {
    this.#waiting.splice(this.#placeOf(waiting), 1);
  }

  /** Places from 1; who has a callback slot that is not reached is passed over. */
  number(now: number, places: Map<string, number>): void {
    let place = 0;
    for (const { conversation } of this.#waiting)
      if ((conversation.notBefore ?? now) <= now) places.set(conversation.id, ++place);
  }

  /** How many come before. */
  #placeOf(waiting: Waiting): number {
    let from = 0;
    let to = this.#waiting.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (comesBefore(this.#waiting[middle]!, waiting)) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
