import type { AgentStatus } from '../terms/agent-status.ts';
import type { WaitingConversation } from './contract.ts';
import { type Demand, standingExclusion } from './eligibility.ts';
import { demandOf } from './pools.ts';
import type { QueueRules } from './queue-rules.ts';
import type { Seat } from './seat.ts';
import type { Waiting } from './waiting.ts';

/** More counts than this are kept only while somebody waits: what conversations ask for is without end. */
const keptCounts = 10_000;

/** How many at work (everybody but the offline) speak a language and may take what asks for the same. */
export interface SpeakerCount {
  readonly demand: Demand;
  atWork: number;
  readonly waiting: Set<Waiting>;
}

type Asked = Pick<WaitingConversation, 'skills' | 'language' | 'weight'>;

/** What the last stage of overflow asks: whoever may take it at any time may take it then, since stages add up. */
const demandAtLast = ({ stages }: QueueRules, asked: Asked): Demand => demandOf(stages.at(-1)!, asked, false);

const isSpeaker = (
  demand: Demand,
  { id, status, profile }: Pick<Seat, 'id' | 'profile'> & { readonly status: AgentStatus },
): boolean => status !== 'offline' && standingExclusion(demand, id, profile) === null;

/** Whether somebody at work who may take it, now or after any overflow, speaks its language. */
export function isSpokenAtWork(
  rules: QueueRules,
  asked: Asked,
  seats: Iterable<Parameters<typeof isSpeaker>[1]>,
): boolean {
  const demand = demandAtLast(rules, asked);
  for (const seat of seats) if (isSpeaker(demand, seat)) return true;
  return false;
}

/**
 * Who speaks what is waited for. A language is asked for while anybody at work speaks it; where nobody does, the
 * conversation would wait for somebody who is not there, so it goes to whoever is best.
 */
export class Speakers {
  readonly #byRules = new Map<QueueRules, Map<string, SpeakerCount>>();
  readonly #seats: ReadonlyMap<string, Seat>;
  readonly #turned: (count: SpeakerCount) => void;
  #size = 0;

  /** @param turned called when the last speaker went or the first came, after it is counted */
  constructor(seats: ReadonlyMap<string, Seat>, turned: (count: SpeakerCount) => void) {
    this.#seats = seats;
    this.#turned = turned;
  }

  /** The count for a conversation, kept true from now on. */
  of(rules: QueueRules, conversation: Asked, needsKey: string): SpeakerCount {
    let counts = this.#byRules.get(rules);
    if (counts === undefined) {
      counts = new Map();
      this.#byRules.set(rules, counts);
    }
    const key = `${conversation.language} ${needsKey}`;
    let count = counts.get(key);
    if (count === undefined) {
      if (this.#size >= keptCounts) this.#dropIdle();
      const demand = demandAtLast(rules, conversation);
      count = { demand, atWork: 0, waiting: new Set() };
      for (const seat of this.#candidates(demand)) if (isSpeaker(demand, seat)) count.atWork++;
      counts.set(key, count);
      this.#size++;
    }
    return count;
  }

  /** Somebody came to work (`by` 1) or went (-1), whatever status the seat shows by now. */
  count(seat: Seat, by: 1 | -1): void {
    for (const counts of this.#byRules.values())
      for (const count of counts.values()) {
        if (standingExclusion(count.demand, seat.id, seat.profile) !== null) continue;
        count.atWork += by;
        if (count.atWork === (by === 1 ? 1 : 0)) this.#turned(count);
      }
  }

  *#candidates({ admits }: Demand): Generator<Seat> {
    if (admits === null) yield* this.#seats.values();
    else
      for (const id of admits) {
        const seat = this.#seats.get(id);
        if (seat !== undefined) yield seat;
      }
  }

  #dropIdle(): void {
    for (const counts of this.#byRules.values())
      for (const [key, { waiting }] of counts) {
        if (waiting.size > 0) continue;
        counts.delete(key);
        this.#size--;
      }
  }
}
