import { IndexedHeap } from './indexed-heap.ts';
import type { Pool } from './pool.ts';
import { comesBefore, urgencyAt } from './urgency.ts';
import type { Waiting } from './waiting.ts';

/**
 * Conversations that the very same agents can take, the first to be served on top. So the first of a lane can be
 * served or none of it can, and what nobody can take blocks nothing else.
 */
export class Lane {
  readonly pool: Pool;
  /** Agents of the pool who are not asked again yet. */
  readonly declinedBy: ReadonlySet<string>;
  /** Its place among the ready lanes, -1 if it is not. */
  readyAt = -1;
  readonly #waiting = new IndexedHeap<'laneAt', Waiting>('laneAt', comesBefore);

  constructor(pool: Pool, declinedBy: ReadonlySet<string>) {
    this.pool = pool;
    this.declinedBy = declinedBy;
  }

  /** Who is served first of this lane. */
  get first(): Waiting | undefined {
    return this.#waiting.first;
  }

  add(waiting: Waiting): void {
    this.#waiting.add(waiting);
    if (this.#waiting.size === 1) this.pool.occupied.push(this);
    this.pool.noteFirst();
  }

  remove(waiting: Waiting): void {
    this.#waiting.remove(waiting);
    const { occupied } = this.pool;
    if (this.#waiting.size === 0) occupied.splice(occupied.indexOf(this), 1);
    this.pool.noteFirst();
  }

  /** Whether something waits here that somebody can be given now. */
  get isReady(): boolean {
    const { free, isPulled } = this.pool;
    if (this.#waiting.size === 0 || isPulled) return false;
    if (free.length > this.declinedBy.size) return true;
    if (free.length === 0) return false;
    return free.some(({ seat }) => !this.declinedBy.has(seat.id));
  }
}

/** The lanes that have both: somebody who waits and somebody who is free. */
export class ReadyLanes {
  readonly #lanes: Lane[] = [];

  get size(): number {
    return this.#lanes.length;
  }

  /** To be called when somebody became free in a pool, or is not any more. */
  reviewPool({ occupied }: Pool): void {
    for (const lane of occupied) this.review(lane);
  }

  /** To be called whenever what waits in a lane or who is free for it may have changed. */
  review(lane: Lane): void {
    const isReady = lane.isReady;
    if (isReady === lane.readyAt >= 0) return;
    if (isReady) {
      lane.readyAt = this.#lanes.length;
      this.#lanes.push(lane);
      return;
    }
    const last = this.#lanes.pop()!;
    if (last !== lane) {
      this.#lanes[lane.readyAt] = last;
      last.readyAt = lane.readyAt;
    }
    lane.readyAt = -1;
  }

  /** The lane whose first conversation is the most urgent now. */
  mostUrgent(now: number): Lane | undefined {
    let best: Lane | undefined;
    let urgency = Number.NEGATIVE_INFINITY;
    for (const lane of this.#lanes) {
      const first = lane.first!;
      const itsUrgency = urgencyAt(first, now);
      const isBetter =
        best === undefined ||
        itsUrgency > urgency ||
        (itsUrgency === urgency && comesBefore(first, best.first!));
      if (!isBetter) continue;
      best = lane;
      urgency = itsUrgency;
    }
    return best;
  }
}
