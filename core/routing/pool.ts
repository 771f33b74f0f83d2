import type { RoutingExclusion } from '../terms/routing.ts';
import type { SkillNeed } from '../terms/skill.ts';
import { type Demand, type MomentaryExclusion, momentaryExclusion } from './eligibility.ts';
import { fitOf } from './fit.ts';
import { Lane } from './lane.ts';
import { mergeNeeds } from './needs.ts';
import type { Seat } from './seat.ts';
import type { Stage } from './stages.ts';

/** An agent's standing in a pool that they are able for. */
export interface Member {
  readonly seat: Seat;
  readonly pool: Pool;
  readonly fit: number;
  excluded: MomentaryExclusion | null;
  /** The place among the free, -1 if not free. */
  freeAt: number;
  /** `Roster.usedBy`, and the version of the roster that it was computed for. */
  used: number;
  usedVersion: number;
}

const nobody: ReadonlySet<string> = new Set();

/** The agents who are able for one demand, who of them is free, and why the others are not. */
export class Pool {
  readonly stage: Stage;
  readonly demand: Demand;
  /** Required and preferred, as asked before any overflow. */
  readonly asked: readonly SkillNeed[];
  readonly free: Member[] = [];
  /** How many of those who are let in cannot, by reason. */
  readonly excluded = new Map<RoutingExclusion, number>();
  /** Where nobody has declined. */
  readonly lane: Lane;
  /** Where somebody has, by who. */
  readonly lanesOfDeclined = new Map<string, Lane>();
  isDropped = false;

  constructor(stage: Stage, demand: Demand) {
    this.stage = stage;
    this.demand = demand;
    this.asked = mergeNeeds(demand.needs, stage.queue.prefers);
    this.lane = new Lane(this, nobody);
  }

  countExcluded(reason: RoutingExclusion, by: 1 | -1): void {
    this.excluded.set(reason, (this.excluded.get(reason) ?? 0) + by);
  }

  /** What an able agent would be here; counted nowhere. */
  memberFor(seat: Seat): Member {
    const { demand, stage } = this;
    return {
      seat,
      pool: this,
      fit: fitOf(seat.profile, demand.needs, stage.queue.prefers, demand.language),
      excluded: momentaryExclusion(seat, demand.weight),
      freeAt: -1,
      used: 0,
      usedVersion: -1,
    };
  }

  join(seat: Seat): void {
    const member = this.memberFor(seat);
    seat.members.push(member);
    if (member.excluded === null) this.#free(member);
    else this.countExcluded(member.excluded, 1);
  }

  /** The caller takes the member off the seat. */
  leave(member: Member): void {
    if (member.excluded === null) this.#occupy(member);
    else this.countExcluded(member.excluded, -1);
  }

  /** Whether anything changed: the seat's status or room. */
  refresh(member: Member): boolean {
    const excluded = momentaryExclusion(member.seat, this.demand.weight);
    if (excluded === member.excluded) return false;
    this.leave(member);
    member.excluded = excluded;
    if (excluded === null) this.#free(member);
    else this.countExcluded(excluded, 1);
    return true;
  }

  #free(member: Member): void {
    member.freeAt = this.free.length;
    this.free.push(member);
  }

  #occupy(member: Member): void {
    const last = this.free.pop()!;
    if (last !== member) {
      this.free[member.freeAt] = last;
      last.freeAt = member.freeAt;
    }
    member.freeAt = -1;
  }
}
