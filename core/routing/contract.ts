import type { AgentProfile, AgentStatus } from '../terms/agent-status.ts';
import type { Language } from '../terms/language.ts';
import type { ActivePolicy } from '../terms/policy.ts';
import type { AssignmentMode } from '../terms/queue.ts';
import type { RoutingExclusion, RoutingExplanation, RoutingScore } from '../terms/routing.ts';
import type { SkillNeed } from '../terms/skill.ts';

/** A conversation that waits for an agent. Times are epoch milliseconds. */
export interface WaitingConversation {
  readonly id: string;
  /** A queue that the policy no longer knows is served by the rules of its first queue. */
  readonly queueId: string;
  readonly priority: number;
  readonly waitingSince: number;
  /** Beside what the queue requires. */
  readonly skills: readonly SkillNeed[];
  /** Asked of an agent while somebody at work who may take it, now or after an overflow, speaks it. */
  readonly language: Language;
  /**
   * How much of an agent's capacity it takes. Who has nothing may take any weight. For what has waited longer than its
   * queue's patience, and fits nobody only for lack of room, one agent is kept free of what is lighter and less urgent.
   */
  readonly weight: number;
  /** This agent if able, before any other. */
  readonly preferredAgentId?: string | null;
  /** By agent id, from 0 to 1: how much, and how recently, they have served this contact. */
  readonly history?: Readonly<Record<string, number>>;
  /** Who did not take it, and when. */
  readonly declined?: readonly { readonly agentId: string; readonly at: number }[];
  /** A callback slot: nobody is given it earlier. It keeps its place in line meanwhile. */
  readonly notBefore?: number;
}

/** An agent as the router's books hold them. */
export interface RoutingAgent {
  readonly id: string;
  readonly status: AgentStatus;
  readonly profile: AgentProfile;
  /** The weights of what they have, with what is reserved for them. */
  readonly load: number;
  /** The number of what they have, with what is reserved for them. */
  readonly conversations: number;
  /** When they last became idle or were last given something. */
  readonly idleSince: number;
  readonly handledToday: number;
}

/** A conversation and the agent who is best for it. */
export interface Assignment {
  readonly conversationId: string;
  readonly agentId: string;
  readonly queueId: string;
  readonly mode: AssignmentMode;
  readonly explanation: RoutingExplanation;
  /** What `giveBack` restores: the conversation as it waited, and the agent's `idleSince` before. */
  readonly before: { readonly conversation: WaitingConversation; readonly idleSince: number };
}

/** One agent's verdict for one conversation. */
export type RoutingVerdict =
  | { readonly agentId: string; readonly score: RoutingScore }
  | { readonly agentId: string; readonly exclusion: RoutingExclusion };

/**
 * Who gets what, decided in memory and without a clock: the shell puts in what it knows, takes out assignments until
 * there are none, and makes them durable. The same calls in the same order give the same assignments.
 */
export interface Router {
  /** Decides by this policy from now on. What waits and who serves is kept. */
  setPolicy(active: ActivePolicy): void;
  /** Adds a conversation, or replaces what is known of it. */
  putConversation(conversation: WaitingConversation): void;
  /** It no longer waits: accepted, taken by hand, resolved. Unknown ids are ignored. */
  removeConversation(id: string): void;
  /** Adds an agent, or replaces what is known of them: the books count what stands here, reservations included. */
  putAgent(agent: RoutingAgent): void;
  removeAgent(id: string): void;
  /**
   * The most urgent conversation that somebody can take now, with the best agent, already reserved in the books:
   * load and conversations are higher, the agent's `idleSince` is `now`, the conversation no longer waits. `null`:
   * nothing to give. Queues in `pull` mode are never given.
   */
  next(now: number): Assignment | null;
  /**
   * An assignment that did not come about. The agent has room again and the conversation waits where it was, unless
   * it was put anew meanwhile; `declined` keeps it from this agent for `declinedForMs`. Once for an assignment.
   */
  giveBack(assignment: Assignment, now: number, declined: boolean): void;
  /**
   * When something changes by itself: an overflow stage begins, somebody who declined may be asked again, a callback
   * slot is reached, or it is time to look whether who is kept for something heavy still must be. `null` if nothing does.
   */
  nextChangeAt(now: number): number | null;
  /**
   * Every agent's verdict, the able ones first and the best before the others. By id for what waits here, or for any
   * conversation as if it waited. Nothing for an unknown id.
   */
  explain(conversation: string | WaitingConversation, now: number): readonly RoutingVerdict[];
  /**
   * Places from 1 in each queue, by conversation, in the order in which they would be served if everybody could serve
   * everything. Whose callback slot is not reached has none.
   */
  positions(now: number): Map<string, number>;
  /** How many conversations wait, callbacks included. */
  waiting(): number;
}
