import { missingRoom, momentaryExclusion } from './eligibility.ts';
import type { Heads } from './heads.ts';
import type { Lane } from './lane.ts';
import type { Openings } from './openings.ts';
import type { Seat } from './seat.ts';
import { isMoreUrgent, urgencyAt } from './urgency.ts';
import { overflowSince, type Waiting } from './waiting.ts';

/** Patience of a queue that has settled none. */
const usualPatienceMs = 60_000;
/** What changes without a notice here – a colleague who would be free sooner by now – is seen within this time. */
const lookEveryMs = 5_000;

/**
 * Keeps an agent free for what is heavy. Lighter conversations fill every gap, and where they never cease to come, a
 * call would never fit. So once the first of its lane has waited its queue's patience and fits nobody for want of room
 * alone, the agent who misses the least room is kept for it and given nothing that is lighter and less urgent, until it
 * fits. One agent for a conversation; the one who is kept may change, and then misses no more room than the one before,
 * so that it fits after a bounded number of conversations.
 *
 * It is looked at when something lighter is about to be given, so where nothing is heavier it costs nothing.
 */
export class Keeping {
  readonly #heads: Heads;
  readonly #openings: Openings;
  readonly #kept = new Set<Seat>();
  /** Nobody is to be looked at again before. */
  #looksAgainAt = Number.POSITIVE_INFINITY;

  constructor(heads: Heads, openings: Openings) {
    this.#heads = heads;
    this.#openings = openings;
  }

  /** What is heavier and more urgent than `lighter` and must get this agent first. */
  neededFor(seat: Seat, lighter: Waiting, now: number): Waiting | undefined {
    const urgency = urgencyAt(lighter, now);
    for (const { weight, members, numbers } of seat.places) {
      if (weight <= lighter.conversation.weight || momentaryExclusion(seat, weight) !== 'full') continue;
      for (let at = 0; at < numbers.length; at++) {
        if (!(this.#heads.urgencyAt(numbers[at]!, now) >= urgency)) continue;
        for (const lane of members[at]!.pool.occupied) {
          const first = lane.first!;
          if (lane.isReady || lane.declinedBy.has(seat.id) || !isMoreUrgent(first, lighter, now)) continue;
          if (isImpatient(first, now) && isSoonest(seat, lane)) return first;
        }
      }
    }
    return undefined;
  }

  /** From now on the agent gets nothing lighter. */
  keep(seat: Seat, heavier: Waiting, now: number): void {
    if (heavier.kept !== null && heavier.kept !== seat) this.release(heavier.kept);
    if (seat.keptFor !== null) seat.keptFor.kept = null;
    heavier.kept = seat;
    seat.keptFor = heavier;
    seat.keptUntil = now + lookEveryMs;
    this.#looksAgainAt = Math.min(this.#looksAgainAt, seat.keptUntil);
    this.#kept.add(seat);
    this.#openings.note(seat);
  }

  release(seat: Seat): void {
    if (seat.keptFor === null) return;
    seat.keptFor.kept = null;
    seat.keptFor = null;
    this.#kept.delete(seat);
    this.#openings.note(seat);
  }

  /** It was given, went away, or waits for others by now. */
  forget({ kept }: Waiting): void {
    if (kept !== null) this.release(kept);
  }

  /** The agent's status or room changed. */
  changed(seat: Seat): void {
    if (seat.keptFor === null) return;
    seat.keptUntil = Number.NEGATIVE_INFINITY;
    this.#looksAgainAt = Number.NEGATIVE_INFINITY;
  }

  /** Something came into its lane: whoever is kept for less may be free for it. */
  came(waiting: Waiting, now: number): void {
    const { lane } = waiting;
    if (lane === null || lane.first !== waiting || lane.pool.excluded.kept === 0) return;
    for (const { seat } of lane.pool.able)
      if (seat.keptFor !== null && isMoreUrgent(waiting, seat.keptFor, now)) this.changed(seat);
  }

  /** Releases those who need not be kept any more. */
  lookAgain(now: number): void {
    if (this.#looksAgainAt > now) return;
    for (const seat of this.#kept) {
      if (seat.keptUntil > now) continue;
      const fitting = this.#mostUrgentFitting(seat, now);
      const heavier = fitting === undefined ? seat.keptFor! : this.neededFor(seat, fitting, now);
      if (heavier === undefined) this.release(seat);
      else this.keep(seat, heavier, now);
    }
    this.#looksAgainAt = Number.POSITIVE_INFINITY;
    for (const { keptUntil } of this.#kept) this.#looksAgainAt = Math.min(this.#looksAgainAt, keptUntil);
  }

  /** When `lookAgain` next may find something; `null` if nobody is kept. */
  get looksAgainAt(): number | null {
    return this.#kept.size === 0 ? null : this.#looksAgainAt;
  }

  /** What fits the agent now. */
  #mostUrgentFitting(seat: Seat, now: number): Waiting | undefined {
    let best: Waiting | undefined;
    for (const { weight, members, numbers } of seat.places) {
      if (momentaryExclusion(seat, weight) !== null) continue;
      for (let at = 0; at < numbers.length; at++) {
        if (this.#heads.urgencyAt(numbers[at]!, now) === Number.NEGATIVE_INFINITY) continue;
        for (const { declinedBy, first } of members[at]!.pool.occupied)
          if (!declinedBy.has(seat.id) && (best === undefined || isMoreUrgent(first!, best, now)))
            best = first!;
      }
    }
    return best;
  }
}

const isImpatient = ({ conversation, rules }: Waiting, now: number): boolean =>
  now - overflowSince(conversation) >= (rules.queue.patienceMs ?? usualPatienceMs);

/** Whether of all who lack nothing but room this agent misses the least; equals by load, then by id. */
function isSoonest(seat: Seat, { pool, declinedBy }: Lane): boolean {
  const { weight } = pool.demand;
  const missing = missingRoom(seat, weight);
  for (const { seat: other } of pool.able) {
    if (other === seat || declinedBy.has(other.id) || momentaryExclusion(other, weight) !== 'full') continue;
    const difference = missingRoom(other, weight) - missing || other.load - seat.load;
    if (difference < 0 || (difference === 0 && other.id < seat.id)) return false;
  }
  return true;
}
