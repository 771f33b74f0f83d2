import type { SkillNeed } from '../terms/skill.ts';
import type { Demand, MomentaryExclusion, StandingExclusion } from './eligibility.ts';
import { fitOf } from './fit.ts';
import type { Heads } from './heads.ts';
import { Lane } from './lane.ts';
import { mergeNeeds } from './needs.ts';
import type { Seat } from './seat.ts';
import type { Stage } from './stages.ts';
import { ageingOf } from './urgency.ts';

/** An agent's standing in a pool that they are able for. */
export interface Member {
  readonly seat: Seat;
  readonly pool: Pool;
  readonly fit: number;
  /** The place among the free, -1 if not free. */
  freeAt: number;
  /** `Roster.usedBy`, and the version of the roster that it was computed for. */
  used: number;
  usedVersion: number;
  /** The place among all who are able, -1 if counted nowhere. */
  ableAt: number;
}

const nobody: ReadonlySet<string> = new Set();

/** The agents who are able for one demand, who of them is free, and why the others are not. */
export class Pool {
  /** Its place in `Heads`. */
  readonly number: number;
  readonly stage: Stage;
  readonly demand: Demand;
  /** Required and preferred, as asked before any overflow. */
  readonly asked: readonly SkillNeed[];
  readonly free: Member[] = [];
  /** Everybody who is able, free or not. */
  readonly able: Member[] = [];
  /** How many of those who are let in cannot, by reason. */
  readonly excluded: Record<Exclude<StandingExclusion, 'not-in-queue'> | MomentaryExclusion, number> = {
    skill: 0,
    language: 0,
    offline: 0,
    busy: 0,
    away: 0,
    'wrap-up': 0,
    full: 0,
    kept: 0,
  };
  /** Where nobody has declined. */
  readonly lane: Lane;
  /** Where somebody has, by who. */
  readonly lanesOfDeclined = new Map<string, Lane>();
  /** The lanes of both kinds in which somebody waits. */
  readonly occupied: Lane[] = [];
  /** Agents take from the list; nothing is given. */
  readonly isPulled: boolean;
  isDropped = false;
  readonly #heads: Heads;

  constructor(stage: Stage, demand: Demand, heads: Heads) {
    this.number = heads.reserve(ageingOf(stage.queue));
    this.#heads = heads;
    this.stage = stage;
    this.demand = demand;
    this.asked = mergeNeeds(demand.needs, stage.queue.prefers);
    this.isPulled = stage.queue.mode === 'pull';
    this.lane = new Lane(this, nobody);
  }

  /** To be called when another conversation may have become the first of one of the lanes. */
  noteFirst(): void {
    if (this.isPulled) return;
    let since = Number.POSITIVE_INFINITY;
    for (const lane of this.occupied) since = Math.min(since, lane.first!.seniorSince);
    this.#heads.set(this.number, since);
  }

  /** What an able agent would be here; counted nowhere. */
  memberFor(seat: Seat): Member {
    const { demand, stage } = this;
    return {
      seat,
      pool: this,
      fit: fitOf(seat.profile, demand.needs, stage.queue.prefers, demand.language),
      freeAt: -1,
      used: 0,
      usedVersion: -1,
      ableAt: -1,
    };
  }

  /** Makes an able agent a member, or ends it. */
  admit(member: Member): void {
    member.ableAt = this.able.length;
    this.able.push(member);
  }

  dismiss(member: Member): void {
    const last = this.able.pop()!;
    if (last !== member) {
      this.able[member.ableAt] = last;
      last.ableAt = member.ableAt;
    }
    member.ableAt = -1;
  }

  /** Counts an able agent in: among the free, or with the reason why not. */
  enter(member: Member, excluded: MomentaryExclusion | null): void {
    if (excluded !== null) {
      this.excluded[excluded]++;
      return;
    }
    member.freeAt = this.free.length;
    this.free.push(member);
  }

  /** Counts them out again; the reason is the one that they were counted in with. */
  leave(member: Member, excluded: MomentaryExclusion | null): void {
    if (excluded !== null) {
      this.excluded[excluded]--;
      return;
    }
    const last = this.free.pop()!;
    if (last !== member) {
      this.free[member.freeAt] = last;
      last.freeAt = member.freeAt;
    }
    member.freeAt = -1;
  }
}
