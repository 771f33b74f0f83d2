import type { Bilingual } from './language.ts';
import type { SkillNeed } from './skill.ts';

/** How a queue hands its conversations to agents. */
export type AssignmentMode =
  /** Offered to one agent, who sees what it is and accepts or declines within `offerMs`. */
  | 'preview'
  /** Given to the best agent at once. */
  | 'auto'
  /** Agents take from the list. */
  | 'pull';

/** What a customer is offered when nobody can come. */
export type NobodyHere =
  /** Wait, and be told honestly. */
  | 'wait'
  /** Leave a message; somebody answers when the queue is open. */
  | 'message'
  /** Name a time to be called or written to. */
  | 'callback'
  /** The assistant carries on, and the wish for a person stands. */
  | 'assistant';

/** After waiting `afterMs`, others may take it too. Stages add up. */
export interface Overflow {
  readonly afterMs: number;
  /** Agents of this queue; undefined widens the own queue only. */
  readonly toQueueId?: string;
  /** Required levels are lowered by this much (never below 1); 5 asks for no skill at all. */
  readonly relaxLevels: number;
}

/** Where conversations wait. */
export interface Queue {
  readonly id: string;
  readonly name: Bilingual;
  /** The agents who serve it; null means everybody with the required skills. */
  readonly agentIds: readonly string[] | null;
  readonly requires: readonly SkillNeed[];
  /** Makes an agent fit better, and excludes nobody. */
  readonly prefers: readonly SkillNeed[];
  readonly mode: AssignmentMode;
  readonly offerMs: number;
  /** `priority` counts with ageing; `longest-waiting` asks for nothing but the time. */
  readonly order: 'priority' | 'longest-waiting';
  /** So much waiting weighs as much as one step of priority, so that nobody starves. */
  readonly ageingMs: number;
  readonly overflow: readonly Overflow[];
  /** Without one the queue is always open. */
  readonly calendarId?: string;
  readonly whenClosed: NobodyHere;
  readonly whenNobody: NobodyHere;
  /** Without being accepted for so long the customer is told how things stand; absent: the installation's setting. */
  readonly patienceMs?: number;
  /**
   * Where conversations are given without asking, an agent's time for the first word; absent: twice `offerMs`, at least
   * 30 s, and never longer than the time to reply.
   */
  readonly firstWordMs?: number;
  /** An agent's time to reply; absent: the installation's setting. */
  readonly replyMs?: number;
  readonly whenSilent: 'requeue' | 'alert-supervisor';
  /** Time to write up after a resolution; 0 for none. */
  readonly wrapUpMs: number;
}
