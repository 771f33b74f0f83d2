import type { ActivePolicy } from '../terms/policy.ts';
import type { RoutingAgent, WaitingConversation } from './contract.ts';
import { Heads } from './heads.ts';
import { IndexedHeap } from './indexed-heap.ts';
import { Keeping } from './keeping.ts';
import { type Lane, ReadyLanes } from './lane.ts';
import { Line } from './line.ts';
import { needsKey } from './needs.ts';
import { Openings } from './openings.ts';
import { Pools } from './pools.ts';
import { type QueueRules, queueRules } from './queue-rules.ts';
import { Roster } from './roster.ts';
import type { Seat } from './seat.ts';
import { type SpeakerCount, Speakers } from './speakers.ts';
import { stageAfter } from './stages.ts';
import { seniorSince } from './urgency.ts';
import { declinedUntil, overflowSince, type Waiting } from './waiting.ts';

const never = Number.POSITIVE_INFINITY;

/** Everybody who waits and everybody who serves, sorted by one policy. A new policy makes a new one. */
export class LineUp {
  readonly active: ActivePolicy;
  readonly roster: Roster;
  readonly pools: Pools;
  readonly openings: Openings;
  readonly keeping: Keeping;
  readonly #speakers: Speakers;
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
    this.keeping = new Keeping(this.#heads, this.openings);
    this.#speakers = new Speakers(seats, (count) => this.#placeAnew(count));
    this.#rules = queueRules(active.policy);
    const [first] = this.#rules.values();
    if (first === undefined) throw new RangeError('a policy needs at least one queue');
    this.#firstRules = first;
    for (const rules of this.#rules.values()) this.#lines.set(rules, new Line());
  }

  /** Counts who is at work, in (`by` 1) or out (-1). Exactly what was counted in must be counted out. */
  count(seat: Seat, by: 1 | -1): void {
    this.roster.count(seat, by);
    if (seat.status !== 'offline') this.#speakers.count(seat, by);
  }

  /** Counts a seat as it will be from now on; the profile is the same. */
  recount(seat: Seat, now: RoutingAgent): void {
    this.roster.recount(seat, now);
    const wasAtWork = seat.status !== 'offline';
    if (wasAtWork !== (now.status !== 'offline')) this.#speakers.count(seat, wasAtWork ? -1 : 1);
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
    const key = needsKey(conversation.skills);
    const waiting: Waiting = {
      conversation,
      rules,
      needsKey: key,
      speakers: this.#speakers.of(rules, conversation, key),
      seniorSince: seniorSince(conversation, rules.queue),
      ageingMs: rules.ageingMs,
      lane: null,
      laneAt: -1,
      kept: null,
      changesAt: Number.POSITIVE_INFINITY,
      changeAt: -1,
    };
    this.roster.ask(conversation.skills);
    waiting.speakers.waiting.add(waiting);
    this.#waiting.set(conversation.id, waiting);
    this.#lines.get(rules)!.add(waiting);
    this.#unplaced.add(waiting);
  }

  remove(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    waiting.speakers.waiting.delete(waiting);
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

  /** When the next lane, or who is kept, changes by itself; after `advance`. */
  get nextChangeAt(): number | null {
    const next = Math.min(this.#changes.first?.changesAt ?? never, this.keeping.looksAgainAt ?? never);
    return next === never ? null : next;
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
      this.keeping.came(waiting, now);
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
    const anyLanguage = waiting.speakers.atWork === 0;
    return this.pools.laneFor(stage, conversation, waiting.needsKey, anyLanguage, declinedBy);
  }

  /** The last who speaks a language went, or the first came: it is asked for no more, or again. */
  #placeAnew({ waiting: all }: SpeakerCount): void {
    for (const waiting of all) {
      if (this.#unplaced.has(waiting)) continue;
      this.#displace(waiting);
      this.#unplaced.add(waiting);
    }
  }

  #displace(waiting: Waiting): void {
    const { lane } = waiting;
    if (waiting.changeAt >= 0) this.#changes.remove(waiting);
    waiting.changesAt = Number.POSITIVE_INFINITY;
    if (lane === null) return;
    waiting.lane = null;
    this.keeping.forget(waiting);
    lane.remove(waiting);
    this.#ready.review(lane);
    if (lane.first === undefined) this.pools.retire(lane);
  }
}
