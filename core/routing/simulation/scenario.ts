import type { AgentProfile } from '../../terms/agent-status.ts';
import type { Language } from '../../terms/language.ts';
import type { Policy } from '../../terms/policy.ts';
import type { SkillNeed } from '../../terms/skill.ts';
import type { Distribution } from './distribution.ts';

/** A span of the day in milliseconds after midnight of its first day. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A kind of customers: what they need, how long they wait, how long they take. */
export interface ContactKind {
  readonly id: string;
  /** Its part of the arrivals, relative to the other kinds. */
  readonly share: number;
  readonly queueId: string;
  readonly skills: readonly SkillNeed[];
  readonly language: Language;
  readonly segment: string | null;
  readonly priority: number;
  readonly weight: number;
  /** Time to leaving without having been served; only for the share that leaves at all. */
  readonly patience: Distribution;
  readonly abandons: number;
  /** Share of those who leave a message or a wish to be called, where that is offered because nobody is there. */
  readonly leavesMessage: number;
  /** Share that some agent has served before. */
  readonly returning: number;
  readonly handling: Distribution;
}

export interface ScenarioAgent {
  readonly id: string;
  readonly profile: AgentProfile;
  readonly shifts: readonly Span[];
  readonly breaks: readonly Span[];
  /** Multiplies handling times: 0.8 is a fast one. */
  readonly pace: number;
  /** From being offered or given a conversation to the first words. */
  readonly reaction: Distribution;
  /** Share of offers that find the chair empty, */
  readonly missed: number;
  /** and how long it stays so. */
  readonly absence: Distribution;
  /** Writing up, at most as long as the queue allows. */
  readonly wrapUp: Distribution;
}

/** The line of an agent goes dead. */
export interface Disconnect {
  readonly agentId: string;
  readonly at: number;
  readonly forMs: number;
  /** Until the server notices: a pulled plug says no goodbye. */
  readonly noticedAfterMs: number;
}

/** What an agent's skill and company make of a handling time. */
export interface HandlingFactors {
  /** By the lowest level of the skills that are asked for, from level 1 to 5. */
  readonly levels: readonly [number, number, number, number, number];
  /** For somebody who lacks one of them and helps out. */
  readonly withoutSkill: number;
  /** Each further conversation at the same desk makes one longer by this share. */
  readonly eachAlongside: number;
}

/** A day to play. Times are milliseconds after midnight, durations milliseconds. See `docs/simulation.md`. */
export interface Scenario {
  readonly name: string;
  readonly seed: number;
  readonly day: Span;
  /** Arrivals before it warm the system up and do not count. */
  readonly measureFrom: number;
  readonly policy: Policy;
  /** An agent's time to reply where the queue names none. */
  readonly replyMs: number;
  readonly handling: HandlingFactors;
  readonly contacts: readonly ContactKind[];
  readonly arrivals:
    | { readonly kind: 'rates'; readonly spans: readonly (Span & { readonly perHour: number })[] }
    | { readonly kind: 'list'; readonly list: readonly { readonly at: number; readonly contact: string }[] };
  readonly agents: readonly ScenarioAgent[];
  readonly disconnects: readonly Disconnect[];
}
