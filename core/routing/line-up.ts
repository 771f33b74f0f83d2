import type { ActivePolicy } from '../terms/policy.ts';
import type { WaitingConversation } from './contract.ts';
import { Heads } from './heads.ts';
import { IndexedHeap } from './indexed-heap.ts';
import { type Lane, ReadyLanes } from './lane.ts';
import { Line } from './line.ts';
import { needsKey } from './needs.ts';
import { Openings } from './openings.ts';
import { Pools } from './pools.ts';
import { type QueueRules, queueRules } from './queue-rules.ts';
import { Roster } from './roster.ts';
import type { Seat } from './seat.ts';
import { stageAfter } from './stages.ts';
import { seniorSince } from './urgency.ts';
import { declinedUntil, overflowSince, type Waiting } from './waiting.ts';

/** Everybody who waits and everybody who serves, sorted by one policy. A new policy makes a new one. */
export class LineUp {
  readonly active: ActivePolicy;
  readonly roster: Roster;
  readonly pools: Pools;
  readonly openings: Openings;
  readonly #heads = new Heads();
  readonly #ready = new ReadyLanes();
  readonly #rules: ReadonlyMap<string, QueueRules>;
  readonly #firstRules: QueueRules;
  readonly #lines = new Map<QueueRules, Line>();
  readonly #waiting = new Map<string, Waiting>();
  /** Put in since the last look at the clock: in no lane yet. */
  readonly #unplaced = new Set<Waiting>();
  readonly #changes = new IndexedHeap<'changeAt', Waiting>(
    'changeAt',
    (left, right) => left.changesAt < right.changesAt,
  );

  constructor(active: ActivePolicy, seats: ReadonlyMap<string, Seat>) {
    this.active = active;
    this.roster = new Roster(active.policy);
    this.pools = new Pools(seats, this.#heads, this.#ready);
    this.openings = new Openings(this.#heads, this.#ready);
    this.#rules = queueRules(active.policy);
    const [first] = this.#rules.values();
    if (first === undefined) throw new RangeError('a policy needs at least one queue');
    this.#firstRules = first;
    for (const rules of this.#rules.values()) this.#lines.set(rules, new Line());
  }

  get size(): number {
    return this.#waiting.size;
  }

  get(id: string): WaitingConversation | undefined {
    return this.#waiting.get(id)?.conversation;
  }

  conversations(): WaitingConversation[] {
    return [...this.#waiting.values()].map(({ conversation }) => conversation);
  }

  rulesOf(queueId: string): QueueRules {
    return this.#rules.get(queueId) ?? this.#firstRules;
  }

  put(conversation: WaitingConversation): void {
    this.remove(conversation.id);
    const rules = this.rulesOf(conversation.queueId);
    const waiting: Waiting = {
      conversation,
      rules,
      needsKey: needsKey(conversation.skills),
      seniorSince: seniorSince(conversation, rules.queue),
      ageingMs: rules.ageingMs,
      lane: null,
      laneAt: -1,
      changesAt: Number.POSITIVE_INFINITY,
      changeAt: -1,
    };
    this.roster.ask(conversation.skills);
    this.#waiting.set(conversation.id, waiting);
    this.#lines.get(rules)!.add(waiting);
    this.#unplaced.add(waiting);
  }

  remove(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    this.#lines.get(waiting.rules)!.remove(waiting);
    if (!this.#unplaced.delete(waiting)) this.#displace(waiting);
  }

  /** Puts everything into the lane that is right at this moment. */
  advance(now: number): void {
    for (const waiting of this.#unplaced) this.#place(waiting, now);
    this.#unplaced.clear();
    for (;;) {
      const first = this.#changes.first;
      if (first === undefined || first.changesAt > now) return;
      this.#displace(first);
      this.#place(first, now);
    }
  }

  /** When the next lane changes by itself; after `advance`. */
  get nextChangeAt(): number | null {
    return this.#changes.first?.changesAt ?? null;
  }

  places(now: number): Map<string, number> {
    const places = new Map<string, number>();
    for (const line of this.#lines.values()) line.number(now, places);
    return places;
  }

  #place(waiting: Waiting, now: number): void {
    const { conversation } = waiting;
    if ((conversation.notBefore ?? now) > now) waiting.changesAt = conversation.notBefore!;
    else waiting.lane = this.#laneAt(waiting, now);
    if (waiting.lane !== null) {
      waiting.lane.add(waiting);
      this.#ready.review(waiting.lane);
    }
    if (waiting.changesAt < Number.POSITIVE_INFINITY) this.#changes.add(waiting);
  }

  /** Also notes when it will be another lane. */
  #laneAt(waiting: Waiting, now: number): Lane {
    const { conversation, rules } = waiting;
    const since = overflowSince(conversation);
    const stage = stageAfter(rules.stages, now - since);
    const next = rules.stages[stage.index + 1];
    waiting.changesAt = next === undefined ? Number.POSITIVE_INFINITY : since + next.beginsAfterMs;
    const declinedBy: string[] = [];
    for (const [agentId, until] of declinedUntil(conversation, this.active.policy.routing.declinedForMs)) {
      if (until <= now) continue;
      declinedBy.push(agentId);
      waiting.changesAt = Math.min(waiting.changesAt, until);
    }
    return this.pools.laneFor(stage, conversation, waiting.needsKey, declinedBy);
  }

  #displace(waiting: Waiting): void {
    const { lane } = waiting;
    if (waiting.changeAt >= 0) this.#changes.remove(waiting);
    waiting.changesAt = Number.POSITIVE_INFINITY;
    if (lane === null) return;
    waiting.lane = null;
    lane.remove(waiting);
    this.#ready.review(lane);
    if (lane.first === undefined) this.pools.retire(lane);
  }
}
