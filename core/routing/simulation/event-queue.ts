interface Planned {
  readonly at: number;
  readonly order: number;
  readonly happen: (at: number) => void;
}

/** What is going to happen, the earliest first; at the same moment in the order in which it was planned. */
export interface EventQueue {
  plan(at: number, happen: (at: number) => void): void;
  /** Takes out the next one; undefined when nothing is left. */
  take(): Planned | undefined;
}

/** A binary heap. */
export function createEventQueue(): EventQueue {
  const heap: Planned[] = [];
  let order = 0;
  const isBefore = (one: Planned, other: Planned) =>
    one.at < other.at || (one.at === other.at && one.order < other.order);
  return {
    plan(at, happen) {
      const planned = { at, order: order++, happen };
      let place = heap.length;
      heap.push(planned);
      while (place > 0) {
        const above = (place - 1) >> 1;
        if (!isBefore(planned, heap[above]!)) break;
        heap[place] = heap[above]!;
        place = above;
      }
      heap[place] = planned;
    },
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      let place = 0;
      for (;;) {
        let below = 2 * place + 1;
        if (below >= heap.length) break;
        if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++;
        if (!isBefore(heap[below]!, last)) break;
        heap[place] = heap[below]!;
        place = below;
      }
      heap[place] = last;
      return first;
    },
  };
}
