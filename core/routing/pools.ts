import type { WaitingConversation } from './contract.ts';
import { type Demand, isAdmitted, standingExclusion } from './eligibility.ts';
import type { Heads } from './heads.ts';
import { Lane, type ReadyLanes } from './lane.ts';
import { mergeNeeds, relaxNeeds } from './needs.ts';
import { Pool } from './pool.ts';
import { exclusionNow, type Places, type Seat } from './seat.ts';
import type { Stage } from './stages.ts';

/** More pools than this are kept only while somebody waits in them: what conversations ask for is without end. */
const keptPools = 10_000;

/** All pools, each made when somebody first waits for it and kept true as agents come, change and go. */
export class Pools {
  readonly #byStage = new Map<Stage, Map<string, Pool>>();
  readonly #seats: ReadonlyMap<string, Seat>;
  readonly #ready: ReadyLanes;
  readonly #heads: Heads;
  #count = 0;

  constructor(seats: ReadonlyMap<string, Seat>, heads: Heads, ready: ReadyLanes) {
    this.#seats = seats;
    this.#heads = heads;
    this.#ready = ready;
  }

  /** Where a conversation waits that these agents have declined for now. */
  laneFor(
    stage: Stage,
    conversation: WaitingConversation,
    needsKey: string,
    anyLanguage: boolean,
    declinedBy: readonly string[],
  ): Lane {
    const pool = this.#poolFor(stage, conversation, needsKey, anyLanguage);
    if (declinedBy.length === 0) return pool.lane;
    const key = JSON.stringify([...declinedBy].sort());
    let lane = pool.lanesOfDeclined.get(key);
    if (lane === undefined) {
      lane = new Lane(pool, new Set(declinedBy));
      pool.lanesOfDeclined.set(key, lane);
    }
    return lane;
  }

  /** To be called when a lane lost its last conversation. */
  retire(lane: Lane): void {
    if (lane.declinedBy.size === 0) return;
    lane.pool.lanesOfDeclined.delete(JSON.stringify([...lane.declinedBy].sort()));
  }

  addSeat(seat: Seat): void {
    for (const pool of this.#poolsThatAdmit(seat)) {
      this.#enter(pool, seat);
      this.#ready.reviewPool(pool);
    }
  }

  removeSeat(seat: Seat): void {
    for (const pool of this.#poolsThatAdmit(seat)) {
      const reason = standingExclusion(pool.demand, seat.id, seat.profile);
      if (reason === 'skill' || reason === 'language') pool.excluded[reason]--;
    }
    for (const { members, excluded } of seat.places)
      for (const member of members) {
        member.pool.leave(member, excluded);
        member.pool.dismiss(member);
        this.#ready.reviewPool(member.pool);
      }
    seat.places.length = 0;
  }

  *#poolsThatAdmit(seat: Seat): Generator<Pool> {
    for (const [stage, pools] of this.#byStage) if (isAdmitted(stage, seat.id)) yield* pools.values();
  }

  *#admitted({ admits }: Stage): Generator<Seat> {
    if (admits === null) yield* this.#seats.values();
    else
      for (const id of admits) {
        const seat = this.#seats.get(id);
        if (seat !== undefined) yield seat;
      }
  }

  #poolFor(stage: Stage, conversation: WaitingConversation, needsKey: string, anyLanguage: boolean): Pool {
    let pools = this.#byStage.get(stage);
    if (pools === undefined) {
      pools = new Map();
      this.#byStage.set(stage, pools);
    }
    const key = `${conversation.language}${anyLanguage ? '?' : ''} ${conversation.weight} ${needsKey}`;
    let pool = pools.get(key);
    if (pool === undefined) {
      if (this.#count >= keptPools) this.#dropIdle();
      pool = new Pool(stage, demandOf(stage, conversation, anyLanguage), this.#heads);
      pools.set(key, pool);
      this.#count++;
      for (const seat of this.#admitted(stage)) this.#enter(pool, seat);
    }
    return pool;
  }

  #enter(pool: Pool, seat: Seat): void {
    const reason = standingExclusion(pool.demand, seat.id, seat.profile);
    if (reason === null) {
      const member = pool.memberFor(seat);
      const places = placesFor(seat, pool.demand.weight);
      places.members.push(member);
      places.numbers.push(pool.number);
      pool.admit(member);
      pool.enter(member, places.excluded);
    } else if (reason !== 'not-in-queue') pool.excluded[reason]++;
  }

  #dropIdle(): void {
    for (const pools of this.#byStage.values())
      for (const [key, pool] of pools) {
        if (pool.occupied.length > 0) continue;
        pool.isDropped = true;
        this.#heads.release(pool.number);
        pools.delete(key);
        this.#count--;
      }
    for (const seat of this.#seats.values())
      for (const places of seat.places) {
        places.members = places.members.filter(({ pool }) => !pool.isDropped);
        places.numbers = places.members.map(({ pool }) => pool.number);
      }
  }
}

/** What a conversation asks of an agent at a stage; of its language only if `anyLanguage` is false. */
export function demandOf(
  stage: Stage,
  conversation: Pick<WaitingConversation, 'skills' | 'language' | 'weight'>,
  anyLanguage: boolean,
): Demand {
  const needs = mergeNeeds(stage.queue.requires, conversation.skills);
  return {
    admits: stage.admits,
    needs,
    required: relaxNeeds(needs, stage.relaxLevels),
    language: conversation.language,
    anyLanguage,
    weight: conversation.weight,
  };
}

function placesFor(seat: Seat, weight: number): Places {
  let places = seat.places.find((known) => known.weight === weight);
  if (places === undefined) {
    places = { weight, excluded: exclusionNow(seat, weight), members: [], numbers: [] };
    seat.places.push(places);
  }
  return places;
}
