import type { MomentaryExclusion } from './eligibility.ts';
import type { Heads } from './heads.ts';
import type { Lane, ReadyLanes } from './lane.ts';
import type { Member } from './pool.ts';
import { exclusionNow, type Places, type Seat } from './seat.ts';
import { isMoreUrgent, urgencyAt } from './urgency.ts';

/** The lane that is served next. */
export interface Opening {
  readonly lane: Lane;
  /** Who is free in its pool; those who declined may be among them. */
  readonly free: readonly Member[];
  /** Why the only free one counts as excluded in the pool's books still; `null` if they do not. */
  readonly countedAs: MomentaryExclusion | null;
}

/**
 * Finds who can be served, with as little bookkeeping as possible. In a busy hour somebody becomes free, is given the
 * next conversation and is full again: no pool needs to know of it. So changes are noted first, and entered into the
 * pools only where more than one agent is to be compared, or where somebody stays free.
 */
export class Openings {
  readonly #heads: Heads;
  readonly #ready: ReadyLanes;
  /** Seats that changed since they were entered into the pools. */
  readonly #changed = new Set<Seat>();

  constructor(heads: Heads, ready: ReadyLanes) {
    this.#heads = heads;
    this.#ready = ready;
  }

  /** The seat's status or room changed. */
  note(seat: Seat): void {
    this.#changed.add(seat);
  }

  forget(seat: Seat): void {
    this.#changed.delete(seat);
  }

  /** The lane whose first conversation is the most urgent of all that somebody can take. */
  next(now: number): Opening | undefined {
    const lone = this.#loneSeat();
    const found = lone && openingFor(lone, this.#heads, now);
    if (found) return found;
    for (const seat of this.#changed) for (const places of seat.places) this.#enter(seat, places);
    this.#changed.clear();
    const lane = this.#ready.mostUrgent(now);
    return lane && { lane, free: lane.pool.free, countedAs: null };
  }

  /** The one seat that may have become free while nobody else can take anything. */
  #loneSeat(): Seat | undefined {
    if (this.#ready.size > 0) return undefined;
    let lone: Seat | undefined;
    for (const seat of this.#changed) {
      const isFreer = seat.places.some(
        ({ weight, excluded }) => excluded !== null && exclusionNow(seat, weight) === null,
      );
      if (!isFreer) {
        for (const places of seat.places) this.#enter(seat, places);
        this.#changed.delete(seat);
      } else if (lone === undefined) lone = seat;
      else return undefined;
    }
    return lone;
  }

  /** Brings the pools of one weight up to date. */
  #enter(seat: Seat, places: Places): void {
    const before = places.excluded;
    const excluded = exclusionNow(seat, places.weight);
    if (excluded === before) return;
    places.excluded = excluded;
    for (const member of places.members) {
      member.pool.leave(member, before);
      member.pool.enter(member, excluded);
      if (before === null || excluded === null) this.#ready.reviewPool(member.pool);
    }
  }
}

/** The most urgent lane among those that wait for this seat alone. */
function openingFor(seat: Seat, heads: Heads, now: number): Opening | undefined {
  let best: Opening | undefined;
  let urgency = Number.NEGATIVE_INFINITY;
  for (const { weight, excluded, members, numbers } of seat.places) {
    if (excluded === null || exclusionNow(seat, weight) !== null) continue;
    for (let at = 0; at < numbers.length; at++) {
      const itsUrgency = heads.urgencyAt(numbers[at]!, now);
      if (itsUrgency === Number.NEGATIVE_INFINITY || itsUrgency < urgency) continue;
      const member = members[at]!;
      for (const lane of member.pool.occupied) {
        if (lane.declinedBy.has(seat.id) || !isAhead(lane, best?.lane, now)) continue;
        best = { lane, free: [member], countedAs: excluded };
        urgency = urgencyAt(lane.first!, now);
      }
    }
  }
  return best;
}

const isAhead = (lane: Lane, best: Lane | undefined, now: number): boolean =>
  best === undefined || isMoreUrgent(lane.first!, best.first!, now);
